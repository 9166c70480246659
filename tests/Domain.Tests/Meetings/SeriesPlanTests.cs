using System.Globalization;
using Connector.Domain.Meetings;

namespace Connector.Domain.Tests.Meetings;

/// <summary>What days off do to a series.</summary>
public sealed class SeriesPlanTests
{
    private static readonly DaysOff Off = new()
    {
        Vacations = [new SchoolHoliday("Vacances de printemps", Day("2027-04-10"), Day("2027-04-25"))],
    };

    [TestCase(DayOff.Keep, "2027-05-06")]
    [TestCase(DayOff.Skip, "–")]
    [TestCase(DayOff.NextWeek, "2027-05-13")]
    [TestCase(DayOff.NextWorkingDay, "2027-05-07")]
    [TestCase(DayOff.PreviousWorkingDay, "2027-05-05")]
    public void Ascension_is_a_Thursday(DayOff choice, string expected) =>
        Assert.That(Plan(Series() with { Holidays = choice }, "2027-05-06"), Is.EqualTo(expected));

    [TestCase("2027-04-13", "2027-04-27")]
    [TestCase("2027-04-20", "2027-04-27")]
    [TestCase("2027-04-27", "2027-04-27")]
    public void A_meeting_waits_until_school_begins_again(string day, string expected) =>
        Assert.That(Plan(Series() with { Vacations = DayOff.NextWeek }, day), Is.EqualTo(expected));

    [Test]
    public void A_weekly_meeting_does_not_take_place_twice_in_the_week_after() =>
        Assert.That(
            Plan(
                Series() with
                {
                    Vacations = DayOff.NextWeek,
                },
                "2027-04-06",
                "2027-04-13",
                "2027-04-20",
                "2027-04-27"
            ),
            Is.EqualTo("2027-04-06 – – 2027-04-27")
        );

    [Test]
    public void The_working_day_after_a_long_weekend_is_no_holiday_either() =>
        Assert.That(
            Plan(Series() with { Holidays = DayOff.NextWorkingDay }, "2027-05-08", "2027-12-25"),
            Is.EqualTo("2027-05-10 2027-12-27"),
            "8 May 2027 is a Saturday"
        );

    [Test]
    public void An_exception_of_the_file_stays_one()
    {
        var series = Series() with { Exceptions = [Day("2027-05-06")], Holidays = DayOff.NextWeek };
        Assert.That(Plan(series, "2027-05-06"), Is.EqualTo("–"));
    }

    private static string Plan(MeetingSeries series, params string[] days) =>
        string.Join(
            ' ',
            SeriesPlan
                .Of(series, Off, [.. days.Select(Day)])
                .Select(planned => planned.Day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "–")
        );

    private static DateOnly Day(string day) => DateOnly.Parse(day, CultureInfo.InvariantCulture);

    private static MeetingSeries Series() =>
        new()
        {
            Id = "s",
            Title = "S",
            Rule = "FREQ=WEEKLY;BYDAY=TU",
            From = Day("2026-09-01"),
            Time = new TimeOnly(14, 0),
            Duration = TimeSpan.FromHours(2),
        };
}
