using Connector.Domain;
using Connector.Domain.Workspaces.Adoption;

namespace Connector.Reports;

/// <summary>What was found for the things of a territory, what was linked, and the plan of what is missing then.</summary>
internal sealed record AdoptReport
{
    public required string Territory { get; init; }

    public Uri? Server { get; init; }

    /// <summary>Changes pending while something found waits for a decision.</summary>
    public RunOutcome Outcome { get; init; } = RunOutcome.Failed;

    public IReadOnlyList<AdoptionLine> Lines { get; init; } = [];

    /// <summary>Keys of what this run linked.</summary>
    public IReadOnlySet<string> Linked { get; init; } = new HashSet<string>();

    /// <summary>The ordinary plan after linking; null when the run ended before.</summary>
    public RunReport? Plan { get; init; }

    public IReadOnlyList<Problem> Problems { get; init; } = [];

    public IReadOnlyList<Problem> Warnings { get; init; } = [];
}
