using System.Xml.Linq;
using Connector.Nextcloud.CalDav;
using Connector.Nextcloud.Dav;
using static Connector.Nextcloud.Dav.DavNames;

namespace Connector.Nextcloud.CardDav;

/// <summary>The XML of address books (RFC 6352, 5689; Nextcloud <c>apps/dav/lib/CardDAV</c>).</summary>
internal static class AddressBookXml
{
    public static XElement Mkcol(string displayName) =>
        Root(
            D + "mkcol",
            new XElement(
                D + "set",
                new XElement(
                    D + "prop",
                    new XElement(
                        D + "resourcetype",
                        new XElement(D + "collection"),
                        new XElement(DavNames.Card + "addressbook")
                    ),
                    new XElement(D + "displayname", displayName)
                )
            )
        );

    public static XElement Multiget(IEnumerable<string> hrefs) =>
        Root(
            DavNames.Card + "addressbook-multiget",
            new XElement(
                D + "prop",
                new XElement(D + "getetag"),
                new XElement(DavNames.Card + "address-data")
            ),
            hrefs.Select(href => new XElement(D + "href", href))
        );

    /// <summary>Null for what is not an address book.</summary>
    public static AddressBook? Read(MultistatusResponse response)
    {
        if (response.Find(D + "resourcetype")?.Element(DavNames.Card + "addressbook") is null)
            return null;
        var uri = Uri.UnescapeDataString(response.Href.TrimEnd('/').Split('/')[^1]);
        return new AddressBook
        {
            Uri = uri,
            DisplayName = response.Text(D + "displayname") ?? uri,
            SyncToken = response.Text(D + "sync-token"),
            Shares = [.. CalendarXml.Shares(response.Find(Oc + "invite"))],
        };
    }
}
