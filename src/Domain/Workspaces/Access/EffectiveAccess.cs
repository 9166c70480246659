namespace Connector.Domain.Workspaces;

/// <summary>
/// Computes effective rights in team folders and shared folders as the server does (measured on 27 with groupfolders
/// 15; <c>lib/Folder/FolderManager.php</c>, <c>lib/ACL/ACLManager.php</c>, <c>lib/ACL/Rule.php</c>): the bits of all
/// attached groups that the person is in, joined; then, folder after folder from the root, the rules that concern the
/// person, merged so that what one allows none denies; and what cannot be read hides all that is below. A share gives
/// its bits to what is shared and to all below; whoever has several ways to a folder has the rights of all of them.
/// </summary>
/// <remarks>Members of teams (Circles) are not known here: what is given to a team is nobody's.</remarks>
public sealed class EffectiveAccess
{
    private static readonly HashSet<string> NoGroups = [];

    private readonly WorkspaceSnapshot _snapshot;
    private readonly Dictionary<string, HashSet<string>> _groupsOf;
    private readonly Dictionary<string, NodeState> _nodes;
    private readonly ILookup<string, TeamFolderState> _teamFolders;
    private readonly ILookup<string, GivenShare> _shares;

    /// <param name="snapshot">What the service account sees.</param>
    /// <param name="shares">Every share; without it, the snapshot's own shares with groups.</param>
    public EffectiveAccess(WorkspaceSnapshot snapshot, IReadOnlyList<GivenShare>? shares = null)
    {
        _snapshot = snapshot;
        _groupsOf = snapshot
            .Groups.SelectMany(group => group.Value.Members.Select(user => (user, group.Key)))
            .GroupBy(pair => pair.user, pair => pair.Key, StringComparer.Ordinal)
            .ToDictionary(
                user => user.Key,
                user => user.ToHashSet(StringComparer.Ordinal),
                StringComparer.Ordinal
            );
        _nodes = snapshot.Nodes.ToDictionary(node => node.Path, StringComparer.Ordinal);
        _teamFolders = snapshot
            .TeamFolders.OrderBy(folder => folder.Id)
            .ToLookup(folder => folder.MountPoint, StringComparer.Ordinal);
        _shares = (shares ?? Shares(snapshot)).ToLookup(share => share.Path, StringComparer.Ordinal);
    }

    /// <summary>Folders that somebody can be given: those of team folders, and those shared, with all below.</summary>
    public IEnumerable<NodeState> Folders =>
        _snapshot
            .Nodes.Where(node =>
                node.IsFolder && (MountPointOf(node.Path) is not null || IsShared(node.Path))
            )
            .OrderBy(node => node.Path, StringComparer.Ordinal);

    /// <summary>The mount point of the team folder that a path lies in, the innermost; null outside of all.</summary>
    public string? MountPointOf(string path) => Upwards(path).FirstOrDefault(_teamFolders.Contains);

    /// <summary>The groups that a path was given to: attached to its team folder, or shared with.</summary>
    public IEnumerable<string> GroupsAt(string path) =>
        (MountPointOf(path) is { } mountPoint ? _teamFolders[mountPoint] : [])
            .SelectMany(folder => folder.Groups.Keys)
            .Concat(
                SharesOn(path).Where(share => share.Target == ShareTarget.Group).Select(share => share.With!)
            )
            .Distinct(StringComparer.Ordinal);

    /// <summary>Everybody who may have access to a path: nobody else has any.</summary>
    public IEnumerable<string> PeopleAt(string path) =>
        GroupsAt(path)
            .SelectMany(group =>
                _snapshot.Groups.GetValueOrDefault(group)?.Members ?? Enumerable.Empty<string>()
            )
            .Concat(
                SharesOn(path).Where(share => share.Target == ShareTarget.User).Select(share => share.With!)
            )
            .Distinct(StringComparer.Ordinal);

    public AccessEntry Of(string userId, string path)
    {
        var why = new List<Text>();
        var bits = Of(new Subject(userId, _groupsOf.GetValueOrDefault(userId, NoGroups)), path, why);
        return new AccessEntry(userId, path, bits, why);
    }

    /// <summary>What a group alone gives to its members.</summary>
    public GroupAccess OfGroup(string groupId, string path) =>
        new(
            groupId,
            path,
            Of(new Subject(null, new HashSet<string> { groupId }), path, []),
            _snapshot.Groups.GetValueOrDefault(groupId)?.Members.Count ?? 0
        );

    private int Of(Subject who, string path, List<Text> why) =>
        InTeamFolder(who, path, why) | InShares(who, path, why);

    private int InTeamFolder(Subject who, string path, List<Text> why)
    {
        // Of two team folders with one name the later is the one that is mounted (measured).
        var mountPoint = MountPointOf(path);
        var folder = mountPoint is null
            ? null
            : _teamFolders[mountPoint].LastOrDefault(one => one.Groups.Keys.Any(who.Groups.Contains));
        if (folder is null || !IsReachable(who, folder.MountPoint, why))
        {
            return 0;
        }

        var most = Joined(who, folder, why);
        var granted = AclRule.All;
        foreach (var above in Upwards(path).TakeWhile(above => above.Length >= mountPoint!.Length).Reverse())
        {
            granted = folder.Acl ? Ruled(who, above, most, granted, why) : granted;
            if ((most & granted & 1) == 0)
            {
                why.Add(AccessWords.Hides(above));
                return 0;
            }
        }

        return most & granted;
    }

    /// <summary>A mount inside a folder that the person does not see is not there for them (measured).</summary>
    private bool IsReachable(Subject who, string mountPoint, List<Text> why)
    {
        if (Upwards(mountPoint).ElementAtOrDefault(1) is not { } parent || (Of(who, parent, []) & 1) != 0)
        {
            return true;
        }

        why.Add(AccessWords.Hides(parent));
        return false;
    }

    private static int Joined(Subject who, TeamFolderState folder, List<Text> why)
    {
        var most = 0;
        foreach (var group in folder.Groups.Keys.Where(who.Groups.Contains).Order(StringComparer.Ordinal))
        {
            most |= folder.Groups[group];
            why.Add(AccessWords.Attached(group, folder.MountPoint, folder.Groups[group]));
        }

        return most;
    }

    /// <summary>The rules of one folder, merged over all mappings that concern the person.</summary>
    private int Ruled(Subject who, string path, int most, int granted, List<Text> why)
    {
        var rules = _nodes.TryGetValue(path, out var node) ? node.Rules.Where(who.IsConcerned).ToList() : [];
        if (rules.Count == 0)
        {
            return granted;
        }

        var mask = rules.Aggregate(0, (sum, rule) => sum | rule.Mask);
        // Also bits outside a rule's own mask allow, once another rule's mask names them (measured; Rule::mergeRules).
        var allowed = rules.Aggregate(0, (sum, rule) => sum | rule.Permissions) & mask;
        var now = (granted & ~mask) | allowed;
        why.Add(AccessWords.Ruled(path, rules, most & granted, most & now));
        return now;
    }

    private int InShares(Subject who, string path, List<Text> why)
    {
        var bits = 0;
        foreach (var share in SharesOn(path).Where(who.IsGiven))
        {
            bits |= share.Bits;
            why.Add(AccessWords.Shared(share));
        }

        return (bits & 1) == 0 ? 0 : bits;
    }

    private bool IsShared(string path) =>
        SharesOn(path).Any(share => share.Target is not (ShareTarget.Link or ShareTarget.Mail));

    /// <summary>The shares of a path and of the folders above it, the topmost first.</summary>
    private IEnumerable<GivenShare> SharesOn(string path) =>
        Upwards(path).Reverse().SelectMany(above => _shares[above]);

    private static IReadOnlyList<GivenShare> Shares(WorkspaceSnapshot snapshot)
    {
        var paths = snapshot.Nodes.ToLookup(node => node.FileId, node => node.Path);
        return
        [
            .. snapshot.Shares.SelectMany(share =>
                paths[share.FileId]
                    .Select(path => new GivenShare(path, ShareTarget.Group, share.GroupId, share.Bits))
            ),
        ];
    }

    /// <summary>The path, its parent, and so on up to the topmost folder.</summary>
    private static IEnumerable<string> Upwards(string path)
    {
        for (var at = path; ; )
        {
            yield return at;
            var slash = at.LastIndexOf('/');
            if (slash < 0)
            {
                yield break;
            }

            at = at[..slash];
        }
    }

    /// <summary>A person with their groups, or the members of a group; then there is no user.</summary>
    private sealed record Subject(string? UserId, IReadOnlySet<string> Groups)
    {
        public bool IsConcerned(AclRule rule) =>
            rule.MappingType == "user"
                ? rule.MappingId == UserId
                : rule.MappingType == "group" && Groups.Contains(rule.MappingId);

        public bool IsGiven(GivenShare share) =>
            share.Target switch
            {
                ShareTarget.User => share.With == UserId && UserId is not null,
                ShareTarget.Group => share.With is { } group && Groups.Contains(group),
                _ => false,
            };
    }
}
