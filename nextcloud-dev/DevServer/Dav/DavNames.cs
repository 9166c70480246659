using System.Xml.Linq;

namespace Connector.DevServer.Dav;

/// <summary>Namespaces on the wire, with the prefixes that sabre/dav declares on each answer.</summary>
internal static class DavNames
{
    public static readonly XNamespace D = "DAV:";
    public static readonly XNamespace S = "http://sabredav.org/ns";
    public static readonly XNamespace Oc = "http://owncloud.org/ns";
    public static readonly XNamespace Nc = "http://nextcloud.org/ns";
    public static readonly XNamespace Cal = "urn:ietf:params:xml:ns:caldav";
    public static readonly XNamespace Cs = "http://calendarserver.org/ns/";
    public static readonly XNamespace Card = "urn:ietf:params:xml:ns:carddav";

    public static readonly (string Prefix, XNamespace Namespace)[] Declared =
    [
        ("d", D),
        ("s", S),
        ("cal", Cal),
        ("cs", Cs),
        ("card", Card),
        ("oc", Oc),
        ("nc", Nc),
    ];
}
