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
/// The dates on which the territory's own series fall, days off included. For what others wrote see <see cref="SeriesDates"/>.
/// All dates and times are local to the territory, so that 14:00 stays 14:00 when the clocks change.
/// </summary>
internal static partial class Occurrences
{
    /// <summary>A rule that matches nothing in this many years has no meeting.</summary>
    private const int HorizonYears = 10;

    /// <summary>Days before and after those that are wanted, from which a meeting may move in.</summary>
    private const int Margin = SeriesPlan.FarthestDays + 14;

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

    /// <summary>
    /// The first <paramref name="count"/> meetings of a series on or after <paramref name="from"/>, with the days off that they
    /// give way to.
    /// </summary>
    public static IReadOnlyList<DateTime> Next(
        MeetingSeries series,
        string timeZone,
        DateOnly from,
        int count,
        DaysOff? off = null
    )
    {
        var found = new List<DateTime>();
        for (var year = 0; year < HorizonYears && found.Count < count; year++)
        {
            var (begin, end) = (from.AddYears(year), from.AddYears(year + 1));
            found.AddRange(
                Planned(series, timeZone, off ?? DaysOff.Default, begin, end)
                    .Select(planned => planned.Day!.Value.ToDateTime(series.Time))
            );
        }

        return [.. found.Take(count)];
    }

    /// <summary>All meetings of a group from <paramref name="from"/> on and before <paramref name="to"/>, in order.</summary>
    public static IReadOnlyList<Meeting> Between(
        Territory territory,
        WorkingGroup group,
        DateOnly from,
        DateOnly to
    ) =>
        [
            .. group
                .Meetings.SelectMany(series =>
                    Planned(series, territory.TimeZone, territory.DaysOff, from, to)
                        .Select(planned => ToMeeting(group, series, planned))
                )
                .OrderBy(meeting => meeting.Start)
                .ThenBy(meeting => meeting.Series.Id, StringComparer.Ordinal),
        ];

    /// <summary>What days off do to a series from its beginning until a day: moved and left out occurrences alone.</summary>
    public static IReadOnlyList<PlannedDay> GivingWay(Territory territory, MeetingSeries series)
    {
        var until = territory.Horizon ?? series.From.AddYears(3);
        return series.Rule.Length == 0 || !series.GivesWay
            ? []
            :
            [
                .. SeriesPlan
                    .Of(
                        series,
                        territory.DaysOff,
                        Days(series, territory.TimeZone, series.From, until.AddDays(Margin))
                    )
                    .Where(planned => planned.Original <= until && planned.Why is not null),
            ];
    }

    /// <summary>Whether the territory itself leaves the meeting of a day out: by name, or because of a day off.</summary>
    public static bool IsLeftOut(Territory territory, MeetingSeries series, DateOnly day) =>
        series.Exceptions.Contains(day)
        || (
            series.GivesWay
            && SeriesPlan
                .Of(
                    series,
                    territory.DaysOff,
                    Days(series, territory.TimeZone, day.AddDays(-Margin), day.AddDays(Margin))
                )
                .Any(planned => planned.Original == day && planned.Day is null)
        );

    private static Meeting ToMeeting(WorkingGroup group, MeetingSeries series, PlannedDay planned)
    {
        var start = planned.Day!.Value.ToDateTime(series.Time);
        return new Meeting
        {
            GroupId = group.Id,
            Series = series,
            OriginalStart = planned.Original.ToDateTime(series.Time),
            Start = start,
            End = start + series.Duration,
        };
    }

    /// <summary>Those that take place between two days, in their order.</summary>
    private static IEnumerable<PlannedDay> Planned(
        MeetingSeries series,
        string timeZone,
        DaysOff off,
        DateOnly from,
        DateOnly to
    )
    {
        var margin = series.GivesWay ? Margin : 0;
        var days = Days(series, timeZone, from.AddDays(-margin), to.AddDays(margin));
        var planned =
            series.Rule.Length == 0
                ? days.Where(day => !series.Exceptions.Contains(day))
                    .Select(day => new PlannedDay(day, day, null))
                : SeriesPlan.Of(series, off, days);
        return planned.Where(item => item.Day >= from && item.Day < to).OrderBy(item => item.Day);
    }

    /// <summary>Whether the rule alone gives a day.</summary>
    public static bool Gives(MeetingSeries series, string timeZone, DateOnly day) =>
        Days(series, timeZone, day, day.AddDays(1)).Count > 0;

    /// <summary>The days that the rule alone gives.</summary>
    private static IReadOnlyList<DateOnly> Days(
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
        return [.. dates.Select(DateOnly.FromDateTime)];
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
