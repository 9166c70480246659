using System.Text;
using Connector.Domain.ContentLines;
using Connector.Domain.Territories;
using NodaTime;

namespace Connector.CalendarSync;

/// <summary>
/// What becomes of a copy in the network's calendar when there is nothing left to copy. What took place stays as it was; what
/// was to come is called off. Done again, nothing changes.
/// </summary>
internal static class WithdrawnCopy
{
    private static readonly string[] OfARule = ["RRULE", "RDATE", "EXDATE"];

    /// <summary>
    /// The object was deleted, or its group is closed or gone: a series ends before this day, a single meeting from this day
    /// on is marked as cancelled, an earlier one is left.
    /// </summary>
    /// <param name="copy">As <see cref="NetworkCopy.Write"/> made it, or withdrawn already.</param>
    /// <param name="today">Of the territory.</param>
    public static string Of(string copy, DateOnly today)
    {
        if (CalendarComponent.Read(copy) is not { } calendar)
        {
            return copy;
        }

        var events = calendar.Of("VEVENT").Where(item => DayOf(item) is not null).ToList();
        var master = events.Find(item => item.Find("RECURRENCE-ID") is null);
        if (master?.Find("RRULE") is null && master?.Find("RDATE") is null)
        {
            return Written(
                calendar,
                events.Select(item => DayOf(item) < today ? Kept(item) : CalledOff(item))
            );
        }

        return DayOf(master) >= today
            ? Written(calendar, [CalledOff(master)])
            : Written(
                calendar,
                events
                    .Where(item => DayOf(item) < today)
                    .Select(item => item == master ? Ended(item, today) : Kept(item))
            );
    }

    /// <summary>It is not everybody's business any more: a day without words stays, called off.</summary>
    public static string Hidden(string copy, WorkingGroup group)
    {
        string[] kept = ["UID", "DTSTAMP", "DTSTART", "DTEND", "DURATION"];
        if (
            CalendarComponent.Read(copy) is not { } calendar
            || calendar.Of("VEVENT").FirstOrDefault() is not { } item
        )
        {
            return copy;
        }

        var lines = item
            .Lines.Where(line => kept.Contains(line.Name))
            .Select(line => line.Head + line.Value)
            .Append($"SUMMARY:{ContentLine.Escape(EventWords.OneLine(group.Name))}")
            .Append("STATUS:CANCELLED");
        return Written(calendar, [lines]);
    }

    private static DateOnly? DayOf(CalendarComponent item) =>
        item.Find("DTSTART") is { } start && CalendarMoment.Wall(start.Value) is { } wall
            ? wall.Date.ToDateOnly()
            : null;

    private static IEnumerable<string> Kept(CalendarComponent item) =>
        item.Lines.Select(line => line.Head + line.Value);

    private static IEnumerable<string> CalledOff(CalendarComponent item) =>
        item
            .Lines.Where(line => line.Name != "STATUS" && !OfARule.Contains(line.Name))
            .Select(line => line.Head + line.Value)
            .Append("STATUS:CANCELLED");

    private static IEnumerable<string> Ended(CalendarComponent item, DateOnly today) =>
        item
            .Lines.Where(line => line.Name != "RDATE")
            .Select(line => line.Head + (line.Name == "RRULE" ? Ended(line.Value, item, today) : line.Value));

    private static string Ended(string rule, CalendarComponent item, DateOnly today)
    {
        var parts = rule.Split(';');
        var until = parts.FirstOrDefault(part => part.StartsWith("UNTIL=", StringComparison.Ordinal));
        if (
            until is not null
            && CalendarMoment.Wall(until["UNTIL=".Length..]) is { } end
            && end.Date.ToDateOnly() < today
        )
        {
            return rule;
        }

        var last = today.AddDays(-1);
        var value = CalendarMoment.IsDay(item.Find("DTSTART")!)
            ? last.ToString("yyyyMMdd", null)
            : $"{last:yyyyMMdd}T120000Z";
        return string.Join(
            ';',
            parts
                .Where(part => part != until && !part.StartsWith("COUNT=", StringComparison.Ordinal))
                .Append($"UNTIL={value}")
        );
    }

    private static string Written(CalendarComponent calendar, IEnumerable<IEnumerable<string>> events)
    {
        var written = new StringBuilder();
        foreach (var item in events)
        {
            foreach (var line in item.Prepend("BEGIN:VEVENT").Append("END:VEVENT"))
            {
                written.Append(ContentLine.Folded(line, "\r\n"));
            }
        }

        var zones = calendar
            .Of("VTIMEZONE")
            .Select(zone => DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone.Find("TZID")?.Value ?? ""))
            .OfType<DateTimeZone>();
        return NetworkCopy.Whole(zones, written);
    }
}
