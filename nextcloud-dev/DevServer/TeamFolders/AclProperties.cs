using System.Globalization;
using System.Xml.Linq;
using Connector.DevServer.Accounts;
using Connector.DevServer.Files;
using static Connector.DevServer.Dav.DavNames;

namespace Connector.DevServer.TeamFolders;

/// <summary>Advanced rights as WebDAV properties (<c>groupfolders/lib/DAV/ACLPlugin.php</c>).</summary>
internal sealed class AclProperties(AclStore store, AccountStore accounts, GroupStore groups, NodeStore nodes)
{
    public static readonly XName List = Nc + "acl-list";

    /// <summary>Only nodes in team folders have them.</summary>
    public IEnumerable<(XName Name, Func<FileView, Entry, object?> Value)> Values =>
        [
            (Nc + "group-folder-id", (_, e) => e.Mount.TeamFolderId),
            (Nc + "acl-enabled", (_, e) => InFolder(e, e.Mount.AclEnabled ? "1" : "")),
            (Nc + "acl-can-manage", (_, e) => InFolder(e, e.Mount.CanManageAcl ? "1" : "")),
            (List, OwnRules),
            (Nc + "inherited-acl-list", InheritedRules),
        ];

    /// <summary>Replaces the rules of a node.</summary>
    /// <returns>False when this account may not, or the node is in no team folder: the real server then says yes and
    /// does nothing.</returns>
    public bool Replace(Entry entry, XElement list)
    {
        if (entry.Mount.TeamFolderId is null || !entry.Mount.CanManageAcl)
            return false;
        store.Replace(entry.Node.Id, list.Elements(Nc + "acl").Select(acl => ReadRule(entry.Node.Id, acl)));
        return true;
    }

    private static string? InFolder(Entry entry, string value) =>
        entry.Mount.TeamFolderId is null ? null : value;

    private IEnumerable<XElement>? OwnRules(FileView view, Entry entry)
    {
        if (entry.Mount.TeamFolderId is null)
            return null;
        var rules = view.RulesOn(entry.Node.Id, entry.Mount.CanManageAcl).Select(WriteRule).ToList();
        // A manager gets 404 for an empty list, as on the real server.
        return rules.Count == 0 && entry.Mount.CanManageAcl ? null : rules;
    }

    private IEnumerable<XElement>? InheritedRules(FileView view, Entry entry)
    {
        if (entry.Mount.TeamFolderId is null)
            return null;
        var above = new Stack<long>();
        for (
            var node = entry.Node;
            node.Id != entry.Mount.RootId && node.Parent != 0;
            node = nodes.Get(node.Parent)
        )
            above.Push(node.Parent);
        var inherited = new Dictionary<Mapping, AclRule>();
        foreach (var rule in above.SelectMany(id => view.RulesOn(id, entry.Mount.CanManageAcl)))
        {
            var before =
                inherited.GetValueOrDefault(rule.Mapping)
                ?? rule with
                {
                    Mask = 0,
                    Permissions = Permissions.All,
                };
            inherited[rule.Mapping] = rule with
            {
                Permissions = rule.Apply(before.Permissions),
                Mask = before.Mask | rule.Mask,
            };
        }
        return inherited.Values.Select(r => WriteRule(r with { Permissions = r.Permissions & r.Mask }));
    }

    private XElement WriteRule(AclRule rule) =>
        new(
            Nc + "acl",
            new XElement(Nc + "acl-mapping-type", rule.Mapping.Type),
            new XElement(Nc + "acl-mapping-id", rule.Mapping.Id),
            new XElement(Nc + "acl-mapping-display-name", DisplayName(rule.Mapping)),
            new XElement(Nc + "acl-mask", rule.Mask),
            new XElement(Nc + "acl-permissions", rule.Permissions)
        );

    private string DisplayName(Mapping mapping) =>
        (
            mapping.Type == "group"
                ? groups.Find(mapping.Id)?.DisplayName
                : accounts.Find(mapping.Id)?.DisplayName
        ) ?? mapping.Id;

    private static AclRule ReadRule(long nodeId, XElement acl)
    {
        var mapping = new Mapping(Text("acl-mapping-type"), Text("acl-mapping-id"));
        return new AclRule(nodeId, mapping, Number("acl-mask"), Number("acl-permissions"));

        string Text(string name) => acl.Element(Nc + name)?.Value.Trim() ?? "";

        int Number(string name) =>
            int.TryParse(Text(name), NumberStyles.Integer, CultureInfo.InvariantCulture, out var n)
                ? n & Permissions.All
                : 0;
    }
}
