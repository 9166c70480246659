using Connector.Domain.Territories;

namespace Connector.Domain.Directories;

/// <summary>Somebody to meet.</summary>
/// <param name="Organisation">Whom.</param>
/// <param name="On">The day that was agreed on; null while none is.</param>
public sealed record MeetingToMake(Organisation Organisation, DateOnly? On);

/// <summary>A next step that was not taken yet.</summary>
/// <param name="Organisation">With whom.</param>
/// <param name="Visit">The row that says it.</param>
/// <param name="DaysLate">Negative for days to come; null where no day is said.</param>
public sealed record FollowUp(Organisation Organisation, Visit Visit, int? DaysLate);

/// <summary>A record that nobody confirmed for long.</summary>
/// <param name="Organisation">Which.</param>
/// <param name="Last">Its date of update or of its last visit, whichever is later; null where neither is known.</param>
public sealed record StaleRecord(Organisation Organisation, DateOnly? Last);

/// <summary>A person whom nobody confirmed for long.</summary>
public sealed record StalePerson(Person Person, DateOnly Last);

/// <summary>What the directory says of an organisation, and what its latest visit says.</summary>
public sealed record StateDoubt(Organisation Organisation, Visit Visit);

/// <summary>Where the coordinator stands with everybody.</summary>
public sealed record VisitReport
{
    /// <summary>Those with a day first, whatever their state; then all who are « à rencontrer ».</summary>
    public required IReadOnlyList<MeetingToMake> ToMeet { get; init; }

    /// <summary>The oldest first; those without a day last.</summary>
    public required IReadOnlyList<FollowUp> FollowUps { get; init; }

    /// <summary>Organisations that stand in no row.</summary>
    public required IReadOnlyList<Organisation> Unvisited { get; init; }

    public required IReadOnlyList<StaleRecord> Stale { get; init; }

    public required IReadOnlyList<StalePerson> StalePeople { get; init; }

    /// <summary>Where directory and latest visit do not say the same state.</summary>
    public required IReadOnlyList<StateDoubt> Doubts { get; init; }

    /// <summary>Visits that were made.</summary>
    public required int Made { get; init; }
}
