using Connector.Domain.Meetings;

namespace Connector.Domain.Tests.Meetings;

public class CalendarHoldTests
{
    [TestCase(12, 9, false, TestName = "A quarter may go")]
    [TestCase(12, 8, true, TestName = "More than a quarter is asked about")]
    [TestCase(2, 1, false, TestName = "One meeting may always go")]
    [TestCase(2, 0, true, TestName = "All of few are asked about")]
    [TestCase(0, 5, false, TestName = "More meetings are never asked about")]
    public void Judged(int before, int after, bool isHeld)
    {
        var hold = CalendarHold.Judge(Meetings(before, 0), Meetings(after, 3));
        Assert.That(hold is not null, Is.EqualTo(isHeld));
        Assert.That(hold?.Lost ?? before - after, Is.EqualTo(before - after));
    }

    /// <summary>So many that take place, and some that are cancelled.</summary>
    private static IReadOnlyList<MeetingOccurrence> Meetings(int count, int cancelled) =>
        [
            .. Enumerable
                .Range(0, count + cancelled)
                .Select(number => new MeetingOccurrence
                {
                    GroupId = "gt",
                    Uid = "uid",
                    OriginalStart = new DateTime(2026, 12, 1, 14, 0, 0).AddDays(number),
                    Start = new DateTime(2026, 12, 1, 14, 0, 0).AddDays(number),
                    End = new DateTime(2026, 12, 1, 16, 0, 0).AddDays(number),
                    Title = "Comité",
                    State = number < count ? MeetingState.Planned : MeetingState.Cancelled,
                }),
        ];
}
