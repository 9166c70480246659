using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Connector.Nextcloud.Dav;
using Connector.Nextcloud.Http;
using static Connector.Nextcloud.Dav.DavNames;

namespace Connector.Nextcloud.CalDav;

/// <summary>The objects in a calendar.</summary>
internal sealed partial class CalendarClient
{
    /// <summary>Objects asked for in one REPORT.</summary>
    private const int MostAtOnce = 200;

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
        return await dav.Multistatus(request, Objects, ct);
    }

    /// <summary>
    /// What changed since a token, with the texts, in one request (RFC 6578). Null where the server cannot tell: it does
    /// not know the token (any more), tells a part only, or knows no such REPORT; then only a whole listing helps.
    /// </summary>
    public async Task<CalendarChanges?> ChangedSince(string uri, string token, CancellationToken ct)
    {
        var request = new DavRequest(Verbs.Report, Address(uri))
        {
            Depth = DavDepth.Zero,
            Xml = CalendarXml.SyncCollection(token),
        };
        try
        {
            return await Sync(request, ct);
        }
        catch (NextcloudException e) when (e.Fault == NextcloudFault.AnswerTooLarge)
        {
            return null;
        }
    }

    private async Task<CalendarChanges?> Sync(DavRequest request, CancellationToken ct)
    {
        using var answer = await dav.Send(request, ct);
        if ((int)answer.StatusCode is not (207 or (>= 400 and < 500)))
            throw dav.Unexpected(request, answer);
        if (answer.StatusCode != HttpStatusCode.MultiStatus)
            return null;
        string? next = null;
        var changes = await dav.Read(answer, Changes, found => next = found, ct);
        return next is { Length: > 0 } && changes is not null ? changes with { Token = next } : null;
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
        return await dav.Multistatus(request, Objects, ct) ?? [];
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

    private Task<DavOutcome> Put(
        string uri,
        string name,
        string ics,
        PutCondition condition,
        CancellationToken ct
    ) => PutAt(Address(uri), name, ics, condition, ct);

    private async Task<DavOutcome> PutAt(
        string calendar,
        string name,
        string ics,
        PutCondition condition,
        CancellationToken ct
    )
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(ics));
        content.Headers.ContentType = new MediaTypeHeaderValue("text/calendar", "utf-8");
        var request = new DavRequest(HttpMethod.Put, calendar + DavPath.EncodeName(name))
        {
            Content = content,
            Headers = [condition.Header, ("Schedule-Reply", "F"), ("x-nc-scheduling", "false")],
        };
        using var answer = await dav.Send(request, ct);
        return await DavOutcomes.IsUidConflict(answer, ct)
            ? DavOutcomes.Of(DavResult.UidConflict, name)
            : DavOutcomes.Of(dav, request, answer, name);
    }

    private static List<CalendarObject> Objects(IEnumerable<MultistatusResponse> responses) =>
        responses.Select(Object).OfType<CalendarObject>().ToList();

    /// <summary>Null for the collection itself, and for what is not there: 404, or sabre's 418 beside no property.</summary>
    private static CalendarObject? Object(MultistatusResponse r) =>
        r.Status is null or < 400
        && r.Find(D + "resourcetype")?.Element(D + "collection") is null
        && ETags.Read(r.Text(D + "getetag")) is { Length: > 0 } etag
        && !r.Href.EndsWith('/')
            ? new CalendarObject(NameOf(r), etag, WithLineEnds(r.Text(Cal + "calendar-data")))
            : null;

    /// <summary>Null for a list with anything in it that is neither there nor gone, such as 507 for one that was cut off.</summary>
    private static CalendarChanges? Changes(IEnumerable<MultistatusResponse> responses)
    {
        var (changed, missing) = (new List<CalendarObject>(), new List<string>());
        foreach (var response in responses)
        {
            if (response.Status is >= 400 and not (404 or 410 or 418))
                return null;
            if (Object(response) is { } found)
                changed.Add(found);
            else if (!response.Href.EndsWith('/'))
                missing.Add(NameOf(response));
        }

        return new CalendarChanges(changed, missing, "");
    }

    private static string NameOf(MultistatusResponse r) =>
        System.Uri.UnescapeDataString(r.Href.TrimEnd('/').Split('/')[^1]);

    /// <summary>XML turns CRLF into LF (XML 1.0, 2.11); iCalendar wants CRLF (RFC 5545, 3.1).</summary>
    private static string? WithLineEnds(string? ics) =>
        ics?.Replace("\r\n", "\n", StringComparison.Ordinal).Replace("\n", "\r\n", StringComparison.Ordinal);
}
