using System.Globalization;
using System.Xml.Linq;
using static Connector.Nextcloud.Dav.DavNames;

namespace Connector.Nextcloud.Dav;

/// <summary>
/// The advanced rights of a team folder on the wire. Sample:
/// <code>
/// &lt;nc:acl-list&gt;&lt;nc:acl&gt;&lt;nc:acl-mapping-type&gt;group&lt;/nc:acl-mapping-type&gt;
/// &lt;nc:acl-mapping-id&gt;elus&lt;/nc:acl-mapping-id&gt;&lt;nc:acl-mask&gt;31&lt;/nc:acl-mask&gt;
/// &lt;nc:acl-permissions&gt;1&lt;/nc:acl-permissions&gt;&lt;/nc:acl&gt;&lt;/nc:acl-list&gt;
/// </code>
/// </summary>
internal static class AclXml
{
    /// <summary>Null for no property; rules that cannot be read are left out.</summary>
    public static IReadOnlyList<AclRule>? Read(XElement? list)
    {
        if (list is null)
            return null;
        return
        [
            .. list.Elements(Nc + "acl")
                .Select(acl => new AclRule(
                    acl.Element(Nc + "acl-mapping-type")?.Value ?? "",
                    acl.Element(Nc + "acl-mapping-id")?.Value ?? "",
                    Bits(acl, "acl-mask"),
                    Bits(acl, "acl-permissions")
                ))
                .Where(rule => rule.MappingId.Length > 0),
        ];
    }

    /// <summary>The body of a PROPPATCH that replaces the whole list.</summary>
    public static XElement Proppatch(IEnumerable<AclRule> rules) =>
        Root(
            D + "propertyupdate",
            new XElement(D + "set", new XElement(D + "prop", new XElement(AclList, rules.Select(Write))))
        );

    /// <summary>Whether two lists decide the same, whatever their order.</summary>
    public static bool Same(IEnumerable<AclRule>? one, IEnumerable<AclRule> other) =>
        one is not null && one.Select(Effective).ToHashSet().SetEquals(other.Select(Effective));

    /// <summary>Only the bits in the mask count.</summary>
    private static AclRule Effective(AclRule rule) =>
        rule with
        {
            Permissions = rule.Permissions & rule.Mask,
        };

    private static XElement Write(AclRule rule) =>
        new(
            Nc + "acl",
            new XElement(Nc + "acl-mapping-type", rule.MappingType),
            new XElement(Nc + "acl-mapping-id", rule.MappingId),
            new XElement(Nc + "acl-mask", (int)rule.Mask),
            new XElement(Nc + "acl-permissions", (int)rule.Permissions)
        );

    private static Rights Bits(XElement acl, string name) =>
        int.TryParse(
            acl.Element(Nc + name)?.Value,
            NumberStyles.Integer,
            CultureInfo.InvariantCulture,
            out var bits
        )
            ? (Rights)bits
            : Rights.None;
}
