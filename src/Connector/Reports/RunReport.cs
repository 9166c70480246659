using Connector.Domain;
using Connector.Domain.Workspaces;
using Connector.Provisioning;

namespace Connector.Reports;

/// <summary>How a run ended. The numbers are the program's exit codes.</summary>
internal enum RunOutcome
{
    /// <summary>Everything is as it should be.</summary>
    Done = 0,

    /// <summary>Nothing could be done.</summary>
    Failed = 1,

    /// <summary>Some of it could not be done, or waits for a person to clear a conflict; the report tells which.</summary>
    PartlyDone = 2,

    /// <summary>Only planned, and something would change.</summary>
    ChangesPending = 3,

    /// <summary>
    /// The server is closed for maintenance: nothing has failed, the next run goes on (75 is <c>EX_TEMPFAIL</c> of
    /// <c>sysexits.h</c>).
    /// </summary>
    Postponed = 75,

    /// <summary>Stopped by the person who started it.</summary>
    Cancelled = 130,
}

/// <summary>What a run saw, did and could not do. Doors render it; nothing in it depends on a door.</summary>
internal sealed record RunReport
{
    public required string Territory { get; init; }

    /// <summary>The server, without any secret; null when the run ended before there was one.</summary>
    public Uri? Server { get; init; }

    public required RunOutcome Outcome { get; init; }

    /// <summary>The whole comparison; null when the run ended before there was one.</summary>
    public WorkspacePlan? Plan { get; init; }

    /// <summary>What shared folders are on this server, and why; null when the run ended before it was known.</summary>
    public ChosenStrategy? Strategy { get; init; }

    /// <summary>What became of each step, in the order of the plan; empty for a dry run.</summary>
    public IReadOnlyList<StepResult> Results { get; init; } = [];

    /// <summary>What stopped the run, or has to be known beside the steps.</summary>
    public IReadOnlyList<Problem> Problems { get; init; } = [];

    /// <summary>What in the territory's files should be looked at, and stops nothing.</summary>
    public IReadOnlyList<Problem> Warnings { get; init; } = [];

    /// <summary>Name of each calendar and its public address, in the order of the territory.</summary>
    public IReadOnlyList<(string Name, Uri Address)> Calendars { get; init; } = [];

    /// <summary>What was done beside the steps, such as minutes that were published.</summary>
    public IReadOnlyList<Text> Said { get; init; } = [];

    /// <summary>HTTP requests by verb, retries included.</summary>
    public IReadOnlyDictionary<string, int> Requests { get; init; } = new Dictionary<string, int>();

    public TimeSpan Duration { get; init; }

    public int Failures => Results.Count(result => result.Outcome.State != StepState.Done);
}
