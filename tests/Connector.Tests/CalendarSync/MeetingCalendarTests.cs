using System.Text;
using Connector.CalendarSync;
using Connector.Domain.Meetings;
using Connector.Domain.Territories;

namespace Connector.Tests.CalendarSync;

internal sealed class MeetingCalendarTests
{
    private static readonly MeetingSeries Plain = new()
    {
        Id = "reunion",
        Title = "Réunion",
        Rule = "FREQ=MONTHLY;BYDAY=1TH;UNTIL=20270630",
        From = new DateOnly(2026, 9, 1),
        Time = new TimeOnly(14, 0),
        Duration = TimeSpan.FromMinutes(90),
        Place = "MJC, salle 2; 1er étage",
        Agenda = ["Bilan", "Suite"],
        Exceptions = [new DateOnly(2026, 11, 5)],
    };

    [Test]
    public void An_event_says_what_a_phone_needs_and_nothing_that_locks_it()
    {
        var lines = Unfolded(Write(Plain));
        Assert.That(lines, Does.Contain("DTSTART;TZID=Europe/Paris:20260903T140000"));
        Assert.That(lines, Does.Contain("DTEND;TZID=Europe/Paris:20260903T153000"));
        Assert.That(lines, Does.Contain("EXDATE;TZID=Europe/Paris:20261105T140000"));
        Assert.That(lines, Does.Contain("UID:valombre.gt-jeunes.reunion@connector"));
        Assert.That(lines, Does.Contain("SEQUENCE:0"));
        Assert.That(lines, Does.Contain("DTSTAMP:20260901T000000Z"));
        Assert.That(lines, Does.Contain(@"LOCATION:MJC\, salle 2\; 1er étage"));
        Assert.That(lines, Does.Contain("CATEGORIES:Travail"));
        Assert.That(lines, Has.Some.StartsWith("RRULE:").And.Contains("UNTIL=20270630T215959Z"));
        Assert.That(
            lines,
            Does.Contain("BEGIN:VTIMEZONE").And.Contain("BEGIN:DAYLIGHT").And.Contain("BEGIN:STANDARD")
        );
        Assert.That(lines, Has.None.StartsWith("ORGANIZER").And.None.StartsWith("ATTENDEE"));
    }

    [Test]
    public void The_same_series_gives_the_same_bytes() =>
        Assert.That(Write(Plain), Is.EqualTo(Write(Plain with { })));

    [TestCase("Fin\r\nATTENDEE:mailto:a@example.org")]
    [TestCase("Fin\nEND:VEVENT\nBEGIN:VEVENT")]
    [TestCase("Fin\u2028X-EVIL:1\u0085X-EVIL:2\u000bX-EVIL:3")]
    [TestCase("a;b,c\\n:d\"e")]
    public void No_title_place_or_agenda_can_start_another_line(string nasty)
    {
        var lines = Unfolded(Write(Plain with { Title = nasty, Place = nasty, Agenda = [nasty] }));
        Assert.That(lines.Count(line => line == "BEGIN:VEVENT"), Is.EqualTo(1));
        Assert.That(lines, Has.None.StartsWith("ATTENDEE").And.None.StartsWith("X-EVIL"));
    }

    [Test]
    public void Lines_end_with_CRLF_and_fold_at_75_octets_without_cutting_a_letter()
    {
        var text = Write(Plain with { Title = string.Concat(Enumerable.Repeat("é€😀", 40)) });
        var lines = text.Split("\r\n");
        Assert.That(
            text.Replace("\r\n", "", StringComparison.Ordinal),
            Does.Not.Contain('\n').And.Not.Contain('\r')
        );
        Assert.That(lines.Select(Encoding.UTF8.GetByteCount), Has.All.LessThanOrEqualTo(75));
        Assert.That(Unfolded(text), Does.Contain("SUMMARY:" + string.Concat(Enumerable.Repeat("é€😀", 40))));
    }

    private static string[] Unfolded(string text) =>
        text.Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n");

    private static string Write(MeetingSeries series)
    {
        var group = new WorkingGroup
        {
            Id = "gt-jeunes",
            Name = "GT Jeunes",
            Kind = GroupKind.WorkingGroup,
            Meetings = [series],
        };
        var territory = new Territory
        {
            Name = "Valombre",
            Scope = TerritoryScope.Departmental,
            Purpose = "Aider",
            CoordinatingOrganisation = "cc",
            Coordinators = ["ines"],
            Groups = [group],
        };
        return MeetingCalendar.Write(territory, group, series);
    }
}
