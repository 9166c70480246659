namespace Connector.Domain.Workspaces;

/// <summary>
/// Folders and documents that an earlier version of a blueprint asked for and that this one does not mention: told, each
/// with all that is in it as one line, and never deleted.
/// </summary>
internal static class RemovedPlanning
{
    public static void Plan(AreaSpec area, IEnumerable<KnownResource> known, PlanningTable table)
    {
        var wanted = area
            .Folders.Select(folder => folder.Key)
            .Concat(area.Documents.Select(document => document.Key))
            .ToHashSet(StringComparer.Ordinal);
        var told = new HashSet<string>(StringComparer.Ordinal);
        // A folder's key comes before those of what is inside.
        foreach (var resource in known.OrderBy(resource => resource.Key, StringComparer.Ordinal))
        {
            if (
                wanted.Contains(resource.Key)
                || IsIn(resource.Key, told)
                || area.IsPassing(resource.Key)
                || table.AnyNodeOf(resource) is not { } node
            )
            {
                continue;
            }

            told.Add(resource.Key);
            table.Add(Step(area, resource.Key, node));
        }
    }

    private static PlanStep Step(AreaSpec area, string key, NodeState node) =>
        PlanStep.In(
            area,
            node.IsFolder ? PlanStage.Folders : PlanStage.Documents,
            key,
            Change.Notice,
            node.IsFolder
                ? new Text($"le dossier « {node.Path} »", $"the folder '{node.Path}'")
                : new Text($"le document « {node.Path} »", $"the document '{node.Path}'"),
            PlanReasons.NoLongerIn(area.Blueprint),
            action: null
        );

    private static bool IsIn(string key, HashSet<string> told)
    {
        for (var slash = key.LastIndexOf('/'); slash > 0; slash = key.LastIndexOf('/', slash - 1))
        {
            if (told.Contains(key[..slash]))
            {
                return true;
            }
        }

        return false;
    }
}
