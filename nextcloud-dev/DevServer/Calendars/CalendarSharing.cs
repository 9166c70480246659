using System.Xml.Linq;
using Connector.DevServer.Accounts;
using Connector.DevServer.Dav;
using static Connector.DevServer.Dav.DavNames;

namespace Connector.DevServer.Calendars;

/// <summary>
/// POST on a calendar: share, unshare, publish, unpublish (server files <c>apps/dav/lib/DAV/Sharing/Plugin.php</c>,
/// <c>apps/dav/lib/CalDAV/Publishing/PublishPlugin.php</c>).
/// </summary>
internal sealed class CalendarSharing(
    CalendarStore store,
    CalendarViews views,
    AccountStore accounts,
    GroupStore groups
)
{
    private const string Principal = "principal:principals/";

    public async Task Post(CalendarRequest request)
    {
        if (request.Request.ContentType?.Contains("xml", StringComparison.OrdinalIgnoreCase) != true)
            throw Unhandled();
        var body = await DavXml.Read(request.Request, request.Aborted) ?? throw Unhandled();
        var view = views.Find(request);
        if (!view.IsOwner)
            throw DavException.Forbidden("Only the owner may share a calendar.");
        if (body.Name == Oc + "share")
            Share(view.Calendar, body);
        else if (body.Name == Cs + "publish-calendar")
            store.Publish(view.Calendar.Id);
        else if (body.Name == Cs + "unpublish-calendar")
            store.Unpublish(view.Calendar.Id);
        else
            throw Unhandled();
        request.Response.Headers["X-Sabre-Status"] = "everything-went-well";
        DavErrors.Empty(request.Context, body.Name == Cs + "publish-calendar" ? 202 : 200);
    }

    private void Share(Calendar calendar, XElement body)
    {
        foreach (var set in body.Elements(Oc + "set"))
        {
            // Somebody unknown is answered 200 and forgotten, as on the real server.
            if (Read(set) is var (kind, id) && Exists(kind, id))
                store.Share(
                    calendar.Id,
                    new CalendarShare(kind, id, set.Element(Oc + "read-write") is not null)
                );
        }

        foreach (var remove in body.Elements(Oc + "remove"))
        {
            if (Read(remove) is var (kind, id))
                store.Unshare(calendar.Id, kind, id);
        }
    }

    private bool Exists(string kind, string id) =>
        kind switch
        {
            "groups" => groups.Find(id) is not null,
            // Not looked up (apps/dav/lib/DAV/Sharing/Backend.php, shareWith).
            "circles" => true,
            _ => accounts.Find(id) is not null,
        };

    private static (string Kind, string Id)? Read(XElement element)
    {
        var href = element.Element(D + "href")?.Value.Trim() ?? "";
        if (!href.StartsWith(Principal, StringComparison.Ordinal))
            return null;
        var parts = href[Principal.Length..].Split('/', 2);
        return parts.Length == 2 && parts[0] is "users" or "groups" or "circles"
            ? (parts[0], Php.UrlDecode(parts[1], parts[0]))
            : null;
    }

    private static DavException Unhandled() =>
        DavException.NotImplemented(
            "There was no plugin in the system that was willing to handle this POST method."
        );
}
