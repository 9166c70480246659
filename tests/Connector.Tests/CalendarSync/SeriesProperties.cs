using System.Globalization;
using Connector.CalendarSync;
using Connector.Domain.Meetings;
using Connector.Domain.Territories;
using Connector.Domain.Workspaces;
using Ical.Net;
using Ical.Net.DataTypes;
using Ical.Net.Evaluation;
using IcsCalendar = Ical.Net.Calendar;

namespace Connector.Tests.CalendarSync;

/// <summary>
/// Random series said in French over five years, days off included: what the Domain counts out, what Connector plans, what
/// Ical.Net makes of the event that was written, and what Connector reads back from it are the same dates.
/// </summary>
public sealed class SeriesProperties
{
    private const int Trials = 400;

    private static readonly string[] Days =
    [
        "lundi",
        "mardi",
        "mercredi",
        "jeudi",
        "vendredi",
        "samedi",
        "dimanche",
    ];
    private static readonly string[] Ranks =
    [
        "premier",
        "deuxième",
        "troisième",
        "quatrième",
        "dernier",
        "avant-dernier",
    ];
    private static readonly string[] Months = ["janvier", "mars", "mai", "juin", "septembre", "novembre"];

    [Test]
    public void A_series_has_the_same_dates_wherever_they_are_counted()
    {
        var seed = int.TryParse(
            Environment.GetEnvironmentVariable("CONNECTOR_SEED"),
            CultureInfo.InvariantCulture,
            out var given
        )
            ? given
            : Random.Shared.Next();
        TestContext.Out.WriteLine($"CONNECTOR_SEED={seed}");
        var random = new Random(seed);
        for (var trial = 0; trial < Trials; trial++)
        {
            Check(random, $"seed {seed}, trial {trial}");
        }
    }

    private static void Check(Random random, string which)
    {
        var words = Words(random);
        var reading = FrenchRecurrence.Parse(words);
        Assert.That(reading.Rule, Is.Not.Null, $"{which}: {words}");
        var from = new DateOnly(2026, 1, 1).AddDays(random.Next(700));
        var (series, territory) = Some(random, reading, from);
        var group = territory.Groups[0];
        var to = from.AddYears(5);
        var message = $"{which}: {words} from {from:yyyy-MM-dd}, {series.Holidays}, {series.Vacations}";

        var byRule = reading.Days(from).TakeWhile(day => day < to).ToList();
        var plain = territory with
        {
            Groups =
            [
                group with
                {
                    Meetings = [series with { Holidays = DayOff.Keep, Vacations = DayOff.Keep }],
                },
            ],
        };
        Assert.That(Planned(plain, from, to).Select(DateOnly.FromDateTime), Is.EqualTo(byRule), message);

        var planned = Planned(territory, from, to);
        var text = MeetingCalendar.Write(territory, group, series);
        Assert.That(ByIcalNet(text, from, to), Is.EqualTo(planned), message);
        Assert.That(ReadBack(territory, text, from, to), Is.EqualTo(planned), message);
        Assert.That(planned.Distinct().Count(), Is.EqualTo(planned.Count), message);
        foreach (var day in planned.Select(DateOnly.FromDateTime))
        {
            Assert.That(
                series.Holidays != DayOff.Keep && territory.DaysOff.HolidayOn(day) is not null,
                Is.False,
                message
            );
            Assert.That(
                series.Vacations != DayOff.Keep && territory.DaysOff.VacationOn(day) is not null,
                Is.False,
                message
            );
        }
    }

    private static List<DateTime> Planned(Territory territory, DateOnly from, DateOnly to) =>
        [.. Occurrences.Between(territory, territory.Groups[0], from, to).Select(meeting => meeting.Start)];

    private static List<DateTime> ByIcalNet(string text, DateOnly from, DateOnly to) =>
        [
            .. IcsCalendar
                .Load(text)!
                .GetOccurrences(new CalDateTime(from.ToDateTime(TimeOnly.MinValue), "Europe/Paris"))
                .TakeWhileBefore(
                    new CalDateTime(to.AddDays(100).ToDateTime(TimeOnly.MinValue), "Europe/Paris")
                )
                .Select(occurrence => occurrence.Period.StartTime.Value)
                .Where(start => DateOnly.FromDateTime(start) < to)
                .Order(),
        ];

    private static List<DateTime> ReadBack(Territory territory, string text, DateOnly from, DateOnly to)
    {
        var texts = new Dictionary<string, CalendarText>
        {
            [WorkspaceKeys.EventObject("g", "s")] = new CalendarText("etag", text),
        };
        var calendar = new GroupCalendar(territory, territory.Groups[0], texts);
        Assert.That(calendar.Problems, Is.Empty);
        var all = calendar.Between(from, to);
        Assert.That(
            all.Where(meeting => meeting.IsCancelled),
            Is.Empty,
            "the territory itself leaves them out"
        );
        return [.. all.Select(meeting => meeting.Start)];
    }

    private static (MeetingSeries Series, Territory Territory) Some(
        Random random,
        RecurrenceReading reading,
        DateOnly from
    )
    {
        DayOff Any() => (DayOff)random.Next(5);
        var series = new MeetingSeries
        {
            Id = "s",
            Title = "S",
            Rule = reading.Rule!,
            From = from,
            Time = new TimeOnly(random.Next(8, 20), 30),
            Duration = TimeSpan.FromHours(2),
            Holidays = reading.Holidays ?? Any(),
            Vacations = Any(),
        };
        var vacations = Enumerable
            .Range(from.Year, 8)
            .SelectMany(year =>
                new[]
                {
                    new SchoolHoliday("Hiver", new DateOnly(year, 2, 7), new DateOnly(year, 2, 22)),
                    new SchoolHoliday("Printemps", new DateOnly(year, 4, 4), new DateOnly(year, 4, 19)),
                    new SchoolHoliday("Été", new DateOnly(year, 7, 4), new DateOnly(year, 8, 31)),
                    new SchoolHoliday("Noël", new DateOnly(year, 12, 19), new DateOnly(year + 1, 1, 3)),
                }
            );
        var territory = new Territory
        {
            Name = "T",
            Scope = TerritoryScope.Departmental,
            Purpose = "P",
            CoordinatingOrganisation = "c",
            Coordinators = ["i"],
            DaysOff = new DaysOff { Region = (HolidayRegion)random.Next(9), Vacations = [.. vacations] },
            Horizon = from.AddYears(6),
            Groups =
            [
                new WorkingGroup
                {
                    Id = "g",
                    Name = "G",
                    Kind = GroupKind.WorkingGroup,
                    Meetings = [series],
                },
            ],
        };
        return (series, territory);
    }

    private static string Words(Random random)
    {
        string Of(string[] words) => words[random.Next(words.Length)];
        var words = random.Next(11) switch
        {
            0 => $"{Of(Ranks)} {Of(Days)} du mois",
            1 => $"tous les {Of(Days)}s",
            2 => $"un {Of(Days)} sur {random.Next(2, 5)}",
            3 => $"le {random.Next(1, 29)} de chaque mois",
            4 => $"{Of(["premier", "dernier"])} {Of(Days)} du trimestre",
            5 => $"{Of(Ranks)} {Of(Days)} de {Of(Months)}",
            6 => $"le {random.Next(2, 27)} de chaque mois, ou le jour ouvré suivant",
            7 => $"le {random.Next(3, 29)} de chaque mois, ou le jour ouvré précédent",
            8 => $"{Of(["premier", "dernier"])} jour ouvré du mois",
            9 => $"{Of(Ranks)} {Of(Days)} tous les {random.Next(2, 5)} mois",
            _ => $"tous les ans le {random.Next(1, 28)} {Of(Months)}",
        };
        words += random.Next(4) == 0 ? " sauf en août" : "";
        return words + (random.Next(5) == 0 ? $" jusqu'au 30 juin {random.Next(2029, 2032)}" : "");
    }
}
