using Connector.Domain.Documents;

namespace Connector.Domain.Tests.Documents;

/// <summary>What the minutes of a group say together.</summary>
public sealed class MeetingLifeTests
{
    private static readonly DateOnly Today = new(2027, 3, 10);

    private static readonly WrittenMinutes Written = new()
    {
        Key = "a",
        Date = new DateOnly(2027, 2, 4),
        Guests =
        [
            new("ines", "Inès", "CCAS", Presence.Present),
            new("noe", "Noé", "Médiathèque", Presence.Excused),
            new("zoe", "Zoé", "Médiathèque", Presence.Present),
            new("léa", "Léa", "École", Presence.Unknown),
        ],
    };

    [Test]
    public void Minutes_are_missed_after_some_days_and_not_before()
    {
        var empty = Written with { Guests = [], Date = Today.AddDays(-8) };

        Assert.That(MeetingLife.Of([empty], [], Today, 7).Unwritten, Is.EqualTo(new[] { empty }));
        Assert.That(MeetingLife.Of([empty], [], Today, 8).Unwritten, Is.Empty);
        Assert.That(MeetingLife.Of([Written], [], Today, 7).Unwritten, Is.Empty);
        Assert.That(MeetingLife.Of([empty with { Date = null }], [], Today, 7).Unwritten, Is.Empty);
    }

    [Test]
    public void Attendance_counts_organisations_at_meetings_that_took_place_by_the_alphabet()
    {
        var life = MeetingLife.Of(
            [Written, Written with { Date = Today, IsConvivial = true }, Written with { Guests = [] }],
            [],
            Today,
            7
        );

        Assert.That(
            life.Attendance,
            Is.EqualTo(
                new OrganisationAttendance[]
                {
                    new("CCAS", 2, 2),
                    new("École", 0, 2),
                    new("Médiathèque", 2, 2),
                }
            )
        );
        Assert.That((life.Convivial, life.Held), Is.EqualTo((1, 2)));
    }
}
