using System.Net.Http.Headers;
using System.Text;
using System.Xml.Linq;
using Connector.Domain;
using Connector.Nextcloud.CalDav;
using Connector.Nextcloud.Dav;
using Connector.Nextcloud.Http;
using static Connector.Nextcloud.Dav.DavNames;

namespace Connector.Nextcloud.CardDav;

/// <summary>
/// The account's address books over CardDAV (RFC 6352), <c>/remote.php/dav/addressbooks/users/{user}/</c>. Nothing is written or
/// taken out without a condition: address books have no trash bin.
/// </summary>
internal sealed class AddressBookClient(DavTransport dav, string userId)
{
    /// <summary>Cards asked for in one REPORT.</summary>
    private const int MostAtOnce = 200;

    private static readonly XName[] BookProperties =
    [
        D + "resourcetype",
        D + "displayname",
        D + "sync-token",
        Oc + "invite",
    ];

    private readonly string _home = $"remote.php/dav/addressbooks/users/{DavPath.EncodeName(userId)}/";

    /// <summary>One address book; null when there is none of that name.</summary>
    public async Task<AddressBook?> Find(string uri, CancellationToken ct)
    {
        var request = new DavRequest(Verbs.Propfind, Address(uri))
        {
            Depth = DavDepth.Zero,
            Xml = Propfind(BookProperties),
        };
        var found = await dav.Multistatus(
            request,
            responses => responses.Select(AddressBookXml.Read).OfType<AddressBook>().ToList(),
            ct
        );
        return found is [var book, ..] ? book : null;
    }

    /// <summary>Makes an address book by extended MKCOL (RFC 5689): Created, AlreadyExists.</summary>
    public async Task<DavOutcome> Create(string uri, string displayName, CancellationToken ct)
    {
        var request = new DavRequest(Verbs.Mkcol, Address(uri)) { Xml = AddressBookXml.Mkcol(displayName) };
        try
        {
            using var answer = await dav.Send(request, ct);
            return DavOutcomes.Of(dav, request, answer, displayName);
        }
        catch (NextcloudException e) when (e.MayHaveActed)
        {
            if (await Find(uri, ct) is null)
                throw;
            return DavOutcomes.Of(DavResult.AlreadyExists, displayName, settled: true);
        }
    }

    /// <summary>
    /// Lets somebody read an address book and reads the shares back, because the server answers 200 for a group that does not
    /// exist: Updated, NotApplied, NotFound.
    /// </summary>
    public async Task<DavOutcome> Share(string uri, CalendarShare share, CancellationToken ct)
    {
        if (await SendShare(uri, share, ct) is { Changed: false } refused)
            return refused;
        var shares = (await Find(uri, ct))?.Shares ?? [];
        return DavOutcomes.Of(shares.Contains(share) ? DavResult.Updated : DavResult.NotApplied, uri);
    }

    /// <summary>Null when the connection broke: the caller reads back, which tells whether it got through.</summary>
    private async Task<DavOutcome?> SendShare(string uri, CalendarShare share, CancellationToken ct)
    {
        var request = new DavRequest(HttpMethod.Post, Address(uri)) { Xml = CalendarXml.Share([share]) };
        try
        {
            using var answer = await dav.Send(request, ct);
            return DavOutcomes.Of(dav, request, answer, uri);
        }
        catch (NextcloudException e) when (e.MayHaveActed)
        {
            return null;
        }
    }

    /// <summary>Name and ETag of every card; null when there is no such address book.</summary>
    public async Task<IReadOnlyList<Card>?> List(string uri, CancellationToken ct) =>
        await dav.Multistatus(
            new DavRequest(Verbs.Propfind, Address(uri))
            {
                Depth = DavDepth.One,
                Xml = Propfind(D + "getetag", D + "resourcetype"),
            },
            Cards,
            ct
        );

    /// <summary>The cards of these names with their texts, 200 in a request (RFC 6352, 8.7). What is not there is left out.</summary>
    public async Task<IReadOnlyList<Card>> Get(
        string uri,
        IReadOnlyCollection<string> names,
        CancellationToken ct
    )
    {
        var found = new List<Card>();
        foreach (var some in names.Chunk(MostAtOnce))
        {
            var hrefs = some.Select(name =>
                dav.BaseUrl.AbsolutePath + Address(uri) + DavPath.EncodeName(name)
            );
            var request = new DavRequest(Verbs.Report, Address(uri))
            {
                Depth = DavDepth.One,
                Xml = AddressBookXml.Multiget(hrefs),
            };
            found.AddRange(await dav.Multistatus(request, Cards, ct) ?? []);
        }

        return found;
    }

    /// <summary>
    /// Writes one card: Created, Updated, PreconditionFailed, UnsupportedContent, UidConflict (the book has this UID under another
    /// name), ParentMissing. No ETag in the outcome means that the server changed the text: read it again.
    /// </summary>
    public async Task<DavOutcome> Put(
        string uri,
        string name,
        string text,
        PutCondition condition,
        CancellationToken ct
    )
    {
        try
        {
            return await Send(uri, name, text, condition, ct);
        }
        catch (NextcloudException e) when (e.MayHaveActed)
        {
            if (
                await Get(uri, [name], ct) is not [var there]
                || condition.Header.Value == ETags.Write(there.ETag)
            )
                return await Send(uri, name, text, condition, ct);
            if (there.Text != text)
                return DavOutcomes.Of(DavResult.PreconditionFailed, name, settled: true);
            var isNew = condition == PutCondition.IfNoneMatchAny;
            return DavOutcomes.Of(isNew ? DavResult.Created : DavResult.Updated, name, settled: true) with
            {
                ETag = there.ETag,
            };
        }
    }

    /// <summary>Takes out the card that has this ETag, and no other: Updated, NotFound, PreconditionFailed.</summary>
    public async Task<DavOutcome> Remove(string uri, string name, string etag, CancellationToken ct)
    {
        var request = new DavRequest(HttpMethod.Delete, Address(uri) + DavPath.EncodeName(name))
        {
            Headers = [PutCondition.IfMatch(etag).Header],
        };
        try
        {
            using var answer = await dav.Send(request, ct);
            return DavOutcomes.Of(dav, request, answer, name);
        }
        catch (NextcloudException e) when (e.MayHaveActed)
        {
            if (await Get(uri, [name], ct) is [_])
                throw;
            return DavOutcomes.Of(DavResult.Updated, name, settled: true);
        }
    }

    private async Task<DavOutcome> Send(
        string uri,
        string name,
        string text,
        PutCondition condition,
        CancellationToken ct
    )
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(text));
        content.Headers.ContentType = new MediaTypeHeaderValue("text/vcard", "utf-8");
        var request = new DavRequest(HttpMethod.Put, Address(uri) + DavPath.EncodeName(name))
        {
            Content = content,
            Headers = [condition.Header],
        };
        using var answer = await dav.Send(request, ct);
        return await DavOutcomes.IsUidConflict(answer, ct)
            ? new DavOutcome { Result = DavResult.UidConflict, Message = Doubled(name) }
            : DavOutcomes.Of(dav, request, answer, name);
    }

    private static List<Card> Cards(IEnumerable<MultistatusResponse> responses) =>
        responses.Select(ToCard).OfType<Card>().ToList();

    private static Card? ToCard(MultistatusResponse r) =>
        r.Status is null or < 400
        && !r.Href.EndsWith('/')
        && ETags.Read(r.Text(D + "getetag")) is { Length: > 0 } etag
            ? new Card(
                System.Uri.UnescapeDataString(r.Href.Split('/')[^1]),
                etag,
                WithLineEnds(r.Text(DavNames.Card + "address-data"))
            )
            : null;

    /// <summary>XML turns CRLF into LF (XML 1.0, 2.11); a vCard wants CRLF (RFC 2426, 2.4.2).</summary>
    private static string? WithLineEnds(string? text) =>
        text?.Replace("\r\n", "\n", StringComparison.Ordinal).Replace("\n", "\r\n", StringComparison.Ordinal);

    private static Text Doubled(string name) =>
        new(
            $"« {name} » : le carnet contient déjà cette carte sous un autre nom. Elle est laissée telle quelle.",
            $"'{name}': the address book has this card already under another name. It is left as it is."
        );

    private string Address(string uri) => $"{_home}{DavPath.EncodeName(uri)}/";
}
