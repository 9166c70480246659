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
        var givingWay = Occurrences.GivingWay(territory, series);
        var master = Event(territory, group, series, start);
        if (series.Rule.Length > 0)
        {
            master.RecurrenceRule = new RecurrenceRule(Occurrences.RuleOf(series, territory.TimeZone));
        }

        var skipped = givingWay.Where(planned => planned.Day is null).Select(planned => planned.Original);
        // A day that the rule does not give is no exception to it: khal warns of such an event.
        var named = series.Exceptions.Where(day => Occurrences.Gives(series, territory.TimeZone, day));
        foreach (var day in named.Union(skipped).Order())
        {
            master.ExceptionDates.Add(new CalDateTime(day.ToDateTime(series.Time), territory.TimeZone));
        }

        calendar.Events.Add(master);
        foreach (var moved in givingWay.Where(planned => planned.IsMoved))
        {
            var item = Event(territory, group, series, moved.Day!.Value.ToDateTime(series.Time));
            item.RecurrenceIdentifier = new RecurrenceIdentifier(
                new CalDateTime(moved.Original.ToDateTime(series.Time), territory.TimeZone)
            );
            calendar.Events.Add(item);
        }

        var text =
            new CalendarSerializer().SerializeToString(calendar)
            ?? throw new InvalidOperationException("empty calendar");
        return MeetingExtras.Add(text, series);
    }

    /// <summary>
    /// The RECURRENCE-IDs of the occurrences that the territory itself moves out of the way of days off, as the text has them.
    /// </summary>
    public static IReadOnlyList<string> Overrides(Territory territory, MeetingSeries series) =>
        [
            .. Occurrences
                .GivingWay(territory, series)
                .Where(planned => planned.IsMoved)
                .Select(planned =>
                    planned
                        .Original.ToDateTime(series.Time)
                        .ToString("yyyyMMdd'T'HHmmss", CultureInfo.InvariantCulture)
                ),
        ];

    private static CalendarEvent Event(
        Territory territory,
        WorkingGroup group,
        MeetingSeries series,
        DateTime start
    )
    {
        var item = new CalendarEvent
        {
            Uid = Uid(territory, group, series),
            DtStamp = new CalDateTime(
                DateTime.SpecifyKind(series.From.ToDateTime(TimeOnly.MinValue), DateTimeKind.Utc)
            ),
            DtStart = new CalDateTime(start, territory.TimeZone),
            DtEnd = new CalDateTime(start + series.Duration, territory.TimeZone),
            Summary = EventWords.OneLine(series.Title),
            Location = series.Place.Length > 0 ? EventWords.OneLine(series.Place) : null,
            Description = Description(group, series),
            Sequence = 0,
        };
        item.Categories.Add(series.Kind == MeetingKind.Convivial ? "Convivial" : "Travail");
        return item;
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

    /// <summary>Ical.Net cannot tell a zone from a day to come on: there is no such day before this one.</summary>
    private static readonly DateOnly LatestZoneStart = new(2026, 1, 1);

    private static VTimeZone Zone(Territory territory, DateOnly from)
    {
        var start = from < LatestZoneStart ? from : LatestZoneStart;
        return VTimeZone.FromDateTimeZone(territory.TimeZone, start.ToDateTime(TimeOnly.MinValue), false);
    }

    private static string Description(WorkingGroup group, MeetingSeries series)
    {
        var text = new StringBuilder(EventWords.OneLine(group.Name));
        foreach (var (label, words) in Facts(series))
        {
            text.Append(CultureInfo.InvariantCulture, $"\n\n{label}\u00a0: {words}");
        }

        if (series.Agenda.Count > 0)
        {
            text.Append("\n\nOrdre du jour :");
            foreach (var (item, number) in series.Agenda.Select((item, index) => (item, index + 1)))
            {
                text.Append(CultureInfo.InvariantCulture, $"\n{number}. {EventWords.OneLine(item)}");
            }
        }

        return text.ToString();
    }

    /// <summary>What clients that know neither GEO nor CONFERENCE show at least in words.</summary>
    private static IEnumerable<(string Label, string Words)> Facts(MeetingSeries series)
    {
        if (series.Access.Length > 0)
        {
            yield return ("Accès", EventWords.OneLine(series.Access));
        }

        if (series.Video is { } video)
        {
            yield return ("Visioconférence", video.AbsoluteUri);
        }

        if (series.AgendaLink is { } agenda)
        {
            yield return ("Ordre du jour en ligne", agenda.AbsoluteUri);
        }
    }
}
