using System.Xml.Linq;

namespace Connector.Nextcloud.Dav;

/// <summary>Namespaces and property names on the wire.</summary>
internal static class DavNames
{
    public static readonly XNamespace D = "DAV:";
    public static readonly XNamespace Oc = "http://owncloud.org/ns";
    public static readonly XNamespace Nc = "http://nextcloud.org/ns";
    public static readonly XNamespace Cal = "urn:ietf:params:xml:ns:caldav";
    public static readonly XNamespace Card = "urn:ietf:params:xml:ns:carddav";
    public static readonly XNamespace Cs = "http://calendarserver.org/ns/";
    public static readonly XNamespace Apple = "http://apple.com/ns/ical/";

    public static readonly XName AclList = Nc + "acl-list";

    /// <summary>What a snapshot asks for each file and folder.</summary>
    public static readonly XName[] Resource =
    [
        D + "resourcetype",
        D + "getetag",
        D + "getcontenttype",
        Oc + "fileid",
        Oc + "size",
        Oc + "permissions",
        Oc + "checksums",
        Nc + "group-folder-id",
        Nc + "mount-type",
        AclList,
    ];

    /// <summary>A request body whose prefixes are those of the specifications, for whoever reads a capture.</summary>
    public static XElement Root(XName name, params object?[] content) =>
        new(
            name,
            new XAttribute(XNamespace.Xmlns + "d", D.NamespaceName),
            new XAttribute(XNamespace.Xmlns + "oc", Oc.NamespaceName),
            new XAttribute(XNamespace.Xmlns + "nc", Nc.NamespaceName),
            new XAttribute(XNamespace.Xmlns + "c", Cal.NamespaceName),
            new XAttribute(XNamespace.Xmlns + "card", Card.NamespaceName),
            new XAttribute(XNamespace.Xmlns + "cs", Cs.NamespaceName),
            new XAttribute(XNamespace.Xmlns + "a", Apple.NamespaceName),
            content
        );

    /// <summary>The body of a PROPFIND (RFC 4918, 9.1) that asks for <paramref name="properties"/>.</summary>
    public static XElement Propfind(params XName[] properties) =>
        Root(D + "propfind", new XElement(D + "prop", properties.Select(p => new XElement(p))));
}
