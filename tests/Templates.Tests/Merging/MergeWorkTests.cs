namespace Connector.Templates.Tests.Merging;

/// <summary>
/// A merge of twice as much costs twice as many comparisons, from where a word stands in more places than are looked at.
/// </summary>
public sealed class MergeWorkTests
{
    [Test]
    public void Comparisons_grow_with_the_rows_and_not_with_their_square()
    {
        var (some, twice) = (Comparisons(1000), Comparisons(2000));
        TestContext.Out.WriteLine($"1,000 rows: {some} comparisons, 2,000 rows: {twice}");
        Assert.That(some, Is.Positive);
        Assert.That(twice, Is.LessThan(some * 2.5));
    }

    /// <summary>Rows whose status moves, every tenth of them under another name and key, one after the other.</summary>
    private static int Comparisons(int rows)
    {
        var trial = new MergeTrial() with { Rows = Rows(rows, "En cours", "") };
        return trial.Merge(_ => { }, trial with { Rows = Rows(rows, "Terminé", " bis") }).Work;
    }

    private static List<(string Key, string Name, string Lead, string? Status)> Rows(
        int count,
        string status,
        string mark
    ) =>
        [
            .. Enumerable
                .Range(0, count)
                .Select(number => (number % 10 == 0 ? $"{number}{mark}" : $"{number}", number))
                .Select(row =>
                    ($"c{row.Item1}", $"Chantier {row.Item1}", $"Porteur {row.number}", (string?)status)
                ),
        ];
}
