namespace Connector.DevServer.Calendars;

/// <summary>A calendar as its owner keeps it. <see cref="Token"/> counts its changes, from 1.</summary>
internal sealed record Calendar
{
    public required long Id { get; init; }

    public required string Owner { get; init; }

    /// <summary>Last segment of its address.</summary>
    public required string Uri { get; init; }

    public required string DisplayName { get; init; }

    public string? Colour { get; init; }

    public string? Description { get; init; }

    public string? TimeZone { get; init; }

    public long Order { get; init; }

    /// <summary><c>VEVENT,VTODO</c></summary>
    public required string Components { get; init; }

    public required long Token { get; init; }

    /// <summary>Of the published feed; null when not published.</summary>
    public string? PublicToken { get; init; }

    /// <summary>Set while the calendar is in the trash bin; it keeps its address there.</summary>
    public DateTimeOffset? DeletedAt { get; init; }

    public string SyncToken => FormattableString.Invariant($"http://sabre.io/ns/sync/{Token}");
}

/// <summary>Whom a calendar is shared with: <c>users</c>, <c>groups</c> or <c>circles</c>, and whether they may write.</summary>
internal sealed record CalendarShare(string Kind, string Id, bool ReadWrite);

/// <summary>One object of a calendar. The ETag is the MD5 of its bytes, as on the real server.</summary>
internal sealed record CalendarItem
{
    public required string Name { get; init; }

    public required string Uid { get; init; }

    /// <summary><c>VEVENT</c>, <c>VTODO</c> or <c>VJOURNAL</c>.</summary>
    public required string Component { get; init; }

    /// <summary>With quotes.</summary>
    public required string ETag { get; init; }

    public required byte[] Data { get; init; }

    public required DateTimeOffset Modified { get; init; }
}

/// <summary>A calendar as one account sees it in its home, under <see cref="Uri"/>.</summary>
internal sealed record CalendarView(Calendar Calendar, string Uri, bool IsOwner, bool ReadOnly);
