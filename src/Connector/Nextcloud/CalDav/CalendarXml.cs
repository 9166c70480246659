using System.Net;
using System.Xml.Linq;
using Connector.Nextcloud.Dav;
using static Connector.Nextcloud.Dav.DavNames;

namespace Connector.Nextcloud.CalDav;

/// <summary>The XML of calendars (RFC 4791, 5689; Nextcloud <c>apps/dav/lib/CalDAV</c> and <c>DAV/Sharing</c>).</summary>
internal static class CalendarXml
{
    private const string Principal = "principal:principals/";

    public static XElement Mkcol(CalendarSpec spec) =>
        Root(
            D + "mkcol",
            new XElement(
                D + "set",
                new XElement(
                    D + "prop",
                    new XElement(
                        D + "resourcetype",
                        new XElement(D + "collection"),
                        new XElement(Cal + "calendar")
                    ),
                    new XElement(D + "displayname", spec.DisplayName),
                    new XElement(Apple + "calendar-color", spec.Colour),
                    new XElement(Oc + "calendar-enabled", "1"),
                    spec.TimeZone is { } zone ? new XElement(Cal + "calendar-timezone", zone) : null,
                    new XElement(
                        Cal + "supported-calendar-component-set",
                        spec.Components.Select(c => new XElement(Cal + "comp", new XAttribute("name", c)))
                    )
                )
            )
        );

    /// <summary>
    /// Shares with several at once. An id is encoded as PHP's urlencode does: a space is <c>+</c>.
    /// </summary>
    public static XElement Share(IEnumerable<CalendarShare> shares) =>
        Root(
            Oc + "share",
            shares.Select(share => new XElement(
                Oc + "set",
                new XElement(D + "href", $"{Principal}{share.Kind}/{WebUtility.UrlEncode(share.Id)}"),
                share.ReadWrite ? new XElement(Oc + "read-write") : null
            ))
        );

    public static XElement Multiget(IEnumerable<string> hrefs) =>
        Root(
            Cal + "calendar-multiget",
            new XElement(D + "prop", new XElement(D + "getetag"), new XElement(Cal + "calendar-data")),
            hrefs.Select(href => new XElement(D + "href", href))
        );

    /// <summary>
    /// What changed since a token, with the texts (RFC 6578, 3.2). Never with a limit: Nextcloud cuts the list off and
    /// gives the token of its end all the same.
    /// </summary>
    public static XElement SyncCollection(string token) =>
        Root(
            D + "sync-collection",
            new XElement(D + "sync-token", token),
            new XElement(D + "sync-level", "1"),
            new XElement(D + "prop", new XElement(D + "getetag"), new XElement(Cal + "calendar-data"))
        );

    /// <summary>Null for what is not a calendar: the home itself, inbox, outbox, trash bin, subscriptions.</summary>
    public static Calendar? Read(MultistatusResponse response, Uri baseUrl, string userId)
    {
        if (response.Find(D + "resourcetype")?.Element(Cal + "calendar") is null)
            return null;
        var uri = Uri.UnescapeDataString(response.Href.TrimEnd('/').Split('/')[^1]);
        var published = response.Find(Cs + "publish-url")?.Element(D + "href")?.Value;
        var reported = Uri.TryCreate(published, UriKind.Absolute, out var url) ? url : null;
        var owner = response.Text(Oc + "owner-principal")?.Trim('/');
        return new Calendar
        {
            Uri = uri,
            DisplayName = response.Text(D + "displayname") ?? uri,
            Colour = response.Text(Apple + "calendar-color"),
            CTag = response.Text(Cs + "getctag"),
            SyncToken = response.Text(D + "sync-token"),
            Components = [.. Components(response)],
            // Once a calendar is shared, the server lists its owner among those it is shared with; the owner's own
            // view of it then has no oc:owner-principal (measured on 27).
            Shares =
            [
                .. Shares(response.Find(Oc + "invite"))
                    .Where(s =>
                        owner != $"principals/{s.Kind}/{s.Id}"
                        && (owner is not null || s.Kind != "users" || s.Id != userId)
                    ),
            ],
            PublishUrl = reported is null ? null : ServerAddress.OnOrigin(baseUrl, reported),
            ReportedPublishUrl = reported,
            IsOwned = owner is null || owner.EndsWith("/" + userId, StringComparison.OrdinalIgnoreCase),
        };
    }

    private static IEnumerable<string> Components(MultistatusResponse response) =>
        response
            .Find(Cal + "supported-calendar-component-set")
            ?.Elements(Cal + "comp")
            .Select(c => c.Attribute("name")?.Value)
            .OfType<string>()
        ?? [];

    /// <summary>
    /// <c>&lt;oc:user&gt;&lt;d:href&gt;principal:principals/groups/elus+locaux&lt;/d:href&gt;…&lt;oc:access&gt;&lt;oc:read-write/&gt;</c>
    /// </summary>
    public static IEnumerable<CalendarShare> Shares(XElement? invite)
    {
        foreach (var user in invite?.Elements(Oc + "user") ?? [])
        {
            var href = user.Element(D + "href")?.Value ?? "";
            var parts = href[(href.IndexOf(':') + 1)..].Split('/');
            if (parts is [.., var kind, var id])
                yield return new CalendarShare(
                    kind,
                    WebUtility.UrlDecode(id),
                    user.Element(Oc + "access")?.Element(Oc + "read-write") is not null
                );
        }
    }
}
