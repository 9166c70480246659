namespace Connector.Nextcloud.CalDav;

/// <summary>A calendar of the account, as one PROPFIND of the calendar home shows it.</summary>
internal sealed record Calendar
{
    /// <summary>The last part of its address, such as <c>feuille-de-route</c>; names it in every other call.</summary>
    public required string Uri { get; init; }

    public required string DisplayName { get; init; }

    /// <summary><c>#rrggbb</c>; null when none was set.</summary>
    public string? Colour { get; init; }

    /// <summary>Changes with every change in the calendar (<c>cs:getctag</c>).</summary>
    public string? CTag { get; init; }

    /// <summary>Where a later <c>sync-collection</c> begins (RFC 6578).</summary>
    public string? SyncToken { get; init; }

    /// <summary><c>VEVENT</c>, <c>VTODO</c> …</summary>
    public required IReadOnlyList<string> Components { get; init; }

    public required IReadOnlyList<CalendarShare> Shares { get; init; }

    /// <summary>Public address, on the configured server's origin; null when not published.</summary>
    public Uri? PublishUrl { get; init; }

    /// <summary>The public address as the server itself writes it, for the doctor.</summary>
    public Uri? ReportedPublishUrl { get; init; }

    /// <summary>False for calendars that others share with this account.</summary>
    public bool IsOwned { get; init; } = true;

    /// <summary>What a phone or calendar program subscribes to; null when not published.</summary>
    public Uri? FeedUrl => PublishUrl is { } url ? new Uri(url.AbsoluteUri.TrimEnd('/') + "?export") : null;
}

/// <summary>Who a calendar is shared with. <see cref="Kind"/> is <c>groups</c>, <c>users</c> or <c>circles</c>.</summary>
internal readonly record struct CalendarShare(string Kind, string Id, bool ReadWrite);

/// <summary>A calendar to be made.</summary>
internal sealed record CalendarSpec
{
    /// <summary>Last part of the address: lower-case letters, digits and hyphens.</summary>
    public required string Uri { get; init; }

    public required string DisplayName { get; init; }

    /// <summary><c>#rrggbb</c>.</summary>
    public required string Colour { get; init; }

    /// <summary>A VCALENDAR with one VTIMEZONE; null leaves it to the server.</summary>
    public string? TimeZone { get; init; }

    public IReadOnlyList<string> Components { get; init; } = ["VEVENT"];
}

/// <summary>One object of a calendar. <see cref="Ics"/> is null in listings that ask for ETags alone.</summary>
internal sealed record CalendarObject(string Name, string ETag, string? Ics = null);
