using Connector.CalendarSync;
using Connector.Domain;
using Connector.Domain.Meetings;
using Connector.Domain.Territories;
using Connector.Reports;

namespace Connector.Calendars;

/// <summary>The series of the territory file, read back to whoever wrote it, with their next dates. Asks no server.</summary>
internal static class SeriesList
{
    /// <summary>Meetings that give way to days off are told of this far ahead.</summary>
    private const int YearsAhead = 1;

    /// <param name="territory">The territory.</param>
    /// <param name="who">One group; null for all.</param>
    /// <param name="today">The territory's day.</param>
    /// <param name="count">How many dates.</param>
    public static CalendarReport Of(Territory territory, string? who, DateOnly today, int count)
    {
        var report = new CalendarReport { Territory = territory.Name };
        var (groups, problem) = GroupChoice.Of(territory, who);
        if (problem is not null)
        {
            return report.Stopped(problem);
        }

        var told = groups
            .SelectMany(group =>
                group.Meetings.Select(series =>
                    (group, series, dates: Dates(territory, series, today, count))
                )
            )
            .ToList();
        return report with
        {
            Sections =
            [
                .. told.Select(item => new CalendarSection(
                    Text.Same(item.series.Title),
                    Text.Same($"{item.group.Name} ({item.group.Id}/{item.series.Id})"),
                    [.. Lines(territory, item.series, item.dates, today)]
                )),
            ],
            Data = new Dictionary<string, object?>
            {
                ["series"] = told.Select(item => new
                {
                    group = item.group.Id,
                    item.series.Id,
                    item.series.Title,
                    item.series.Rule,
                    words = Rhythm.Of(item.series.Rule),
                    dates = item.dates,
                    givingWay = GivingWay(territory, item.series, today)
                        .Select(planned => new
                        {
                            original = planned.Original,
                            day = planned.Day,
                            why = planned.Why,
                        }),
                }),
            },
            Warnings = [.. SchoolCalendarWarnings.Of(territory, today)],
        };
    }

    private static IReadOnlyList<DateTime> Dates(
        Territory territory,
        MeetingSeries series,
        DateOnly today,
        int count
    ) =>
        Occurrences.Next(
            series,
            territory.TimeZone,
            series.From > today ? series.From : today,
            count,
            territory.DaysOff
        );

    private static IEnumerable<CalendarLineTold> Lines(
        Territory territory,
        MeetingSeries series,
        IReadOnlyList<DateTime> dates,
        DateOnly today
    )
    {
        yield return new CalendarLineTold(CalendarMark.Plain, MeetingWords.Rule(series));
        var days = dates.Select(date => MeetingWords.Day(DateOnly.FromDateTime(date))).ToList();
        yield return days.Count == 0
            ? new CalendarLineTold(
                CalendarMark.Warning,
                new Text("aucune rencontre à venir", "no meeting to come")
            )
            : new CalendarLineTold(
                CalendarMark.Plain,
                new Text(
                    $"prochaines dates : {MeetingWords.List(days.Select(day => day.French))}",
                    $"next dates: {MeetingWords.List(days.Select(day => day.English))}"
                )
            );
        foreach (var planned in GivingWay(territory, series, today))
        {
            yield return Given(planned);
        }
    }

    private static IEnumerable<PlannedDay> GivingWay(
        Territory territory,
        MeetingSeries series,
        DateOnly today
    ) =>
        Occurrences
            .GivingWay(territory.On(today), series)
            .Where(planned => planned.Original >= today && planned.Original < today.AddYears(YearsAhead));

    private static CalendarLineTold Given(PlannedDay planned)
    {
        var (was, why) = (MeetingWords.Day(planned.Original), planned.Why!);
        return planned.Day is { } day
            ? new CalendarLineTold(
                CalendarMark.Changed,
                new Text(
                    $"{was.French} ({why}) : déplacée au {MeetingWords.Day(day).French}",
                    $"{was.English} ({why}): moved to {MeetingWords.Day(day).English}"
                )
            )
            : new CalendarLineTold(
                CalendarMark.Cancelled,
                new Text($"{was.French} ({why}) : pas de rencontre", $"{was.English} ({why}): no meeting")
            );
    }
}
