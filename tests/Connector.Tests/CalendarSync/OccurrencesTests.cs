using Connector.CalendarSync;
using Connector.Domain.Meetings;

namespace Connector.Tests.CalendarSync;

/// <summary>Recurrences against an evaluator that tries every day of five years, both changes of clock included.</summary>
internal sealed class OccurrencesTests
{
    private const string Paris = "Europe/Paris";
    private static readonly DateOnly From = new(2026, 1, 7);
    private static readonly DateOnly To = new(2031, 1, 7);

    public static IEnumerable<TestCaseData> Rules()
    {
        yield return Rule("premier jeudi du mois", day => IsRank(day, 1, DayOfWeek.Thursday));
        yield return Rule(
            "dernier vendredi du trimestre",
            day => day.Month % 3 == 0 && IsLast(day, DayOfWeek.Friday)
        );
        yield return Rule(
            "tous les lundis et jeudis",
            day => day.DayOfWeek is DayOfWeek.Monday or DayOfWeek.Thursday
        );
        yield return Rule(
            "un mardi sur deux",
            day => (day.DayNumber - new DateOnly(2026, 1, 13).DayNumber) % 14 == 0
        );
        yield return Rule("le 15 de chaque mois", day => day.Day == 15);
        yield return Rule("le dernier jour du mois", day => day.AddDays(1).Day == 1);
        yield return Rule("tous les ans le 21 mars", day => day is { Month: 3, Day: 21 });
        yield return Rule(
            "dernier dimanche de mars et octobre",
            day => day.Month is 3 or 10 && IsLast(day, DayOfWeek.Sunday)
        );
        yield return Rule(
            "premier jeudi tous les deux mois",
            day => IsRank(day, 1, DayOfWeek.Thursday) && day.Month % 2 == 0
        );
        yield return Rule(
            "2e mardi du mois sauf en juillet et août",
            day => IsRank(day, 2, DayOfWeek.Tuesday) && day.Month is not (7 or 8)
        );
        yield return Rule(
            "tous les mercredis jusqu'au 28 octobre 2026",
            day => day.DayOfWeek == DayOfWeek.Wednesday && day <= new DateOnly(2026, 10, 28)
        );
        yield return Rule("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", IsLastWorkday);
    }

    [TestCaseSource(nameof(Rules))]
    public void Dates_are_those_that_a_person_would_tick_on_a_wall_calendar(
        string words,
        Func<DateOnly, bool> fits
    )
    {
        var expected = Days().Where(fits).Select(day => day.ToDateTime(new TimeOnly(14, 0))).ToList();
        var series = Series(words);
        var found = Occurrences
            .Next(series, Paris, From, expected.Count + 500)
            .Where(date => DateOnly.FromDateTime(date) < To);
        Assert.That(found, Is.EqualTo(expected));
        Assert.That(Occurrences.First(series, Paris), Is.EqualTo(expected[0]));
    }

    [Test]
    public void Asking_from_a_later_day_gives_the_rest_of_the_same_dates()
    {
        var series = Series("un mardi sur deux");
        var all = Occurrences.Next(series, Paris, From, 60);
        for (var index = 0; index < 40; index++)
        {
            var from = DateOnly.FromDateTime(all[index]);
            Assert.That(Occurrences.Next(series, Paris, from, 3), Is.EqualTo(all.Skip(index).Take(3)));
            Assert.That(Occurrences.Next(series, Paris, from.AddDays(1), 1)[0], Is.EqualTo(all[index + 1]));
        }
    }

    [Test]
    public void Exceptions_are_left_out_and_do_not_move_the_start()
    {
        var series = Series("tous les mercredis") with { Exceptions = [From, From.AddDays(14)] };
        Assert.That(
            Occurrences.Next(series, Paris, From, 2).Select(DateOnly.FromDateTime),
            Is.EqualTo(new[] { From.AddDays(7), From.AddDays(21) })
        );
        Assert.That(Occurrences.First(series, Paris), Is.EqualTo(From.ToDateTime(new TimeOnly(14, 0))));
    }

    [Test]
    public void A_single_meeting_happens_once()
    {
        var series = Series("une seule fois");
        Assert.That(Occurrences.Next(series, Paris, From, 5), Has.Count.EqualTo(1));
        Assert.That(Occurrences.Next(series, Paris, From.AddDays(1), 5), Is.Empty);
    }

    private static MeetingSeries Series(string words) =>
        new()
        {
            Id = "s",
            Title = "S",
            Rule = FrenchRecurrence.Parse(words).Rule!,
            From = From,
            Time = new TimeOnly(14, 0),
            Duration = TimeSpan.FromHours(2),
        };

    private static TestCaseData Rule(string words, Func<DateOnly, bool> fits) =>
        new TestCaseData(words, fits).SetArgDisplayNames(words);

    private static IEnumerable<DateOnly> Days() =>
        Enumerable.Range(0, To.DayNumber - From.DayNumber).Select(From.AddDays);

    private static bool IsRank(DateOnly day, int rank, DayOfWeek weekday) =>
        day.DayOfWeek == weekday && (day.Day - 1) / 7 == rank - 1;

    private static bool IsLast(DateOnly day, DayOfWeek weekday) =>
        day.DayOfWeek == weekday && day.AddDays(7).Month != day.Month;

    private static bool IsLastWorkday(DateOnly day) =>
        IsWorkday(day)
        && !Enumerable
            .Range(1, 3)
            .Select(day.AddDays)
            .Any(later => later.Month == day.Month && IsWorkday(later));

    private static bool IsWorkday(DateOnly day) =>
        day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);
}
