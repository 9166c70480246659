using Connector.Domain.Meetings;

namespace Connector.Domain.Tests.Meetings;

/// <summary>Against the lists that are published (service-public.fr F2405, calendrier.api.gouv.fr).</summary>
public sealed class PublicHolidaysTests
{
    [TestCase(2024, "2024-03-31")]
    [TestCase(2025, "2025-04-20")]
    [TestCase(2026, "2026-04-05")]
    [TestCase(2027, "2027-03-28")]
    [TestCase(2028, "2028-04-16")]
    [TestCase(2038, "2038-04-25")]
    [TestCase(2285, "2285-03-22")]
    public void Easter_is_when_the_church_says(int year, string day) =>
        Assert.That(
            PublicHolidays.Easter(year),
            Is.EqualTo(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture))
        );

    [Test]
    public void Metropolitan_France_has_eleven() =>
        Assert.That(
            Days(2027, HolidayRegion.Metropole),
            Is.EqualTo("01-01 03-29 05-01 05-06 05-08 05-17 07-14 08-15 11-01 11-11 12-25")
        );

    [TestCase(HolidayRegion.AlsaceMoselle, "03-26 12-26")]
    [TestCase(HolidayRegion.Mayotte, "04-27")]
    [TestCase(HolidayRegion.Martinique, "05-22")]
    [TestCase(HolidayRegion.Guadeloupe, "05-27")]
    [TestCase(HolidayRegion.SaintMartin, "05-28")]
    [TestCase(HolidayRegion.Guyane, "06-10")]
    [TestCase(HolidayRegion.SaintBarthelemy, "10-09")]
    [TestCase(HolidayRegion.Reunion, "12-20")]
    public void A_region_has_its_own_as_well(HolidayRegion region, string days)
    {
        var usual = Days(2027, HolidayRegion.Metropole).Split(' ');
        Assert.That(string.Join(' ', Days(2027, region).Split(' ').Except(usual)), Is.EqualTo(days));
        Assert.That(Days(2027, region).Split(' '), Is.SupersetOf(usual));
    }

    private static string Days(int year, HolidayRegion region) =>
        string.Join(
            ' ',
            PublicHolidays
                .Of(year, region)
                .Select(item => item.Day.ToString("MM-dd", System.Globalization.CultureInfo.InvariantCulture))
        );
}
