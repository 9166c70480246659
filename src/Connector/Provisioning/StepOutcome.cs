using Connector.Domain;
using Connector.Domain.Workspaces;

namespace Connector.Provisioning;

internal enum StepState
{
    /// <summary>Done, or found to be done.</summary>
    Done,

    /// <summary>Not done; the message says why and what to do.</summary>
    Failed,

    /// <summary>Not tried, because something it depends on failed or the run stopped before.</summary>
    Skipped,
}

/// <summary>What became of one step, and what the ledger is to remember of it.</summary>
internal sealed record StepOutcome(StepState State, IReadOnlyList<KnownResource> Made, Text? Message = null)
{
    /// <summary>
    /// Failed with part of it perhaps done: the ledger keeps the step as begun, and the next run settles it by reading.
    /// </summary>
    public bool InDoubt { get; init; }

    public static StepOutcome Done(params IReadOnlyList<KnownResource> made) => new(StepState.Done, made);

    public static StepOutcome Failed(Text message) => new(StepState.Failed, [], message);

    public static StepOutcome Skipped(Text reason) => new(StepState.Skipped, [], reason);
}

/// <summary>A step of the plan with its outcome, for progress and reports.</summary>
internal sealed record StepResult(PlanStep Step, StepOutcome Outcome);
