namespace Connector.Domain.Documents;

/// <summary>What a place of actions is. The order is that in which places are heard.</summary>
public enum ActionPlaceKind
{
    Minutes,
    GroupSheet,
    NetworkSheet,
}

/// <summary>A file in which actions stand, as it was last looked at.</summary>
public sealed record ActionPlace
{
    /// <summary>Key of the document.</summary>
    public required string Key { get; init; }

    public required ActionPlaceKind Kind { get; init; }

    /// <summary>Whose; null for the network's sheet.</summary>
    public string? GroupId { get; init; }

    /// <summary>On the server.</summary>
    public string Path { get; init; } = "";

    /// <summary>Day of the meeting; null for sheets, and for minutes whose date cannot be read.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>Of the file that was read; null when it has to be read again.</summary>
    public string? ETag { get; init; }

    /// <summary>Hashes of what it was, the last one at the end: a file that is what it was before was restored.</summary>
    public IReadOnlyList<string> Hashes { get; init; } = [];

    /// <summary>It is an earlier version of itself, which somebody put back.</summary>
    public bool IsRestored { get; init; }

    /// <summary>Columns of a sheet that are not there.</summary>
    public IReadOnlyList<ActionField> Missing { get; init; } = [];

    /// <summary>Whether a sheet has the columns « Repère » and « À trancher ».</summary>
    public bool HasKeys { get; init; } = true;

    /// <inheritdoc cref="HasKeys"/>
    public bool HasNotes { get; init; } = true;

    /// <summary>What in it a person has to look at, told until it is read without.</summary>
    public IReadOnlyList<Problem> Problems { get; init; } = [];

    /// <summary>Whether it could not be read at all: nothing is written into it.</summary>
    public bool IsUnreadable { get; init; }

    /// <summary>Whether the person in charge approved the minutes.</summary>
    public bool IsApproved { get; init; }

    /// <summary>Whether they were published since they were approved.</summary>
    public bool IsPublished { get; init; }

    /// <summary>Fingerprint of what approved minutes say, however they are saved; null for others.</summary>
    public string? Meaning { get; init; }

    /// <summary>What they said when they were last published; null when that was before it was remembered.</summary>
    public string? PublishedMeaning { get; init; }

    /// <summary>Whether published minutes say something else now.</summary>
    public bool IsChangedSincePublished =>
        IsPublished && PublishedMeaning is { } then && Meaning is { } now && then != now;

    public bool IsSheet => Kind != ActionPlaceKind.Minutes;
}
