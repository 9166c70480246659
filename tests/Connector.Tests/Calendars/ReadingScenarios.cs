using Connector.CalendarSync;
using Connector.Domain.Meetings;
using Connector.Domain.Workspaces;

namespace Connector.Tests.Calendars;

/// <summary>
/// Scenarios 1 to 10: what members' programs write, read through each server. Each is looked at twice; the second look
/// finds nothing to do.
/// </summary>
[TestFixture(typeof(DevBackend))]
[TestFixture(typeof(RadicaleBackend))]
[TestFixture(typeof(RealBackend))]
internal sealed class ReadingScenarios<T> : CalendarTrials<T>
    where T : CalendarBackend, new()
{
    private const string Second = "RECURRENCE-ID;TZID=Europe/Paris:20261203T140000";

    [Test]
    public async Task Scenario_01_the_first_Thursday_stays_at_two_when_the_clocks_change()
    {
        var meetings = await Meetings([
            "UID:a",
            "DTSTART;TZID=Europe/Paris:20260903T140000",
            "DTEND;TZID=Europe/Paris:20260903T160000",
            "RRULE:FREQ=MONTHLY;BYDAY=1TH;COUNT=9",
            "SUMMARY:Rencontre",
        ]);
        Assert.That(meetings, Has.Count.EqualTo(9));
        Assert.That(meetings.Select(meeting => meeting.Start.Hour), Is.All.EqualTo(14));
        Assert.That(meetings.Select(meeting => meeting.End.Hour), Is.All.EqualTo(16));
    }

    [Test]
    public async Task Scenario_02_an_occurrence_is_moved_across_the_change_of_clocks()
    {
        var meetings = await Meetings(
            SomeEvent.Series("a"),
            SomeEvent.Override(
                "a",
                "RECURRENCE-ID;TZID=Europe/Paris:20261105T140000",
                "DTSTART;TZID=Europe/Paris:20261020T140000"
            )
        );
        var moved = meetings.Single(meeting => meeting.State == MeetingState.Moved);
        Assert.That((moved.OriginalStart, moved.Start), Is.EqualTo((At(11, 5, 14), At(10, 20, 14))));
    }

    [Test]
    public async Task Scenario_03_an_occurrence_is_moved_onto_anothers_slot()
    {
        var meetings = await Meetings(
            SomeEvent.Series("a"),
            SomeEvent.Override("a", Second, "DTSTART;TZID=Europe/Paris:20270107T140000")
        );
        Assert.That(
            meetings.Where(meeting => meeting.Start == At(1, 7, 14)).Select(meeting => meeting.OriginalStart),
            Is.EquivalentTo(new[] { At(12, 3, 14), At(1, 7, 14) })
        );
    }

    [Test]
    public async Task Scenario_04_a_recurrence_id_in_universal_time_finds_its_occurrence()
    {
        var meetings = await Meetings(
            SomeEvent.Series("a"),
            SomeEvent.Override("a", "RECURRENCE-ID:20261203T130000Z", "DTSTART:20261210T150000Z")
        );
        var moved = meetings.Single(meeting => meeting.State == MeetingState.Moved);
        Assert.That((moved.OriginalStart, moved.Start), Is.EqualTo((At(12, 3, 14), At(12, 10, 16))));
        Assert.That(meetings, Has.Count.EqualTo(6));
    }

    [Test]
    public async Task Scenario_05_exdate_and_a_cancelled_override_both_cancel_and_both_can_be_undone()
    {
        var cancelled = await Meetings(
            SomeEvent.Series("a", "EXDATE;TZID=Europe/Paris:20270107T140000"),
            SomeEvent.Override("a", Second, "DTSTART;TZID=Europe/Paris:20261203T140000", "STATUS:CANCELLED")
        );
        Assert.That(
            cancelled.Where(meeting => meeting.IsCancelled).Select(meeting => meeting.OriginalStart),
            Is.EqualTo(new[] { At(12, 3, 14), At(1, 7, 14) })
        );
        var restored = await Meetings(SomeEvent.Series("a"));
        Assert.That(restored.Count(meeting => meeting.State == MeetingState.Planned), Is.EqualTo(6));
    }

    [Test]
    public async Task Scenario_06_this_and_all_future_goes_on_being_the_territorys_series()
    {
        var series = Desk.Group.Meetings[0];
        var name = WorkspaceKeys.EventObject(Desk.Group.Id, series.Id);
        var uid = MeetingCalendar.Uid(Desk.Source, Desk.Group, series);
        await Backend.PutAsync(name, MeetingCalendar.Write(Desk.Source, Desk.Group, series));
        var before = (await LookTwice()).Meetings;
        var split = before[8];
        var until = before[7].Start.ToUniversalTime();
        await Backend.PutAsync(
            name,
            SomeEvent.Object([
                $"UID:{uid}",
                $"DTSTART;TZID=Europe/Paris:{before[0].Start:yyyyMMdd'T'HHmmss}",
                "DURATION:PT2H",
                $"RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;UNTIL={before[7].Start:yyyyMMdd}T150000Z",
                $"SUMMARY:{series.Title}",
                "RELATED-TO;RELTYPE=SIBLING:split",
            ])
        );
        await Backend.PutAsync(
            "split.ics",
            SomeEvent.Object([
                "UID:split",
                $"DTSTART;TZID=Europe/Paris:{split.Start:yyyyMMdd}T170000",
                "DURATION:PT2H",
                "RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=TU",
                $"SUMMARY:{series.Title}",
                $"RELATED-TO;RELTYPE=SIBLING:{uid}",
            ])
        );
        var after = (await LookTwice()).Meetings;
        Assert.That(
            after.Select(meeting => meeting.Start.Date),
            Is.EqualTo(before.Select(meeting => meeting.Start.Date))
        );
        Assert.That(after.Select(meeting => meeting.SeriesId), Is.All.EqualTo(series.Id));
        Assert.That(after.Skip(8).Select(meeting => meeting.Start.Hour), Is.All.EqualTo(17));
        Assert.That(until, Is.Not.EqualTo(default(DateTime)));
    }

    [Test]
    public async Task Scenario_07_range_thisandfuture_moves_all_later_ones()
    {
        var meetings = await Meetings(
            SomeEvent.Series("a"),
            SomeEvent.Override(
                "a",
                "RECURRENCE-ID;TZID=Europe/Paris;RANGE=THISANDFUTURE:20270107T140000",
                "DTSTART;TZID=Europe/Paris:20270107T170000"
            )
        );
        Assert.That(
            meetings.Select(meeting => meeting.Start.Hour),
            Is.EqualTo(new[] { 14, 14, 17, 17, 17, 17 })
        );
    }

    [Test]
    public async Task Scenario_08_a_floating_event_is_on_the_territorys_clocks()
    {
        var meetings = await Meetings([
            "UID:a",
            "DTSTART:20261105T140000",
            "DTEND:20261105T160000",
            "SUMMARY:Flottant",
        ]);
        Assert.That((meetings[0].Start, meetings[0].End), Is.EqualTo((At(11, 5, 14), At(11, 5, 16))));
    }

    [Test]
    public async Task Scenario_09_whole_days_with_their_exclusive_end_are_no_meeting()
    {
        var meetings = await Meetings([
            "UID:a",
            "DTSTART;VALUE=DATE:20261105",
            "DTEND;VALUE=DATE:20261107",
            "SUMMARY:Salon",
        ]);
        Assert.That(meetings, Is.Empty);
    }

    [Test]
    public async Task Scenario_10_a_zone_that_Outlook_describes_is_the_one_described()
    {
        const string name = "(UTC+02:00) Helsinki\\, Kiev\\, Riga";
        const string quoted = "\"(UTC+02:00) Helsinki, Kiev, Riga\"";
        string[] lines =
        [
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            "PRODID:Microsoft Exchange Server 2010",
            "BEGIN:VTIMEZONE",
            $"TZID:{name.Replace("\\", "", StringComparison.Ordinal)}",
            "BEGIN:STANDARD",
            "DTSTART:16010101T040000",
            "TZOFFSETFROM:+0300",
            "TZOFFSETTO:+0200",
            "RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10",
            "END:STANDARD",
            "BEGIN:DAYLIGHT",
            "DTSTART:16010101T030000",
            "TZOFFSETFROM:+0200",
            "TZOFFSETTO:+0300",
            "RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3",
            "END:DAYLIGHT",
            "END:VTIMEZONE",
            "BEGIN:VEVENT",
            "UID:a",
            "DTSTAMP:20261001T080000Z",
            $"DTSTART;TZID={quoted}:20261105T150000",
            $"DTEND;TZID={quoted}:20261105T170000",
            "SUMMARY:Depuis Outlook",
            "END:VEVENT",
            "END:VCALENDAR",
            "",
        ];
        await Backend.PutAsync("a.ics", string.Join("\r\n", lines));
        var meeting = (await LookTwice()).Meetings.Single();
        Assert.That((meeting.Start, meeting.End), Is.EqualTo((At(11, 5, 14), At(11, 5, 16))));
    }
}
