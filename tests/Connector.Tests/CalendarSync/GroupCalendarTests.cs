using Connector.CalendarSync;
using Connector.Domain.Meetings;
using Connector.Domain.Workspaces;
using Connector.Testing;

namespace Connector.Tests.CalendarSync;

/// <summary>Calendars as people and their programs write them. Every case was wrong in some library or program.</summary>
internal sealed partial class GroupCalendarTests
{
    private const string Paris = "DTSTART;TZID=Europe/Paris:";
    private static readonly DateOnly From = new(2026, 10, 1);
    private static readonly DateOnly To = new(2027, 4, 1);

    [Test]
    public void A_calendar_that_was_never_read_has_what_the_territory_plans() =>
        Assert.That(
            Read(null)
                .Between(new DateOnly(2026, 11, 1), new DateOnly(2027, 2, 1))
                .Select(meeting => (meeting.Start, meeting.SeriesId)),
            Is.EqualTo(new[] { (At(2026, 11, 5, 14), "habitude"), (At(2026, 12, 3, 14), "habitude") })
        );

    [Test]
    public void Our_own_event_read_back_says_the_same_meetings()
    {
        var territory = Some.Territory();
        var group = territory.Groups[0];
        var text = MeetingCalendar.Write(territory, group, group.Meetings[0]);
        var read = new GroupCalendar(
            territory,
            group,
            new Dictionary<string, CalendarText> { ["a.ics"] = new("e", text) }
        );
        var planned = new GroupCalendar(territory, group, null);
        Assert.That(
            read.Between(From, To).Select(Identity),
            Is.EqualTo(planned.Between(From, To).Select(Identity))
        );
    }

    [Test]
    public void Fourteen_o_clock_stays_fourteen_o_clock_when_the_clocks_change() =>
        Assert.That(
            Starts($"{Paris}20261015T140000", "RRULE:FREQ=WEEKLY;COUNT=26").Select(start => start.TimeOfDay),
            Is.All.EqualTo(TimeSpan.FromHours(14))
        );

    [Test]
    public void A_series_in_universal_time_moves_with_the_clocks_here() =>
        Assert.That(
            Starts("DTSTART:20261020T120000Z", "RRULE:FREQ=WEEKLY;COUNT=2"),
            Is.EqualTo(new[] { At(2026, 10, 20, 14), At(2026, 10, 27, 13) })
        );

    [TestCase("RECURRENCE-ID;TZID=Europe/Paris:20261105T140000")]
    [TestCase("RECURRENCE-ID:20261105T130000Z")]
    [TestCase("RECURRENCE-ID;VALUE=DATE:20261105")]
    [TestCase("RECURRENCE-ID:20261105T140000")]
    public void An_occurrence_is_moved_however_its_place_is_written(string id)
    {
        var found = Read(Series(), Override(id, $"{Paris}20261112T160000")).Between(From, To);
        var moved = found.Single(meeting => meeting.State == MeetingState.Moved);
        Assert.That(moved.OriginalStart, Is.EqualTo(At(2026, 11, 5, 14)));
        Assert.That(moved.Start, Is.EqualTo(At(2026, 11, 12, 16)));
        Assert.That(found, Has.Count.EqualTo(6));
    }

    [Test]
    public void An_occurrence_moved_onto_a_siblings_slot_leaves_both()
    {
        var found = Read(
                Series(),
                Override("RECURRENCE-ID;TZID=Europe/Paris:20261105T140000", $"{Paris}20261203T140000")
            )
            .Between(From, To)
            .Where(meeting => meeting.Start == At(2026, 12, 3, 14))
            .Select(meeting => meeting.OriginalStart);
        Assert.That(found, Is.EquivalentTo(new[] { At(2026, 11, 5, 14), At(2026, 12, 3, 14) }));
    }

    [TestCase("EXDATE;TZID=Europe/Paris:20261105T140000")]
    [TestCase("EXDATE:20261105T130000Z")]
    [TestCase("EXDATE;VALUE=DATE:20261105,20261203")]
    public void A_day_taken_out_is_cancelled(string line) =>
        Assert.That(
            Read(Series(line)).Between(From, To).First(meeting => meeting.IsCancelled).Start,
            Is.EqualTo(At(2026, 11, 5, 14))
        );

    [Test]
    public void A_cancelled_override_is_cancelled_and_so_is_a_whole_cancelled_series()
    {
        var one = Read(
            Series(),
            Override(
                "RECURRENCE-ID;TZID=Europe/Paris:20261105T140000",
                $"{Paris}20261105T140000",
                "STATUS:CANCELLED"
            )
        );
        Assert.That(one.Between(From, To).Count(meeting => meeting.IsCancelled), Is.EqualTo(1));
        var all = Read(Series("STATUS:CANCELLED")).Between(From, To);
        Assert.That(all.Select(meeting => meeting.IsCancelled), Is.All.True);
    }

    [Test]
    public void This_and_all_future_in_one_object_moves_all_later_ones()
    {
        var found = Read(
                Series(),
                Override(
                    "RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/Paris:20270107T140000",
                    $"{Paris}20270108T150000",
                    "SUMMARY:Le vendredi"
                )
            )
            .Between(From, To);
        Assert.That(
            found.Select(meeting => meeting.Start),
            Is.EqualTo(
                new[]
                {
                    At(2026, 10, 1, 14),
                    At(2026, 11, 5, 14),
                    At(2026, 12, 3, 14),
                    At(2027, 1, 8, 15),
                    At(2027, 2, 5, 15),
                    At(2027, 3, 5, 15),
                }
            )
        );
        Assert.That(found[^1].Title, Is.EqualTo("Le vendredi"));
        Assert.That(found[^1].OriginalStart, Is.EqualTo(At(2027, 3, 4, 14)));
    }

    [Test]
    public void A_series_split_in_two_goes_on_being_the_territorys()
    {
        var territory = Some.Territory();
        var group = territory.Groups[0];
        var uid = MeetingCalendar.Uid(territory, group, group.Meetings[0]);
        var texts = new Dictionary<string, CalendarText>
        {
            ["a.ics"] = new(
                "1",
                Calendar(
                    Event(
                        uid,
                        $"{Paris}20261001T140000",
                        "RRULE:FREQ=MONTHLY;BYDAY=1TH;UNTIL=20261203T125959Z"
                    )
                )
            ),
            ["b.ics"] = new(
                "2",
                Calendar(
                    Event(
                        "neuf",
                        $"{Paris}20261204T100000",
                        "RRULE:FREQ=MONTHLY;BYDAY=1FR",
                        $"RELATED-TO;RELTYPE=SIBLING:{uid}"
                    )
                )
            ),
        };
        var found = new GroupCalendar(territory, group, texts).Between(From, new DateOnly(2027, 1, 1));
        Assert.That(
            found.Select(meeting => (meeting.Uid, meeting.Start, meeting.SeriesId)),
            Is.EqualTo(
                new[]
                {
                    (uid, At(2026, 10, 1, 14), "habitude"),
                    (uid, At(2026, 11, 5, 14), "habitude"),
                    ("neuf", At(2026, 12, 4, 10), "habitude"),
                }
            )
        );
    }

    [Test]
    public void Floating_times_are_here_and_whole_days_are_no_meetings()
    {
        Assert.That(Starts("DTSTART:20261105T140000"), Is.EqualTo(new[] { At(2026, 11, 5, 14) }));
        Assert.That(Starts("DTSTART;VALUE=DATE:20261105", "RRULE:FREQ=WEEKLY"), Is.Empty);
    }

    [TestCase("(UTC+01:00) Bruxelles, Paris", true)]
    [TestCase("Romance Standard Time", false)]
    [TestCase("/freeassociation.sourceforge.net/Europe/Paris", false)]
    [TestCase("Quelque part", false)]
    public void Outlooks_zones_are_understood(string zone, bool described)
    {
        var text = Calendar(
            (
                described
                    ? $"""
                    BEGIN:VTIMEZONE
                    TZID:{zone}
                    BEGIN:STANDARD
                    DTSTART:16010101T030000
                    TZOFFSETFROM:+0200
                    TZOFFSETTO:+0100
                    END:STANDARD
                    BEGIN:DAYLIGHT
                    DTSTART:16010101T020000
                    TZOFFSETFROM:+0100
                    TZOFFSETTO:+0200
                    END:DAYLIGHT
                    END:VTIMEZONE

                    """
                    : ""
            ) + Event("u", $"DTSTART;TZID=\"{zone}\":20261020T140000", "RRULE:FREQ=WEEKLY;COUNT=2")
        );
        Assert.That(
            Read(text).Between(From, To).Select(meeting => meeting.Start),
            Is.EqualTo(new[] { At(2026, 10, 20, 14), At(2026, 10, 27, 14) })
        );
    }

    [Test]
    public void A_start_that_does_not_fit_its_rule_is_the_first_meeting_and_counts() =>
        Assert.That(
            Starts($"{Paris}20261104T140000", "RRULE:FREQ=WEEKLY;BYDAY=TH;COUNT=3"),
            Is.EqualTo(new[] { At(2026, 11, 4, 14), At(2026, 11, 5, 14), At(2026, 11, 12, 14) })
        );

    [Test]
    public void The_29th_of_February_comes_every_four_years_and_the_30th_never()
    {
        var leap = Read(Calendar(Event("u", $"{Paris}20240229T140000", "RRULE:FREQ=YEARLY")))
            .Between(new DateOnly(2026, 1, 1), new DateOnly(2033, 1, 1));
        Assert.That(
            leap.Select(meeting => meeting.Start),
            Is.EqualTo(new[] { At(2028, 2, 29, 14), At(2032, 2, 29, 14) })
        );
        Assert.That(
            Starts($"{Paris}20261105T140000", "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"),
            Is.EqualTo(new[] { At(2026, 11, 5, 14) })
        );
    }

    [Test]
    public void An_hour_that_does_not_exist_is_the_one_after_it() =>
        Assert.That(
            Starts($"{Paris}20270328T023000"),
            Is.EqualTo(new[] { At(2027, 3, 28, 3).AddMinutes(30) })
        );

    [Test]
    public void A_day_more_is_a_meeting_and_one_event_alone_is_too()
    {
        Assert.That(
            Starts($"{Paris}20261105T140000", "RDATE;TZID=Europe/Paris:20261110T090000"),
            Is.EqualTo(new[] { At(2026, 11, 5, 14), At(2026, 11, 10, 9) })
        );
        var single = Read(Calendar(Event("u", $"{Paris}20261105T140000", "DURATION:PT1H30M")))
            .Between(From, To);
        Assert.That(single.Single().End, Is.EqualTo(At(2026, 11, 5, 15).AddMinutes(30)));
        Assert.That(single.Single() is { IsByPerson: true, IsRecurring: false });
    }

    [TestCase("")]
    [TestCase("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:a\r\n")]
    [TestCase("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:a\r\nEND:VCALENDAR\r\nEND:VEVENT\r\n")]
    [TestCase("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:a\r\nDTSTART:hier\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n")]
    [TestCase(
        "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:a\r\nDTSTART:20261105T140000\r\nRRULE:FREQ=JAMAIS\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    )]
    [TestCase("%PDF-1.7")]
    public void A_damaged_object_is_told_and_what_was_last_good_goes_on(string damaged)
    {
        var good = Calendar(Event("a", $"{Paris}20261105T140000"));
        var texts = new Dictionary<string, CalendarText>
        {
            ["a.ics"] = new("2", damaged) { LastGood = good },
            ["b.ics"] = new("1", Calendar(Event("b", $"{Paris}20261106T140000"))),
        };
        var territory = Some.Territory();
        var calendar = new GroupCalendar(territory, territory.Groups[0], texts);
        Assert.That(
            calendar.Between(From, To).Select(meeting => meeting.Uid),
            Is.EqualTo(new[] { "a", "b" })
        );
        Assert.That(calendar.Problems.Single().ObjectName, Is.EqualTo("a.ics"));
    }
}
