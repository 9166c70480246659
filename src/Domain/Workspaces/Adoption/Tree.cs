namespace Connector.Domain.Workspaces.Adoption;

/// <summary>The files and folders that the service account sees, by what they stand in.</summary>
internal sealed class Tree
{
    private readonly ILookup<string, NodeState> _inside;
    private readonly Dictionary<string, NodeState> _byId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, NodeState> _byPath = new(StringComparer.Ordinal);
    private readonly ILookup<string, TeamFolderState> _mounts;

    public Tree(WorkspaceSnapshot snapshot)
    {
        _inside = snapshot.Nodes.ToLookup(node => ParentOf(node.Path), StringComparer.Ordinal);
        _mounts = snapshot.TeamFolders.ToLookup(
            folder => PlanningTable.Normalise(folder.MountPoint),
            StringComparer.Ordinal
        );
        foreach (var node in snapshot.Nodes)
        {
            _byId.TryAdd(PlanningTable.Id(node.FileId), node);
            _byPath.TryAdd(PlanningTable.Normalise(node.Path), node);
        }
    }

    /// <summary>
    /// Where a team folder is mounted; null when it is not to be seen. Of two team folders of one name, the server
    /// mounts the second under another that nobody is told.
    /// </summary>
    public NodeState? RootOf(string? teamFolderId)
    {
        var folder = _mounts
            .SelectMany(mounts => mounts)
            .FirstOrDefault(folder => PlanningTable.Id(folder.Id) == teamFolderId);
        if (folder is null)
        {
            return null;
        }

        var mount = PlanningTable.Normalise(folder.MountPoint);
        return _mounts[mount].Count() == 1 && _byPath.TryGetValue(mount, out var node) && node.IsFolder
            ? node
            : null;
    }

    /// <summary>The account's own folders at the top of its home.</summary>
    public IReadOnlyList<AdoptionCandidate> AtTop() =>
        [.. _inside[""].Where(node => Fits(node, isFolder: true)).Select(Candidate)];

    /// <summary>What stands directly in <paramref name="parent"/>.</summary>
    public IReadOnlyList<AdoptionCandidate> In(NodeState parent, bool isFolder) =>
        [.. _inside[parent.Path].Where(node => Fits(node, isFolder)).Select(Candidate)];

    /// <summary>What stands anywhere below <paramref name="root"/>.</summary>
    public IReadOnlyList<AdoptionCandidate> Below(NodeState root, bool isFolder) =>
        [
            .. _byId
                .Values.Where(node =>
                    node.Path.StartsWith($"{root.Path}/", StringComparison.Ordinal) && Fits(node, isFolder)
                )
                .Select(Candidate),
        ];

    /// <summary>The folder of that number, when it is below <paramref name="root"/>.</summary>
    public NodeState? Find(string? id, NodeState root) =>
        Folder(id) is { } node && node.Path.StartsWith($"{root.Path}/", StringComparison.Ordinal)
            ? node
            : null;

    /// <summary>The folder of that number, wherever it is.</summary>
    public NodeState? Folder(string? id) =>
        id is not null && _byId.TryGetValue(id, out var node) && node.IsFolder ? node : null;

    /// <summary>A team folder mounted inside another is a team folder, not one of the other's folders.</summary>
    private bool Fits(NodeState node, bool isFolder) =>
        node.IsFolder == isFolder && !_mounts.Contains(PlanningTable.Normalise(node.Path));

    private static AdoptionCandidate Candidate(NodeState node) =>
        new(PlanningTable.Id(node.FileId), node.Path[(node.Path.LastIndexOf('/') + 1)..], node.Path)
        {
            ETag = node.ETag,
            Sha1 = node.Sha1,
        };

    private static string ParentOf(string path) => path[..Math.Max(0, path.LastIndexOf('/'))];
}
