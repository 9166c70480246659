using Connector.Domain;
using NodaTime;

namespace Connector.CalendarSync;

/// <summary>
/// Reads the events of one calendar object. Read line by line and not by Ical.Net, which rewrites what it reads, does not
/// know RANGE and takes zones that it does not know for UTC without a word.
/// </summary>
internal static class EventReader
{
    /// <param name="text">The object as the server has it.</param>
    /// <param name="territory">The zone of floating times, and of TZIDs that nothing explains.</param>
    /// <returns>The events, or what is wrong with the object: one of the two is null.</returns>
    public static (IReadOnlyList<CalendarEventText>? Events, Text? Damage) Read(
        string text,
        DateTimeZone territory
    )
    {
        if (CalendarComponent.Read(text) is not { } calendar)
        {
            return (null, CutOff);
        }

        var zones = new EventZones(calendar, territory);
        var events = new List<CalendarEventText>();
        foreach (var component in calendar.Of("VEVENT"))
        {
            if (Read(component, zones) is not { } read)
            {
                return (null, Incomplete);
            }

            if (read.Rule is { } rule && !SeriesDates.Understands(rule))
            {
                return (null, Rule(rule));
            }

            events.Add(read);
        }

        return (events, null);
    }

    private static CalendarEventText? Read(CalendarComponent component, EventZones zones)
    {
        if (
            component.Find("UID")?.Value.Trim() is not { Length: > 0 } uid
            || component.Find("DTSTART") is not { } start
            || CalendarMoment.Wall(start.Value) is not { } wall
        )
        {
            return null;
        }

        var zone = zones.Of(start);
        return new CalendarEventText
        {
            Uid = uid,
            Start = wall,
            Zone = zone,
            Length = LengthOf(component, wall, zone, zones),
            IsAllDay = CalendarMoment.IsDay(start),
            Title = component.Find("SUMMARY")?.Text.Trim(),
            Place = component.Find("LOCATION")?.Text.Trim(),
            Description = component.Find("DESCRIPTION")?.Text,
            IsCancelled = IsCancelled(component),
            Rule = component.Find("RRULE")?.Value.Trim(),
            Exceptions = [.. component.All("EXDATE")],
            Additions = [.. component.All("RDATE")],
            Override = component.Find("RECURRENCE-ID"),
            Siblings = EventObjects.Siblings(component),
        };
    }

    private static bool IsCancelled(CalendarComponent component) =>
        string.Equals(
            component.Find("STATUS")?.Value.Trim(),
            "CANCELLED",
            StringComparison.OrdinalIgnoreCase
        );

    private static Duration LengthOf(
        CalendarComponent component,
        LocalDateTime start,
        DateTimeZone zone,
        EventZones zones
    )
    {
        if (component.Find("DTEND") is { } line && CalendarMoment.Wall(line.Value) is { } end)
        {
            var length = Period.Between(start, end.In(zones.Of(line), zone), PeriodUnits.Ticks);
            var elapsed = length.ToDuration();
            return elapsed > Duration.Zero ? elapsed : Duration.Zero;
        }

        return component.Find("DURATION") is { } said && CalendarMoment.LengthOf(said.Value) is { } lasts
            ? lasts
            : Duration.Zero;
    }

    private static readonly Text CutOff = new(
        "le texte est coupé ou n'est pas un agenda",
        "the text is cut off or is no calendar"
    );

    private static readonly Text Incomplete = new(
        "un événement n'a pas d'identifiant ou pas de date de début lisible",
        "an event has no identifier or no start that can be read"
    );

    private static Text Rule(string rule) =>
        new(
            $"la règle de répétition « {rule} » n'est pas comprise",
            $"the recurrence rule '{rule}' is not understood"
        );
}
