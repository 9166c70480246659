namespace Connector.Domain.Workspaces;

/// <summary>Team folders: found by id, else by name.</summary>
internal static class TeamFolderPlanning
{
    public static void Plan(AreaSpec area, PlanningTable table)
    {
        var known = table.Known.Find(area.Key);
        var state = Find(area, known, table);
        var (change, reason, action) = Decide(area, known, state, table);
        table.Add(
            PlanStep.In(
                area,
                PlanStage.TeamFolders,
                area.Key,
                change,
                Name(state?.MountPoint ?? area.MountPoint),
                reason,
                action
            )
        );
        if (change == Change.Conflict || (change == Change.Notice && state is null))
        {
            return;
        }

        if (state is not null)
        {
            RenamePlanning.PlanTeamFolder(area, state, table);
        }

        var opens = AccessPlanning.Plan(area, state, table);
        QuotaPlanning.Plan(area, state, table);
        var root = state?.MountPoint ?? area.MountPoint;
        var isNew = state is null || (state.Groups.Count == 0 && IsBegun(area, known, table));
        if (isNew ? !opens : table.NodeAt(root) is null)
        {
            table.Add(Unseen(area, root));
            return;
        }

        table.Places[area.Key] = root;
        if (isNew)
        {
            table.ToMake.Add(area.Key);
        }
    }

    /// <summary>An interrupted run made the folder and had not let anybody in: nothing can be inside.</summary>
    private static bool IsBegun(AreaSpec area, KnownResource? known, PlanningTable table) =>
        known is null ? table.Known.Unfinished.Contains(area.Key) : known.ContentHash is not null;

    /// <summary>
    /// A folder of other people's that the service account is only now let into, or is kept out of: what is inside,
    /// and which rules people set there, has to be read before anything is written.
    /// </summary>
    private static PlanStep Unseen(AreaSpec area, string root) =>
        PlanStep.In(
            area,
            PlanStage.TeamFolders,
            WorkspaceKeys.Inside(area.Key),
            Change.Notice,
            new Text($"le contenu de « {root} »", $"the content of '{root}'"),
            new Text(
                "pas visible pour Connector : sera lu et complété au prochain passage après l'ouverture de l'accès",
                "not visible to Connector: will be read and completed in the run after access is given"
            ),
            null
        );

    private static TeamFolderState? Find(AreaSpec area, KnownResource? known, PlanningTable table) =>
        known is not null && !PlanningTable.IsLost(known)
            ? table.Snapshot.TeamFolders.FirstOrDefault(folder =>
                PlanningTable.Id(folder.Id) == known.RemoteId
            )
            : table
                .Snapshot.TeamFolders.Where(folder =>
                    PlanningTable.SameName(folder.MountPoint, area.MountPoint)
                )
                .OrderBy(folder => folder.MountPoint == area.MountPoint ? 0 : 1)
                .ThenBy(folder => folder.Id)
                .FirstOrDefault();

    private static (Change, Text, WorkspaceAction?) Decide(
        AreaSpec area,
        KnownResource? known,
        TeamFolderState? state,
        PlanningTable table
    ) =>
        (known, state) switch
        {
            (not null, not null) when PlanningTable.IsLost(known) => Decide(area, null, state, table),
            (null, not null) when !table.Claims.Take(state, area.Key) => (
                Change.Conflict,
                PlanReasons.TakenByAnother,
                (WorkspaceAction?)null
            ),
            (null, null) => (
                Change.Create,
                PlanReasons.AskedBy(area.Blueprint),
                new CreateTeamFolder(area.MountPoint)
            ),
            (not null, null) => table.Gone(known, new CreateTeamFolder(area.MountPoint)),
            (null, not null) => (
                Change.Adopt,
                PlanReasons.AlreadyThere,
                new Link(Resource(area, state, table))
            ),
            _ when state!.MountPoint != area.MountPoint && state.MountPoint != table.LastPlace(known!) =>
                table.Renamed(state.MountPoint),
            _ => (Change.Keep, PlanReasons.InPlace, null),
        };

    /// <summary>With a hash, whatever it is, the folder is of Connector's own making.</summary>
    private static KnownResource Resource(AreaSpec area, TeamFolderState state, PlanningTable table) =>
        new()
        {
            Key = area.Key,
            RemoteId = PlanningTable.Id(state.Id),
            Path = state.MountPoint,
            ContentHash = IsBegun(area, known: null, table) ? state.MountPoint : null,
        };

    private static Text Name(string mountPoint) =>
        new($"le dossier d'équipe « {mountPoint} »", $"the team folder '{mountPoint}'");
}
