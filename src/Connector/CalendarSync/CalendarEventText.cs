using Connector.Domain.ContentLines;
using NodaTime;

namespace Connector.CalendarSync;

/// <summary>One VEVENT as read: a single event, the master of a series, or an override of one occurrence.</summary>
internal sealed record CalendarEventText
{
    public required string Uid { get; init; }

    /// <summary>DTSTART on the wall clocks of <see cref="Zone"/>.</summary>
    public required LocalDateTime Start { get; init; }

    public required DateTimeZone Zone { get; init; }

    public required Duration Length { get; init; }

    /// <summary>VALUE=DATE: nobody meets at midnight.</summary>
    public required bool IsAllDay { get; init; }

    public string? Title { get; init; }

    public string? Place { get; init; }

    public string? Description { get; init; }

    public bool IsCancelled { get; init; }

    /// <summary>Value of RRULE; null where the event does not recur by a rule.</summary>
    public string? Rule { get; init; }

    public IReadOnlyList<ContentLine> Exceptions { get; init; } = [];

    public IReadOnlyList<ContentLine> Additions { get; init; } = [];

    /// <summary>RECURRENCE-ID; null for a master or a single event.</summary>
    public ContentLine? Override { get; init; }

    /// <summary>RANGE=THISANDFUTURE.</summary>
    public bool IsOfAllAfter => Override?.Parameter("RANGE") == "THISANDFUTURE";

    public IReadOnlyList<string> Siblings { get; init; } = [];

    public bool Recurs => Rule is not null || Additions.Count > 0;
}
