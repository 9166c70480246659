using Connector.Domain.ContentLines;
using NodaTime;

namespace Connector.CalendarSync;

/// <summary>
/// When a series that somebody wrote takes place, before exceptions and overrides: the rule is evaluated on the wall
/// clocks of its own zone, so that 14:00 stays 14:00 when they change.
/// </summary>
internal static class SeriesDates
{
    /// <summary>Whether the value is a rule that can be evaluated.</summary>
    public static bool Understands(string rule) => RuleParts.Read(rule) is not null;

    /// <summary>
    /// The starts between two moments, both on the event's own clocks and both included. DTSTART is always the first,
    /// fitting its rule or not (RFC 5545, 3.8.2.4).
    /// </summary>
    public static IReadOnlyList<LocalDateTime> Between(
        CalendarEventText item,
        LocalDateTime from,
        LocalDateTime to
    )
    {
        var dates = new SortedSet<LocalDateTime> { item.Start };
        if (item.Rule is { } rule)
        {
            dates.UnionWith(ByRule(item, rule, from, to));
        }

        dates.UnionWith(item.Additions.SelectMany(line => Values(line, item)));
        return [.. dates.Where(date => date >= from && date <= to)];
    }

    /// <summary>The values of an EXDATE or RDATE line on the event's own clocks; a day stands for its time of day.</summary>
    public static IEnumerable<LocalDateTime> Values(ContentLine line, CalendarEventText item) =>
        line
            .Value.Split(',')
            .Select(value => line with { Value = value.Split('/')[0] })
            .Select(value => OnClocksOf(value, item))
            .OfType<LocalDateTime>();

    /// <summary>
    /// A moment on the clocks of an event: RECURRENCE-ID and EXDATE come in UTC, as a day or in another zone than
    /// DTSTART, whatever RFC 5545 says. Null when it is none.
    /// </summary>
    public static LocalDateTime? OnClocksOf(ContentLine line, CalendarEventText item)
    {
        if (CalendarMoment.Wall(line.Value) is not { } wall)
        {
            return null;
        }

        return CalendarMoment.IsDay(line) ? wall.Date + item.Start.TimeOfDay
            : line.Value.TrimEnd().EndsWith('Z') ? wall.In(DateTimeZone.Utc, item.Zone)
            : line.Parameter("TZID") is { } id && DateTimeZoneProviders.Tzdb.GetZoneOrNull(id) is { } zone
                ? wall.In(zone, item.Zone)
            : wall;
    }

    private static IEnumerable<LocalDateTime> ByRule(
        CalendarEventText item,
        string rule,
        LocalDateTime from,
        LocalDateTime to
    )
    {
        if (RuleParts.Read(rule) is not { } parts)
        {
            return [];
        }

        var until = parts.Until is { } value ? Until(value, item) : to;
        return new RuleDates(parts, item.Start).Between(from, until < to ? until : to);
    }

    /// <summary>
    /// UNTIL of a local series is in UTC (RFC 5545, 3.3.10): here on the event's own clocks, and a day is the whole day.
    /// </summary>
    private static LocalDateTime Until(string value, CalendarEventText item)
    {
        var wall = CalendarMoment.Wall(value)!.Value;
        return value.Length == 8 ? wall.Date + new LocalTime(23, 59, 59)
            : value.EndsWith('Z') ? wall.In(DateTimeZone.Utc, item.Zone)
            : wall;
    }
}
