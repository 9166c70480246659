namespace Connector.Domain.Workspaces;

/// <summary>Team folders: found by id, else by name.</summary>
internal static class TeamFolderPlanning
{
    /// <returns>The path of the area's root, or null when nothing may be done inside.</returns>
    public static string? Plan(AreaSpec area, PlanningTable table)
    {
        var known = table.Known.Find(area.Key);
        var state = Find(area, known, table);
        var (change, reason, action) = Decide(area, known, state);
        table.Add(Step(area, area.Key, change, Name(state?.MountPoint ?? area.MountPoint), reason, action));
        if (change == Change.Notice && state is null)
        {
            return null;
        }

        AccessPlanning.Plan(area, state, table);
        var root = state?.MountPoint ?? area.MountPoint;
        table.Places[area.Key] = root;
        return root;
    }

    private static TeamFolderState? Find(AreaSpec area, KnownResource? known, PlanningTable table) =>
        known is not null
            ? table.Snapshot.TeamFolders.FirstOrDefault(folder =>
                PlanningTable.Id(folder.Id) == known.RemoteId
            )
            : table
                .Snapshot.TeamFolders.Where(folder =>
                    string.Equals(folder.MountPoint, area.MountPoint, StringComparison.Ordinal)
                )
                .MinBy(folder => folder.Id);

    private static (Change, Text, WorkspaceAction?) Decide(
        AreaSpec area,
        KnownResource? known,
        TeamFolderState? state
    ) =>
        (known, state) switch
        {
            (null, null) => (Change.Create, PlanReasons.Missing, new CreateTeamFolder(area.MountPoint)),
            (not null, null) => (Change.Notice, PlanReasons.RemovedBySomebody, null),
            (null, not null) => (Change.Adopt, PlanReasons.AlreadyThere, new Link(Resource(area, state))),
            _ when state!.MountPoint != area.MountPoint && known!.Path == area.MountPoint => (
                Change.Notice,
                PlanReasons.Renamed(state.MountPoint),
                null
            ),
            _ => (Change.Keep, PlanReasons.InPlace, null),
        };

    private static KnownResource Resource(AreaSpec area, TeamFolderState state) =>
        new()
        {
            Key = area.Key,
            RemoteId = PlanningTable.Id(state.Id),
            Path = state.MountPoint,
        };

    private static Text Name(string mountPoint) =>
        new($"dossier d'équipe « {mountPoint} »", $"team folder '{mountPoint}'");

    private static PlanStep Step(
        AreaSpec area,
        string key,
        Change change,
        Text subject,
        Text reason,
        WorkspaceAction? action
    ) =>
        new()
        {
            Key = key,
            Stage = PlanStage.TeamFolders,
            AreaKey = area.Key,
            Change = change,
            Subject = subject,
            Reason = reason,
            Action = action,
        };
}
