namespace Connector.Domain.Meetings;

/// <summary>What becomes of an event that the territory changed since it was last written or merged.</summary>
public sealed record CalendarMerge
{
    /// <summary>The event with the territory's changes in it.</summary>
    public required EventObject Merged { get; init; }

    /// <summary>Fields that have to be written onto the event as it is, the master's first.</summary>
    public required IReadOnlyList<FieldPatch> Patches { get; init; }

    /// <summary>Occurrences that were changed by themselves and that the series places on another day now.</summary>
    public IReadOnlyDictionary<DateOnly, DateOnly> Moved { get; init; } =
        new Dictionary<DateOnly, DateOnly>();

    /// <summary>Occurrences that the territory alone changed by itself: their components are added.</summary>
    public IReadOnlyList<DateOnly> Added { get; init; } = [];

    /// <summary>Occurrences that the territory had changed by itself and does not any more: their components go.</summary>
    public IReadOnlyList<DateOnly> Withdrawn { get; init; } = [];

    /// <summary>What both changed, differently: it stays as the person has it.</summary>
    public required IReadOnlyList<FieldConflict> Conflicts { get; init; }

    /// <summary>Whether there is nothing to write.</summary>
    public bool IsEmpty => Patches.Count == 0 && Added.Count == 0 && Withdrawn.Count == 0;
}

/// <summary>A field that gets the territory's value.</summary>
/// <param name="Original">Day of the occurrence in the series as it was; null for the master.</param>
/// <param name="Field">Which.</param>
/// <param name="Value">As <see cref="EventPart"/> has it; empty where it is taken out.</param>
public sealed record FieldPatch(DateOnly? Original, EventField Field, string Value);

/// <summary>A field that a person and the territory changed differently.</summary>
/// <param name="Original">Day of the occurrence in the series as it was; null for the master.</param>
/// <param name="Field">Which; <see cref="EventField.Day"/> stands for what goes with it as well.</param>
/// <param name="Ours">What the territory file gives.</param>
/// <param name="Theirs">What the calendar has, and keeps.</param>
public sealed record FieldConflict(DateOnly? Original, EventField Field, string Ours, string Theirs);
