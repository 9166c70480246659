using Connector.Domain.Documents;

namespace Connector.Domain.Tests.Documents;

/// <summary>A year is told to thank people: complete, in the order of the alphabet, and of nobody who was not there.</summary>
public sealed class YearReviewTests
{
    private static readonly WrittenGuest Lea = new("lea", "Léa Martin", "Mission locale", Presence.Present);
    private static readonly WrittenGuest Ugo = new("ugo", "Ugo Blanc", "Épicerie", Presence.Present);
    private static readonly WrittenGuest Zoe = new("zoe", "Zoé Petit", "Centre social", Presence.Absent);

    [Test]
    public void What_was_held_decided_and_shared_is_counted()
    {
        var review = Of(
            2026,
            Minutes(2026, 1, [Lea, Zoe]) with
            {
                Decisions = [new("Ouvrir le samedi", "Léa"), new("Acheter une cafetière", "")],
            },
            Minutes(2026, 2, [Lea]) with
            {
                IsConvivial = true,
                Title = "Galette",
            },
            Minutes(2025, 12, [Lea]),
            new WrittenMinutes { Key = "vide", Date = new DateOnly(2026, 3, 5) }
        );

        Assert.Multiple(() =>
        {
            Assert.That(review.Groups, Is.EqualTo(new[] { new GroupYear("g", "Groupe", 2, 2, 0) }));
            Assert.That(
                review.Convivial,
                Is.EqualTo(new[] { new ConvivialTime(new DateOnly(2026, 2, 5), "Galette", "Groupe") })
            );
            Assert.That(review.Meetings, Is.EqualTo(2));
        });
    }

    [Test]
    public void Organisations_stand_in_the_order_of_the_alphabet_and_the_absent_are_not_named()
    {
        var review = Of(2026, Minutes(2026, 1, [Lea, Ugo, Zoe]), Minutes(2026, 2, [Lea, Zoe]));

        Assert.That(
            review.Organisations,
            Is.EqualTo(
                new[] { new OrganisationYear("Épicerie", 1), new OrganisationYear("Mission locale", 2) }
            )
        );
    }

    [Test]
    public void Two_people_of_one_organisation_make_one_presence()
    {
        var review = Of(2026, Minutes(2026, 1, [Lea, Lea with { Key = "autre", Name = "Autre" }]));
        Assert.That(review.Organisations.Single().Meetings, Is.EqualTo(1));
    }

    [TestCase("Fait", 1)]
    [TestCase("done", 1)]
    [TestCase("Abandonné", 0)]
    [TestCase("En cours", 0)]
    public void What_was_done_counts_and_what_was_given_up_does_not(string status, int done)
    {
        var review = YearReview.Of(
            2026,
            [new GroupMinutesBook("g", "Groupe", [Minutes(2026, 1, [Lea])])],
            [Action("g-1", 2026, status), Action("g-2", 2025, status)]
        );
        Assert.That(review.ActionsDone, Is.EqualTo(done));
    }

    [Test]
    public void Whoever_comes_after_the_group_began_is_a_newcomer_once()
    {
        var minutes = new[]
        {
            Minutes(2025, 11, [Lea]),
            Minutes(2026, 1, [Lea, Ugo]),
            Minutes(2026, 2, [Lea, Ugo, Zoe with { Key = null }]),
        };

        Assert.Multiple(() =>
        {
            Assert.That(
                Of(2026, minutes).Newcomers,
                Is.EqualTo(new[] { new Newcomer("ugo", "Ugo Blanc", "Épicerie") })
            );
            Assert.That(
                Of(2025, minutes).Newcomers,
                Is.Empty,
                "those with whom a group begins are not new in it"
            );
            Assert.That(Of(2027, minutes).Newcomers, Is.Empty);
        });
    }

    [Test]
    public void Whoever_began_another_group_is_not_new_in_the_network()
    {
        var review = YearReview.Of(
            2026,
            [
                new GroupMinutesBook("a", "A", [Minutes(2026, 1, [Ugo])]),
                new GroupMinutesBook("b", "B", [Minutes(2026, 2, [Lea]), Minutes(2026, 3, [Lea, Ugo])]),
            ],
            []
        );
        Assert.That(review.Newcomers, Is.Empty);
    }

    [Test]
    public void A_year_without_minutes_is_empty() => Assert.That(Of(2030, Minutes(2026, 1, [Lea])).IsEmpty);

    private static YearReview Of(int year, params WrittenMinutes[] minutes) =>
        YearReview.Of(year, [new GroupMinutesBook("g", "Groupe", minutes)], []);

    private static WrittenMinutes Minutes(int year, int month, IReadOnlyList<WrittenGuest> guests) =>
        new()
        {
            Key = $"{year}-{month}",
            Title = "Rencontre",
            Date = new DateOnly(year, month, 5),
            Guests = guests,
        };

    private static TrackedAction Action(string id, int year, string status) =>
        new()
        {
            Id = id,
            GroupId = "g",
            DecidedOn = new DateOnly(year, 4, 1),
            Words = new ActionWords(id, "", null, status),
        };
}
