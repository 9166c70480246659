using System.Globalization;
using System.Text;
using Connector.Domain.Meetings;
using Connector.Domain.Territories;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;

namespace Connector.CalendarSync;

/// <summary>
/// The iCalendar object of a series: one recurring event with its time zone (RFC 5545). It has no ORGANIZER and no
/// ATTENDEE: with them nobody but the organiser could edit the meeting, and a published calendar would show
/// addresses.
/// </summary>
internal static class MeetingCalendar
{
    private const string Product = "-//Connector//Rencontres//FR";

    /// <summary>Stable for ever: people's phones and the minutes recognise the series by it.</summary>
    public static string Uid(Territory territory, WorkingGroup group, MeetingSeries series) =>
        $"{Slug.Of(territory.Name)}.{group.Id}.{series.Id}@connector";

    /// <summary>CRLF text, folded at 75 octets. Same series, same text: DTSTAMP is the day from which it applies.</summary>
    public static string Write(Territory territory, WorkingGroup group, MeetingSeries series)
    {
        var start = Occurrences.First(series, territory.TimeZone) ?? series.From.ToDateTime(series.Time);
        var calendar = new Ical.Net.Calendar { ProductId = Product };
        calendar.AddTimeZone(Zone(territory, series.From));
        var item = new CalendarEvent
        {
            Uid = Uid(territory, group, series),
            DtStamp = new CalDateTime(
                DateTime.SpecifyKind(series.From.ToDateTime(TimeOnly.MinValue), DateTimeKind.Utc)
            ),
            DtStart = new CalDateTime(start, territory.TimeZone),
            DtEnd = new CalDateTime(start + series.Duration, territory.TimeZone),
            Summary = OneLine(series.Title),
            Location = series.Place.Length > 0 ? OneLine(series.Place) : null,
            Description = Description(group, series),
            Sequence = 0,
        };
        item.Categories.Add(series.Kind == MeetingKind.Convivial ? "Convivial" : "Travail");
        if (series.Rule.Length > 0)
        {
            item.RecurrenceRule = new RecurrenceRule(Occurrences.RuleOf(series, territory.TimeZone));
        }

        foreach (var day in series.Exceptions.Order())
        {
            item.ExceptionDates.Add(new CalDateTime(day.ToDateTime(series.Time), territory.TimeZone));
        }

        calendar.Events.Add(item);
        return new CalendarSerializer().SerializeToString(calendar)
            ?? throw new InvalidOperationException("empty calendar");
    }

    /// <summary>A VCALENDAR with the territory's VTIMEZONE alone: the default of a calendar (RFC 4791, 5.2.2).</summary>
    public static string TimeZone(Territory territory)
    {
        var from = territory
            .Groups.SelectMany(group => group.Meetings)
            .Select(series => series.From)
            .DefaultIfEmpty(new DateOnly(2026, 1, 1))
            .Min();
        var calendar = new Ical.Net.Calendar { ProductId = Product };
        calendar.AddTimeZone(Zone(territory, from));
        return new CalendarSerializer().SerializeToString(calendar)
            ?? throw new InvalidOperationException("empty calendar");
    }

    private static VTimeZone Zone(Territory territory, DateOnly from) =>
        VTimeZone.FromDateTimeZone(territory.TimeZone, from.ToDateTime(TimeOnly.MinValue), false);

    private static string Description(WorkingGroup group, MeetingSeries series)
    {
        var text = new StringBuilder(OneLine(group.Name));
        if (series.Agenda.Count > 0)
        {
            text.Append("\n\nOrdre du jour :");
            foreach (var (item, number) in series.Agenda.Select((item, index) => (item, index + 1)))
            {
                text.Append(CultureInfo.InvariantCulture, $"\n{number}. {OneLine(item)}");
            }
        }

        return text.ToString();
    }

    /// <summary>Titles come from people: a line break in one must not start another property.</summary>
    private static string OneLine(string words) =>
        words.ReplaceLineEndings(" ").Replace('\r', ' ').Replace('\n', ' ');
}
