namespace Connector.Domain.Workspaces;

/// <summary>
/// Who is in which group. People are added, never removed: leavers are told. Accounts that the same plan makes
/// come with their groups.
/// </summary>
internal static class MemberPlanning
{
    public static void Plan(WorkspaceSpec spec, PlanningTable table)
    {
        foreach (var group in spec.Groups.Where(group => table.Groups.Contains(group.GroupId)))
        {
            OfGroup(group, table.Snapshot.Groups.GetValueOrDefault(group.GroupId), table);
        }
    }

    private static void OfGroup(GroupSpec group, GroupState? state, PlanningTable table)
    {
        var present = state?.Members ?? new HashSet<string>();
        foreach (
            var user in group.Members.Where(user =>
                !present.Contains(user) && table.Snapshot.Users.Contains(user)
            )
        )
        {
            table.Add(
                new PlanStep
                {
                    Key = $"{group.Key}/member:{user}",
                    Stage = PlanStage.Members,
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
                    Stage = PlanStage.Members,
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
