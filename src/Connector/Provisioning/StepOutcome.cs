using Connector.Domain;
using Connector.Domain.Workspaces;
using Connector.Ledger;

namespace Connector.Provisioning;

internal enum StepState
{
    /// <summary>Done, or found to be done.</summary>
    Done,

    /// <summary>Not done; the message says why and what to do.</summary>
    Failed,

    /// <summary>Not done, because somebody is at it; nothing is wrong, and the next run tries again.</summary>
    Waiting,

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

    /// <summary>The document that was written or merged, for the ledger to keep.</summary>
    public KeptBase? Base { get; init; }

    /// <summary>The file as it stands on the server now, where that is known.</summary>
    public ReadOnlyMemory<byte>? Content { get; init; }

    /// <summary>ETag of the file that was changed; null for one that nobody had touched, or that is new.</summary>
    public string? Changed { get; init; }

    /// <summary>What was done in detail, line by line.</summary>
    public IReadOnlyList<Text> Details { get; init; } = [];

    public static StepOutcome Done(params IReadOnlyList<KnownResource> made) => new(StepState.Done, made);

    public static StepOutcome Failed(Text message) => new(StepState.Failed, [], message);

    public static StepOutcome Waiting(Text reason) => new(StepState.Waiting, [], reason);

    /// <summary>A document was written. Where data will be merged into it, its bytes are kept.</summary>
    public static StepOutcome Wrote(DocumentSpec document, KnownResource made, ReadOnlyMemory<byte> bytes) =>
        document.IsMerged
            ? Done(made with { BaseHash = made.ContentHash }) with
            {
                Base = new KeptBase(made.ContentHash!, bytes),
                Content = bytes,
            }
            : Done(made);

    public static StepOutcome Skipped(Text reason) => new(StepState.Skipped, [], reason);
}

/// <summary>A step of the plan with its outcome, for progress and reports.</summary>
internal sealed record StepResult(PlanStep Step, StepOutcome Outcome);
