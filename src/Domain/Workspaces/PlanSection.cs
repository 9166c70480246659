namespace Connector.Domain.Workspaces;

/// <summary>
/// The steps about one working group, or about the network, its steering and its people (<see cref="Group"/> null), in
/// the order of the stages.
/// </summary>
public sealed record PlanSection(PlanGroup? Group, IReadOnlyList<PlanStep> Steps)
{
    /// <summary>
    /// The network first, then the groups in the order of the file, then what is in the file no more. Sections without a
    /// step are left out.
    /// </summary>
    public static IReadOnlyList<PlanSection> Of(WorkspacePlan plan)
    {
        var byGroup = plan.Steps.ToLookup(step => step.Group, StringComparer.Ordinal);
        var written = plan.Groups.Select(group => group.Id).ToHashSet(StringComparer.Ordinal);
        var others = byGroup
            .Select(steps => steps.Key)
            .OfType<string>()
            .Where(id => !written.Contains(id))
            .Order(StringComparer.Ordinal)
            .Select(id => new PlanGroup(id, id));
        return
        [
            .. new PlanGroup?[] { null }
                .Concat(plan.Groups)
                .Concat(others)
                .Select(group => new PlanSection(group, [.. byGroup[group?.Id]]))
                .Where(section => section.Steps.Count > 0),
        ];
    }
}
