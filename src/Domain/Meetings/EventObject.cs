namespace Connector.Domain.Meetings;

/// <summary>
/// What one UID of a calendar object says, field by field: a single event, or a series with what was made of its single
/// occurrences. These are known by the day on which the series places them (RECURRENCE-ID), on the territory's clocks: no
/// series of meetings has two on one day.
/// </summary>
public sealed record EventObject
{
    public required string Uid { get; init; }

    public required EventPart Master { get; init; }

    /// <summary>By original day.</summary>
    public IReadOnlyDictionary<DateOnly, EventPart> Overrides { get; init; } =
        new SortedDictionary<DateOnly, EventPart>();

    /// <summary>UIDs that it is related to as a sibling: see <see cref="MeetingOccurrence.Siblings"/>.</summary>
    public IReadOnlyList<string> Siblings { get; init; } = [];

    /// <summary>What holds for the occurrence of a day; an exception is a cancelled one.</summary>
    public EventPart Occurrence(DateOnly day) =>
        Overrides.GetValueOrDefault(day)
        ?? (
            Master.LeavesOut(day)
                ? Master.Of(day).With(EventField.Status, EventPart.Cancelled)
                : Master.Of(day)
        );

    /// <summary>Whether both say the same of everything.</summary>
    public bool SaysAs(EventObject other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Master.Equals(other.Master)
            && Overrides.Count == other.Overrides.Count
            && Overrides.All(pair => pair.Value.Equals(other.Overrides.GetValueOrDefault(pair.Key)));
    }
}
