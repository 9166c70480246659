using Connector.Domain.AddressBooks;

namespace Connector.Domain.Tests.AddressBooks;

/// <summary>What the directory changed comes into a card that somebody wrote in, and the person wins.</summary>
public sealed class CardMergeTests
{
    private static readonly string Given = Card(
        "FN:Mairie",
        "TEL;TYPE=WORK:+33123456789",
        "EMAIL:a@example.org"
    );

    [Test]
    public void What_only_the_directory_changed_is_replaced_within_the_line_that_is_there()
    {
        var there = Given
            .Replace("TEL;TYPE=WORK:", "item1.TEL;TYPE=\"WORK,VOICE\":", StringComparison.Ordinal)
            .Replace("END:", "NOTE:le mardi\r\nEND:", StringComparison.Ordinal);
        var wanted = Given.Replace("+33123456789", "+33987654321", StringComparison.Ordinal);
        var merged = CardMerge.Merge(Given, wanted, there);
        Assert.That(
            merged.Text,
            Is.EqualTo(there.Replace("+33123456789", "+33987654321", StringComparison.Ordinal))
        );
        Assert.That(merged.Conflicts, Is.Empty);
    }

    [Test]
    public void What_only_somebody_changed_stays_and_is_no_conflict()
    {
        var there = Given.Replace("FN:Mairie", "FN:Mairie annexe", StringComparison.Ordinal);
        var merged = CardMerge.Merge(Given, Given, there);
        Assert.That((merged.Text, merged.Conflicts), Is.EqualTo((there, Array.Empty<CardConflict>())));
    }

    [Test]
    public void Where_both_changed_it_the_person_wins_and_it_is_told()
    {
        var there = Given.Replace("+33123456789", "+33111111111", StringComparison.Ordinal);
        var wanted = Given.Replace("+33123456789", "+33222222222", StringComparison.Ordinal);
        var merged = CardMerge.Merge(Given, wanted, there);
        Assert.That(merged.Text, Is.EqualTo(there));
        Assert.That(
            merged.Conflicts,
            Is.EqualTo(new[] { new CardConflict("TEL", "+33222222222", "+33111111111") })
        );
    }

    [Test]
    public void Where_both_wrote_the_same_however_spelt_nothing_is_written()
    {
        var there = Given.Replace("+33123456789", "+33 2 22 22 22 22", StringComparison.Ordinal);
        var wanted = Given.Replace("+33123456789", "+33222222222", StringComparison.Ordinal);
        Assert.That(
            CardMerge.Merge(Given, wanted, there),
            Is.EqualTo(new MergedCard(there, [])).Using<MergedCard>(Same)
        );
    }

    [Test]
    public void What_the_directory_added_stands_before_the_end_and_what_it_lost_goes()
    {
        var there = Given.Replace("END:", "X-SIGNAL:zoe\r\nEND:", StringComparison.Ordinal);
        var wanted = Card("FN:Mairie", "EMAIL:a@example.org", "URL:https://example.org");
        Assert.That(
            CardMerge.Merge(Given, wanted, there).Text,
            Is.EqualTo(Card("FN:Mairie", "EMAIL:a@example.org", "X-SIGNAL:zoe", "URL:https://example.org"))
        );
    }

    [Test]
    public void A_line_that_somebody_took_out_is_not_put_back()
    {
        var there = Card("FN:Mairie", "EMAIL:a@example.org");
        var wanted = Given.Replace("+33123456789", "+33222222222", StringComparison.Ordinal);
        var merged = CardMerge.Merge(Given, wanted, there);
        Assert.That(merged.Text, Is.EqualTo(there));
        Assert.That(merged.Conflicts.Select(conflict => conflict.There), Is.EqualTo(new[] { "" }));
    }

    [Test]
    public void A_second_telephone_of_somebody_s_own_stays_beside_ours()
    {
        var there = Given.Replace("END:", "TEL;TYPE=CELL:0600000000\r\nEND:", StringComparison.Ordinal);
        var wanted = Given.Replace("+33123456789", "+33222222222", StringComparison.Ordinal);
        Assert.That(
            CardMerge.Merge(Given, wanted, there).Text,
            Is.EqualTo(there.Replace("+33123456789", "+33222222222", StringComparison.Ordinal))
        );
    }

    [Test]
    public void A_folded_picture_keeps_every_byte()
    {
        var photo = string.Concat(
            Enumerable
                .Range(0, 5000)
                .Select(n => (n == 0 ? "PHOTO;ENCODING=b:" : " ") + new string('A', 70) + "\r\n")
        );
        var there = Given.Replace("END:", photo + "END:", StringComparison.Ordinal);
        var wanted = Given.Replace("FN:Mairie", "FN:Mairie de Valombre", StringComparison.Ordinal);
        Assert.That(
            CardMerge.Merge(Given, wanted, there).Text,
            Is.EqualTo(there.Replace("FN:Mairie", "FN:Mairie de Valombre", StringComparison.Ordinal))
        );
    }

    [Test]
    public void What_somebody_wrote_is_listed()
    {
        var there = Given.Replace("END:", "NOTE:le mardi\r\nEND:", StringComparison.Ordinal);
        Assert.That(CardMerge.Written(Given, there), Is.EqualTo(new[] { "NOTE:le mardi" }));
        Assert.That(CardMerge.Written(Given, Given), Is.Empty);
    }

    private static bool Same(MergedCard one, MergedCard other) =>
        one.Text == other.Text && one.Conflicts.SequenceEqual(other.Conflicts);

    private static string Card(params string[] lines) =>
        $"BEGIN:VCARD\r\nVERSION:3.0\r\nUID:a\r\n{string.Join("\r\n", lines)}\r\nEND:VCARD\r\n";
}
