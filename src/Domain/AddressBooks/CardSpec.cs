namespace Connector.Domain.AddressBooks;

/// <summary>One card that the address book should hold.</summary>
public sealed record CardSpec
{
    /// <summary>In the ledger.</summary>
    public required string Key { get; init; }

    /// <summary>Last segment of its address, <c>….vcf</c>.</summary>
    public required string ObjectName { get; init; }

    /// <summary>Of whom it is, in words.</summary>
    public required string Name { get; init; }

    /// <summary>The vCard.</summary>
    public required string Text { get; init; }

    /// <summary>
    /// MD5 in lower-case hexadecimal of its bytes: the server's own ETag of a card stored as sent
    /// (<c>apps/dav/lib/CardDAV/CardDavBackend.php</c>).
    /// </summary>
    public required string ContentHash { get; init; }
}
