using Connector.Domain.Territories;

namespace Connector.Domain.Workspaces;

/// <summary>
/// New names for what exists, as the last steps of a run. A name that Connector gave follows the blueprint and the
/// territory file; one that a person gave stays, unless names are enforced.
/// </summary>
internal static class RenamePlanning
{
    /// <param name="area">The area.</param>
    /// <param name="item">The folder or document, as the blueprint wants it.</param>
    /// <param name="node">What it is on the server.</param>
    /// <param name="parent">Where it is meant to stand.</param>
    /// <param name="table">The plan so far.</param>
    public static void Plan(AreaSpec area, Named item, NodeState node, string parent, PlanningTable table)
    {
        var expected = $"{parent}/{item.Name}";
        if (node.Path == expected || IsSpelledOtherwise(node.Path, expected))
        {
            return;
        }

        var there = table.NodeAt(expected);
        var isTaken = there is not null && there.FileId != node.FileId;
        if (IsFormer(item, node, parent, table))
        {
            var reason = area.IsPassing(item.Key)
                ? PlanReasons.MeetingMoved
                : PlanReasons.RenamedBy(area.Blueprint);
            Add(area, item.Key, node, expected, isTaken, reason, table);
        }
        else if (node.IsFolder && table.Enforcement(ManagedField.Names) == Enforcement.Enforced)
        {
            Add(area, item.Key, node, expected, isTaken, PlanReasons.SetBack, table);
        }
    }

    /// <summary>The root of an area that is a plain folder of the service account.</summary>
    public static void PlanRoot(AreaSpec area, NodeState node, PlanningTable table)
    {
        if (Root(area, node.Path, table) is { } reason)
        {
            var isTaken = table.NodeAt(area.MountPoint) is { } there && there.FileId != node.FileId;
            Add(area, area.Key, node, area.MountPoint, isTaken, reason, table);
        }
    }

    public static void PlanTeamFolder(AreaSpec area, TeamFolderState state, PlanningTable table)
    {
        if (Root(area, state.MountPoint, table) is not { } reason)
        {
            return;
        }

        var isTaken =
            table.Snapshot.TeamFolders.Any(other =>
                other.Id != state.Id && PlanningTable.SameName(other.MountPoint, area.MountPoint)
            ) || IsOthers(area.MountPoint, state.MountPoint, table);
        var action = new RenameTeamFolder(state.Id, area.MountPoint);
        table.Add(
            Step(
                area,
                area.Key,
                Text.Same(state.MountPoint),
                area.MountPoint,
                isTaken ? null : reason,
                isTaken ? null : action
            )
        );
    }

    /// <summary>Why an area's root gets another name; null when it keeps the one it has.</summary>
    private static Text? Root(AreaSpec area, string now, PlanningTable table)
    {
        var known = table.Known.Find(area.Key);
        if (known is null || now == area.MountPoint || IsSpelledOtherwise(now, area.MountPoint))
        {
            return null;
        }

        var isOurs = known.ContentHash is not null || known.Blueprint is not null;
        return isOurs && table.LastPlace(known) == now ? PlanReasons.RenamedInFile
            : table.Enforcement(ManagedField.Names) == Enforcement.Enforced ? PlanReasons.SetBack
            : null;
    }

    /// <summary>Whether the service account has something of its own under that name, which a mount would hide.</summary>
    private static bool IsOthers(string name, string mountPoint, PlanningTable table) =>
        !PlanningTable.SameName(name, mountPoint) && table.NodeAt(name) is not null;

    /// <summary>A server that forbids names later leaves those that are there as they are.</summary>
    private static bool IsSpelledOtherwise(string now, string wanted) =>
        FileName.Original(now) == FileName.Original(wanted);

    /// <summary>Whether it still has the name, and the place, that an earlier version of the blueprint gave it.</summary>
    private static bool IsFormer(Named item, NodeState node, string parent, PlanningTable table)
    {
        var now = PlanningTable.NameOf(node.Path);
        var names = item.Moves ? item.FormerNames.Append(item.Name) : item.FormerNames;
        if (
            !IsIn(node.Path[..^(now.Length + 1)], item, parent, table)
            || !names.Contains(PlanningTable.Normalise(now))
        )
        {
            return false;
        }

        var known = table.Known.Find(item.Key);
        return known is null || (table.LastPlace(known) is { } place && PlanningTable.NameOf(place) == now);
    }

    /// <summary>Whether a folder is the one that it is meant to stand in, or stood in on another day.</summary>
    private static bool IsIn(string folder, Named item, string parent, PlanningTable table) =>
        folder == parent
        || item.FormerParents.Any(key =>
            table.Known.Find(key) is { } former && table.NodeOf(former, isFolder: true)?.Path == folder
        );

    private static void Add(
        AreaSpec area,
        string key,
        NodeState node,
        string expected,
        bool isTaken,
        Text reason,
        PlanningTable table
    ) =>
        table.Add(
            Step(
                area,
                key,
                Text.Same(node.Path),
                PlanningTable.NameOf(expected),
                isTaken ? null : reason,
                isTaken ? null : new RenameNode(node.FileId, node.Path, expected)
            )
        );

    private static PlanStep Step(
        AreaSpec area,
        string key,
        Text now,
        string name,
        Text? reason,
        WorkspaceAction? action
    ) =>
        PlanStep.In(
            area,
            PlanStage.Renames,
            WorkspaceKeys.Name(key),
            action is null ? Change.Conflict : Change.Update,
            new Text($"le nom de « {now.French} »", $"the name of '{now.English}'"),
            reason ?? PlanReasons.NameTaken(name),
            action
        ) with
        {
            Deed = action is null
                ? null
                : new Text($"renommer « {now.French} » en « {name} »", $"rename '{now.English}' to '{name}'"),
        };
}

/// <summary>A folder or document of the blueprint, as far as its name goes.</summary>
/// <param name="Key">In the ledger.</param>
/// <param name="Name">The one that it should have.</param>
/// <param name="FormerNames">Those that Connector may have given it.</param>
/// <param name="FormerParents">Keys of other folders in which Connector may have put it.</param>
internal readonly record struct Named(
    string Key,
    string Name,
    IReadOnlyList<string> FormerNames,
    IReadOnlyList<string> FormerParents
)
{
    public bool Moves => FormerParents.Count > 0;
}
