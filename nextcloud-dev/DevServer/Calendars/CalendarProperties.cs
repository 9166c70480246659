using System.Globalization;
using System.Xml.Linq;
using Connector.DevServer.Dav;
using static Connector.DevServer.Dav.DavNames;

namespace Connector.DevServer.Calendars;

/// <summary>The properties of calendars and their objects, as a PROPFIND shows them.</summary>
internal sealed class CalendarProperties(CalendarStore store)
{
    public static readonly XNamespace Apple = "http://apple.com/ns/ical/";
    public static readonly XNamespace NextcloudCom = "http://nextcloud.com/ns";

    private static readonly string[] OwnerRights =
    [
        "write",
        "write-properties",
        "write-content",
        "unlock",
        "bind",
        "unbind",
        "write-acl",
        "read",
        "read-acl",
        "read-current-user-privilege-set",
    ];

    private static readonly string[] WriterRights =
    [
        "write",
        "write-properties",
        "write-content",
        "unlock",
        "bind",
        "unbind",
        "read",
        "read-acl",
        "read-current-user-privilege-set",
    ];

    private static readonly string[] ReaderRights =
    [
        "write-properties",
        "read",
        "read-acl",
        "read-current-user-privilege-set",
    ];

    /// <summary>Everything that <paramref name="view"/> has; the caller picks what was asked for.</summary>
    public IEnumerable<XElement> Of(CalendarView view, Uri origin)
    {
        var calendar = view.Calendar;
        yield return new XElement(D + "resourcetype", new XElement(D + "collection"), Type(calendar));
        yield return new XElement(
            D + "displayname",
            view.IsOwner ? calendar.DisplayName : $"{calendar.DisplayName} ({calendar.Owner})"
        );
        yield return new XElement(Cs + "getctag", calendar.SyncToken);
        yield return new XElement(D + "sync-token", calendar.SyncToken);
        yield return new XElement(S + "sync-token", calendar.Token);
        yield return new XElement(Apple + "calendar-order", calendar.Order);
        yield return new XElement(
            Cal + "supported-calendar-component-set",
            calendar
                .Components.Split(',')
                .Select(name => new XElement(Cal + "comp", new XAttribute("name", name)))
        );
        yield return new XElement(Oc + "owner-principal", $"principals/users/{calendar.Owner}");
        yield return new XElement(
            D + "owner",
            new XElement(D + "href", $"/remote.php/dav/principals/users/{DavPath.Encode(calendar.Owner)}/")
        );
        yield return new XElement(
            Oc + "invite",
            view.IsOwner ? store.Shares(calendar.Id).Select(Invite) : null
        );
        yield return Privileges(
            view.IsOwner ? OwnerRights
            : view.ReadOnly ? ReaderRights
            : WriterRights
        );
        yield return SupportedReports();
        if (view.IsOwner)
            yield return new XElement(
                Cs + "allowed-sharing-modes",
                new XElement(Cs + "can-be-shared"),
                new XElement(Cs + "can-be-published")
            );
        foreach (var optional in Optional(view, origin))
            yield return optional;
    }

    public static IEnumerable<XElement> Of(CalendarItem item)
    {
        yield return new XElement(D + "getetag", item.ETag);
        yield return new XElement(D + "resourcetype");
        yield return new XElement(D + "getcontenttype", ContentType(item));
        yield return new XElement(D + "getcontentlength", item.Data.Length);
        yield return new XElement(
            D + "getlastmodified",
            item.Modified.ToString("r", CultureInfo.InvariantCulture)
        );
    }

    public static string ContentType(CalendarItem item) =>
        $"text/calendar; charset=utf-8; component={item.Component.ToLowerInvariant()}";

    public static XElement Privileges(IEnumerable<string> names) =>
        new(
            D + "current-user-privilege-set",
            names.Select(name => new XElement(D + "privilege", new XElement(D + name)))
        );

    private static IEnumerable<XElement> Optional(CalendarView view, Uri origin)
    {
        var calendar = view.Calendar;
        if (calendar.Colour is not null)
            yield return new XElement(Apple + "calendar-color", calendar.Colour);
        if (calendar.Description is not null)
            yield return new XElement(Cal + "calendar-description", calendar.Description);
        if (calendar.TimeZone is not null)
            yield return new XElement(Cal + "calendar-timezone", calendar.TimeZone);
        if (view is { IsOwner: true } && calendar.PublicToken is { } token)
            yield return new XElement(
                Cs + "publish-url",
                new XElement(
                    D + "href",
                    new Uri(origin, $"/remote.php/dav/public-calendars/{token}").AbsoluteUri
                )
            );
        if (view.ReadOnly)
            yield return new XElement(Oc + "read-only", 1);
        if (calendar.DeletedAt is { } deleted)
            yield return new XElement(
                NextcloudCom + "deleted-at",
                deleted.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture)
            );
    }

    private static XElement Type(Calendar calendar) =>
        calendar.DeletedAt is null
            ? new XElement(Cal + "calendar")
            : new XElement(NextcloudCom + "deleted-calendar");

    private static XElement Invite(CalendarShare share) =>
        new(
            Oc + "user",
            new XElement(
                D + "href",
                $"principal:principals/{share.Kind}/{Php.UrlEncode(share.Id, share.Kind)}"
            ),
            new XElement(Oc + "common-name", share.Id),
            new XElement(Oc + "invite-accepted"),
            new XElement(Oc + "access", new XElement(Oc + (share.ReadWrite ? "read-write" : "read")))
        );

    private static XElement SupportedReports() =>
        new(
            D + "supported-report-set",
            new[] { D + "sync-collection", Cal + "calendar-multiget", Cal + "calendar-query" }.Select(
                name => new XElement(D + "supported-report", new XElement(D + "report", new XElement(name)))
            )
        );
}
