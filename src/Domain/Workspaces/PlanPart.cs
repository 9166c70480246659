using Connector.Domain.Documents;

namespace Connector.Domain.Workspaces;

/// <summary>Which steps of a plan a run may carry out. All parts look at everything, and compare everything.</summary>
public enum PlanPart
{
    Everything,

    /// <summary>Meetings, in both directions, the links to them, and the network's calendar.</summary>
    Calendars,

    /// <summary>Who takes part: leavers, groups, accounts, members, and the documents that list them.</summary>
    Directory,
}

/// <summary>What a part leaves of a plan.</summary>
public static class PlanParts
{
    /// <summary>
    /// The same plan with the steps of other parts left to a whole run, and with those of this part that need something
    /// which is still to be made.
    /// </summary>
    public static WorkspacePlan Only(this WorkspacePlan plan, PlanPart part)
    {
        if (part == PlanPart.Everything)
        {
            return plan;
        }

        var unready = plan
            .Pending.Where(step =>
                !Concerns(part, step) && step.Stage is PlanStage.TeamFolders or PlanStage.Folders
            )
            .Select(step => step.AreaKey)
            .OfType<string>()
            .ToHashSet(StringComparer.Ordinal);
        return plan with
        {
            Steps =
            [
                .. plan.Steps.Where(step =>
                    step.Action is null
                    || (Concerns(part, step) && (step.AreaKey is null || !unready.Contains(step.AreaKey)))
                ),
            ],
        };
    }

    /// <summary>
    /// The same plan with the steps about other groups left to another run, and with them the documents of the network that show
    /// all groups and wait for what those will have.
    /// </summary>
    /// <param name="plan">The whole plan.</param>
    /// <param name="groups">See <see cref="PlanOptions.Groups"/>.</param>
    public static WorkspacePlan Only(this WorkspacePlan plan, IReadOnlySet<string>? groups) =>
        groups is null
            ? plan
            : plan with
            {
                Steps =
                [
                    .. plan.Steps.Where(step =>
                        step.Action is null
                        || step.Stage <= PlanStage.Members
                        || (step.Group is { } group ? groups.Contains(group) : !Waits(step, groups))
                    ),
                ],
            };

    /// <summary>Another run will know what such a document shows.</summary>
    private static bool Waits(PlanStep step, IReadOnlySet<string> groups) =>
        step.Action is PutDocument { Document: { ContentHash: null } document } put
        && (
            document.CalendarKey is { } calendar
                ? !groups.Any(group => calendar == WorkspaceKeys.Calendar(group))
                : put.Replaces is not null
        );

    private static bool Concerns(PlanPart part, PlanStep step) =>
        part switch
        {
            PlanPart.Calendars => step.Stage is PlanStage.Calendars or PlanStage.Links or PlanStage.Copies,
            PlanPart.Directory => step.Stage <= PlanStage.Members
                || step.Action
                    is PutDocument { Document.Kind: DocumentKind.Directory }
                        or MergeDocument { Document.Kind: DocumentKind.Directory },
            _ => true,
        };
}
