using Connector.CalendarSync;
using Connector.Domain.Meetings;
using Connector.Domain.Territories;
using Connector.Domain.Workspaces;
using Connector.Testing;
using NodaTime;

namespace Connector.Tests.CalendarSync;

/// <summary>The territory's changes get into objects that people wrote, and every byte outside of the changed lines stays.</summary>
public sealed class EventMergeTests
{
    private static readonly DateTimeZone Paris = DateTimeZoneProviders.Tzdb["Europe/Paris"];
    private static readonly Territory Network = Some.Territory();
    private static readonly WorkingGroup Group = Network.Groups[0];
    private static readonly MeetingSeries Series = Group.Meetings[0];
    private static readonly string Base = Write(Series);

    /// <summary>As a member's phone saved it: other order, other folding, lines that nobody else knows.</summary>
    private static readonly string Theirs = Base.Replace(
            "SUMMARY:Rencontre : Comité stratégique\r\n",
            "SUMMARY;LANGUAGE=fr:Notre \r\n comité\r\nX-APPLE-STRUCTURED-LOCATION;VALUE=URI:geo:1,2;3\r\nSTATUS:CONFIRMED\r\n",
            StringComparison.Ordinal
        )
        .Replace(
            "END:VEVENT\r\n",
            "BEGIN:VALARM\r\nACTION:DISPLAY\r\nTRIGGER:-PT15M\r\nX-LIC-ERROR:a\\,b;c\r\nEND:VALARM\r\nEND:VEVENT\r\n",
            StringComparison.Ordinal
        );

    [Test]
    public void Only_the_lines_that_the_territory_changed_are_other_ones()
    {
        var merged = Merge(Series with { Place = "Gare, quai 2", Duration = TimeSpan.FromHours(3) }, Theirs);

        var (before, after) = (Lines(Theirs), Lines(merged.Text));
        Assert.That(
            after.Except(before),
            Is.EquivalentTo(new[] { "LOCATION:Gare\\, quai 2", "DTEND;TZID=Europe/Paris:20260903T170000" })
        );
        Assert.That(after, Has.Length.EqualTo(before.Length));
        Assert.That(merged.Merge.Conflicts, Is.Empty);
        Assert.That(EventObjects.Read(merged.Text, Paris)!.Values.Single().SaysAs(merged.Merge.Merged));
    }

    [Test]
    public void What_the_territory_did_not_change_writes_nothing() =>
        Assert.That(Merge(Series, Theirs).Text, Is.EqualTo(Theirs));

    [Test]
    public void Both_changed_the_title_and_the_person_wins()
    {
        var merged = Merge(Series with { Title = "Comité de suivi" }, Theirs);
        Assert.That(merged.Text, Is.EqualTo(Theirs));
        Assert.That(
            merged.Merge.Conflicts,
            Is.EqualTo(new[] { new FieldConflict(null, EventField.Title, "Comité de suivi", "Notre comité") })
        );
    }

    [TestCase("RECURRENCE-ID;TZID=Europe/Paris:20261203T140000")]
    [TestCase("RECURRENCE-ID:20261203T130000Z")]
    [TestCase("RECURRENCE-ID;VALUE=DATE:20261203")]
    public void An_occurrence_that_somebody_moved_is_still_the_one_of_its_day_when_the_series_moves(string id)
    {
        var theirs = Override(
            id,
            "DTSTART;TZID=Europe/Paris:20261210T160000\r\nDTEND;TZID=Europe/Paris:20261210T180000"
        );
        var merged = Merge(Series with { Time = new TimeOnly(10, 0) }, theirs);
        Assert.That(
            merged.Text,
            Does.Contain("DTSTART;TZID=Europe/Paris:20260903T100000")
                .And.Contain("DTSTART;TZID=Europe/Paris:20261210T160000")
                .And.Contain("EXDATE;TZID=Europe/Paris:20270107T100000")
        );
        var meetings = Meetings(merged.Text, new DateOnly(2026, 11, 20), new DateOnly(2027, 1, 1));
        Assert.That(meetings, Is.EqualTo(new[] { new DateTime(2026, 12, 10, 16, 0, 0) }));
    }

    [Test]
    public void Another_rhythm_takes_along_what_people_said_of_one_meeting()
    {
        var theirs = Override(
            "RECURRENCE-ID;TZID=Europe/Paris:20261203T140000",
            "DTSTART;TZID=Europe/Paris:20261203T140000\r\nDTEND;TZID=Europe/Paris:20261203T160000\r\nSUMMARY:Bilan"
        );
        var merged = Merge(Series with { Rule = "FREQ=MONTHLY;BYDAY=1FR" }, theirs);
        Assert.That(
            merged.Text,
            Does.Contain("RECURRENCE-ID;TZID=Europe/Paris:20261204T140000")
                .And.Contain("DTSTART;TZID=Europe/Paris:20261204T140000\r\n")
                .And.Contain("RRULE:FREQ=MONTHLY;BYDAY=1FR")
                .And.Contain("SUMMARY:Bilan")
        );
        Assert.That(
            Meetings(merged.Text, new DateOnly(2026, 11, 20), new DateOnly(2027, 1, 1)),
            Is.EqualTo(new[] { new DateTime(2026, 12, 4, 14, 0, 0) })
        );
    }

    [Test]
    public void A_series_that_a_phone_wrote_in_universal_time_stays_written_so()
    {
        var theirs = Theirs
            .Replace(
                "DTSTART;TZID=Europe/Paris:20260903T140000",
                "DTSTART:20260903T120000Z",
                StringComparison.Ordinal
            )
            .Replace("DTEND;TZID=Europe/Paris:20260903T160000", "DURATION:PT2H", StringComparison.Ordinal);
        var merged = Merge(
            Series with
            {
                Time = new TimeOnly(10, 0),
                Duration = TimeSpan.FromMinutes(90),
            },
            theirs
        );
        Assert.That(merged.Text, Does.Contain("DTSTART:20260903T080000Z").And.Contain("DURATION:PT90M"));
    }

    [Test]
    public void The_line_that_leads_to_the_minutes_stays_and_is_no_change_of_anybody()
    {
        var line = new EventLinkLine("Comptes rendus\u00A0: https://nuage.example/index.php/f/", 42);
        var theirs = EventPatch.WithLinks(Theirs, new Dictionary<string, EventLinkLine> { [""] = line });
        var merged = Merge(Series with { Agenda = ["Le bus"] }, theirs);
        Assert.That(
            CalendarComponent.Read(merged.Text)!.Of("VEVENT").Single().Find("DESCRIPTION")!.Text,
            Does.Contain("1. Le bus").And.EndsWith($"\n\n{line.Line}")
        );
        Assert.That(merged.Merge.Conflicts, Is.Empty);
    }

    [Test]
    public void A_meeting_that_the_territory_moves_out_of_the_way_of_a_holiday_is_added_and_taken_back()
    {
        // Ascension Day is the first Thursday of May 2027.
        var away = Series with
        {
            Holidays = DayOff.NextWeek,
        };
        var merged = Merge(away, Theirs);
        var (from, to) = (new DateOnly(2027, 5, 1), new DateOnly(2027, 6, 1));
        Assert.That(
            Meetings(merged.Text, from, to),
            Is.EqualTo(new[] { new DateTime(2027, 5, 13, 14, 0, 0) })
        );
        Assert.That(merged.Text, Does.Contain("X-LIC-ERROR:a\\,b;c\r\n"));

        var (gone, ours) = (Write(Series), Write(away));
        var back = EventMerge.Merge(ours, gone, merged.Text, Paris)!;
        Assert.That(Meetings(back.Text, from, to), Is.EqualTo(new[] { new DateTime(2027, 5, 6, 14, 0, 0) }));
        var moved = merged.Text.Replace(
            "DTSTART;TZID=Europe/Paris:20270513T140000",
            "DTSTART;TZID=Europe/Paris:20270514T140000",
            StringComparison.Ordinal
        );
        Assert.That(moved, Is.Not.EqualTo(merged.Text));
        Assert.That(
            Meetings(EventMerge.Merge(ours, gone, moved, Paris)!.Text, from, to),
            Is.EqualTo(new[] { new DateTime(2027, 5, 14, 14, 0, 0) }),
            "what a person made of it stays"
        );
    }

    [Test]
    public void A_conflict_is_undone_in_the_text_and_nothing_else_changes()
    {
        var ours = Write(Series with { Title = "Comité de suivi" });
        var taken = EventMerge.Take(ours, Theirs, null, field => field == EventField.Title, Paris)!;
        Assert.That(Lines(taken.Text).Except(Lines(Theirs)), Is.EqualTo(new[] { "SUMMARY:Comité de suivi" }));
    }

    [Test]
    public void A_text_that_is_cut_off_is_not_merged() =>
        Assert.That(EventMerge.Merge(Base, Base, Theirs[..^40], Paris), Is.Null);

    private static MergedText Merge(MeetingSeries ours, string theirs)
    {
        var text = Write(ours);
        var merged = EventMerge.Merge(Base, text, theirs, Paris)!;
        Assert.That(EventMerge.Merge(text, text, merged.Text, Paris)!.Text, Is.EqualTo(merged.Text), "again");
        Assert.That(EventMerge.Merge(Base, text, merged.Text, Paris)!.Text, Is.EqualTo(merged.Text), "crash");
        return merged;
    }

    private static string Write(MeetingSeries series) => MeetingCalendar.Write(Network, Group, series);

    private static string Override(string id, string lines)
    {
        var uid = MeetingCalendar.Uid(Network, Group, Series);
        return Theirs.Replace(
            "END:VCALENDAR",
            $"BEGIN:VEVENT\r\nUID:{uid}\r\n{id}\r\n{lines}\r\nLOCATION:Salle des fêtes\\, L'Argentière\r\nEND:VEVENT\r\nEND:VCALENDAR",
            StringComparison.Ordinal
        );
    }

    private static DateTime[] Meetings(string text, DateOnly from, DateOnly to) =>
        [
            .. new GroupCalendar(
                Network,
                Group,
                new Dictionary<string, CalendarText> { ["a.ics"] = new("e", text) }
            )
                .Between(from, to)
                .Where(meeting => !meeting.IsCancelled)
                .Select(meeting => meeting.Start),
        ];

    private static string[] Lines(string text) => text.Split("\r\n");
}
