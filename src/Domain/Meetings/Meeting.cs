namespace Connector.Domain.Meetings;

/// <summary>One occurrence of a series, in the territory's local time.</summary>
public sealed record Meeting
{
    public required string GroupId { get; init; }

    public required MeetingSeries Series { get; init; }

    /// <summary>When the rule places it.</summary>
    public required DateTime OriginalStart { get; init; }

    /// <summary>When people meet: later or earlier than the rule says where a day off is in the way.</summary>
    public required DateTime Start { get; init; }

    public required DateTime End { get; init; }

    public DateOnly Date => DateOnly.FromDateTime(Start);
}
