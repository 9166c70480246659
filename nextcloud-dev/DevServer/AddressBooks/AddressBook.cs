namespace Connector.DevServer.AddressBooks;

/// <summary>An address book as its owner keeps it. <see cref="Token"/> counts its changes, from 1.</summary>
internal sealed record AddressBook(
    long Id,
    string Owner,
    string Uri,
    string DisplayName,
    string? Description,
    long Token
)
{
    public string SyncToken => FormattableString.Invariant($"http://sabre.io/ns/sync/{Token}");
}

/// <summary>Whom an address book is shared with: <c>users</c>, <c>groups</c> or <c>circles</c>.</summary>
internal sealed record BookShare(string Kind, string Id, bool ReadWrite);

/// <summary>One card. The ETag is the MD5 of its bytes, with quotes, as on the real server.</summary>
internal sealed record Card(string Name, string Uid, string ETag, byte[] Data, DateTimeOffset Modified);

/// <summary>An address book as one account sees it in its home, under <see cref="Uri"/>.</summary>
internal sealed record BookView(AddressBook Book, string Uri, bool IsOwner, bool ReadOnly);
