using Connector.Domain.Territories;

namespace Connector.Domain.Workspaces;

/// <summary>
/// Turns a blueprint's rights by role into the two layers of a team folder: permission bits per attached group
/// (the most that the group may do anywhere in it) and rules that take back what is too much in a folder.
/// Source: groupfolders <c>lib/ACL/ACLManager.php</c>: rules only ever restrict the attached groups' bits, and all
/// rules of one path that concern a person are merged, allowed winning over denied.
/// </summary>
internal sealed class AreaRights
{
    private readonly AreaBlueprint _area;
    private readonly IReadOnlyDictionary<GroupRole, string> _groups;
    private readonly Dictionary<GroupRole, AccessLevel> _most;

    public AreaRights(AreaBlueprint area, IReadOnlyDictionary<GroupRole, string> groups)
    {
        _area = area;
        _groups = groups;
        _most = groups.Keys.ToDictionary(role => role, role => Levels(area.Folders, role, Base(role)).Max());
    }

    /// <summary>Group id → bits, the service's group first.</summary>
    public IReadOnlyDictionary<string, int> Access =>
        new[] { KeyValuePair.Create(WorkspaceGroups.Service, AclRule.All) }
            .Concat(
                _groups
                    .Where(group => _most[group.Key] != AccessLevel.None)
                    .OrderBy(group => group.Key)
                    .Select(group => KeyValuePair.Create(group.Value, AclRule.Bits(_most[group.Key])))
            )
            .ToDictionary();

    /// <summary>Rules of the root, when a role may do less there than somewhere below.</summary>
    public IReadOnlyList<AclRule> Root() => Rules(role => Base(role) != _most[role], Base);

    /// <summary>Rules of a folder, when it changes a role's rights.</summary>
    public IReadOnlyList<AclRule> For(FolderBlueprint folder, Func<GroupRole, AccessLevel> inherited) =>
        Rules(
            role => folder.Rights.TryGetValue(role, out var level) && level != inherited(role),
            folder.Level(inherited)
        );

    public AccessLevel Base(GroupRole role) => _area.Rights.GetValueOrDefault(role, AccessLevel.None);

    private IReadOnlyList<AclRule> Rules(Func<GroupRole, bool> concerned, Func<GroupRole, AccessLevel> level)
    {
        if (!_groups.Keys.Any(concerned))
        {
            return [];
        }

        // Leads and coordinators are members too. The server merges the rules of a path over the groups that they
        // name, so a rule for members alone would bind them as well: each role says here what it may do.
        var rules = _groups
            .Where(group => _most[group.Key] != AccessLevel.None)
            .OrderBy(group => group.Key)
            .Select(group => new AclRule("group", group.Value, AclRule.All, AclRule.Bits(level(group.Key))));
        return [new AclRule("group", WorkspaceGroups.Service, AclRule.All, AclRule.All), .. rules];
    }

    /// <summary>What a role may do in a folder and in each folder below it.</summary>
    internal static IEnumerable<AccessLevel> Levels(
        IReadOnlyList<FolderBlueprint> folders,
        GroupRole role,
        AccessLevel here
    ) =>
        folders
            .SelectMany(folder =>
                Levels(folder.Folders, role, folder.Rights.TryGetValue(role, out var own) ? own : here)
            )
            .Prepend(here);
}
