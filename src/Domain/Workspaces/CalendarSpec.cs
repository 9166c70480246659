using Connector.Domain.Meetings;

namespace Connector.Domain.Workspaces;

/// <summary>A calendar owned by the service account.</summary>
public sealed record CalendarSpec
{
    public required string Key { get; init; }

    /// <summary>Last segment of the calendar's address.</summary>
    public required string Uri { get; init; }

    public required string DisplayName { get; init; }

    /// <summary><c>#RRGGBB</c></summary>
    public required string Colour { get; init; }

    /// <summary>Group id → whether its members may write.</summary>
    public required IReadOnlyDictionary<string, bool> Shares { get; init; }

    public required IReadOnlyList<EventSpec> Events { get; init; }

    /// <summary>Events of series that left the territory file, where the calendar still has them.</summary>
    public IReadOnlyList<RemovedEvent> Removed { get; init; } = [];

    /// <summary>
    /// What it shows of other calendars, for the network's own, which nobody but Connector writes into; null for a group's.
    /// </summary>
    public IReadOnlyList<EventCopy>? Copies { get; init; }

    /// <summary>What the group's roadmap says of its milestones; null where it has none, or before it was read.</summary>
    public MilestoneSpec? Milestones { get; init; }
}

/// <summary>One calendar object: a recurring event for a series.</summary>
public sealed record EventSpec
{
    public required string Key { get; init; }

    /// <summary>Last segment of the object's address, <c>….ics</c>.</summary>
    public required string ObjectName { get; init; }

    public required MeetingSeries Series { get; init; }

    /// <summary>
    /// MD5 in lower-case hexadecimal of the iCalendar bytes: the server's own ETag of an object stored as sent
    /// (<c>apps/dav/lib/CalDAV/CalDavBackend.php</c>), so that our writing can be recognised without reading it.
    /// </summary>
    public required string ContentHash { get; init; }

    /// <summary>What its description leads to, in the ledger; null for nothing. The link is not part of the hash.</summary>
    public string? LinkKey { get; init; }

    /// <summary>As <see cref="ContentHash"/>, with the link; null while what it leads to has no number.</summary>
    public string? LinkedHash { get; init; }

    /// <summary>
    /// Where people changed the object and the territory changed as well: what comes of it. Null where nothing has to be
    /// merged.
    /// </summary>
    public MergedEvent? Merge { get; init; }
}
