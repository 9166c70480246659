namespace Connector.Domain.Workspaces;

/// <summary>The Nextcloud groups that rights are given to.</summary>
internal static class GroupPlanning
{
    public static void Plan(WorkspaceSpec spec, PlanningTable table)
    {
        foreach (var group in spec.Groups)
        {
            table.Snapshot.Groups.TryGetValue(group.GroupId, out var state);
            if (spec.Strategy == Strategy.GroupsByHand)
            {
                if (state is not null)
                {
                    table.Groups.Add(group.GroupId);
                }

                continue;
            }

            var step = GroupStep(group, state, table);
            table.Add(step);
            if (step.Change != Change.Notice)
            {
                table.Groups.Add(group.GroupId);
            }
        }
    }

    private static string NameOf(GroupSpec group) =>
        group.IsTeam ? TeamMatching.NameOf(group) : group.DisplayName;

    private static PlanStep GroupStep(GroupSpec group, GroupState? state, PlanningTable table)
    {
        var known = table.Known.Find(group.Key);
        var link = new KnownResource { Key = group.Key, RemoteId = state?.TeamId ?? group.GroupId };
        var (change, reason, action) = (state, known) switch
        {
            (null, null) => (
                Change.Create,
                Described,
                (WorkspaceAction?)new CreateGroup(group.GroupId, NameOf(group))
            ),
            (null, _) => table.Gone(new CreateGroup(group.GroupId, NameOf(group))),
            (_, null) => (Change.Adopt, PlanReasons.AlreadyThere, new Link(link)),
            _ => (Change.Keep, PlanReasons.InPlace, null),
        };
        return new PlanStep
        {
            Key = group.Key,
            Stage = PlanStage.Groups,
            Change = change,
            Subject = group.IsTeam
                ? new Text($"l'équipe « {group.DisplayName} »", $"the team '{group.DisplayName}'")
                : new Text($"le groupe « {group.DisplayName} »", $"the group '{group.DisplayName}'"),
            Reason = reason,
            Action = action,
        };
    }

    private static readonly Text Described = new(
        "des personnes du fichier du territoire y ont leur place",
        "people of the territory file have their place in it"
    );
}
