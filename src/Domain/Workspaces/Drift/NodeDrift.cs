namespace Connector.Domain.Workspaces.Drift;

/// <summary>Files and folders of an area: deleted, renamed, moved, edited, added.</summary>
internal static class NodeDrift
{
    /// <summary>So many additions in one folder are told one by one; more are counted.</summary>
    private const int ToldSingly = 3;

    public static void Find(AreaSpec area, AreaRoot root, DriftTable table)
    {
        var expected = Expected(area, root, table);
        var there = table
            .Now.Nodes.Where(node => AreaRoot.Inside(root.Is, node.Path) is { Length: > 0 })
            .ToList();
        Deleted(area, root, expected, table);
        foreach (var one in expected.Values.Where(one => one.Key is not null))
        {
            if (table.NowById.TryGetValue(one.FileId, out var node) && node.IsFolder == one.IsFolder)
            {
                Followed(area, root, one, node, IsMoved(root, one, node, expected, there), table);
            }
        }

        Added(
            area,
            root,
            [.. there.Where(node => !expected.ContainsKey(node.FileId) && !table.IsOwnForm(node))],
            table
        );
    }

    /// <summary>As the last run left them: what it saw, and what it made or moved itself.</summary>
    private static Dictionary<long, ExpectedNode> Expected(AreaSpec area, AreaRoot root, DriftTable table)
    {
        var expected = new Dictionary<long, ExpectedNode>();
        var keys = table
            .Nodes[area.Key]
            .Where(known => DriftTable.Number(known.RemoteId) is not null)
            .ToLookup(known => DriftTable.Number(known.RemoteId)!.Value);
        foreach (var node in table.Then.Nodes)
        {
            if (AreaRoot.Inside(root.Was, node.Path) is { Length: > 0 } path)
            {
                var key = keys[node.FileId].FirstOrDefault()?.Key;
                expected[node.FileId] = new ExpectedNode(node.FileId, path, node.IsFolder, node.ETag, key);
            }
        }

        var folders = area.Folders.Select(folder => folder.Key).ToHashSet(StringComparer.Ordinal);
        foreach (var known in table.Nodes[area.Key])
        {
            // Only its name may be of the last run's making.
            var named = table.Fresh(WorkspaceKeys.Name(known.Key));
            if (named is null && table.Fresh(known.Key) is null)
            {
                continue;
            }

            var place = named?.Path ?? known.Path;
            place = place is null ? null : PlanningTable.Normalise(place);
            if (DriftTable.Number(known.RemoteId) is not { } id || place is null)
            {
                continue;
            }

            var before = expected.GetValueOrDefault(id);
            var path = AreaRoot.Inside(root.Is, place) ?? AreaRoot.Inside(root.Was, place) ?? place;
            var isFolder = before?.IsFolder ?? folders.Contains(known.Key);
            var etag = table.Fresh(known.Key)?.ETag ?? before?.ETag;
            expected[id] = new ExpectedNode(id, path, isFolder, etag, known.Key);
        }

        return expected;
    }

    private static void Deleted(
        AreaSpec area,
        AreaRoot root,
        Dictionary<long, ExpectedNode> expected,
        DriftTable table
    )
    {
        var gone = expected
            .Values.Where(one => !table.NowById.ContainsKey(one.FileId))
            .DistinctBy(one => one.Path, StringComparer.Ordinal)
            .ToDictionary(one => one.Path, StringComparer.Ordinal);
        foreach (var one in gone.Values.Where(one => !gone.ContainsKey(Parent(one.Path))))
        {
            var inside = gone.Keys.Count(path => path.StartsWith($"{one.Path}/", StringComparison.Ordinal));
            var (french, english) = inside switch
            {
                0 => ("", ""),
                1 => (", avec 1 élément", ", with 1 item in it"),
                _ => ($", avec {inside} éléments", $", with {inside} items in it"),
            };
            var path = $"{root.Is}/{one.Path}";
            var name = Named(path, one.IsFolder);
            table.Add(
                area,
                DriftKind.Deleted,
                one.Key ?? PlanningTable.Id(one.FileId),
                new Text(
                    $"{name.French} a été supprimé ou emporté{french}",
                    $"{name.English} was deleted or taken away{english}"
                ),
                one.FileId
            );
        }
    }

    private static void Followed(
        AreaSpec area,
        AreaRoot root,
        ExpectedNode one,
        NodeState node,
        bool isMoved,
        DriftTable table
    )
    {
        var name = Named($"{root.Is}/{one.Path}", one.IsFolder);
        var called = PlanningTable.NameOf(node.Path);
        if (isMoved)
        {
            Add(
                DriftKind.Moved,
                $"{name.French} a été déplacé à « {node.Path} »",
                $"{name.English} was moved to '{node.Path}'"
            );
        }
        else if (PlanningTable.NameOf(one.Path) != called)
        {
            Add(
                DriftKind.Renamed,
                $"{name.French} a été renommé en « {called} »",
                $"{name.English} was renamed to '{called}'"
            );
        }

        if (!one.IsFolder && one.ETag is not null && node.ETag is not null && one.ETag != node.ETag)
        {
            Add(
                DriftKind.Edited,
                $"quelqu'un a écrit dans {name.French}",
                $"somebody wrote in {name.English}"
            );
        }

        void Add(DriftKind kind, string french, string english) =>
            table.Add(area, kind, one.Key!, new Text(french, english), one.FileId);
    }

    /// <summary>Whether it stands in another folder: a folder above that has another name is still the same.</summary>
    private static bool IsMoved(
        AreaRoot root,
        ExpectedNode one,
        NodeState node,
        Dictionary<long, ExpectedNode> expected,
        List<NodeState> there
    )
    {
        if (AreaRoot.Inside(root.Is, node.Path) is not { } inside)
        {
            return true;
        }

        var was = ParentId(Parent(one.Path), expected.Values, other => other.Path, other => other.FileId);
        var now = ParentId(
            Parent(inside),
            there,
            other => AreaRoot.Inside(root.Is, other.Path)!,
            other => other.FileId
        );
        return was is not null && was != now;
    }

    /// <summary>The number of a folder by its path in the area; 0 for the area itself, null where it is not known.</summary>
    private static long? ParentId<T>(
        string path,
        IEnumerable<T> nodes,
        Func<T, string> pathOf,
        Func<T, long> idOf
    ) =>
        path.Length == 0
            ? 0
            : nodes.Where(node => pathOf(node) == path).Select(node => (long?)idOf(node)).FirstOrDefault();

    private static void Added(AreaSpec area, AreaRoot root, IReadOnlyList<NodeState> added, DriftTable table)
    {
        var paths = added.Select(node => node.Path).ToHashSet(StringComparer.Ordinal);
        var tops = added.Where(node => !paths.Contains(Parent(node.Path)));
        foreach (var folder in tops.GroupBy(node => Parent(node.Path)))
        {
            var nodes = folder.ToList();
            if (nodes.Count > ToldSingly)
            {
                var place = folder.Key.Length == 0 ? root.Is : folder.Key;
                table.Add(
                    area,
                    DriftKind.Added,
                    place,
                    new Text(
                        $"{nodes.Count} éléments ont été ajoutés dans « {place} »",
                        $"{nodes.Count} items were added to '{place}'"
                    ),
                    [.. nodes.Select(node => node.FileId)]
                );
                continue;
            }

            foreach (var node in nodes)
            {
                var name = Named(node.Path, node.IsFolder);
                table.Add(
                    area,
                    DriftKind.Added,
                    PlanningTable.Id(node.FileId),
                    new Text($"{name.French} a été ajouté", $"{name.English} was added"),
                    node.FileId
                );
            }
        }
    }

    private static Text Named(string path, bool isFolder) =>
        isFolder
            ? new Text($"le dossier « {path} »", $"the folder '{path}'")
            : new Text($"le document « {path} »", $"the document '{path}'");

    private static string Parent(string path) =>
        path.LastIndexOf('/') is > 0 and var slash ? path[..slash] : "";

    /// <param name="FileId">Its number.</param>
    /// <param name="Path">Below the area.</param>
    /// <param name="IsFolder">Whether it holds others.</param>
    /// <param name="ETag">Null where nothing is known of its content.</param>
    /// <param name="Key">The blueprint's; null for what is people's own.</param>
    private sealed record ExpectedNode(long FileId, string Path, bool IsFolder, string? ETag, string? Key);
}
