using System.Globalization;
using Connector.Domain.ContentLines;
using Connector.Domain.Meetings;
using NodaTime;

namespace Connector.CalendarSync;

/// <summary>Reads the events of a calendar object field by field, on the territory's clocks.</summary>
internal static class EventObjects
{
    /// <summary>By UID; null for a text that is cut off or has an event without identifier or start.</summary>
    public static IReadOnlyDictionary<string, EventObject>? Read(string text, DateTimeZone territory)
    {
        if (CalendarComponent.Read(text) is not { } calendar)
        {
            return null;
        }

        var zones = new EventZones(calendar, territory);
        var read = new Dictionary<string, EventObject>(StringComparer.Ordinal);
        foreach (var uid in calendar.Of("VEVENT").GroupBy(UidOf, StringComparer.Ordinal))
        {
            var overrides = new SortedDictionary<DateOnly, EventPart>();
            foreach (var component in uid.Where(item => item.Find("RECURRENCE-ID") is not null))
            {
                if (Original(component, zones) is { } day && Part(component, zones) is { } part)
                {
                    overrides.TryAdd(day, part);
                }
            }

            var master = uid.FirstOrDefault(item => item.Find("RECURRENCE-ID") is null) ?? uid.First();
            if (uid.Key.Length == 0 || Part(master, zones) is not { } whole)
            {
                return null;
            }

            read[uid.Key] = new EventObject
            {
                Uid = uid.Key,
                Master = whole,
                Overrides = overrides,
                Siblings = Siblings(master),
            };
        }

        return read;
    }

    public static string UidOf(CalendarComponent component) => component.Find("UID")?.Value.Trim() ?? "";

    /// <summary>
    /// The day of the occurrence that a component changes; null for a master, and for one of all after, which is read as it
    /// is and never changed.
    /// </summary>
    public static DateOnly? Original(CalendarComponent component, EventZones zones) =>
        component.Find("RECURRENCE-ID") is { } id && id.Parameter("RANGE") is null
            ? Moment(id, id.Value, zones)?.Date.ToDateOnly()
            : null;

    /// <summary>A value of a line on the territory's clocks; null when it is no moment.</summary>
    public static LocalDateTime? Moment(ContentLine line, string value, EventZones zones)
    {
        var one = line with { Value = value };
        return CalendarMoment.Wall(value) is not { } wall ? null
            : CalendarMoment.IsDay(one) ? wall
            : wall.In(zones.Of(one), zones.Territory);
    }

    private static EventPart? Part(CalendarComponent component, EventZones zones)
    {
        if (component.Find("DTSTART") is not { } line || Moment(line, line.Value, zones) is not { } start)
        {
            return null;
        }

        var isDay = CalendarMoment.IsDay(line);
        var values = EventProperties
            .Read(component)
            .Select(pair => KeyValuePair.Create(pair.Field, pair.Value))
            .Append(KeyValuePair.Create(EventField.Day, EventPart.Write(start.Date.ToDateOnly())))
            .Append(KeyValuePair.Create(EventField.Time, isDay ? "" : Time(start)))
            .Append(KeyValuePair.Create(EventField.Duration, Length(component, start, isDay, zones)))
            .Append(KeyValuePair.Create(EventField.Alarms, EventProperties.Alarms(component)))
            .Append(KeyValuePair.Create(EventField.Exceptions, Exceptions(component, zones)));
        return new EventPart(values);
    }

    private static string Time(LocalDateTime start) =>
        start.ToString("HH':'mm':'ss", CultureInfo.InvariantCulture);

    private static string Exceptions(CalendarComponent component, EventZones zones) =>
        EventPart.Join(
            component
                .All("EXDATE")
                .SelectMany(line => line.Value.Split(',').Select(value => Moment(line, value, zones)))
                .OfType<LocalDateTime>()
                .Select(moment => EventPart.Write(moment.Date.ToDateOnly()))
        );

    private static string Length(
        CalendarComponent component,
        LocalDateTime start,
        bool isDay,
        EventZones zones
    )
    {
        var length =
            component.Find("DTEND") is { } line && Moment(line, line.Value, zones) is { } end
                ? Period.Between(start, end, PeriodUnits.Ticks).ToDuration()
            : component.Find("DURATION") is { } said && CalendarMoment.LengthOf(said.Value) is { } lasts
                ? lasts
            : isDay ? Duration.FromDays(1)
            : Duration.Zero;
        return length.ToTimeSpan().ToString("c", CultureInfo.InvariantCulture);
    }

    /// <summary>UIDs of the other halves of a series that was split.</summary>
    public static IReadOnlyList<string> Siblings(CalendarComponent component) =>
        [
            .. component
                .All("RELATED-TO")
                .Where(line =>
                    string.Equals(line.Parameter("RELTYPE"), "SIBLING", StringComparison.OrdinalIgnoreCase)
                )
                .Select(line => line.Value.Trim()),
        ];
}
