using Connector.Domain.Documents;

namespace Connector.Domain.Tests.Documents;

public class MilestoneBookTests
{
    private static readonly DateOnly Today = new(2026, 11, 16);
    private static readonly DateOnly Spring = new(2027, 3, 31);
    private static readonly DateOnly Summer = new(2027, 6, 30);

    [Test]
    public void A_milestone_keeps_its_name_when_its_day_moves_its_words_change_or_its_row_is_dragged()
    {
        var book = Read(Row("Carte publiée", Spring, "a"), Row("Bus équipé", Summer, "b"));

        var moved = Follow(book, Row("Bus équipé", Summer, "b"), Row("Carte publiée", Summer, "a"));
        Assert.That(
            Ids(moved),
            Is.EqualTo(new[] { ("bus-equipe", "Bus équipé"), ("carte-publiee", "Carte publiée") })
        );
        Assert.That(moved.Milestones[1].Date, Is.EqualTo(Summer));

        var renamed = Follow(moved, Row("Bus équipé", Summer, "b"), Row("Carte en ligne", Summer, "a"));
        Assert.That(
            Ids(renamed),
            Is.EqualTo(new[] { ("bus-equipe", "Bus équipé"), ("carte-publiee", "Carte en ligne") })
        );
    }

    [Test]
    public void A_row_that_a_person_added_is_known_again_by_its_words_then_by_its_day()
    {
        var book = Read(Row("Carte publiée", Spring), Row("Bus équipé", Summer));
        var moved = Follow(book, Row("carte  publiée !", Summer), Row("Bus équipé", Summer));
        Assert.That(moved.Milestones[0].Id, Is.EqualTo("carte-publiee"));

        var renamed = Follow(book, Row("La carte en ligne", Spring), Row("Bus équipé", Summer));
        Assert.That(renamed.Milestones[0].Id, Is.EqualTo("carte-publiee"));
        Assert.That(renamed.Milestones[0].Title, Is.EqualTo("La carte en ligne"));
    }

    [Test]
    public void Two_milestones_of_the_same_words_are_two()
    {
        var book = Read(Row("Bilan", Spring), Row("Bilan", Summer));
        Assert.That(book.Milestones.Select(item => item.Id), Is.EqualTo(new[] { "bilan", "bilan-2" }));

        var swapped = Follow(book, Row("Bilan", Summer), Row("Bilan", Spring));
        Assert.That(swapped.Milestones.Select(item => item.Id), Is.EqualTo(new[] { "bilan-2", "bilan" }));
    }

    [TestCase("31/02/2027")]
    [TestCase("au printemps")]
    public void A_date_that_cannot_be_read_leaves_the_last_one_and_says_where_it_stands(string words)
    {
        var book = Read(Row("Carte publiée", Spring));
        var damaged = Follow(book, Row("Carte publiée", null) with { DateText = words, Row = 4 }).Milestones[
            0
        ];

        Assert.That(
            (damaged.State, damaged.Date, damaged.DateText, damaged.Line),
            Is.EqualTo((MilestoneState.Unreadable, (DateOnly?)Spring, words, 4))
        );
    }

    [Test]
    public void A_year_nobody_means_is_a_slip_of_the_keyboard() =>
        Assert.That(
            Read(Row("Carte publiée", new DateOnly(207, 3, 12))).Milestones[0].State,
            Is.EqualTo(MilestoneState.Unreadable)
        );

    [Test]
    public void A_date_that_was_taken_out_leaves_the_last_one() =>
        Assert.That(
            Follow(Read(Row("Carte publiée", Spring)), Row("Carte publiée", null)).Milestones[0],
            Has.Property("State").EqualTo(MilestoneState.Undated).And.Property("Date").EqualTo(Spring)
        );

    [Test]
    public void A_row_that_was_taken_out_is_given_up_unless_its_day_is_over_and_comes_back_as_it_was()
    {
        var book = Read(
            Row("Carte publiée", Spring),
            Row("Bus équipé", Summer),
            Row("Diagnostic", Today.AddDays(-1))
        );
        var less = Follow(book, Row("Bus équipé", Summer));
        Assert.That(
            less.Milestones.Select(item => (item.Id, item.State)),
            Is.EqualTo(
                new[]
                {
                    ("bus-equipe", MilestoneState.Dated),
                    ("carte-publiee", MilestoneState.Removed),
                    ("diagnostic", MilestoneState.Over),
                }
            )
        );
        Assert.That(less.IsEmptied, Is.False);
        Assert.That(
            Follow(less, Row("Carte publiée", Spring), Row("Bus équipé", Summer)).Milestones[0],
            Is.EqualTo(book.Milestones[0])
        );
    }

    [Test]
    public void A_table_that_was_emptied_is_not_taken_for_the_end_of_each_milestone() =>
        Assert.That(Follow(Read(Row("Carte publiée", Spring))).IsEmptied);

    private static WrittenMilestone Row(string title, DateOnly? date, string? key = null) =>
        new(key, date, title, "Carte");

    private static MilestoneBook Read(params WrittenMilestone[] rows) => Follow(new MilestoneBook(), rows);

    private static MilestoneBook Follow(MilestoneBook book, params WrittenMilestone[] rows) =>
        book.Follow(rows, Today);

    private static IEnumerable<(string, string)> Ids(MilestoneBook book) =>
        book.Milestones.Select(item => (item.Id, item.Title));
}
