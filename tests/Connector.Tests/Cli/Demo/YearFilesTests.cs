using Connector.Cli.Demo.Year;
using Connector.Domain.Territories;

namespace Connector.Connector.Tests.Cli.Demo;

/// <summary>The sample's year ends today, whatever day that is, and stays a territory without mistakes.</summary>
public sealed class YearFilesTests
{
    private DirectoryInfo _folder = null!;

    [SetUp]
    public void Make() => _folder = Directory.CreateTempSubdirectory("connector-year-files-");

    [TearDown]
    public void Remove() => _folder.Delete(recursive: true);

    [TestCase("2026-11-30")]
    [TestCase("2027-01-05")]
    [TestCase("2027-01-20")]
    [TestCase("2028-02-29")]
    [TestCase("2031-07-14")]
    public void It_begins_a_year_ago_on_the_same_day_of_the_week_and_is_read_without_a_word(string day)
    {
        var today = DateOnly.ParseExact(day, "yyyy-MM-dd");
        var files = new YearFiles(_folder.FullName, today);
        Assert.That(today.DayNumber - files.Start.DayNumber, Is.InRange(DemoYear.Days, DemoYear.Days + 6));
        Assert.That(files.Start.DayOfWeek, Is.EqualTo(new DateOnly(2026, 9, 1).DayOfWeek));
        for (var visit = 0; visit <= DemoYear.Visits; visit++)
        {
            var loaded = files.At(visit);
            Assert.That(loaded.Problems, Is.Empty);
            Assert.That(loaded.Territory!.Roadmap.Date, Is.EqualTo(files.Start));
        }
    }

    [Test]
    public void The_galette_is_on_a_Thursday_of_January()
    {
        for (var day = new DateOnly(2026, 11, 1); day < new DateOnly(2028, 3, 1); day = day.AddDays(9))
        {
            var galette = new YearFiles(_folder.FullName, day).Galette;
            Assert.That(galette.Month, Is.EqualTo(1));
            Assert.That(galette.DayOfWeek, Is.EqualTo(DayOfWeek.Thursday));
        }
    }

    [Test]
    public void People_come_into_the_network_in_the_course_of_the_year()
    {
        var files = new YearFiles(_folder.FullName, new DateOnly(2026, 11, 30));
        var (first, last) = (People(files, 0), People(files, DemoYear.Visits));
        Assert.That(first, Is.SubsetOf(last));
        Assert.That(last.Except(first).ToList(), Does.Contain("lea.martin").And.Count.EqualTo(4));
    }

    [Test]
    public void There_are_visits_and_somebody_whom_nobody_has_met()
    {
        var territory = new YearFiles(_folder.FullName, new DateOnly(2026, 11, 30)).At(0).Territory!;
        Assert.That(territory.Visits, Has.Count.GreaterThan(4));
        Assert.That(territory.Organisations.Select(one => one.Contact), Does.Contain(ContactState.ToMeet));
        Assert.That(territory.HasPublicPage);
        Assert.That(territory.Announcing.IsSilent, Is.False);
    }

    private static List<string> People(YearFiles files, int visit) =>
        [.. files.At(visit).Territory!.People.Select(person => person.Id)];
}
