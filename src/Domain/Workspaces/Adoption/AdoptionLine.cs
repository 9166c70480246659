namespace Connector.Domain.Workspaces.Adoption;

/// <summary>What sort of thing is looked for.</summary>
public enum AdoptionKind
{
    Group,
    TeamFolder,
    Folder,
    Document,
    Calendar,
}

/// <summary>What is known about one thing that is wanted and that the ledger does not know yet.</summary>
public enum AdoptionState
{
    /// <summary>One candidate; nobody has decided.</summary>
    Proposed,

    /// <summary>Somebody said that this is it.</summary>
    Accepted,

    /// <summary>Somebody said that it is not there.</summary>
    Refused,

    /// <summary>Several candidates, or a candidate of several: nothing is guessed.</summary>
    Ambiguous,

    /// <summary>Nothing alike.</summary>
    Missing,

    /// <summary>Something alike that cannot be linked: a group of another identifier.</summary>
    Information,
}

/// <summary>
/// A thing that is there. <see cref="Id"/> is the server's own identity of it: file id, team folder id, group id, last
/// segment of a calendar's address. <see cref="Name"/> is what the wanted name is compared with.
/// <see cref="Path"/> is relative to the account's home; null for what has no path.
/// </summary>
public sealed record AdoptionCandidate(string Id, string Name, string? Path = null)
{
    public string? ETag { get; init; }

    public string? Sha1 { get; init; }

    /// <summary>What a person calls it: its path, else its name.</summary>
    public string Shown => Path ?? Name;
}

/// <summary>One thing of the territory and what was found for it.</summary>
public sealed record AdoptionLine
{
    public required string Key { get; init; }

    /// <summary>Key of what it stands in; null for what stands by itself.</summary>
    public string? ParentKey { get; init; }

    public required AdoptionKind Kind { get; init; }

    /// <summary>Path or name that the layout gives it.</summary>
    public required string Wanted { get; init; }

    public required AdoptionState State { get; init; }

    public MatchQuality Quality { get; init; }

    /// <summary>One for a proposal, two or more when ambiguous, none when missing or refused.</summary>
    public IReadOnlyList<AdoptionCandidate> Candidates { get; init; } = [];

    /// <summary>A team folder whose inside the service account does not see: what is in it cannot be proposed.</summary>
    public bool IsUnseen { get; init; }

    /// <summary>SHA-1 that the document would have if Connector wrote it; null for other things.</summary>
    public string? ContentHash { get; init; }

    public AdoptionCandidate? Found => Candidates.Count == 1 ? Candidates[0] : null;
}

/// <summary>A person's answer for one thing: the server's identity of what it is, or null for « not there ».</summary>
public readonly record struct AdoptionDecision(string? Id);
