namespace Connector.Domain.Workspaces.Drift;

/// <summary>Where an area was and is, without slashes at the ends. <see cref="Was"/> is null for an area that is new.</summary>
internal sealed record AreaRoot(string? Was, string Is, long FileId)
{
    /// <summary>Null, with a line, for an area that is gone; null for one that never was.</summary>
    public static AreaRoot? Find(AreaSpec area, DriftTable table)
    {
        if (table.Known(area.Key) is not { } known)
        {
            return null;
        }

        var (was, now) =
            table.Spec.Strategy == Strategy.TeamFolders ? Mounts(known, table) : Folders(known, table);
        var fresh = table.Fresh(WorkspaceKeys.Name(area.Key)) ?? table.Fresh(area.Key);
        (was, now) = (Composed(was), Composed(now));
        var expected = Composed(fresh?.Path) ?? was;
        if (now is null)
        {
            if (expected is not null)
            {
                var gone = new Text(
                    $"l'espace « {expected} » n'est plus là",
                    $"the area '{expected}' is gone"
                );
                table.Add(area, DriftKind.Deleted, area.Key, gone, Ids(known, table));
            }

            return null;
        }

        if (expected is not null && expected != now)
        {
            var renamed = new Text(
                $"l'espace « {expected} » a été renommé en « {now} »",
                $"the area '{expected}' was renamed to '{now}'"
            );
            table.Add(area, DriftKind.Renamed, area.Key, renamed, Ids(known, table));
        }

        var root = table.Now.Nodes.FirstOrDefault(node => node.Path == now);
        return new AreaRoot(was ?? expected, now, root?.FileId ?? 0);
    }

    /// <summary>The path below the area; empty for the area itself, null outside.</summary>
    public static string? Inside(string? root, string path) =>
        root is null ? null
        : path == root ? ""
        : path.StartsWith($"{root}/", StringComparison.Ordinal) ? path[(root.Length + 1)..]
        : null;

    /// <summary>The app keeps a name as it was typed; paths of files are composed.</summary>
    private static string? Composed(string? path) => path is null ? null : PlanningTable.Normalise(path);

    private static (string? Was, string? Now) Mounts(KnownResource known, DriftTable table)
    {
        return (Mount(table.Then), Mount(table.Now));

        string? Mount(WorkspaceSnapshot snapshot) =>
            snapshot
                .TeamFolders.FirstOrDefault(folder => PlanningTable.Id(folder.Id) == known.RemoteId)
                ?.MountPoint;
    }

    private static (string? Was, string? Now) Folders(KnownResource known, DriftTable table)
    {
        return (Place(table.Then), Place(table.Now));

        string? Place(WorkspaceSnapshot snapshot) =>
            snapshot.Nodes.FirstOrDefault(node => PlanningTable.Id(node.FileId) == known.RemoteId)?.Path;
    }

    /// <summary>A team folder's number is none of a file.</summary>
    private static long[] Ids(KnownResource known, DriftTable table) =>
        table.Spec.Strategy != Strategy.TeamFolders && DriftTable.Number(known.RemoteId) is { } id
            ? [id]
            : [];
}
