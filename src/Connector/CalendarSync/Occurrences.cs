using System.Globalization;
using System.Text.RegularExpressions;
using Connector.Domain.Meetings;
using Connector.Domain.Territories;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Evaluation;
using NodaTime;
using Calendar = Ical.Net.Calendar;

namespace Connector.CalendarSync;

/// <summary>
/// The dates on which series of meetings fall. The one place that evaluates recurrence rules; RFC 5545, 3.3.10.
/// All dates and times are local to the territory, so that 14:00 stays 14:00 when the clocks change.
/// </summary>
internal static partial class Occurrences
{
    /// <summary>A rule that matches nothing in this many years has no meeting.</summary>
    private const int HorizonYears = 10;

    /// <summary>
    /// First meeting of a series: the first day on or after <see cref="MeetingSeries.From"/> that fits the rule. « un
    /// mardi sur deux » starts on the first Tuesday and counts from there, so intervals play no part in finding it; an
    /// event whose DTSTART does not fit its own rule would lose its first meeting in some calendars. Null when the rule
    /// never matches.
    /// </summary>
    public static DateTime? First(MeetingSeries series, string timeZone) =>
        series.Rule.Length == 0
            ? series.From.ToDateTime(series.Time)
            : Instances(
                    Without(series.Rule, "INTERVAL", "COUNT"),
                    series.From.ToDateTime(series.Time),
                    timeZone,
                    series.From,
                    series.From.AddYears(HorizonYears)
                )
                .Cast<DateTime?>()
                .FirstOrDefault();

    /// <summary>
    /// The rule as an event of this zone has to write it: a local event's UNTIL is in UTC (RFC 5545, 3.3.10), and a
    /// rule that says a day means the whole day.
    /// </summary>
    public static string RuleOf(MeetingSeries series, string timeZone) =>
        string.Join(
            ';',
            series
                .Rule.Split(';')
                .Select(part => UntilDay().IsMatch(part) ? UntilInUtc(part, timeZone) : part)
        );

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
        if (First(series, timeZone) is not { } first)
        {
            return [];
        }

        var dates =
            series.Rule.Length == 0
                ? new[] { first }.Where(date =>
                    DateOnly.FromDateTime(date) >= from && DateOnly.FromDateTime(date) < to
                )
                : Instances(RuleOf(series, timeZone), first, timeZone, from, to);
        return dates.Where(date => !series.Exceptions.Contains(DateOnly.FromDateTime(date)));
    }

    private static IEnumerable<DateTime> Instances(
        string rule,
        DateTime start,
        string timeZone,
        DateOnly from,
        DateOnly to
    )
    {
        var calendar = new Calendar();
        calendar.Events.Add(
            new CalendarEvent
            {
                DtStart = new CalDateTime(start, timeZone),
                RecurrenceRule = new RecurrenceRule(rule),
            }
        );
        var begin = from.ToDateTime(TimeOnly.MinValue);
        return calendar
            .GetOccurrences(new CalDateTime(begin > start.Date ? begin : start.Date, timeZone))
            .TakeWhileBefore(new CalDateTime(to.ToDateTime(TimeOnly.MinValue), timeZone))
            .Select(occurrence => occurrence.Period.StartTime.Value);
    }

    private static string Without(string rule, params string[] names) =>
        string.Join(';', rule.Split(';').Where(part => !names.Contains(part.Split('=')[0])));

    private static string UntilInUtc(string part, string timeZone)
    {
        var day = DateOnly.ParseExact(part["UNTIL=".Length..], "yyyyMMdd", CultureInfo.InvariantCulture);
        var local = LocalDateTime.FromDateTime(day.ToDateTime(new TimeOnly(23, 59, 59)));
        var utc = DateTimeZoneProviders.Tzdb[timeZone].AtLeniently(local).ToDateTimeUtc();
        return utc.ToString("'UNTIL='yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"^UNTIL=\d{8}$")]
    private static partial Regex UntilDay();
}
