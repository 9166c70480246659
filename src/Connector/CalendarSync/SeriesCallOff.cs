using System.Globalization;
using Connector.Domain.ContentLines;
using Connector.Domain.Meetings;
using NodaTime;

namespace Connector.CalendarSync;

/// <summary>
/// Calls off what is to come of an event of ours: STATUS:CANCELLED, which calendars show struck through, and never a deletion.
/// Meetings that were stay as they were: a series that has begun ends after its next dates, and these are cancelled one by
/// one.
/// </summary>
internal static class SeriesCallOff
{
    /// <summary>As many dates as a monthly habit has in a year are shown as cancelled; there are none after them.</summary>
    private const int MostDates = 12;

    /// <param name="text">The object as Connector wrote it.</param>
    /// <param name="territory">The zone of the territory.</param>
    /// <param name="today">Local to the territory.</param>
    /// <returns>Null where nothing of it is to come, or it cannot be read.</returns>
    public static string? Write(string text, DateTimeZone territory, DateOnly today)
    {
        var (events, _) = EventReader.Read(text, territory);
        if (
            events?.FirstOrDefault(item => item.Override is null) is not { IsCancelled: false } master
            || CalendarComponent.Read(text) is not { } calendar
        )
        {
            return null;
        }

        var component = calendar.Of("VEVENT").First(item => item.Find("RECURRENCE-ID") is null);
        var edits = new TextEdits(text);
        var now = LocalDate.FromDateOnly(today).AtMidnight();
        if (master.Start >= now)
        {
            Status(edits, component);
            return edits.ToString();
        }

        var left = Exceptions(master);
        var dates = SeriesDates
            .Between(master, now, now.PlusYears(3))
            .Where(date => !left.Contains(date))
            .Take(MostDates)
            .ToList();
        if (dates.Count == 0 || component.Find("RRULE") is not { } rule)
        {
            return null;
        }

        edits.Replace(rule, edits.Line(rule.Head + Until(rule.Value, dates[^1], master)));
        foreach (var date in dates)
        {
            edits.Insert(component.End!.End, Cancelled(edits, component, master, date));
        }

        return edits.ToString();
    }

    private static HashSet<LocalDateTime> Exceptions(CalendarEventText master) =>
        [.. master.Exceptions.SelectMany(line => SeriesDates.Values(line, master))];

    private static void Status(TextEdits edits, CalendarComponent component)
    {
        var line = edits.Line($"STATUS:{EventPart.Cancelled}");
        if (component.Find("STATUS") is { } old)
        {
            edits.Replace(old, line);
        }
        else
        {
            edits.Insert(EventRewrite.EndOf(component), line);
        }
    }

    /// <summary>In UTC, as a rule of a local series wants it (RFC 5545, 3.3.10).</summary>
    private static string Until(string rule, LocalDateTime last, CalendarEventText master)
    {
        var utc = last.In(master.Zone, DateTimeZone.Utc);
        var parts = rule.Split(';')
            .Where(part =>
                !part.StartsWith("COUNT=", StringComparison.OrdinalIgnoreCase)
                && !part.StartsWith("UNTIL=", StringComparison.OrdinalIgnoreCase)
            );
        return $"{string.Join(';', parts)};UNTIL={utc.ToString("yyyyMMdd'T'HHmmss", CultureInfo.InvariantCulture)}Z";
    }

    private static string Cancelled(
        TextEdits edits,
        CalendarComponent component,
        CalendarEventText master,
        LocalDateTime date
    )
    {
        var start = component.Find("DTSTART")!;
        var head = start.Head["DTSTART".Length..];
        var end = date.PlusTicks(master.Length.BclCompatibleTicks);
        IEnumerable<string> lines =
        [
            "BEGIN:VEVENT",
            .. new[] { "UID", "DTSTAMP", "SUMMARY", "LOCATION" }
                .Select(component.Find)
                .OfType<ContentLine>()
                .Select(line => line.Head + line.Value),
            $"RECURRENCE-ID{head}{Moment(date)}",
            $"DTSTART{head}{Moment(date)}",
            $"DTEND{head}{Moment(end)}",
            $"STATUS:{EventPart.Cancelled}",
            "END:VEVENT",
        ];
        return string.Concat(lines.Select(edits.Line));
    }

    private static string Moment(LocalDateTime moment) =>
        moment.ToString("yyyyMMdd'T'HHmmss", CultureInfo.InvariantCulture);
}
