namespace Connector.Domain.Meetings;

/// <summary>What became of an occurrence, as the calendar tells it.</summary>
public enum MeetingState
{
    /// <summary>Takes place when it was planned.</summary>
    Planned,

    /// <summary>Takes place at another time than its series says.</summary>
    Moved,

    /// <summary>STATUS:CANCELLED or EXDATE: both say that people do not meet.</summary>
    Cancelled,
}

/// <summary>
/// One meeting of a group as its calendar has it, whoever wrote it there. Times are local to the territory, whatever
/// zone the event was written in. A meeting is the same one as long as <see cref="Uid"/> and <see cref="OriginalStart"/>
/// are (RFC 5545, 3.8.4.4).
/// </summary>
public sealed record MeetingOccurrence
{
    public required string GroupId { get; init; }

    public required string Uid { get; init; }

    /// <summary>When its series places it (RECURRENCE-ID); for a single event, when it starts.</summary>
    public required DateTime OriginalStart { get; init; }

    public required DateTime Start { get; init; }

    public required DateTime End { get; init; }

    public required string Title { get; init; }

    public string Place { get; init; } = "";

    public string Description { get; init; } = "";

    public MeetingState State { get; init; }

    /// <summary>The territory's series that it is of, or was split from; null for what somebody added.</summary>
    public string? SeriesId { get; init; }

    /// <summary>Whether its event recurs. A single event that moves has another <see cref="OriginalStart"/>.</summary>
    public bool IsRecurring { get; init; }

    /// <summary>
    /// The value of the RECURRENCE-ID of the component that says it, as written; null where the master says it, or the
    /// event is a single one.
    /// </summary>
    public string? OverrideId { get; init; }

    /// <summary>UIDs that it is related to as a sibling: « this and all future » parts a series in two.</summary>
    public IReadOnlyList<string> Siblings { get; init; } = [];

    /// <summary>Last segment of the object's address; null while the calendar has not been read.</summary>
    public string? ObjectName { get; init; }

    /// <summary>The object's ETag; null while the calendar has not been read.</summary>
    public string? ETag { get; init; }

    public bool IsByPerson => SeriesId is null;

    public bool IsCancelled => State == MeetingState.Cancelled;

    public DateOnly Date => DateOnly.FromDateTime(Start);

    public DateOnly OriginalDate => DateOnly.FromDateTime(OriginalStart);
}
