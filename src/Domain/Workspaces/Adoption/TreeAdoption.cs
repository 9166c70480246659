namespace Connector.Domain.Workspaces.Adoption;

/// <summary>Team folders, then level by level the folders and documents inside of what was found.</summary>
internal static class TreeAdoption
{
    public static void Propose(IReadOnlyList<AreaSpec> areas, AdoptionTable table)
    {
        var tree = new Tree(table.Snapshot);
        var lines = table.Pair(
            table.Areas,
            [.. areas.Select(area => new Wanted(area.Key, null, area.MountPoint, area.MountPoint))],
            table.Areas == AdoptionKind.TeamFolder ? TeamFolders(table.Snapshot) : tree.AtTop()
        );
        foreach (var area in areas)
        {
            var id = table.Known.Find(area.Key)?.RemoteId ?? IdOf(lines.GetValueOrDefault(area.Key));
            var root = table.Areas == AdoptionKind.TeamFolder ? tree.RootOf(id) : tree.Folder(id);
            if (root is not null)
            {
                ProposeInside(area, root, tree, table);
            }
            else if (id is not null && lines.TryGetValue(area.Key, out var line))
            {
                table.Replace(line with { IsUnseen = true });
            }
        }
    }

    private static IReadOnlyList<AdoptionCandidate> TeamFolders(WorkspaceSnapshot snapshot) =>
        [
            .. snapshot.TeamFolders.Select(folder => new AdoptionCandidate(
                PlanningTable.Id(folder.Id),
                folder.MountPoint,
                folder.MountPoint
            )),
        ];

    private static void ProposeInside(AreaSpec area, NodeState root, Tree tree, AdoptionTable table)
    {
        var places = new Dictionary<string, (NodeState Node, string Wanted)>(StringComparer.Ordinal)
        {
            [area.Key] = (root, area.MountPoint),
        };
        var folders = table.HasDecisions ? tree.Below(root, isFolder: true) : [];

        // Parents come before what is in them: one pass finds each level after the one above.
        foreach (var siblings in area.Folders.GroupBy(folder => folder.ParentKey))
        {
            if (!places.TryGetValue(siblings.Key, out var parent))
            {
                continue;
            }

            var wanted = siblings
                .Select(folder => new Wanted(
                    folder.Key,
                    folder.ParentKey,
                    folder.Name,
                    $"{parent.Wanted}/{folder.Name}"
                ))
                .ToList();
            var lines = table.Pair(
                AdoptionKind.Folder,
                wanted,
                tree.In(parent.Node, isFolder: true),
                folders
            );
            foreach (var one in wanted)
            {
                var id = table.Known.Find(one.Key)?.RemoteId ?? IdOf(lines.GetValueOrDefault(one.Key));
                if (tree.Find(id, root) is { } node)
                {
                    places[one.Key] = (node, one.Path);
                }
            }
        }

        var files = table.HasDecisions ? tree.Below(root, isFolder: false) : [];
        ProposeDocuments(area, places, tree, files, table);
    }

    private static void ProposeDocuments(
        AreaSpec area,
        Dictionary<string, (NodeState Node, string Wanted)> places,
        Tree tree,
        IReadOnlyList<AdoptionCandidate> all,
        AdoptionTable table
    )
    {
        foreach (var siblings in area.Documents.GroupBy(document => document.ParentKey))
        {
            if (places.TryGetValue(siblings.Key, out var parent))
            {
                var wanted = siblings.Select(document => new Wanted(
                    document.Key,
                    document.ParentKey,
                    document.Name,
                    $"{parent.Wanted}/{document.Name}"
                )
                {
                    ContentHash = document.ContentHash,
                });
                table.Pair(AdoptionKind.Document, [.. wanted], tree.In(parent.Node, isFolder: false), all);
            }
        }
    }

    private static string? IdOf(AdoptionLine? line) =>
        line?.State is AdoptionState.Proposed or AdoptionState.Accepted ? line.Found?.Id : null;
}
