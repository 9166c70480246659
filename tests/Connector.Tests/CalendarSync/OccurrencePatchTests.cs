using Connector.CalendarSync;
using Connector.Domain.Meetings;
using Connector.Domain.Workspaces;
using Connector.Testing;
using NodaTime;

namespace Connector.Tests.CalendarSync;

/// <summary>One occurrence is changed in texts of many programs; all other bytes stay.</summary>
public sealed class OccurrencePatchTests
{
    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Europe/Paris"];
    private static readonly DateOnly Original = new(2026, 12, 3);
    private static readonly DateTime Start = new(2026, 12, 10, 16, 0, 0);

    private const string Outlook =
        "BEGIN:VTIMEZONE\r\nTZID:(UTC+01:00) Bruxelles, Paris\r\nBEGIN:STANDARD\r\nDTSTART:16010101T030000\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\nRRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10\r\nEND:STANDARD\r\nBEGIN:DAYLIGHT\r\nDTSTART:16010101T020000\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\nRRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3\r\nEND:DAYLIGHT\r\nEND:VTIMEZONE\r\n";

    private const string Rest =
        "RRULE:FREQ=MONTHLY;BYDAY=1TH\r\nEXDATE;TZID=Europe/Paris:20261105T140000,20270107T140000\r\nSUMMARY:Réunion\r\nX-LIC-ERROR;X=\"a:b;c\":Étrange\\, mais vrai\r\nDESCRIPTION:Une très longue ligne qui est pliée par un autre programme à un\r\n  endroit bien à lui\r\nBEGIN:VALARM\r\nACTION:DISPLAY\r\nTRIGGER:-PT15M\r\nEND:VALARM\r\n";

    public static IEnumerable<TestCaseData> Texts()
    {
        yield return Named(
            "zone",
            "",
            "DTSTART;TZID=Europe/Paris:20261001T140000",
            "DTEND;TZID=Europe/Paris:20261001T153000",
            "RECURRENCE-ID;TZID=Europe/Paris:20261203T140000",
            "DTSTART;TZID=Europe/Paris:20261210T160000",
            "DTEND;TZID=Europe/Paris:20261210T173000"
        );
        yield return Named(
            "duration",
            "",
            "DTSTART;TZID=Europe/Paris:20261001T140000",
            "DURATION:PT1H30M",
            "RECURRENCE-ID;TZID=Europe/Paris:20261203T140000",
            "DTSTART;TZID=Europe/Paris:20261210T160000",
            "DURATION:PT1H30M"
        );
        yield return Named(
            "floating",
            "",
            "DTSTART:20261001T140000",
            "DTEND:20261001T153000",
            "RECURRENCE-ID:20261203T140000",
            "DTSTART:20261210T160000",
            "DTEND:20261210T173000"
        );
        yield return Named(
            "Outlook",
            Outlook,
            "DTSTART;TZID=\"(UTC+01:00) Bruxelles, Paris\":20261001T140000",
            "DTEND;TZID=\"(UTC+01:00) Bruxelles, Paris\":20261001T153000",
            "RECURRENCE-ID;TZID=\"(UTC+01:00) Bruxelles, Paris\":20261203T140000",
            "DTSTART;TZID=\"(UTC+01:00) Bruxelles, Paris\":20261210T160000",
            "DTEND;TZID=\"(UTC+01:00) Bruxelles, Paris\":20261210T173000"
        );
        yield return Named(
            "another zone",
            "",
            "DTSTART;TZID=America/Martinique:20261001T080000",
            "DTEND;TZID=America/Martinique:20261001T093000",
            "RECURRENCE-ID;TZID=America/Martinique:20261203T080000",
            "DTSTART;TZID=America/Martinique:20261210T110000",
            "DTEND;TZID=America/Martinique:20261210T123000"
        );
    }

    [TestCaseSource(nameof(Texts))]
    public void Moving_adds_one_component_in_the_form_of_the_series(
        string zone,
        string start,
        string end,
        string id,
        string movedStart,
        string movedEnd
    )
    {
        var text = Text(zone, start, end);
        var moved = OccurrencePatch.Move(text, Find(text), Start, Zone)!;
        var at = text.IndexOf("END:VCALENDAR", StringComparison.Ordinal);
        Assert.That(moved, Does.StartWith(text[..at]).And.EndWith(text[at..]));
        var added = moved[at..^(text.Length - at)];
        Assert.That(added, Does.Contain(id).And.Contain(movedStart).And.Contain(movedEnd));
        Assert.That(
            added,
            Does.Contain("X-LIC-ERROR;X=\"a:b;c\":Étrange\\, mais vrai\r\n")
                .And.Contain("à un\r\n  endroit")
                .And.Contain("TRIGGER:-PT15M")
        );
        Assert.That(added, Does.Not.Contain("RRULE").And.Not.Contain("EXDATE"));
        var now = Find(moved);
        Assert.That(
            (now.Start, now.End, now.State),
            Is.EqualTo((Start, Start.AddMinutes(90), MeetingState.Moved))
        );
        Assert.That(OccurrencePatch.Move(moved, now, Start, Zone), Is.EqualTo(moved), "done twice");
        Assert.That(Count(moved), Is.EqualTo(Count(text)));

        var again = OccurrencePatch.Move(moved, now, Start.AddDays(1), Zone)!;
        Assert.That(Find(again).Start, Is.EqualTo(Start.AddDays(1)));
        Assert.That(again, Has.Length.EqualTo(moved.Length), "the same component with another day");
    }

    [TestCaseSource(nameof(Texts))]
    public void Cancelling_and_restoring_gives_the_bytes_of_before(
        string zone,
        string start,
        string end,
        string id,
        string movedStart,
        string movedEnd
    )
    {
        foreach (var newLine in new[] { "\r\n", "\n" })
        {
            var text = Text(zone, start, end).ReplaceLineEndings(newLine);
            var cancelled = OccurrencePatch.Cancel(text, Find(text), Zone)!;
            Assert.That(Find(cancelled).State, Is.EqualTo(MeetingState.Cancelled));
            Assert.That(cancelled, Does.Contain($"STATUS:CANCELLED{newLine}").And.Contain(id));
            Assert.That(OccurrencePatch.Cancel(cancelled, Find(cancelled), Zone), Is.EqualTo(cancelled));
            Assert.That(OccurrencePatch.Restore(cancelled, Find(cancelled), Zone), Is.EqualTo(text));
            Assert.That(OccurrencePatch.Restore(text, Find(text), Zone), Is.EqualTo(text));
        }
    }

    [Test]
    public void A_moved_meeting_that_was_cancelled_takes_place_where_it_had_been_moved_to()
    {
        var text = Text(
            "",
            "DTSTART;TZID=Europe/Paris:20261001T140000",
            "DTEND;TZID=Europe/Paris:20261001T153000"
        );
        var moved = OccurrencePatch.Move(text, Find(text), Start, Zone)!;
        var cancelled = OccurrencePatch.Cancel(moved, Find(moved), Zone)!;
        var restored = OccurrencePatch.Restore(cancelled, Find(cancelled), Zone)!;
        Assert.That(restored, Is.EqualTo(moved));
    }

    [TestCase("20261105T140000", "EXDATE;TZID=Europe/Paris:20270107T140000")]
    [TestCase("20270107T140000", "EXDATE;TZID=Europe/Paris:20261105T140000")]
    public void An_exception_is_taken_back_and_the_others_stay(string exception, string left)
    {
        var text = Text(
            "",
            "DTSTART;TZID=Europe/Paris:20261001T140000",
            "DTEND;TZID=Europe/Paris:20261001T153000"
        );
        var day = DateOnly.ParseExact(
            exception[..8],
            "yyyyMMdd",
            System.Globalization.CultureInfo.InvariantCulture
        );
        var meeting = Find(text, day);
        Assert.That(meeting.State, Is.EqualTo(MeetingState.Cancelled));
        var restored = OccurrencePatch.Restore(text, meeting, Zone)!;
        Assert.That(
            restored,
            Is.EqualTo(
                text.Replace(
                    "EXDATE;TZID=Europe/Paris:20261105T140000,20270107T140000",
                    left,
                    StringComparison.Ordinal
                )
            )
        );
    }

    [Test]
    public void A_single_event_is_changed_in_place()
    {
        var text = GroupCalendarTests.Calendar(
            GroupCalendarTests.Event(
                "u",
                "DTSTART:20261203T130000Z",
                "DTEND:20261203T143000Z",
                "X-A:1",
                "SUMMARY:Visite"
            )
        );
        var moved = OccurrencePatch.Move(text, Find(text), Start, Zone)!;
        Assert.That(
            moved,
            Is.EqualTo(
                text.Replace("20261203T130000Z", "20261210T150000Z", StringComparison.Ordinal)
                    .Replace("20261203T143000Z", "20261210T163000Z", StringComparison.Ordinal)
            )
        );
        var cancelled = OccurrencePatch.Cancel(text, Find(text), Zone)!;
        Assert.That(Find(cancelled).IsCancelled);
        Assert.That(OccurrencePatch.Restore(cancelled, Find(cancelled), Zone), Is.EqualTo(text));
    }

    [Test]
    public void An_occurrence_after_this_and_all_later_ones_is_changed_from_there()
    {
        var text = Text(
                "",
                "DTSTART;TZID=Europe/Paris:20261001T140000",
                "DTEND;TZID=Europe/Paris:20261001T153000"
            )
            .Replace(
                "END:VCALENDAR",
                GroupCalendarTests.Event(
                    "u",
                    "DTSTART;TZID=Europe/Paris:20261203T180000",
                    "DTEND;TZID=Europe/Paris:20261203T190000",
                    "RECURRENCE-ID;TZID=Europe/Paris;RANGE=THISANDFUTURE:20261203T140000",
                    "SUMMARY:Le soir"
                ) + "END:VCALENDAR",
                StringComparison.Ordinal
            );
        var meeting = Find(text, new DateOnly(2027, 2, 4));
        Assert.That((meeting.Title, meeting.Start.Hour), Is.EqualTo(("Le soir", 18)));
        var moved = OccurrencePatch.Move(text, meeting, new DateTime(2027, 2, 5, 18, 0, 0), Zone)!;
        var now = Find(moved, new DateOnly(2027, 2, 4));
        Assert.That(
            (now.Title, now.Start, now.End.Hour),
            Is.EqualTo(("Le soir", new DateTime(2027, 2, 5, 18, 0, 0), 19))
        );
        Assert.That(Find(moved, new DateOnly(2027, 3, 4)).Start.Hour, Is.EqualTo(18));
    }

    [Test]
    public void What_one_occurrence_says_leaves_the_others_theirs()
    {
        const string id = "RECURRENCE-ID;TZID=America/Martinique:20261203T080000";
        var text = Text("", "DTSTART;TZID=America/Martinique:20261001T080000", "DURATION:PT1H30M");
        var said = OccurrencePatch.Say(text, Find(text), "LOCATION", _ => "Salle; étage 2, à gauche", Zone)!;
        Assert.That(said, Does.Contain(id).And.Contain("LOCATION:Salle\\; étage 2\\, à gauche\r\n"));
        Assert.That(Find(said).Place, Is.EqualTo("Salle; étage 2, à gauche"));
        Assert.That(Find(said).Start, Is.EqualTo(Find(text).Start));
        Assert.That(
            All(said).Where(one => one.OriginalDate != Original).Select(one => one.Place),
            Is.All.Empty
        );
        Assert.That(
            OccurrencePatch.Say(said, Find(said), "LOCATION", words => words, Zone),
            Is.EqualTo(said)
        );
    }

    [Test]
    public void A_new_place_takes_the_map_of_the_old_one_away()
    {
        var text = Text("", "DTSTART;TZID=Europe/Paris:20261001T140000", "DURATION:PT1H30M")
            .Replace("SUMMARY:", "LOCATION:Mairie\r\nGEO:44.8;6.6\r\nSUMMARY:", StringComparison.Ordinal);
        var said = OccurrencePatch.Say(text, Find(text), "LOCATION", _ => "Gare", Zone)!;
        Assert.That(said.Split("GEO:"), Has.Length.EqualTo(2), "the series keeps its own");
        Assert.That(said, Does.Contain("LOCATION:Mairie\r\n").And.Contain("LOCATION:Gare\r\n"));
    }

    private static TestCaseData Named(string name, params string[] values) =>
        new TestCaseData([.. values]).SetArgDisplayNames(name);

    private static string Text(string zone, string start, string end) =>
        GroupCalendarTests.Calendar(zone + GroupCalendarTests.Event("u", start, end, Rest.TrimEnd()));

    private static MeetingOccurrence Find(string text, DateOnly? original = null) =>
        All(text).Single(meeting => meeting.OriginalDate == (original ?? Original) || !meeting.IsRecurring);

    private static int Count(string text) => All(text).Count;

    private static IReadOnlyList<MeetingOccurrence> All(string text)
    {
        var territory = Some.Territory();
        var calendar = new GroupCalendar(
            territory,
            territory.Groups[0],
            new Dictionary<string, CalendarText> { ["a.ics"] = new("e", text) }
        );
        Assert.That(calendar.Problems, Is.Empty);
        return calendar.Between(new DateOnly(2026, 10, 1), new DateOnly(2027, 9, 1));
    }
}
