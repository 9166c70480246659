using Connector.Domain.Workspaces;

namespace Connector.Provisioning;

/// <summary>Tries many steps in few requests: an outcome, by key, for each step that this settled.</summary>
internal delegate Task<IReadOnlyDictionary<string, StepOutcome>> Together(
    IReadOnlyList<PlanStep> steps,
    CancellationToken ct
);

/// <summary>
/// Steps of one stage that belong together: first tried <paramref name="Together"/>, if they can be; what is left is
/// carried out one by one.
/// </summary>
internal sealed record StagePart(IReadOnlyList<PlanStep> Steps, Together? Together = null);
