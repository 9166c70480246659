namespace Connector.Domain.Workspaces;

/// <summary>Team folders: found by id, else by name; their attached groups, and whether rules are switched on.</summary>
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

        foreach (var (groupId, permissions) in area.Access.Where(access => table.Groups.Contains(access.Key)))
        {
            PlanAccess(area, state, groupId, permissions, table);
        }

        if (area.UsesAcl)
        {
            PlanAcl(area, state, table);
        }

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

    private static void PlanAccess(
        AreaSpec area,
        TeamFolderState? state,
        string groupId,
        int permissions,
        PlanningTable table
    )
    {
        var key = $"{area.Key}/access:{groupId}";
        var known = table.Known.Find(key);
        var wanted = PlanningTable.Id(permissions);
        var present =
            state is not null && state.Groups.TryGetValue(groupId, out var bits) ? bits : (int?)null;
        var grant = new GrantAccess(area.Key, groupId, permissions);
        var (change, reason, action) = (present, known) switch
        {
            (null, null) => (Change.Create, PlanReasons.Missing, (WorkspaceAction?)grant),
            (null, _) => (Change.Notice, PlanReasons.RemovedBySomebody, null),
            (int same, null) when same == permissions => (
                Change.Adopt,
                PlanReasons.AlreadyThere,
                new Link(
                    new KnownResource
                    {
                        Key = key,
                        RemoteId = groupId,
                        ContentHash = wanted,
                    }
                )
            ),
            (int same, _) when same == permissions => (Change.Keep, PlanReasons.InPlace, null),
            (_, null) when table.Known.Unfinished.Contains(key) => (
                Change.Update,
                PlanReasons.Unfinished,
                grant
            ),
            (int was, not null) when known.ContentHash == PlanningTable.Id(was) => (
                Change.Update,
                PlanReasons.ContentMoved,
                grant
            ),
            _ => (Change.Notice, PlanReasons.ChangedBySomebody, null),
        };
        var subject = new Text(
            $"accès du groupe « {groupId} » à « {area.MountPoint} »",
            $"access of the group '{groupId}' to '{area.MountPoint}'"
        );
        table.Add(Step(area, key, change, subject, reason, action));
    }

    private static void PlanAcl(AreaSpec area, TeamFolderState? state, PlanningTable table)
    {
        var key = $"{area.Key}/acl";
        var on = state?.Acl == true;
        var switchedOff = !on && table.Known.Find(key) is not null;
        var (change, reason, action) =
            on ? (Change.Keep, PlanReasons.InPlace, (WorkspaceAction?)null)
            : switchedOff ? (Change.Notice, PlanReasons.RemovedBySomebody, null)
            : (
                Change.Create,
                new Text(
                    "le modèle distingue les droits par dossier",
                    "the blueprint tells rights folder by folder"
                ),
                new EnableAcl(area.Key)
            );
        var subject = new Text(
            $"droits avancés de « {area.MountPoint} »",
            $"advanced permissions of '{area.MountPoint}'"
        );
        table.Add(Step(area, key, change, subject, reason, action));
    }

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
