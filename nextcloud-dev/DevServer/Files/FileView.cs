using System.Security.Cryptography;
using System.Text;
using Connector.DevServer.Dav;
using Connector.DevServer.TeamFolders;

namespace Connector.DevServer.Files;

/// <summary>One account's files as it may see them: home, team folders and shares in one tree.</summary>
internal sealed class FileView(UserAccess access, NodeStore nodes)
{
    public UserAccess Access { get; } = access;

    public string UserId => Access.UserId;

    public Entry Root => Decorate(MountRoot(Access.Home));

    /// <summary>Null when there is nothing, or nothing that this account may see.</summary>
    public Entry? Find(string path)
    {
        if (path.Length == 0)
            return Root;
        var (mount, rest) = MountOf(path);
        if (!IsReachable(mount))
            return null;
        Entry? entry = MountRoot(mount);
        foreach (var name in rest.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (!entry.Permissions.Has(Permissions.Read) || nodes.Child(entry.Node.Id, name) is not { } child)
                return null;
            entry = Below(entry, child);
        }
        return entry.Permissions.Has(Permissions.Read) ? Decorate(entry) : null;
    }

    /// <summary>A mount is found by walking down to it: where its parent is not seen, it is not there.</summary>
    private bool IsReachable(Mount mount) =>
        !mount.Path.Contains('/', StringComparison.Ordinal) || Find(DavPath.Parent(mount.Path)) is not null;

    /// <summary>Like <see cref="Find"/>.</summary>
    /// <exception cref="DavException">404; names the topmost part that is missing.</exception>
    public Entry Get(string path)
    {
        if (Find(path) is { } entry)
            return entry;
        var missing = path;
        while (missing.Contains('/', StringComparison.Ordinal) && Find(DavPath.Parent(missing)) is null)
            missing = DavPath.Parent(missing);
        throw NotFound(missing);
    }

    public static DavException NotFound(string path) =>
        DavException.NotFound($"File with name {Absolute(path)} could not be located");

    /// <summary>What a folder shows, by name; mounts after the rest, as on the real server.</summary>
    public List<Entry> Children(Entry folder)
    {
        if (!folder.IsFolder)
            return [];
        var children = nodes
            .Children(folder.Node.Id)
            .Select(node => Below(folder, node) with { Listed = true })
            .Where(e => e.Permissions.Has(Permissions.Read) && !Access.Mounts.ContainsKey(e.Path))
            .ToList();
        children.AddRange(
            Access.MountsByParent[folder.Path].Select(m => Decorate(MountRoot(m)) with { Listed = true })
        );
        children.RemoveAll(e => !e.Permissions.Has(Permissions.Read));
        return children;
    }

    /// <summary>The entry and, as far as <paramref name="depth"/> goes, what it holds; parents first.</summary>
    public IEnumerable<Entry> Walk(Entry entry, DavDepth depth)
    {
        yield return entry;
        if (depth == DavDepth.Zero)
            yield break;
        var open = new Stack<Entry>(Reversed(entry));
        while (open.TryPop(out var next))
        {
            yield return next;
            if (depth != DavDepth.Infinity)
                continue;
            foreach (var child in Reversed(next))
                open.Push(child);
        }

        IEnumerable<Entry> Reversed(Entry folder) => Enumerable.Reverse(Children(folder));
    }

    /// <summary>Bytes that still fit in a folder; <see cref="Mount.Unlimited"/> for no limit.</summary>
    public long Free(Entry folder) =>
        folder.Mount.Quota < 0
            ? Mount.Unlimited
            : Math.Max(0, folder.Mount.Quota - nodes.Get(folder.Mount.QuotaRootId).Size);

    /// <summary>Whether advanced rights let the account delete all that lies below.</summary>
    public bool MayDeleteTree(Entry entry)
    {
        if (!entry.Mount.AclEnabled || !entry.IsFolder)
            return true;
        var rights = new Dictionary<long, int> { [entry.Node.Id] = entry.AclPermissions };
        foreach (var node in nodes.Below(entry.Node.Id))
        {
            rights[node.Id] = Applied(entry.Mount, node.Id, rights[node.Parent]);
            if (!rights[node.Id].Has(Permissions.Delete))
                return false;
        }
        return true;
    }

    /// <summary>The rules set on a node, as far as the account may know them.</summary>
    public IEnumerable<AclRule> RulesOn(long nodeId, bool all) =>
        all
            ? Access.AllRules[nodeId]
            : Access.AllRules[nodeId].Where(r => Access.Rules.ContainsKey(nodeId) && IsMine(r));

    private bool IsMine(AclRule rule) => rule.Mapping.Type == "group" || rule.Mapping.Id == UserId;

    /// <summary><paramref name="node"/> as seen in <paramref name="folder"/>.</summary>
    public Entry Below(Entry folder, Node node)
    {
        var rights = Applied(folder.Mount, node.Id, folder.AclPermissions);
        return new Entry
        {
            Path = DavPath.Join(folder.Path, node.Name),
            Node = node,
            Mount = folder.Mount,
            AclPermissions = rights,
            Permissions = Readable(rights) & folder.Mount.Mask,
            ETag = node.ETag,
            Size = node.Size,
        };
    }

    /// <summary>Paths in messages: the real server writes two slashes in front of what lies at the top.</summary>
    private static string Absolute(string path) =>
        path.Contains('/', StringComparison.Ordinal) ? "/" + path : "//" + path;

    private (Mount Mount, string Inside) MountOf(string path)
    {
        for (var at = path; at.Length > 0; at = DavPath.Parent(at))
            if (Access.Mounts.TryGetValue(at, out var mount))
                return (mount, path[at.Length..]);
        return (Access.Home, path);
    }

    private Entry MountRoot(Mount mount)
    {
        var node = nodes.Get(mount.RootId);
        var rights = Applied(mount, node.Id, Permissions.All);
        return new Entry
        {
            Path = mount.Path,
            Node = node,
            Mount = mount,
            AclPermissions = rights,
            Permissions = Readable(rights) & mount.Mask,
            ETag = node.ETag,
            Size = node.Size,
        };
    }

    private int Applied(Mount mount, long nodeId, int inherited) =>
        mount.AclEnabled && Access.Rules.TryGetValue(nodeId, out var rule)
            ? rule.Apply(inherited)
            : inherited;

    // Who may not read may do nothing at all (lib/ACL/ACLStorageWrapper.php).
    private static int Readable(int rights) => rights.Has(Permissions.Read) ? rights : 0;

    /// <summary>A folder answers for the mounts below it too (lib/private/Files/FileInfo.php, getEtag).</summary>
    private Entry Decorate(Entry folder)
    {
        var mounts = folder.IsFolder ? Access.MountsBelow(folder.Path).Select(MountRoot).ToList() : [];
        if (mounts.Count == 0)
            return folder;
        var joined =
            folder.Node.ETag + "::" + string.Join("::", mounts.Select(m => m.Node.ETag + m.Permissions));
#pragma warning disable CA5351 // A fingerprint for change detection.
        var etag = Convert.ToHexStringLower(MD5.HashData(Encoding.UTF8.GetBytes(joined)));
#pragma warning restore CA5351
        return folder with { ETag = etag, Size = folder.Size + mounts.Sum(m => m.Size) };
    }
}
