using Connector.Domain.Territories;

namespace Connector.Domain.Workspaces.Extraction;

/// <summary>What each role may do in the folders of a live area, in a blueprint's four levels.</summary>
internal sealed class LiveRights
{
    private readonly LiveArea _area;
    private readonly EffectiveAccess _access;
    private readonly SortedSet<string> _between = new(StringComparer.Ordinal);

    public LiveRights(LiveArea area)
    {
        _area = area;
        _access = new EffectiveAccess(
            WorkspaceSnapshot.Empty with
            {
                TeamFolders = area.TeamFolder is null ? [] : [area.TeamFolder],
                Nodes = area.Nodes,
                Shares = area.TeamFolder is null ? area.Shares : [],
            }
        );
    }

    /// <summary>The roles that somebody has here.</summary>
    public IEnumerable<GroupRole> Roles => _area.Roles.Values.Distinct().Order();

    public AccessLevel Of(GroupRole role, string path) =>
        _area
            .Roles.Where(one => one.Value == role)
            .Select(one => LevelOf(_access.OfGroup(one.Key, path).Bits, path))
            .DefaultIfEmpty(AccessLevel.None)
            .Max();

    /// <summary>What could not be said in levels, and whom the blueprint does not know.</summary>
    public IEnumerable<Text> Notes()
    {
        var others = _access
            .GroupsAt(_area.Root)
            .Concat(_area.Nodes.SelectMany(node => node.Rules).Where(IsGroup).Select(rule => rule.MappingId))
            .Where(group => group != WorkspaceKeys.ServiceGroup && !_area.Roles.ContainsKey(group))
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .ToList();
        if (others.Count > 0)
        {
            var list = string.Join(", ", others);
            var options = string.Join(' ', others.Select(group => $"--role \"{group}=membre\""));
            yield return new Text(
                $"Ces groupes ont accès et n'ont pas de rôle connu : {list}. Donnez-le : {options}",
                $"These groups have access and no known role: {list}. Give it: {options}"
            );
        }

        if (_between.Count > 0)
        {
            yield return new Text(
                $"Droits entre deux niveaux, ramenés au niveau du dessous : {Listed(_between)}",
                $"Rights between two levels, taken for the lower one: {Listed(_between)}"
            );
        }

        var personal = _area.Nodes.Where(node => node.Rules.Any(rule => !IsGroup(rule))).ToList();
        if (personal.Count > 0)
        {
            yield return new Text(
                $"Règles pour une seule personne ou une équipe, laissées de côté : {Listed(personal.Select(node => node.Path))}",
                $"Rules for a single person or a team, left out: {Listed(personal.Select(node => node.Path))}"
            );
        }
    }

    /// <summary>A few paths, then how many more.</summary>
    internal static string Listed(IEnumerable<string> paths)
    {
        var all = paths.Distinct(StringComparer.Ordinal).ToList();
        return string.Join(", ", all.Take(5).Select(path => $"« {path} »"))
            + (all.Count > 5 ? $"… ({all.Count})" : "");
    }

    private static bool IsGroup(AclRule rule) => rule.MappingType == "group";

    /// <summary>The most that is not more than the bits say: nobody gets by a blueprint what they did not have.</summary>
    private AccessLevel LevelOf(int bits, string path)
    {
        var level = Enum.GetValues<AccessLevel>().Where(level => (AclRule.Bits(level) & ~bits) == 0).Max();
        if (AclRule.Bits(level) != bits)
        {
            _between.Add(path);
        }

        return level;
    }
}
