namespace Connector.Domain.Workspaces;

/// <summary>
/// Compares what should be (<see cref="WorkspaceSpec"/>), what is (<see cref="WorkspaceSnapshot"/>) and what
/// Connector remembers (<see cref="KnownWorkspace"/>). Pure: same three, same plan.
/// <para>
/// The rule behind every line: a thing that exists is kept; a thing that Connector knew and that is gone was
/// removed by somebody, and stays away; only content that Connector wrote and nobody touched is replaced.
/// </para>
/// </summary>
public static class WorkspacePlanner
{
    /// <summary>
    /// Whether the snapshot has to list a calendar's objects even when its change tag is the known one: the tag tells
    /// that nothing moved since, not that everything is still as Connector wrote it.
    /// </summary>
    public static bool NeedsEvents(CalendarSpec calendar, KnownWorkspace known) =>
        calendar.Events.Any(item =>
            known.Find(item.Key) is not { } resource
            || (resource.ContentHash is not null && resource.ContentHash != item.ContentHash)
        ) || (calendar.Copies ?? []).Any(copy => known.Find(copy.Key) is null);

    public static WorkspacePlan Plan(
        WorkspaceSpec spec,
        WorkspaceSnapshot snapshot,
        KnownWorkspace known,
        PlanOptions? options = null
    )
    {
        var remembered = LedgerMoves.Follow(known, LedgerMoves.Of(spec, known));
        var table = new PlanningTable(spec, snapshot, remembered, options ?? PlanOptions.Default);
        GroupPlanning.Plan(spec, table);
        AccountPlanning.Plan(spec, table);
        MemberPlanning.Plan(spec, table);
        foreach (var area in spec.Areas)
        {
            if (ClosedPlanning.Plan(area, table))
            {
                continue;
            }

            if (spec.Strategy == Strategy.TeamFolders)
            {
                TeamFolderPlanning.Plan(area, table);
            }
            else
            {
                SharedFolderPlanning.PlanRoot(area, table);
            }

            if (table.Places.TryGetValue(area.Key, out var root))
            {
                FolderPlanning.Plan(area, root, !table.ToMake.Contains(area.Key), table);
            }

            SharedFolderPlanning.PlanShares(area, table);
            PeopleSharePlanning.Plan(area, table);
            if (area.Calendar is not null)
            {
                CalendarPlanning.Plan(area, area.Calendar, table);
            }
        }

        foreach (var area in spec.Areas.Where(area => !table.Known.IsClosed(area)))
        {
            DocumentPlanning.Plan(area, table);
            RemovedPlanning.Plan(area, table.KnownNodes[area.Key], table);
            LinkPlanning.Plan(area, table);
            foreach (var notice in area.Notices)
            {
                table.Add(
                    PlanStep.In(
                        area,
                        notice.Stage,
                        notice.Key,
                        notice.Change,
                        notice.Subject,
                        notice.Reason,
                        action: null
                    )
                );
            }
        }

        NetworkPlanning.Plan(spec, table);
        AddressBookPlanning.Plan(spec, table);
        OrphanPlanning.Plan(spec, table);
        var placing = new PlanPlacing(spec);
        var steps = table.Steps.OrderBy(step => step.Stage).ThenByDescending(Depth).Select(placing.Place);
        return new WorkspacePlan([.. steps])
        {
            NewAreas = table.ToMake,
            Groups = placing.Groups(),
            Tasks = TaskPlanning.Plan(spec, table),
        };
    }

    /// <summary>What is inside gets its new name before what it is in: paths before it stay true.</summary>
    private static int Depth(PlanStep step) =>
        step.Action is RenameNode rename ? rename.From.Count(letter => letter == '/') + 1 : 0;
}
