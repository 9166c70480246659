using System.Net.Http.Headers;
using System.Text;
using System.Xml.Linq;
using Connector.Nextcloud.Dav;
using Connector.Nextcloud.Http;
using static Connector.Nextcloud.Dav.DavNames;

namespace Connector.Nextcloud.CalDav;

/// <summary>
/// The account's calendars over CalDAV (RFC 4791), <c>/remote.php/dav/calendars/{user}/</c>. No delete; no write
/// without a condition; no write lets the server send mail.
/// </summary>
internal sealed class CalendarClient(DavTransport dav, string userId)
{
    private static readonly XName[] CalendarProperties =
    [
        D + "resourcetype",
        D + "displayname",
        D + "sync-token",
        D + "owner",
        Apple + "calendar-color",
        Cs + "getctag",
        Cs + "publish-url",
        Oc + "invite",
        Oc + "owner-principal",
        Cal + "supported-calendar-component-set",
    ];

    private readonly string _home = $"remote.php/dav/calendars/{DavPath.EncodeName(userId)}/";

    /// <summary>Every calendar of the account with its shares, tokens and public address, in one request.</summary>
    public Task<IReadOnlyList<Calendar>> ListCalendars(CancellationToken ct) => List(_home, DavDepth.One, ct);

    /// <summary>One calendar; null when there is none of that name.</summary>
    public async Task<Calendar?> Find(string uri, CancellationToken ct)
    {
        var found = await List(Address(uri), DavDepth.Zero, ct);
        return found.Count > 0 ? found[0] : null;
    }

    /// <summary>
    /// Makes a calendar by extended MKCOL (RFC 5689). Created, AlreadyExists (also for one in the trash bin, which
    /// keeps its address), Forbidden (30 calendars per account), RateLimited (10 an hour).
    /// </summary>
    public async Task<DavOutcome> CreateCalendar(CalendarSpec spec, CancellationToken ct)
    {
        var request = new DavRequest(Verbs.Mkcol, Address(spec.Uri)) { Xml = CalendarXml.Mkcol(spec) };
        try
        {
            using var answer = await dav.Send(request, ct);
            return DavOutcomes.Of(dav, request, answer, spec.DisplayName);
        }
        catch (NextcloudException e) when (e.Fault == NextcloudFault.Throttled)
        {
            return DavOutcomes.Of(DavResult.RateLimited, spec.DisplayName);
        }
        catch (NextcloudException e) when (e.MayHaveActed)
        {
            if (await Find(spec.Uri, ct) is null)
                throw;
            return DavOutcomes.Of(DavResult.AlreadyExists, spec.DisplayName, settled: true);
        }
    }

    /// <summary>
    /// Shares a calendar and reads the shares back, because the server answers 200 for a group that does not exist:
    /// Updated, NotApplied, NotFound. Repeating it changes nothing.
    /// </summary>
    public async Task<DavOutcome> Share(string uri, CalendarShare share, CancellationToken ct)
    {
        if (await Post(uri, CalendarXml.Share([share]), ct) is { Changed: false } refused)
            return refused;
        var shares = (await Find(uri, ct))?.Shares ?? [];
        var there = shares.Contains(share);
        return DavOutcomes.Of(there ? DavResult.Updated : DavResult.NotApplied, uri);
    }

    /// <summary>The whole calendar as one iCalendar text, CRLF and all; null when there is none of that name.</summary>
    public async Task<string?> Export(string uri, CancellationToken ct)
    {
        var request = new DavRequest(HttpMethod.Get, Address(uri) + "?export");
        using var answer = await dav.Send(request, ct);
        if (answer.StatusCode == System.Net.HttpStatusCode.NotFound)
            return null;
        if (!answer.IsSuccessStatusCode || answer.Content.Headers.ContentType?.MediaType != "text/calendar")
            throw dav.Unexpected(request, answer);
        return await answer.Content.ReadAsStringAsync(ct);
    }

    /// <summary>Shares with several in one request, without reading back.</summary>
    public Task SendShares(string uri, IEnumerable<CalendarShare> shares, CancellationToken ct) =>
        Post(uri, CalendarXml.Share(shares), ct);

    /// <summary>
    /// Publishes a calendar that is known not to be, without reading back: a second time would give it a second
    /// public address.
    /// </summary>
    public Task SendPublish(string uri, CancellationToken ct) => Post(uri, Root(Cs + "publish-calendar"), ct);

    /// <summary>
    /// Publishes a calendar, unless it is: each call on the server makes another public address. Gives the calendar
    /// with its address; null when there is no such calendar or the server does not publish.
    /// </summary>
    public async Task<Calendar?> Publish(string uri, CancellationToken ct)
    {
        var calendar = await Find(uri, ct);
        if (calendar is null or { PublishUrl: not null })
            return calendar;
        await Post(uri, Root(Cs + "publish-calendar"), ct);
        return await Find(uri, ct) is { PublishUrl: not null } published ? published : null;
    }

    /// <summary>
    /// Name and ETag of every object; null when the calendar does not exist, which is not an empty calendar.
    /// </summary>
    public async Task<IReadOnlyList<CalendarObject>?> ListObjects(string uri, CancellationToken ct)
    {
        var request = new DavRequest(Verbs.Propfind, Address(uri))
        {
            Depth = DavDepth.One,
            Xml = DavNames.Propfind(D + "getetag", D + "resourcetype"),
        };
        return Objects(await dav.Multistatus(request, ct));
    }

    /// <summary>
    /// The objects of these names with their iCalendar text, in one request (RFC 4791, 7.9). A name that is not
    /// there is left out.
    /// </summary>
    public async Task<IReadOnlyList<CalendarObject>> GetObjects(
        string uri,
        IReadOnlyCollection<string> names,
        CancellationToken ct
    )
    {
        if (names.Count == 0)
            return [];
        var hrefs = names.Select(name => dav.BaseUrl.AbsolutePath + Address(uri) + DavPath.EncodeName(name));
        var request = new DavRequest(Verbs.Report, Address(uri))
        {
            Depth = DavDepth.One,
            Xml = CalendarXml.Multiget(hrefs),
        };
        return Objects(await dav.Multistatus(request, ct)) ?? [];
    }

    /// <summary>
    /// Writes one object. Created, Updated, PreconditionFailed, UnsupportedContent (invalid), Forbidden (above
    /// 10 MiB, wrong component), UidConflict (the calendar has this UID under another name).
    /// No ETag in the outcome means that the server changed the text: read it again. A connection that breaks is
    /// settled by reading, and the write is repeated once if it did not happen.
    /// </summary>
    public async Task<DavOutcome> PutObject(
        string uri,
        string name,
        string ics,
        PutCondition condition,
        CancellationToken ct
    )
    {
        try
        {
            return await Put(uri, name, ics, condition, ct);
        }
        catch (NextcloudException e) when (e.MayHaveActed)
        {
            if (
                await GetObjects(uri, [name], ct) is not [var there]
                || condition.Header.Value == ETags.Write(there.ETag)
            )
                return await Put(uri, name, ics, condition, ct);
            if (there.Ics != WithLineEnds(ics))
                return DavOutcomes.Of(DavResult.PreconditionFailed, name, settled: true);
            var isNew = condition == PutCondition.IfNoneMatchAny;
            return DavOutcomes.Of(isNew ? DavResult.Created : DavResult.Updated, name, settled: true) with
            {
                ETag = there.ETag,
            };
        }
    }

    /// <summary>Null when the connection broke: the caller reads back, which tells whether it got through.</summary>
    private async Task<DavOutcome?> Post(string uri, XElement body, CancellationToken ct)
    {
        var request = new DavRequest(HttpMethod.Post, Address(uri)) { Xml = body };
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

    private async Task<DavOutcome> Put(
        string uri,
        string name,
        string ics,
        PutCondition condition,
        CancellationToken ct
    )
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(ics));
        content.Headers.ContentType = new MediaTypeHeaderValue("text/calendar", "utf-8");
        var request = new DavRequest(HttpMethod.Put, Address(uri) + DavPath.EncodeName(name))
        {
            Content = content,
            Headers = [condition.Header, ("Schedule-Reply", "F"), ("x-nc-scheduling", "false")],
        };
        using var answer = await dav.Send(request, ct);
        return await IsUidConflict(answer, ct)
            ? DavOutcomes.Of(DavResult.UidConflict, name)
            : DavOutcomes.Of(dav, request, answer, name);
    }

    /// <summary>400 "… uid already exists in this calendar collection" on 27, 409 no-uid-conflict later.</summary>
    private static async Task<bool> IsUidConflict(HttpResponseMessage answer, CancellationToken ct)
    {
        if ((int)answer.StatusCode is not (400 or 409))
            return false;
        var body = await answer.Content.ReadAsStringAsync(ct);
        return body.Contains("no-uid-conflict", StringComparison.Ordinal)
            || body.Contains("uid already exists", StringComparison.OrdinalIgnoreCase);
    }

    private async Task<IReadOnlyList<Calendar>> List(string address, DavDepth depth, CancellationToken ct)
    {
        var request = new DavRequest(Verbs.Propfind, address)
        {
            Depth = depth,
            Xml = DavNames.Propfind(CalendarProperties),
        };
        var responses = await dav.Multistatus(request, ct) ?? [];
        return [.. responses.Select(r => CalendarXml.Read(r, dav.BaseUrl, userId)).OfType<Calendar>()];
    }

    private static List<CalendarObject>? Objects(IReadOnlyList<MultistatusResponse>? responses) =>
        responses
            ?.Where(r =>
                r.Status is null or < 400 && r.Find(D + "resourcetype")?.Element(D + "collection") is null
            )
            .Select(r => new CalendarObject(
                System.Uri.UnescapeDataString(r.Href.TrimEnd('/').Split('/')[^1]),
                ETags.Read(r.Text(D + "getetag")) ?? "",
                WithLineEnds(r.Text(Cal + "calendar-data"))
            ))
            .Where(o => o.ETag.Length > 0)
            .ToList();

    /// <summary>XML turns CRLF into LF (XML 1.0, 2.11); iCalendar wants CRLF (RFC 5545, 3.1).</summary>
    private static string? WithLineEnds(string? ics) =>
        ics?.Replace("\r\n", "\n", StringComparison.Ordinal).Replace("\n", "\r\n", StringComparison.Ordinal);

    private string Address(string uri) => $"{_home}{DavPath.EncodeName(uri)}/";
}
