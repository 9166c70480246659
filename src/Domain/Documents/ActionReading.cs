namespace Connector.Domain.Documents;

/// <summary>What a place says, read now.</summary>
/// <param name="Place">The place, as it is from now on.</param>
/// <param name="Rows">In their order.</param>
public sealed record ActionReading(ActionPlace Place, IReadOnlyList<ReadAction> Rows)
{
    /// <summary>
    /// Whether it is what Connector has just written, or an earlier version that somebody put back: nobody changed
    /// anything in it.
    /// </summary>
    public bool IsEcho { get; init; }

    /// <summary>Whether it could not be read: it says nothing, not even that rows are gone.</summary>
    public bool IsSilent { get; init; }
}

/// <summary>One row. Null is what the place does not say: no such column, or words that cannot be read.</summary>
public sealed record ReadAction
{
    /// <summary>What marks the row; null for one that a person wrote.</summary>
    public string? Key { get; init; }

    /// <summary>Whether the mark stands in the file itself, and was not guessed from its words.</summary>
    public bool IsMarked { get; init; }

    /// <summary>Identifier of the group; null where the place is one group's own.</summary>
    public string? GroupId { get; init; }

    public string? What { get; init; }

    public string? Who { get; init; }

    /// <summary><c>2026-12-03</c>, or empty.</summary>
    public string? Due { get; init; }

    public string? Status { get; init; }

    /// <summary>Day of the meeting, where the row tells.</summary>
    public DateOnly? DecidedOn { get; init; }

    /// <inheritdoc cref="ActionSight.Locked"/>
    public IReadOnlyList<ActionField> Locked { get; init; } = [];

    /// <inheritdoc cref="ActionSight.Note"/>
    public string Note { get; init; } = "";

    public string? this[ActionField field] =>
        field switch
        {
            ActionField.What => What,
            ActionField.Who => Who,
            ActionField.Due => Due,
            _ => Status,
        };

    /// <summary>The same in full, with what the place does not say taken from elsewhere.</summary>
    internal ActionWords Over(ActionWords other) =>
        ActionWords.Fields.Aggregate(
            other,
            (words, field) => this[field] is { } value ? words.With(field, value) : words
        );
}
