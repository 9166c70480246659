using Connector.Domain.Announcing;

namespace Connector.Domain.Tests.Announcing;

/// <summary>When messages leave, and when they are tried again.</summary>
internal sealed class DeliveryTimesTests
{
    private static readonly AnnouncingRules Rules = AnnouncingRules.Silent;

    [TestCase(7, 59, 26, 8)]
    [TestCase(8, 0, 26, 8)]
    [TestCase(8, 1, 27, 8)]
    public void What_can_wait_leaves_at_the_hour_of_the_digest(int hour, int minute, int day, int then) =>
        Assert.That(
            DeliveryTimes.From(
                SomeNews.Announcement(AnnouncementKind.MinutesPublished),
                new DateTime(2026, 11, 26, hour, minute, 0),
                Rules
            ),
            Is.EqualTo(new DateTime(2026, 11, day, then, 0, 0))
        );

    [Test]
    public void A_moved_meeting_leaves_at_once_but_not_at_night_unless_it_is_near()
    {
        var moved = SomeNews.Announcement(AnnouncementKind.MeetingChanged);
        var night = new DateTime(2026, 11, 26, 23, 0, 0);
        Assert.That(DeliveryTimes.From(moved, night, Rules), Is.EqualTo(night));
        Assert.That(DeliveryTimes.IsHeld(moved, night, Rules), Is.True);
        Assert.That(DeliveryTimes.IsHeld(moved with { IsUrgent = true }, night, Rules), Is.False);
        Assert.That(DeliveryTimes.IsHeld(moved, SomeNews.Now, Rules), Is.False);
    }

    [Test]
    public void Attempts_grow_apart_until_there_are_no_more()
    {
        var waits = Enumerable
            .Range(1, DeliveryTimes.MostAttempts)
            .Select(n => DeliveryTimes.Next(n, null))
            .ToList();
        Assert.That(waits[^1], Is.Null);
        Assert.That(waits.SkipLast(1), Is.Ordered.And.None.Null);
    }

    [Test]
    public void A_receiver_is_given_the_time_that_it_asks_for_up_to_a_day()
    {
        Assert.That(DeliveryTimes.Next(1, TimeSpan.FromMinutes(20)), Is.EqualTo(TimeSpan.FromMinutes(20)));
        Assert.That(DeliveryTimes.Next(1, TimeSpan.FromSeconds(1)), Is.EqualTo(TimeSpan.FromMinutes(1)));
        Assert.That(DeliveryTimes.Next(1, TimeSpan.FromDays(9)), Is.EqualTo(DeliveryTimes.LongestWait));
    }

    [TestCase(20, 8, 23, true)]
    [TestCase(20, 8, 7, true)]
    [TestCase(20, 8, 8, false)]
    [TestCase(20, 8, 19, false)]
    [TestCase(12, 14, 13, true)]
    [TestCase(12, 14, 14, false)]
    public void Quiet_hours_may_span_midnight(int from, int to, int hour, bool quiet) =>
        Assert.That(
            new QuietHours(new TimeOnly(from, 0), new TimeOnly(to, 0)).Holds(new TimeOnly(hour, 0)),
            Is.EqualTo(quiet)
        );

    [Test]
    public void Without_quiet_hours_no_hour_is_quiet() =>
        Assert.That(
            Enumerable.Range(0, 24).Any(hour => QuietHours.None.Holds(new TimeOnly(hour, 0))),
            Is.False
        );
}
