namespace Connector.Domain.Directories;

/// <summary>An account of a server, as an administrator sees it.</summary>
/// <param name="Id">Its user id.</param>
/// <param name="Name">The name that people see.</param>
/// <param name="Email">Null when none is known.</param>
/// <param name="Organisation">From the person's profile; null when it says nothing.</param>
/// <param name="Groups">Ids of its groups.</param>
public sealed record ServerPerson(
    string Id,
    string Name,
    string? Email,
    string? Organisation,
    IReadOnlyList<string> Groups
);

/// <summary>What becomes of an account in the directory.</summary>
public enum PersonOutcome
{
    /// <summary>A row more in « Personnes ».</summary>
    Added,

    /// <summary>Empty cells of its row filled.</summary>
    Completed,

    /// <summary>There already, and nothing to add.</summary>
    Unchanged,

    /// <summary>Might be somebody who is there under another identifier: a person decides.</summary>
    Undecided,

    /// <summary>Cannot be somebody of the directory.</summary>
    Refused,
}

/// <summary>One account, and what becomes of it.</summary>
public sealed record PersonResult
{
    public required ServerPerson Person { get; init; }

    public required PersonOutcome Outcome { get; init; }

    /// <summary>Why, for those that are undecided or refused.</summary>
    public Text? Reason { get; init; }

    /// <summary>Identifier of the organisation, where it is certain.</summary>
    public string? Organisation { get; init; }

    /// <summary>Name of an organisation that the directory does not know, by the person's own profile.</summary>
    public string? NewOrganisation { get; init; }

    /// <summary>Groups in which the server has the person and the directory does not, with the role there.</summary>
    public IReadOnlyList<(string Group, Territories.GroupRole Role)> Places { get; init; } = [];

    /// <summary>E-mail address for an empty cell; null for none.</summary>
    public string? FilledEmail { get; init; }
}
