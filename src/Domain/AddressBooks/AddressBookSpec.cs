namespace Connector.Domain.AddressBooks;

/// <summary>The network's address book: owned by the service account, read by everybody, written by nobody else.</summary>
public sealed record AddressBookSpec
{
    /// <summary>In the ledger; cards and shares of it begin so.</summary>
    public const string Key = "addressbook:réseau";

    /// <summary>Last segment of its address.</summary>
    public required string Uri { get; init; }

    public required string DisplayName { get; init; }

    /// <summary>Groups that read it.</summary>
    public required IReadOnlyList<string> Readers { get; init; }

    public required IReadOnlyList<CardSpec> Cards { get; init; }
}

/// <summary>The address book as the server has it.</summary>
public sealed record AddressBookState
{
    public required string Uri { get; init; }

    public required string DisplayName { get; init; }

    /// <summary>Counts its changes (RFC 6578): <c>http://sabre.io/ns/sync/5</c>.</summary>
    public required string? SyncToken { get; init; }

    /// <summary>Groups that read it.</summary>
    public required IReadOnlySet<string> Readers { get; init; }

    /// <summary>ETag of each card by its name, as listed now, or as remembered of a book in which nothing moved.</summary>
    public required IReadOnlyDictionary<string, string> Cards { get; init; }

    /// <summary>Texts of the cards that somebody wrote in and that the directory would change, by name.</summary>
    public IReadOnlyDictionary<string, string> Texts { get; init; } = new Dictionary<string, string>();
}
