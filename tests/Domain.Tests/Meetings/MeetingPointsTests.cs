using Connector.Domain.Meetings;

namespace Connector.Domain.Tests.Meetings;

/// <summary>What members write for the next agenda, as they write it.</summary>
public class MeetingPointsTests
{
    private const string Given = "# Points à aborder\n\nÉcrivez ci-dessous, une ligne par point.\n\n";

    [Test]
    public void Each_line_is_an_item_however_it_is_marked_and_each_once() =>
        Assert.That(
            MeetingPoints.Read(
                "# Points à aborder\r\n\r\nÉcrivez ci-dessous, une ligne par point.\r\n\r\n- Le bus\r\n* [ ] Les clés de la salle\r\n"
                    + "3. L'été 2027\r\n12 chaises à trouver\r\n\r\nle  BUS\r\n-\r\n## Divers\r\n",
                Given
            ),
            Is.EqualTo(new[] { "Le bus", "Les clés de la salle", "L'été 2027", "12 chaises à trouver" })
        );

    [Test]
    public void The_next_meeting_gets_what_no_meeting_before_it_had()
    {
        var first = Plan(new DateOnly(2026, 11, 20), [At(11, 26), At(12, 3)], []);
        var given = MeetingPoints.Give(first, [], ["Le bus"]);
        Assert.That(given.Slots.Select(slot => slot.Record.Points.Count), Is.EqualTo(new[] { 1, 0 }));
        Assert.That(given.ToRemember, Has.Count.EqualTo(2));

        var records = given.ToRemember;
        var later = Plan(new DateOnly(2026, 11, 27), [At(11, 26), At(12, 3)], records);
        var again = MeetingPoints.Give(later, records, ["le bus", "Les clés"]);
        Assert.That(again.Slots.Single().Record.Points, Is.EqualTo(new[] { "Les clés" }));
    }

    [Test]
    public void What_was_meant_for_a_cancelled_meeting_goes_to_the_next()
    {
        var before = MeetingPoints
            .Give(Plan(new DateOnly(2026, 11, 20), [At(11, 26), At(12, 3)], []), [], ["Le bus"])
            .ToRemember;
        var cancelled = At(11, 26) with { State = MeetingState.Cancelled };
        var after = MeetingPoints.Give(
            Plan(new DateOnly(2026, 11, 21), [cancelled, At(12, 3)], before),
            before,
            ["Le bus"]
        );
        Assert.That(after.Slots.Select(slot => slot.Record.Points.Count), Is.EqualTo(new[] { 0, 1 }));
        Assert.That(MeetingPoints.Give(after, before, ["Le bus"]).Slots, Has.Count.EqualTo(2));
    }

    private static GroupMeetings Plan(
        DateOnly today,
        IReadOnlyList<MeetingOccurrence> occurrences,
        IReadOnlyList<MeetingRecord> records
    ) => MeetingPlanner.Plan(today, 14, occurrences, records, _ => null, _ => false);

    private static MeetingOccurrence At(int month, int day)
    {
        var start = new DateTime(2026, month, day, 14, 0, 0);
        return new MeetingOccurrence
        {
            GroupId = "gt",
            Uid = "u",
            Title = "Rencontre",
            OriginalStart = start,
            Start = start,
            End = start,
            IsRecurring = true,
        };
    }
}
