namespace Connector.Domain.Workspaces;

/// <summary>Nextcloud groups and who is in them. People are added, never removed: leavers are told.</summary>
internal static class GroupPlanning
{
    public static void Plan(WorkspaceSpec spec, PlanningTable table)
    {
        foreach (var group in spec.Groups)
        {
            table.Snapshot.Groups.TryGetValue(group.GroupId, out var state);
            var step = GroupStep(group, state, table);
            table.Add(step);
            if (step.Change == Change.Notice)
            {
                continue;
            }

            table.Groups.Add(group.GroupId);
            PlanMembers(group, state, table);
        }
    }

    private static PlanStep GroupStep(GroupSpec group, GroupState? state, PlanningTable table)
    {
        var known = table.Known.Find(group.Key);
        var link = new KnownResource { Key = group.Key, RemoteId = group.GroupId };
        var (change, reason, action) = (state, known) switch
        {
            (null, null) => (
                Change.Create,
                PlanReasons.Missing,
                (WorkspaceAction?)new CreateGroup(group.GroupId, group.DisplayName)
            ),
            (null, _) => (Change.Notice, PlanReasons.RemovedBySomebody, null),
            (_, null) => (Change.Adopt, PlanReasons.AlreadyThere, new Link(link)),
            _ => (Change.Keep, PlanReasons.InPlace, null),
        };
        return new PlanStep
        {
            Key = group.Key,
            Stage = PlanStage.Groups,
            Change = change,
            Subject = new Text($"groupe « {group.DisplayName} »", $"group '{group.DisplayName}'"),
            Reason = reason,
            Action = action,
        };
    }

    private static void PlanMembers(GroupSpec group, GroupState? state, PlanningTable table)
    {
        var present = state?.Members ?? new HashSet<string>();
        foreach (
            var user in group.Members.Where(user => !present.Contains(user) && table.Users.Contains(user))
        )
        {
            table.Add(
                new PlanStep
                {
                    Key = $"{group.Key}/member:{user}",
                    Stage = PlanStage.Groups,
                    Change = Change.Create,
                    Subject = new Text(
                        $"« {user} » dans le groupe « {group.DisplayName} »",
                        $"'{user}' in the group '{group.DisplayName}'"
                    ),
                    Reason = new Text(
                        "y participe selon le fichier du territoire",
                        "takes part, says the territory file"
                    ),
                    Action = new AddMember(group.GroupId, user),
                }
            );
        }

        foreach (var user in present.Except(group.Members).Order(StringComparer.Ordinal))
        {
            table.Add(
                new PlanStep
                {
                    Key = $"{group.Key}/extra:{user}",
                    Stage = PlanStage.Groups,
                    Change = Change.Notice,
                    Subject = new Text(
                        $"« {user} » dans le groupe « {group.DisplayName} »",
                        $"'{user}' in the group '{group.DisplayName}'"
                    ),
                    Reason = new Text(
                        "n'y participe pas selon le fichier du territoire : laissé en place",
                        "does not take part, says the territory file: left in place"
                    ),
                }
            );
        }
    }
}
