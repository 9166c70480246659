namespace Connector.Domain.Documents;

/// <summary>What minutes say now, in the words of those who wrote them. Empty texts are places still to fill in.</summary>
public sealed record WrittenMinutes
{
    /// <summary>Key of the document.</summary>
    public required string Key { get; init; }

    public string Title { get; init; } = "";

    /// <summary>Null when it cannot be read.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>« Brouillon », « À relire », « Validé », as written.</summary>
    public string State { get; init; } = "";

    /// <summary>Whether it was a convivial time.</summary>
    public bool IsConvivial { get; init; }

    public IReadOnlyList<WrittenGuest> Guests { get; init; } = [];

    public IReadOnlyList<WrittenDecision> Decisions { get; init; } = [];

    public IReadOnlyList<WrittenAction> Actions { get; init; } = [];

    /// <summary>Whether somebody wrote what became of the meeting: who was there, or what was decided.</summary>
    public bool IsWritten => Decisions.Count > 0 || Guests.Any(guest => guest.Presence != Presence.Unknown);

    /// <summary>Whether the person in charge set the state to « Validé ».</summary>
    public bool IsApproved => Folded.Key(State) is "valide" or "approved";
}

/// <param name="Key">Identifier of the person; null for one that somebody added.</param>
public sealed record WrittenGuest(string? Key, string Name, string Organisation, Presence Presence);

/// <summary>What the three boxes say.</summary>
public enum Presence
{
    /// <summary>No box ticked, or several.</summary>
    Unknown,
    Present,
    Excused,
    Absent,
}

public sealed record WrittenDecision(string Text, string Owner);

/// <param name="Key">Null for one that somebody added.</param>
/// <param name="Due">Null when there is none, or when it cannot be read.</param>
public sealed record WrittenAction(string? Key, string What, string Who, DateOnly? Due, string Status)
{
    private static readonly HashSet<string> Over = new(StringComparer.Ordinal)
    {
        "fait",
        "abandonne",
        "termine",
        "done",
        "dropped",
    };

    public bool IsOpen => !Over.Contains(Folded.Key(Status));

    public bool IsOverdue(DateOnly today) => IsOpen && Due < today;
}
