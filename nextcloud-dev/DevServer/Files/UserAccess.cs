using System.Collections.Concurrent;
using Connector.DevServer.Accounts;
using Connector.DevServer.Shares;
using Connector.DevServer.Storage;
using Connector.DevServer.TeamFolders;

namespace Connector.DevServer.Files;

/// <summary>What one account sees: its mounts by path, and for it the merged advanced right of each node.</summary>
internal sealed record UserAccess(
    string UserId,
    IReadOnlyDictionary<string, Mount> Mounts,
    IReadOnlyDictionary<long, AclRule> Rules,
    ILookup<long, AclRule> AllRules
)
{
    public Mount Home => Mounts[""];

    /// <summary>Mounts inside the home by the folder that they hang in.</summary>
    public ILookup<string, Mount> MountsByParent { get; } =
        Mounts.Values.Where(m => m.Path.Length > 0).ToLookup(m => Dav.DavPath.Parent(m.Path));

    private readonly List<Mount> _nested =
    [
        .. Mounts.Values.Where(m => m.Path.Contains('/', StringComparison.Ordinal)),
    ];

    /// <summary>Mounts anywhere inside a folder.</summary>
    public IEnumerable<Mount> MountsBelow(string path) =>
        path.Length == 0
            ? Mounts.Values.Where(m => m.Path.Length > 0)
            : _nested.Where(m => m.Path.StartsWith($"{path}/", StringComparison.Ordinal));
}

/// <summary>Works out <see cref="UserAccess"/>, and keeps it until something that it depends on changes.</summary>
internal sealed class UserAccessTable(
    AccessRevision revision,
    AccountStore accounts,
    GroupStore groups,
    TeamFolderStore teamFolders,
    AclStore acl,
    ShareStore shares,
    NodeStore nodes,
    Database database
)
{
    private readonly ConcurrentDictionary<string, (long Revision, UserAccess Access)> _known = new(
        StringComparer.OrdinalIgnoreCase
    );

    public UserAccess Of(string userId)
    {
        var now = revision.Value;
        if (_known.TryGetValue(userId, out var known) && known.Revision == now)
            return known.Access;
        // It makes homes and sets folders aside: two requests at the same moment must not both do so.
        var access = database.Write(_ => WorkOut(userId));
        _known[userId] = (now, access);
        return access;
    }

    private UserAccess WorkOut(string userId)
    {
        var mine = groups.Of(userId).ToHashSet(StringComparer.Ordinal);
        var mounts = new Dictionary<string, Mount>(StringComparer.Ordinal) { [""] = HomeOf(userId) };
        foreach (var folder in teamFolders.All())
            if (MountOf(folder, userId, mine) is { } mount)
            {
                SetAside(mounts[""].RootId, mount.Path);
                // Two folders of one name: the later one hides the earlier, as on the real server.
                mounts[mount.Path] = mount;
            }

        foreach (var share in shares.With(userId))
            if (nodes.Find(share.NodeId) is not null)
                AddShare(mounts, share);
        var all = acl.All();
        var rules = all.Select(node =>
                (node.Key, Rules: node.Where(r => Concerns(r.Mapping, userId, mine)).ToList())
            )
            .Where(node => node.Rules.Count > 0)
            .ToDictionary(node => node.Key, node => node.Rules.Aggregate(AclRule.Merge));
        return new UserAccess(userId, mounts, rules, all);
    }

    /// <summary>
    /// What the account itself has under a team folder's name becomes « name (1) »
    /// (<c>lib/Mount/MountProvider.php</c>, getMountsForUser).
    /// </summary>
    private void SetAside(long home, string path)
    {
        var folder = home;
        foreach (var part in Dav.DavPath.Parent(path).Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (nodes.Child(folder, part) is not { } inside)
                return;
            folder = inside.Id;
        }

        var name = path[(path.LastIndexOf('/') + 1)..];
        if (nodes.Child(folder, name) is not { } own)
            return;
        var n = 1;
        while (nodes.Child(folder, FormattableString.Invariant($"{name} ({n})")) is not null)
            n++;
        nodes.Move(own, folder, FormattableString.Invariant($"{name} ({n})"));
    }

    private Mount HomeOf(string userId)
    {
        var root = nodes.Root("home:" + userId);
        return new Mount
        {
            Path = "",
            RootId = root.Id,
            QuotaRootId = root.Id,
            Kind = MountKind.Home,
            Quota = accounts.Find(userId)?.Quota ?? Mount.Unlimited,
            OwnerId = userId,
        };
    }

    private static Mount? MountOf(TeamFolder folder, string userId, HashSet<string> mine)
    {
        var granted = folder.Groups.Where(g => mine.Contains(g.GroupId)).ToList();
        if (granted.Count == 0)
            return null;
        return new Mount
        {
            Path = Dav.DavPath.Clean(folder.MountPoint),
            RootId = folder.RootId,
            QuotaRootId = folder.RootId,
            Kind = MountKind.TeamFolder,
            Mask = granted.Aggregate(0, (mask, g) => mask | g.Permissions),
            Quota = folder.Quota,
            TeamFolderId = folder.Id,
            AclEnabled = folder.Acl,
            // Administrators always may (lib/Folder/FolderManager.php, canManageACL).
            CanManageAcl =
                mine.Contains(GroupStore.Admin) || folder.Managers.Any(m => Concerns(m, userId, mine)),
            OwnerId = userId,
        };
    }

    private static void AddShare(Dictionary<string, Mount> mounts, Share share)
    {
        var path = share.Target.Trim('/');
        for (var n = 2; mounts.TryGetValue(path, out var taken); n++)
        {
            if (taken.Kind == MountKind.Share && taken.RootId == share.NodeId)
            {
                // Reached by two ways, a share grants the rights of both.
                mounts[path] = taken with
                {
                    Mask = taken.Mask | share.Permissions,
                };
                return;
            }
            path = FormattableString.Invariant($"{share.Target.Trim('/')} ({n})");
        }
        mounts[path] = new Mount
        {
            Path = path,
            RootId = share.NodeId,
            QuotaRootId = share.NodeId,
            Kind = MountKind.Share,
            Mask = share.Permissions,
            OwnerId = share.OwnerId,
            ShareId = share.Id,
            Note = share.Note,
        };
    }

    private static bool Concerns(Mapping mapping, string userId, HashSet<string> mine) =>
        mapping.Type == "group"
            ? mine.Contains(mapping.Id)
            : mapping.Type == "user" && mapping.Id.Equals(userId, StringComparison.OrdinalIgnoreCase);
}
