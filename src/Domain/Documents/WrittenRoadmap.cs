namespace Connector.Domain.Documents;

/// <summary>What a roadmap says now, in the words of those who wrote in it. Empty texts are places still to fill in.</summary>
public sealed record WrittenRoadmap
{
    /// <summary>« Raison d'être ».</summary>
    public string Purpose { get; init; } = "";

    /// <summary>« Composition »: names of organisations.</summary>
    public IReadOnlyList<string> Members { get; init; } = [];

    public IReadOnlyList<WrittenObjective> Objectives { get; init; } = [];

    /// <summary>What stands under « Objectifs » outside of the table.</summary>
    public string MoreObjectives { get; init; } = "";

    /// <summary>« Qui fait quoi »: who, and what they take care of.</summary>
    public IReadOnlyList<WrittenRole> Roles { get; init; } = [];

    public IReadOnlyList<WrittenWorkstream> Workstreams { get; init; } = [];

    /// <summary>Days of meetings; null for one whose day cannot be read.</summary>
    public IReadOnlyList<DateOnly?> Meetings { get; init; } = [];

    public IReadOnlyList<WrittenMilestone> Milestones { get; init; } = [];

    /// <summary>Organisations that promise something.</summary>
    public IReadOnlyList<string> Commitments { get; init; } = [];

    /// <summary>Organisations whose place for promises is still empty.</summary>
    public IReadOnlyList<string> Uncommitted { get; init; } = [];

    public IReadOnlyList<WrittenSignature> Signatures { get; init; } = [];

    /// <summary>Places that a person should look at: found, but not surely.</summary>
    public IReadOnlyList<string> Doubts { get; init; } = [];
}

public sealed record WrittenObjective(string Title, string Indicator);

public sealed record WrittenRole(string Person, string Task);

/// <param name="Key">Known from the territory's file; null for one that a person added in the document.</param>
/// <param name="Status">As written.</param>
public sealed record WrittenWorkstream(
    string? Key,
    string Title,
    string Lead,
    DateOnly? Start,
    DateOnly? End,
    string Status
)
{
    /// <summary>« Partenaires », as written.</summary>
    public string Partners { get; init; } = "";

    /// <summary>« Fin », as written; empty where it is still to be filled in.</summary>
    public string EndText { get; init; } = "";
}

/// <param name="Key">As for a workstream.</param>
/// <param name="Date">Null when there is none, or when it cannot be read.</param>
/// <param name="Workstream">Title of the workstream, as written.</param>
public sealed record WrittenMilestone(string? Key, DateOnly? Date, string Title, string Workstream)
{
    /// <summary>The date as written; empty where it is still to be filled in.</summary>
    public string DateText { get; init; } = "";

    /// <summary>Its line in the table, from 1, the labels not counted; 0 where that is not known.</summary>
    public int Row { get; init; }
}

public sealed record WrittenSignature(string Organisation, string Signatory, DateOnly? Date);
