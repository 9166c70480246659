using Connector.Domain.Meetings;

namespace Connector.Domain.Tests.Meetings;

/// <summary>What becomes of a meeting's folder and minutes, whatever people do to its event.</summary>
public class MeetingPlannerTests
{
    private static readonly DateOnly Today = new(2026, 11, 20);

    [Test]
    public void Each_meeting_within_the_days_has_a_slot_and_no_later_one()
    {
        var plan = Plan([At(12, 3), At(12, 4), At(12, 5)]);
        Assert.That(plan.Slots.Select(slot => slot.Name.Date.Day), Is.EqualTo(new[] { 3, 4 }));
        Assert.That(plan.ToRemember, Has.Count.EqualTo(2));
        Assert.That(plan.Next, Is.EqualTo(At(12, 3)));
        Assert.That(Plan([At(12, 3), At(12, 4), At(12, 5)], plan).ToRemember, Is.Empty);
    }

    [Test]
    public void A_moved_meeting_keeps_what_it_was_born_as_and_is_called_by_its_new_day()
    {
        var before = Plan([At(12, 3)]);
        var after = Plan([At(12, 3) with { Start = Day(12, 10), State = MeetingState.Moved }], before);
        var slot = after.Slots.Single();
        Assert.That(slot.Born.Date, Is.EqualTo(new DateOnly(2026, 12, 3)));
        Assert.That(slot.Name.Date, Is.EqualTo(new DateOnly(2026, 12, 10)));
        Assert.That(slot.FormerNames, Is.EqualTo(new[] { slot.Born }));
    }

    [Test]
    public void A_cancelled_meeting_keeps_its_name_and_one_that_never_had_minutes_gets_none()
    {
        var before = Plan([At(12, 3) with { Start = Day(12, 2), State = MeetingState.Moved }]);
        var gone = At(12, 3) with { State = MeetingState.Cancelled };
        var slot = Plan([gone], before).Slots.Single();
        Assert.That(slot.Name.Date.Day, Is.EqualTo(2));
        Assert.That(slot.Now.Start, Is.EqualTo(Day(12, 2)));
        Assert.That(Plan([gone]).Slots, Is.Empty);
    }

    [Test]
    public void A_meeting_taken_out_of_the_calendar_is_told_once_and_one_that_comes_back_is_the_same()
    {
        var before = Plan([At(12, 3)]);
        var gone = Plan([], before);
        Assert.That(gone.Gone, Has.Count.EqualTo(1));
        Assert.That(gone.Slots, Is.Empty);
        var later = Plan([], gone);
        Assert.That((later.Gone, later.ToRemember), Is.EqualTo((Nothing, Nothing)));
        var back = Plan([At(12, 3)], gone);
        Assert.That(back.Slots.Single().Record.Key, Is.EqualTo(before.Slots.Single().Record.Key));
        Assert.That(back.ToRemember.Single().IsGone, Is.False);
    }

    [Test]
    public void The_minutes_follow_a_series_that_was_split_and_one_that_was_moved_as_a_whole()
    {
        var before = Plan([At(12, 3)]);
        var half = At(12, 4) with { Uid = "new", Siblings = ["u"], SeriesId = null };
        var split = Plan([half], before);
        Assert.That(split.Slots.Single().Born.Date.Day, Is.EqualTo(3));
        Assert.That(split.Slots.Single().Name.Date.Day, Is.EqualTo(4));
        Assert.That(split.Gone, Is.Empty);
        var later = At(12, 3) with { OriginalStart = Day(12, 3).AddHours(2), Start = Day(12, 3).AddHours(2) };
        Assert.That(Plan([later], before).Slots.Single().Born.Date.Day, Is.EqualTo(3));
        Assert.That(Plan([later], before).Slots.Single().Record.Names, Has.Count.EqualTo(1));
    }

    [Test]
    public void A_single_event_is_the_same_meeting_on_any_day()
    {
        var one = At(12, 1) with
        {
            Uid = "single",
            IsRecurring = false,
            SeriesId = null,
            Title = "Exceptionnelle",
        };
        var before = Plan([one]);
        var moved = one with { OriginalStart = Day(12, 9), Start = Day(12, 9) };
        var slot = Plan([moved], before).Slots.Single();
        Assert.That((slot.Born.Date.Day, slot.Name.Date.Day), Is.EqualTo((1, 9)));
    }

    [Test]
    public void Two_meetings_that_would_be_called_the_same_are_numbered_and_keep_their_numbers()
    {
        var first = At(12, 3);
        var second = At(12, 3) with { Uid = "other", SeriesId = null, Title = "Comité" };
        var before = Plan([first with { Title = "Comité" }, second]);
        Assert.That(
            before.Slots.Select(slot => slot.Name.Title),
            Is.EquivalentTo(new[] { "Comité", "Comité (2)" })
        );
        var again = Plan([second, first with { Title = "Comité" }], before);
        Assert.That(again.ToRemember, Is.Empty);
    }

    [Test]
    public void What_a_ledger_of_before_knows_by_its_day_alone_is_taken_over()
    {
        var plan = MeetingPlanner.Plan(
            Today,
            14,
            [At(12, 24) with { Start = Day(12, 28) }],
            [],
            _ => "Comité de suivi",
            day => day == new DateOnly(2026, 12, 24)
        );
        var slot = plan.Slots.Single();
        Assert.That(slot.Born, Is.EqualTo(new MeetingName(new DateOnly(2026, 12, 24), "Comité de suivi")));
        Assert.That(slot.Name.Date.Day, Is.EqualTo(28));
    }

    private static IReadOnlyList<MeetingRecord> Nothing => [];

    /// <summary>What the ledger remembers after some plans, one after the other.</summary>
    private static IReadOnlyList<MeetingRecord> Memory(params GroupMeetings[] plans)
    {
        var records = new Dictionary<string, MeetingRecord>();
        foreach (var record in plans.SelectMany(plan => plan.ToRemember))
        {
            records[record.Key] = record;
        }

        return [.. records.Values];
    }

    private static GroupMeetings Plan(
        IReadOnlyList<MeetingOccurrence> occurrences,
        params GroupMeetings[] before
    ) => MeetingPlanner.Plan(Today, 14, occurrences, Memory(before), _ => null, _ => false);

    private static MeetingOccurrence At(int month, int day) =>
        new()
        {
            GroupId = "gt",
            Uid = "u",
            SeriesId = "habitude",
            Title = "Comité de suivi",
            OriginalStart = Day(month, day),
            Start = Day(month, day),
            End = Day(month, day).AddHours(2),
            IsRecurring = true,
        };

    private static DateTime Day(int month, int day) => new(2026, month, day, 14, 0, 0);
}
