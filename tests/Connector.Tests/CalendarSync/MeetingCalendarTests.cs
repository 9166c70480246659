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

    [TestCase("2026-01-01")]
    [TestCase("2031-03-01")]
    public void The_time_zone_is_told_for_a_series_that_begins_in_years(string from)
    {
        var day = DateOnly.Parse(from, System.Globalization.CultureInfo.InvariantCulture);
        var text = Write(Plain with { From = day, Rule = "FREQ=MONTHLY;BYDAY=1TH", Exceptions = [] });
        var usual = Write(Plain);
        Assert.That(ZoneOf(text), Is.EqualTo(ZoneOf(usual)));

        static string ZoneOf(string all) =>
            all[
                all.IndexOf("BEGIN:VTIMEZONE", StringComparison.Ordinal)..all.IndexOf(
                    "END:VTIMEZONE",
                    StringComparison.Ordinal
                )
            ];
    }

    [Test]
    public void A_convivial_meeting_looks_different_and_reminders_map_and_video_are_there()
    {
        var lines = Unfolded(
            Write(
                Plain with
                {
                    Kind = MeetingKind.Convivial,
                    Coordinates = new GeoPoint(45.1833, 0.7214),
                    Access = "2e étage, sonner",
                    Video = new Uri("https://visio.example/salle?a=1,2;b"),
                    AgendaLink = new Uri("https://pad.example/odj"),
                    Reminders = [TimeSpan.FromDays(1), TimeSpan.FromMinutes(90)],
                }
            )
        );
        Assert.That(lines, Does.Contain("CATEGORIES:Convivial").And.Contain("COLOR:orange"));
        Assert.That(lines, Does.Contain("GEO:45.1833;0.7214"));
        Assert.That(
            lines,
            Does.Contain(
                "X-APPLE-STRUCTURED-LOCATION;VALUE=URI;X-APPLE-RADIUS=100;X-TITLE=\"MJC, salle 2; 1er étage\":geo:45.1833,0.7214"
            )
        );
        Assert.That(lines, Does.Contain("URL:https://visio.example/salle?a=1,2;b"));
        Assert.That(
            lines,
            Does.Contain(
                "CONFERENCE;VALUE=URI;FEATURE=AUDIO,VIDEO;LABEL=Visioconférence:https://visio.example/salle?a=1,2;b"
            )
        );
        Assert.That(lines.Count(line => line == "BEGIN:VALARM"), Is.EqualTo(2));
        Assert.That(
            lines,
            Does.Contain("TRIGGER:-P1D").And.Contain("TRIGGER:-PT1H30M").And.Contain("ACTION:DISPLAY")
        );
        var description = lines.Single(line => line.StartsWith("DESCRIPTION:GT", StringComparison.Ordinal));
        Assert.That(
            description,
            Does.Contain("Accès\u00a0: 2e étage\\, sonner")
                .And.Contain("Visioconférence\u00a0: https://visio.example/")
                .And.Contain("https://pad.example/odj")
        );
        Assert.That(lines, Has.None.StartsWith("ORGANIZER").And.None.StartsWith("ATTENDEE"));
    }

    [Test]
    public void Days_off_are_exceptions_and_moved_occurrences_until_the_horizon_and_a_later_run_writes_on()
    {
        var series = Plain with
        {
            Rule = "FREQ=WEEKLY;BYDAY=TH",
            Exceptions = [],
            Holidays = DayOff.NextWorkingDay,
        };
        var early = Unfolded(Write(series, new DateOnly(2026, 10, 1)));
        Assert.That(
            early,
            Does.Contain("RECURRENCE-ID;TZID=Europe/Paris:20270506T140000")
                .And.Contain("DTSTART;TZID=Europe/Paris:20270507T140000")
        );
        Assert.That(
            early.Count(line => line == "BEGIN:VEVENT"),
            Is.EqualTo(early.Count(line => line.StartsWith("RECURRENCE-ID", StringComparison.Ordinal)) + 1)
        );
        Assert.That(
            early.Where(line => line.StartsWith("UID", StringComparison.Ordinal)).Distinct().Count(),
            Is.EqualTo(1)
        );
        Assert.That(early, Has.None.Contains("RECURRENCE-ID;TZID=Europe/Paris:2029"));
        var later = Unfolded(Write(series, new DateOnly(2027, 1, 2)));
        Assert.That(later, Has.Some.Contains("RECURRENCE-ID;TZID=Europe/Paris:2029"));
        Assert.That(
            early.Where(line => line.StartsWith("RECURRENCE-ID", StringComparison.Ordinal)),
            Is.SubsetOf(later)
        );

        var skipping = Unfolded(Write(series with { Holidays = DayOff.Skip }, new DateOnly(2026, 10, 1)));
        Assert.That(
            skipping,
            Has.Some.StartsWith("EXDATE;TZID=Europe/Paris:").And.Some.Contains("20270506T140000")
        );
        Assert.That(skipping.Count(line => line == "BEGIN:VEVENT"), Is.EqualTo(1));
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

    private static string Write(MeetingSeries series, DateOnly? today = null)
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
        return MeetingCalendar.Write(today is { } day ? territory.On(day) : territory, group, series);
    }
}
