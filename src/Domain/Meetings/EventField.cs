namespace Connector.Domain.Meetings;

/// <summary>
/// What is compared and merged of an event, one by one. The text of an event that is not listed here is nobody's but its
/// writer's: it is neither compared nor changed. One more field is one more name here and its properties in
/// <c>CalendarSync/EventProperties</c>.
/// </summary>
public enum EventField
{
    /// <summary>SUMMARY</summary>
    Title,

    /// <summary>LOCATION</summary>
    Place,

    /// <summary>DESCRIPTION, without the line that leads to the minutes.</summary>
    Description,

    /// <summary>Day of DTSTART on the territory's clocks, <c>2026-12-03</c>.</summary>
    Day,

    /// <summary>Time of DTSTART on the territory's clocks, <c>14:00:00</c>; empty for a whole day.</summary>
    Time,

    /// <summary>From DTSTART to DTEND, <c>02:00:00</c>.</summary>
    Duration,

    /// <summary>RRULE, its parts in one order.</summary>
    Rule,

    /// <summary>Days of EXDATE: a set, one a line.</summary>
    Exceptions,

    /// <summary>Moments of RDATE: a set, one a line.</summary>
    Additions,

    /// <summary>STATUS; empty for one that takes place.</summary>
    Status,

    /// <summary>CATEGORIES: a set, one a line.</summary>
    Categories,

    /// <summary>VALARM: when each one rings, one a line.</summary>
    Alarms,

    /// <summary>URL</summary>
    Url,

    /// <summary>GEO</summary>
    Geo,

    /// <summary>CONFERENCE (RFC 7986): where to meet by video.</summary>
    Conference,

    /// <summary>COLOR (RFC 7986)</summary>
    Colour,

    /// <summary>CLASS; empty for a public one.</summary>
    Privacy,

    /// <summary>TRANSP; empty for one that makes people busy.</summary>
    Transparency,
}
