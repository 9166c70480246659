using System.Xml.Linq;
using static Connector.Nextcloud.Dav.DavNames;

namespace Connector.Nextcloud.Dav;

/// <summary>The body of a SEARCH (DASL, RFC 5323).</summary>
internal static class SearchXml
{
    /// <summary>Everything below a scope whose name is like a pattern.</summary>
    public static XElement Like(string scope, string namePattern) =>
        Root(
            D + "searchrequest",
            new XElement(
                D + "basicsearch",
                new XElement(D + "select", new XElement(D + "prop", Resource.Select(p => new XElement(p)))),
                new XElement(
                    D + "from",
                    new XElement(
                        D + "scope",
                        new XElement(D + "href", scope),
                        new XElement(D + "depth", "infinity")
                    )
                ),
                new XElement(
                    D + "where",
                    new XElement(
                        D + "like",
                        new XElement(D + "prop", new XElement(D + "displayname")),
                        new XElement(D + "literal", namePattern)
                    )
                ),
                new XElement(D + "orderby")
            )
        );
}
