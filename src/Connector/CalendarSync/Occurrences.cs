using Connector.Domain.Meetings;
using Connector.Domain.Territories;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Evaluation;

namespace Connector.CalendarSync;

/// <summary>
/// The dates on which series of meetings fall. The one place that evaluates recurrence rules; RFC 5545, 3.3.10.
/// All dates and times are local to the territory, so that 14:00 stays 14:00 when the clocks change.
/// </summary>
internal static class Occurrences
{
    /// <summary>A rule that matches nothing in this many years has no meeting.</summary>
    private const int HorizonYears = 10;

    /// <summary>
    /// First meeting of a series: the first match of its rule on or after <see cref="MeetingSeries.From"/>. Null when
    /// the rule never matches.
    /// </summary>
    public static DateTime? First(MeetingSeries series, string timeZone)
    {
        if (series.Rule.Length == 0)
        {
            return series.From.ToDateTime(series.Time);
        }

        return Evaluate(
                series with
                {
                    Exceptions = [],
                },
                timeZone,
                series.From,
                series.From.AddYears(HorizonYears)
            )
            .Cast<DateTime?>()
            .FirstOrDefault();
    }

    /// <summary>The first <paramref name="count"/> meetings of a series on or after <paramref name="from"/>.</summary>
    public static IReadOnlyList<DateTime> Next(
        MeetingSeries series,
        string timeZone,
        DateOnly from,
        int count
    ) => [.. Evaluate(series, timeZone, from, from.AddYears(HorizonYears)).Take(count)];

    /// <summary>All meetings of a group from <paramref name="from"/> on and before <paramref name="to"/>, in order.</summary>
    public static IReadOnlyList<Meeting> Between(
        WorkingGroup group,
        string timeZone,
        DateOnly from,
        DateOnly to
    ) =>
        [
            .. group
                .Meetings.SelectMany(series =>
                    Evaluate(series, timeZone, from, to).Select(start => ToMeeting(group, series, start))
                )
                .OrderBy(meeting => meeting.Start)
                .ThenBy(meeting => meeting.Series.Id, StringComparer.Ordinal),
        ];

    /// <summary>A group's next meeting on or after <paramref name="from"/>; null when none is planned.</summary>
    public static Meeting? NextOf(WorkingGroup group, string timeZone, DateOnly from) =>
        group
            .Meetings.SelectMany(series =>
                Next(series, timeZone, from, 1).Select(start => ToMeeting(group, series, start))
            )
            .OrderBy(meeting => meeting.Start)
            .ThenBy(meeting => meeting.Series.Id, StringComparer.Ordinal)
            .FirstOrDefault();

    private static Meeting ToMeeting(WorkingGroup group, MeetingSeries series, DateTime start) =>
        new()
        {
            GroupId = group.Id,
            Series = series,
            Start = start,
            End = start + series.Duration,
        };

    private static IEnumerable<DateTime> Evaluate(
        MeetingSeries series,
        string timeZone,
        DateOnly from,
        DateOnly to
    )
    {
        var start = from > series.From ? from : series.From;
        if (series.Rule.Length == 0)
        {
            var only = series.From.ToDateTime(series.Time);
            return series.From >= from && series.From < to && !series.Exceptions.Contains(series.From)
                ? [only]
                : [];
        }

        var calendar = new Calendar();
        var item = new CalendarEvent
        {
            DtStart = new CalDateTime(series.From.ToDateTime(series.Time), timeZone),
            RecurrenceRule = new RecurrenceRule(series.Rule),
        };
        calendar.Events.Add(item);
        return calendar
            .GetOccurrences(new CalDateTime(start.ToDateTime(TimeOnly.MinValue), timeZone))
            .TakeWhileBefore(new CalDateTime(to.ToDateTime(TimeOnly.MinValue), timeZone))
            .Select(occurrence => occurrence.Period.StartTime.Value)
            .Where(date => !series.Exceptions.Contains(DateOnly.FromDateTime(date)));
    }
}
