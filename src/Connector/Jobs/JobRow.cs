using Microsoft.EntityFrameworkCore;

namespace Connector.Jobs;

internal enum JobState
{
    /// <summary>Asked for; starts when its time has come and a node has room.</summary>
    Waiting,

    /// <summary>Under way on <see cref="JobRow.Node"/>, or was until that node died.</summary>
    Running,

    Ended,
}

/// <summary>One job, from the moment somebody asked for it until it is dropped from the history.</summary>
internal sealed class JobRow
{
    public long Id { get; init; }

    public required string Territory { get; init; }

    public required JobKind Kind { get; init; }

    public required JobState State { get; set; }

    public required DateTimeOffset AskedAt { get; init; }

    /// <summary>An account, or « planning » for the schedule.</summary>
    public required string AskedBy { get; init; }

    /// <summary>Why, in the words of who asked.</summary>
    public required string Reason { get; init; }

    /// <summary>Identifiers of the working groups that alone are set up, a line each; null for all.</summary>
    public string? Groups { get; set; }

    /// <summary>Keys of the steps that are left until somebody asks for them, a line each; null or empty for none.</summary>
    public string? LeftOut { get; set; }

    /// <summary>Whether the schedule asked, and nobody else.</summary>
    public required bool IsScheduled { get; set; }

    /// <summary>Who joined it meanwhile and why, a line each.</summary>
    public string? Joined { get; set; }

    /// <summary>Not before this moment: jitter, a server that asked to wait, a place taken by another job.</summary>
    public required DateTimeOffset NotBefore { get; set; }

    /// <summary>Why it waits: a stable word such as <c>server-away</c>; null when only for its turn.</summary>
    public string? Waits { get; set; }

    /// <summary>When it was last handed to the scheduler.</summary>
    public DateTimeOffset? HandedAt { get; set; }

    public DateTimeOffset? StartedAt { get; set; }

    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>When its node last said that it is at work.</summary>
    public DateTimeOffset? SeenAt { get; set; }

    public string? Node { get; set; }

    /// <summary>Times it was started: more than once after a node died in the middle.</summary>
    public int Attempts { get; set; }

    public int StepsDone { get; set; }

    public int StepsPlanned { get; set; }

    /// <summary>What is being done, in the service's language.</summary>
    public string? Step { get; set; }

    /// <summary>Who wants it stopped; it stops between two steps.</summary>
    public string? CancelledBy { get; set; }

    /// <summary>Something changed while it ran, which it may have looked at before: another follows.</summary>
    public bool Again { get; set; }

    /// <summary>Name of a <c>RunOutcome</c>.</summary>
    public string? Outcome { get; set; }

    public int Requests { get; set; }

    public int Changes { get; set; }

    /// <summary>How it went, in a sentence, in the service's language.</summary>
    public string? Summary { get; set; }

    /// <summary>The run's report in JSON, compressed with Brotli; null for a scheduled job that found nothing to do.</summary>
    public byte[]? Report { get; set; }

    public IReadOnlySet<string> Left => LeftIn(LeftOut);

    public static IReadOnlySet<string> LeftIn(string? lines) =>
        (lines ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal);

    public TimeSpan? Duration => EndedAt - StartedAt;
}

/// <summary>A Nextcloud that is away: when it may be asked again, and whether that was told.</summary>
internal sealed class ServerRow
{
    [System.ComponentModel.DataAnnotations.Key]
    public required string Address { get; init; }

    /// <summary>Tries in a row that found it away.</summary>
    public int Failures { get; set; }

    public DateTimeOffset Since { get; set; }

    public DateTimeOffset NextTry { get; set; }

    /// <summary>Why, in the service's language.</summary>
    public string Why { get; set; } = "";
}

/// <summary>A webhook that was taken: it is not taken again.</summary>
internal sealed class TakenCallRow
{
    [System.ComponentModel.DataAnnotations.Key]
    public required string Signature { get; init; }

    public required DateTimeOffset At { get; init; }
}

/// <summary>In a shared database, which configured territory owns which ledger.</summary>
internal sealed class OwnerRow
{
    [System.ComponentModel.DataAnnotations.Key]
    public required string Slug { get; init; }

    public required string Territory { get; init; }
}
