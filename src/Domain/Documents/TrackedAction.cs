namespace Connector.Domain.Documents;

/// <summary>One action of a group, whatever the number of places in which it stands: the one that is counted.</summary>
public sealed record TrackedAction
{
    /// <summary>« gt-jeunes-12 »: its key in minutes and its « Repère » in sheets; never given twice.</summary>
    public required string Id { get; init; }

    public required string GroupId { get; init; }

    /// <summary>What holds now.</summary>
    public required ActionWords Words { get; init; }

    /// <summary>Day of the meeting that decided it; null for one that was written into a sheet.</summary>
    public DateOnly? DecidedOn { get; init; }

    /// <summary>As it was last seen or written, by the key of the place.</summary>
    public IReadOnlyDictionary<string, ActionSight> Sights { get; init; } =
        new Dictionary<string, ActionSight>();

    /// <summary>What two places say differently since, and a person has to settle.</summary>
    public IReadOnlyList<ActionDispute> Disputes { get; init; } = [];

    public bool IsOverdue(DateOnly today) => Words.IsOpen && Words.Due < today;

    public bool IsDisputed(ActionField field) => Disputes.Any(dispute => dispute.Field == field);

    public ActionSight? SightIn(string place) => Sights.GetValueOrDefault(place);

    /// <summary>What should stand in a place: what holds, but for what is disputed, which nobody touches.</summary>
    public ActionWords WordsFor(string place)
    {
        var seen = SightIn(place)?.Words;
        return Disputes.Aggregate(
            Words,
            (words, dispute) => seen is null ? words : words.With(dispute.Field, seen[dispute.Field])
        );
    }

    internal TrackedAction Seen(string place, ActionSight sight) =>
        this with
        {
            Sights = new Dictionary<string, ActionSight>(Sights, StringComparer.Ordinal) { [place] = sight },
        };
}

/// <summary>An action as one place last had it.</summary>
/// <param name="Words">What stood there, or what Connector wrote there.</param>
public sealed record ActionSight(ActionWords Words)
{
    /// <summary>What marks its row there: the key of its bookmark or its « Repère »; null for a row without mark.</summary>
    public string? Key { get; init; }

    /// <summary>The row was there and is no more.</summary>
    public bool IsGone { get; init; }

    /// <summary>Cells that Connector does not write: a formula, or words where a date belongs.</summary>
    public IReadOnlyList<ActionField> Locked { get; init; } = [];

    /// <summary>What stands under « À trancher »; empty when nothing does.</summary>
    public string Note { get; init; } = "";
}

/// <summary>One field that was changed differently in two places. Each keeps its own until a person changes one.</summary>
/// <param name="Field">Which.</param>
/// <param name="Sides">Who says what.</param>
public sealed record ActionDispute(ActionField Field, IReadOnlyList<ActionSide> Sides);

/// <param name="Place">Key of the place.</param>
/// <param name="Value">What stands there; a day as <c>2026-12-03</c>.</param>
public sealed record ActionSide(string Place, string Value);
