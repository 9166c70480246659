namespace Connector.Templates;

/// <summary>One line of the register of actions: what somebody took on at a meeting.</summary>
public sealed record RegisteredAction
{
    /// <summary>Stable identifier, by which the action is found again; null for a line that a person added.</summary>
    public string? Key { get; init; }

    /// <summary>Name of the working group.</summary>
    public string? Group { get; init; }

    public required string What { get; init; }

    public string? Who { get; init; }

    public DateOnly? Due { get; init; }

    /// <summary>One of <see cref="MinutesContent.ActionStatuses"/>, or another word that a person chose.</summary>
    public string? Status { get; init; }

    /// <summary>Day of the meeting that decided it.</summary>
    public DateOnly? DecidedOn { get; init; }

    /// <summary>« À trancher »: what a person has to decide; null for nothing.</summary>
    public string? Note { get; init; }
}
