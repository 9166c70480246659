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

        Assert.That(MeetingLife.Of([empty], Today, 7).Unwritten, Is.EqualTo(new[] { empty }));
        Assert.That(MeetingLife.Of([empty], Today, 8).Unwritten, Is.Empty);
        Assert.That(MeetingLife.Of([Written], Today, 7).Unwritten, Is.Empty);
        Assert.That(MeetingLife.Of([empty with { Date = null }], Today, 7).Unwritten, Is.Empty);
    }

    [Test]
    public void An_action_carried_over_is_told_once_as_it_is_now_and_the_overdue_first()
    {
        var life = MeetingLife.Of(
            [
                Written with
                {
                    Date = new DateOnly(2027, 3, 4),
                    Actions =
                    [
                        new("1", "Réserver la salle", "Zoé", new(2027, 3, 20), "En cours"),
                        new(null, "Fini", "", null, "Fait"),
                    ],
                },
                Written with
                {
                    Actions =
                    [
                        new("1", "Réserver la  salle", "Noé", new(2027, 2, 20), "À faire"),
                        new("2", "Imprimer", "Inès", new(2027, 2, 28), ""),
                        new("3", "Un jour", "", null, "À faire"),
                        new("4", "Fini", "", null, "À faire"),
                    ],
                },
            ],
            Today,
            7
        );

        Assert.That(
            life.OpenActions.Select(open => (open.Action.What, open.Action.Who, open.IsOverdue)),
            Is.EqualTo(
                new[]
                {
                    ("Imprimer", "Inès", true),
                    ("Réserver la salle", "Zoé", false),
                    ("Un jour", "", false),
                }
            )
        );
    }

    [Test]
    public void Attendance_counts_organisations_at_meetings_that_took_place_by_the_alphabet()
    {
        var life = MeetingLife.Of(
            [Written, Written with { Date = Today, IsConvivial = true }, Written with { Guests = [] }],
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
