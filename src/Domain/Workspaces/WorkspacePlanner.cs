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
    public static WorkspacePlan Plan(WorkspaceSpec spec, WorkspaceSnapshot snapshot, KnownWorkspace known)
    {
        var table = new PlanningTable(snapshot, known);
        GroupPlanning.Plan(spec, table);
        AccountPlanning.Plan(spec, table);
        MemberPlanning.Plan(spec, table);
        foreach (var area in spec.Areas)
        {
            var root = TeamFolderPlanning.Plan(area, table);
            if (root is not null)
            {
                FolderPlanning.Plan(area, root, table);
            }

            if (area.Calendar is not null)
            {
                CalendarPlanning.Plan(area, area.Calendar, table);
            }

            DocumentPlanning.Plan(area, table);
        }

        OrphanPlanning.Plan(spec, table);
        return new WorkspacePlan([.. table.Steps.OrderBy(step => step.Stage)]);
    }
}
