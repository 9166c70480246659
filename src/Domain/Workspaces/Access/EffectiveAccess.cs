namespace Connector.Domain.Workspaces;

/// <summary>What one person may do in one folder, and why.</summary>
/// <param name="UserId">The person.</param>
/// <param name="Path">The folder, as the service account sees it.</param>
/// <param name="Bits">Nextcloud permission bits: read 1, update 2, create 4, delete 8, share 16. 0 without access.</param>
/// <param name="Why">What gave and what took, in the order in which the server applies them.</param>
public sealed record AccessEntry(string UserId, string Path, int Bits, IReadOnlyList<Text> Why);

/// <summary>
/// Computes effective rights in team folders and in shared plain folders as the server does. Team folders
/// (groupfolders <c>lib/Folder/FolderManager.php</c>, <c>lib/ACL/ACLManager.php</c>, <c>lib/ACL/Rule.php</c>): the bits
/// of all attached groups that the person is in, joined; then, folder after folder from the root, the rules that
/// concern the person, merged with « allowed wins over denied », each deciding the bits of its mask; and what cannot be
/// read hides all that is below. Shares: the bits of all shares of the folder and of those above it, joined.
/// </summary>
public sealed class EffectiveAccess
{
    private readonly WorkspaceSnapshot _snapshot;
    private readonly ILookup<string, string> _groupsOf;
    private readonly Dictionary<string, NodeState> _nodes;
    private readonly ILookup<long, ShareState> _shares;

    public EffectiveAccess(WorkspaceSnapshot snapshot)
    {
        _snapshot = snapshot;
        _groupsOf = snapshot
            .Groups.SelectMany(group => group.Value.Members.Select(user => (user, group.Key)))
            .ToLookup(pair => pair.user, pair => pair.Key, StringComparer.Ordinal);
        _nodes = snapshot.Nodes.ToDictionary(node => node.Path, StringComparer.Ordinal);
        _shares = snapshot.Shares.ToLookup(share => share.FileId);
    }

    /// <summary>Folders that somebody can be given: those of team folders, and those shared, with all below.</summary>
    public IEnumerable<NodeState> Folders =>
        _snapshot
            .Nodes.Where(node =>
                node.IsFolder && (TeamFolderOf(node.Path) is not null || IsShared(node.Path))
            )
            .OrderBy(node => node.Path, StringComparer.Ordinal);

    public AccessEntry Of(string userId, string path)
    {
        var why = new List<Text>();
        var bits = TeamFolderOf(path) is { } folder
            ? InTeamFolder(userId, path, folder, why)
            : InShares(userId, path, why);
        return new AccessEntry(userId, path, bits, why);
    }

    private int InTeamFolder(string userId, string path, TeamFolderState folder, List<Text> why)
    {
        var most = 0;
        foreach (
            var group in _groupsOf[userId].Where(folder.Groups.ContainsKey).Order(StringComparer.Ordinal)
        )
        {
            most |= folder.Groups[group];
            var rights = AccessWords.Of(folder.Groups[group]);
            why.Add(
                new Text(
                    $"membre du groupe « {group} », relié à « {folder.MountPoint} » avec {rights.French}",
                    $"member of the group '{group}', attached to '{folder.MountPoint}' with {rights.English}"
                )
            );
        }

        var granted = AclRule.All;
        foreach (var above in folder.Acl ? Upwards(path, folder.MountPoint) : [])
        {
            granted = Ruled(userId, above, granted, why);
            if ((most & granted & 1) == 0)
            {
                return 0;
            }
        }

        return most & granted;
    }

    /// <summary>The rules of one folder, merged over all mappings that concern the person.</summary>
    private int Ruled(string userId, string path, int granted, List<Text> why)
    {
        var rules = _nodes.TryGetValue(path, out var node)
            ? node.Rules.Where(rule => Concerns(rule, userId)).ToList()
            : [];
        if (rules.Count == 0)
        {
            return granted;
        }

        var mask = rules.Aggregate(0, (sum, rule) => sum | rule.Mask);
        var allowed = rules.Aggregate(0, (sum, rule) => sum | (rule.Permissions & rule.Mask));
        var names = string.Join(", ", rules.Select(rule => rule.MappingId).Order(StringComparer.Ordinal));
        var now = (granted & ~mask) | allowed;
        var words = AccessWords.Of(now);
        why.Add(
            new Text(
                $"règle de « {path} » pour {names} : {words.French}",
                $"rule of '{path}' for {names}: {words.English}"
            )
        );
        return now;
    }

    private int InShares(string userId, string path, List<Text> why)
    {
        var bits = 0;
        foreach (var above in Upwards(path, path.Split('/')[0]))
        {
            var shares = _nodes.TryGetValue(above, out var node)
                ? _shares[node.FileId].Where(share => _groupsOf[userId].Contains(share.GroupId))
                : [];
            foreach (var share in shares)
            {
                bits |= share.Bits;
                var words = AccessWords.Of(share.Bits);
                why.Add(
                    new Text(
                        $"« {above} » est partagé avec le groupe « {share.GroupId} » : {words.French}",
                        $"'{above}' is shared with the group '{share.GroupId}': {words.English}"
                    )
                );
            }
        }

        return bits;
    }

    private bool Concerns(AclRule rule, string userId) =>
        rule.MappingType == "user"
            ? rule.MappingId == userId
            : rule.MappingType == "group" && _groupsOf[userId].Contains(rule.MappingId);

    private TeamFolderState? TeamFolderOf(string path) =>
        _snapshot
            .TeamFolders.Where(folder =>
                path == folder.MountPoint
                || path.StartsWith($"{folder.MountPoint}/", StringComparison.Ordinal)
            )
            .MaxBy(folder => folder.MountPoint.Length);

    private bool IsShared(string path) =>
        Upwards(path, path.Split('/')[0])
            .Any(above => _nodes.TryGetValue(above, out var node) && _shares[node.FileId].Any());

    /// <summary>From the root down to the folder itself, both included.</summary>
    private static IEnumerable<string> Upwards(string path, string root)
    {
        yield return root;
        for (
            var slash = path.IndexOf('/', Math.Min(root.Length, path.Length));
            slash >= 0;
            slash = path.IndexOf('/', slash + 1)
        )
        {
            var next = path.IndexOf('/', slash + 1);
            yield return next < 0 ? path : path[..next];
        }
    }
}
