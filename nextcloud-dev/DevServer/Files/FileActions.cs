using Connector.DevServer.Dav;
using Connector.DevServer.Storage;

namespace Connector.DevServer.Files;

/// <summary>
/// What can be done to files, with the checks and refusals of the real server. Each action sees and changes the tree
/// in one go.
/// </summary>
internal sealed class FileActions(
    Database database,
    NodeStore nodes,
    ContentStore content,
    UserAccessTable accesses,
    Shares.ShareStore shares,
    Trash.TrashStore trash,
    FileNames names,
    Versions.VersionStore versions,
    Activities.ActivityStore activities
)
{
    public FileView View(string userId) => new(accesses.Of(userId), nodes);

    /// <exception cref="DavException">403, 405, 409, 400.</exception>
    public Entry MakeFolder(FileView view, string path) =>
        database.Write(_ =>
        {
            var parent =
                view.Find(DavPath.Parent(path)) ?? throw DavException.Conflict("Parent node does not exist");
            if (!parent.IsFolder)
                throw DavException.Conflict("Parent node is not a collection");
            if (view.Find(path) is not null)
                throw AlreadyExists();
            names.Check(DavPath.Name(path));
            if (!parent.Permissions.Has(Permissions.Create))
                throw DavException.Forbidden("");
            if (nodes.Child(parent.Node.Id, DavPath.Name(path)) is not null)
                throw DavException.Forbidden($"Could not create directory /{path}");
            var made = view.Below(parent, nodes.AddFolder(parent.Node.Id, DavPath.Name(path)));
            activities.Note(Activities.Deed.Created, view.UserId, made);
            return made;
        });

    /// <summary>Checks all that can be checked before the body is read.</summary>
    /// <param name="length">Bytes announced; null when unknown.</param>
    /// <returns>What is there now; null for a new file.</returns>
    /// <exception cref="DavException">403, 404, 409, 507, 400.</exception>
    public Entry? CheckWrite(FileView view, string path, long? length) =>
        database.Read(_ =>
        {
            var parent = view.Get(DavPath.Parent(path));
            if (!parent.IsFolder)
                throw DavException.Conflict("Files can only be created as children of collections");
            var there = view.Find(path);
            if (there is { IsFolder: true })
                throw DavException.Conflict("PUT is not allowed on non-files.");
            CheckQuota(view, parent, path, length);
            names.Check(DavPath.Name(path));
            var allowed = there is null
                ? parent.Permissions.Has(Permissions.Create)
                : there.Permissions.Has(Permissions.Update);
            var hidden = there is null && nodes.Child(parent.Node.Id, DavPath.Name(path)) is not null;
            return allowed && !hidden ? there : throw DavException.Forbidden("");
        });

    /// <param name="conditions">Checked against what is there at that very moment; throws 412.</param>
    public (Entry Entry, bool Created) Write(
        FileView view,
        string path,
        StagedContent staged,
        FileFacts facts,
        Action<Entry?> conditions
    ) =>
        database.Write(_ =>
        {
            conditions(view.Find(path));
            var there = CheckWrite(view, path, staged.Length);
            var parent = view.Get(DavPath.Parent(path));
            if (there is not null)
                versions.Note(there.Node);
            var node = nodes.PutFile(parent.Node.Id, DavPath.Name(path), staged, facts);
            versions.Note(node);
            var written = view.Below(parent, node);
            activities.Note(
                there is null ? Activities.Deed.Created : Activities.Deed.Changed,
                view.UserId,
                written
            );
            return (written, there is null);
        });

    /// <exception cref="DavException">403, 404.</exception>
    public void Delete(FileView view, string path, Action<Entry?> conditions) =>
        database.Write(_ =>
        {
            var entry = view.Get(path);
            conditions(entry);
            if (path.Length == 0)
                throw DavException.Forbidden("Permission denied to delete home folder");
            if (entry is { IsMountRoot: true, Mount.ShareId: { } share })
            {
                // Deleting what others share only takes it out of one's own files.
                shares.Decline(share, view.UserId);
                return;
            }
            if (
                entry.IsMountRoot
                || !entry.ShownPermissions.Has(Permissions.Delete)
                || !view.MayDeleteTree(entry)
            )
                throw DavException.Forbidden("");
            activities.Note(Activities.Deed.Deleted, view.UserId, entry);
            Discard(view, entry);
        });

    /// <summary>
    /// Into the trash of the home or team folder that it lies in; what lies in somebody's share goes to their trash.
    /// </summary>
    private void Discard(FileView view, Entry entry)
    {
        var (mount, inside) = (entry.Mount, entry.Path[entry.Mount.Path.Length..].Trim('/'));
        if (mount.Kind == MountKind.Share)
        {
            var owners = View(mount.OwnerId);
            (mount, inside) = (owners.Access.Home, Locate(owners, entry.Node.Id).Path);
        }

        trash.Throw(entry.Node, mount.RootId, inside);
    }

    /// <param name="shallow">The folder alone, without what it holds.</param>
    /// <returns>The copy, and whether something was there before.</returns>
    public (Entry Entry, bool Replaced) Copy(FileView view, Transfer transfer, bool shallow) =>
        database.Write(_ =>
        {
            var (source, parent, there) = Prepare(view, transfer);
            var name = DavPath.Name(transfer.To);
            CheckQuota(view, parent, DavPath.Parent(transfer.To), shallow ? 0 : source.Size);
            if (!parent.Permissions.Has(Permissions.Create))
                throw DavException.Forbidden("");
            names.Check(name);
            if (there is not null)
                Delete(view, transfer.To, _ => { });
            var copy = CopyTree(view, source, parent.Node.Id, name, shallow);
            var made = view.Below(parent, copy);
            activities.Note(Activities.Deed.Created, view.UserId, made);
            return (made, there is not null);
        });

    public (Entry Entry, bool Replaced) Move(FileView view, Transfer transfer) =>
        database.Write(_ =>
        {
            var (source, parent, there) = Prepare(view, transfer);
            var name = DavPath.Name(transfer.To);
            var sameFolder = DavPath.Parent(transfer.From) == DavPath.Parent(transfer.To);
            names.Check(name);
            CheckMove(view, source, parent, transfer, sameFolder);
            if (there is not null)
                Delete(view, transfer.To, _ => { });
            var moved = view.Below(parent, nodes.Move(source.Node, parent.Node.Id, name));
            activities.Note(
                sameFolder ? Activities.Deed.Renamed : Activities.Deed.Moved,
                view.UserId,
                moved,
                transfer.From
            );
            return (moved, there is not null);
        });

    /// <summary>Where an account finds a node.</summary>
    /// <exception cref="DavException">404: it does not see it any more.</exception>
    public Entry Locate(FileView view, long nodeId)
    {
        var names = new Stack<string>();
        var mounts = view.Access.Mounts.Values.ToLookup(m => m.RootId);
        for (var node = nodes.Find(nodeId); node is not null; node = nodes.Find(node.Parent))
        {
            if (mounts[node.Id].FirstOrDefault() is { } mount)
                return view.Get(DavPath.Clean(mount.Path + "/" + string.Join('/', names)));
            names.Push(node.Name);
        }
        throw FileView.NotFound("");
    }

    /// <summary>Whether a node lies in a mount's own tree.</summary>
    public bool IsInside(Mount mount, long nodeId)
    {
        for (var node = nodes.Find(nodeId); node is not null; node = nodes.Find(node.Parent))
            if (node.Id == mount.RootId)
                return true;
        return false;
    }

    public Stream Open(Entry file) => content.Open(file.Node.Id);

    private static void CheckMove(
        FileView view,
        Entry source,
        Entry parent,
        Transfer transfer,
        bool sameFolder
    )
    {
        if (source.IsMountRoot)
            throw Failed(transfer);
        if (!sameFolder && !source.Permissions.Has(Permissions.Delete))
            throw DavException.Forbidden($"files/{view.UserId}/{transfer.From} cannot be deleted");
        if (
            !(
                sameFolder
                    ? source.Permissions.Has(Permissions.Update)
                    : parent.Permissions.Has(Permissions.Create)
            )
        )
            throw DavException.Forbidden("");
        // Advanced rights ask for more: the folder left behind must allow deletion, the new name creation.
        var left = view.Get(DavPath.Parent(transfer.From));
        var strict = source.Mount.AclEnabled && !left.AclPermissions.Has(Permissions.Delete);
        if (strict || (parent.Mount.AclEnabled && !parent.AclPermissions.Has(Permissions.Create)))
            throw sameFolder ? Failed(transfer) : DavException.Forbidden("");
        if (!sameFolder && source.Mount != parent.Mount)
            CheckQuota(view, parent, DavPath.Parent(transfer.To), source.Size);
    }

    /// <summary>Checks in sabre/dav's order: the destination first, then the source.</summary>
    private static (Entry Source, Entry Parent, Entry? There) Prepare(FileView view, Transfer transfer)
    {
        var parent =
            view.Find(DavPath.Parent(transfer.To))
            ?? throw DavException.Conflict("The destination node is not found");
        if (!parent.IsFolder)
            throw DavException.Conflict("The destination node is not a collection");
        var there = transfer.To.Length == 0 ? parent : view.Find(transfer.To);
        if (there is not null && !transfer.Overwrite)
            throw DavException.PreconditionFailed(
                "The destination node already exists, and the overwrite header is set to false",
                "Overwrite"
            );
        if (transfer.From == transfer.To)
            throw DavException.Forbidden("Source and destination uri are identical.");
        if (DavPath.IsWithin(transfer.To, transfer.From))
            throw DavException.Conflict(
                "The destination may not be part of the same subtree as the source path."
            );
        return (view.Get(transfer.From), parent, there);
    }

    private Node CopyTree(FileView view, Entry source, long parent, string name, bool shallow)
    {
        var copy = nodes.CopyOne(source.Node, parent, name);
        foreach (var child in shallow ? [] : view.Children(source))
            CopyTree(view, child, copy.Id, child.Name, shallow);
        return nodes.Get(copy.Id);
    }

    private static void CheckQuota(FileView view, Entry parent, string path, long? length)
    {
        if (length is not { } needed || view.Free(parent) is not (>= 0 and var free) || needed <= free)
            return;
        throw DavException.InsufficientStorage(
            FormattableString.Invariant($"Insufficient space in /{path}, {needed} required, {free} available")
        );
    }

    private static DavException AlreadyExists() =>
        DavException.MethodNotAllowed("The resource you tried to create already exists");

    private static DavException Failed(Transfer transfer) =>
        new(500, @"Sabre\DAV\Exception", $"Failed to rename /{transfer.From} to /{transfer.To}");
}

/// <summary>From where to where; paths in the account's files.</summary>
internal sealed record Transfer(string From, string To, bool Overwrite);
