using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Xml.Linq;
using Connector.Domain;
using Connector.Nextcloud.Dav;
using Connector.Nextcloud.Http;
using static Connector.Nextcloud.Dav.DavNames;

namespace Connector.Nextcloud.CalDav;

/// <summary>
/// The account's calendars over CalDAV (RFC 4791), <c>/remote.php/dav/calendars/{user}/</c>. No delete; no write
/// without a condition; no write lets the server send mail.
/// </summary>
/// <param name="dav">The server.</param>
/// <param name="userId">Whose calendars.</param>
/// <param name="home">Where they are, with a slash at its end; null for where a Nextcloud has them.</param>
internal sealed partial class CalendarClient(DavTransport dav, string userId, string? home = null)
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

    private readonly string _home = home ?? $"remote.php/dav/calendars/{DavPath.EncodeName(userId)}/";

    /// <summary>Every calendar of the account with its shares, tokens and public address, in one request.</summary>
    /// <exception cref="NextcloudException">The home is not there: that says nothing of the calendars.</exception>
    public async Task<IReadOnlyList<Calendar>> ListCalendars(CancellationToken ct) =>
        await List(_home, DavDepth.One, ct)
        ?? throw NextcloudFaults.Unexpected(dav.BaseUrl, Verbs.Propfind.Method, 404, mayHaveActed: false);

    /// <summary>One calendar; null when there is none of that name.</summary>
    public async Task<Calendar?> Find(string uri, CancellationToken ct)
    {
        return await List(Address(uri), DavDepth.Zero, ct) is [var found, ..] ? found : null;
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
            var outcome = DavOutcomes.Of(dav, request, answer, spec.DisplayName);
            return outcome.Result == DavResult.Forbidden
                ? outcome with
                {
                    Message = TooMany(spec.DisplayName),
                }
                : outcome;
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

    /// <summary>Nobody lacks the right to a calendar of their own: 403 is <c>dav maximumCalendarsSubscriptions</c>.</summary>
    private static Text TooMany(string name) =>
        new(
            $"« {name} » : le serveur ne permet pas un agenda de plus à ce compte (30 si rien n'est réglé). À l'administrateur : « occ config:app:set dav maximumCalendarsSubscriptions --value=200 », puis relancez.",
            $"'{name}': the server allows this account no further calendar (30 unless told otherwise). For the administrator: 'occ config:app:set dav maximumCalendarsSubscriptions --value=200', then run again."
        );

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
        if (answer.StatusCode == HttpStatusCode.NotFound)
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

    private Task<List<Calendar>?> List(string address, DavDepth depth, CancellationToken ct)
    {
        var request = new DavRequest(Verbs.Propfind, address)
        {
            Depth = depth,
            Xml = DavNames.Propfind(CalendarProperties),
        };
        return dav.Multistatus(
            request,
            responses =>
                responses.Select(r => CalendarXml.Read(r, dav.BaseUrl, userId)).OfType<Calendar>().ToList(),
            ct
        );
    }

    private string Address(string uri) => $"{_home}{DavPath.EncodeName(uri)}/";
}
