using Connector.Nextcloud.CalDav;

namespace Connector.Nextcloud.CardDav;

/// <summary>An address book of the account, as a PROPFIND shows it.</summary>
internal sealed record AddressBook
{
    /// <summary>The last part of its address; names it in every other call.</summary>
    public required string Uri { get; init; }

    public required string DisplayName { get; init; }

    /// <summary>Moves with every change of a card (RFC 6578): <c>http://sabre.io/ns/sync/5</c>.</summary>
    public string? SyncToken { get; init; }

    /// <summary>With whom the account shares it; the same plugin as for calendars (<c>apps/dav/lib/DAV/Sharing</c>).</summary>
    public required IReadOnlyList<CalendarShare> Shares { get; init; }
}

/// <summary>One card. <see cref="Text"/> is null in listings that ask for ETags alone.</summary>
internal sealed record Card(string Name, string ETag, string? Text = null);
