using System.Globalization;
using System.Runtime.CompilerServices;
using Connector.CalendarSync;
using NodaTime;
using NodaTime.Text;

namespace Connector.Tests.CalendarSync;

/// <summary>The recurrence rules that RFC 5545 itself explains, with the dates that it says they give.</summary>
internal sealed class RecurrenceVectorTests
{
    private const string Zone = "America/New_York";

    public static IEnumerable<TestCaseData> Vectors() =>
        File.ReadLines(Path.Combine(Path.GetDirectoryName(Here())!, "RecurrenceVectors.txt"))
            .Where(line => line.Length > 0 && line[0] != '#')
            .Select(line => line.Split(" | "))
            .Select(parts => new TestCaseData(parts[1], parts[2], parts[3]).SetArgDisplayNames(parts[0]));

    [TestCaseSource(nameof(Vectors))]
    public void A_rule_gives_the_dates_that_the_standard_says(string start, string rule, string expected)
    {
        var item = Event(start, rule);
        var tokens = expected.Split(' ').ToList();
        var goesOn = tokens.Remove("…");
        var dates = tokens.SelectMany(Dates).ToList();
        var end = goesOn ? dates[^1] : dates[^1].PlusYears(4);

        var found = SeriesDates.Between(item, item.Start, end);

        Assert.That(found, Is.EqualTo(dates));
    }

    [TestCaseSource(nameof(Vectors))]
    public void A_window_in_the_middle_shows_what_the_whole_shows_there(
        string start,
        string rule,
        string expected
    )
    {
        var item = Event(start, rule);
        var to = item.Start.PlusYears(2);
        var from = item.Start.PlusMonths(5).PlusDays(3);

        var whole = SeriesDates.Between(item, item.Start, to);

        Assert.That(
            SeriesDates.Between(item, from, to),
            Is.EqualTo(whole.Where(date => date >= from)),
            expected
        );
    }

    private static CalendarEventText Event(string start, string rule) =>
        new()
        {
            Uid = "a",
            Start = CalendarMoment.Wall(start)!.Value,
            Zone = DateTimeZoneProviders.Tzdb[Zone],
            Length = Duration.FromHours(1),
            IsAllDay = false,
            Rule = rule,
        };

    private static IEnumerable<LocalDateTime> Dates(string token)
    {
        if (token.Split("..") is [var from, var to])
        {
            for (var day = Day(from); day <= Day(to); day = day.PlusDays(1))
            {
                yield return day;
            }

            yield break;
        }

        yield return token.Contains('T', StringComparison.Ordinal)
            ? LocalDateTimePattern.Create("yyyyMMdd'T'HHmm", CultureInfo.InvariantCulture).Parse(token).Value
            : Day(token);
    }

    private static LocalDateTime Day(string token) =>
        CalendarMoment.Wall(token)!.Value.Date + new LocalTime(9, 0);

    private static string Here([CallerFilePath] string path = "") => path;
}
