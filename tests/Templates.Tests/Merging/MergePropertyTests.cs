using System.Globalization;
using System.Text.RegularExpressions;

namespace Connector.Templates.Tests.Merging;

public sealed partial class MergePropertyTests
{
    private const int Chunks = 10;
    private const int PairsEach = 500;

    /// <summary>For one in so many, all else is held too: the validator takes longer than the merge.</summary>
    private const int HeldInFull = 20;

    private static readonly string[] Words =
    [
        "Bus numérique",
        "Carte des lieux",
        "Aidants connectés",
        "Mission locale",
        "Familles rurales",
        "Tour de table",
        "Budget 2027",
        "Météo du groupe",
        "MSA",
        "CCAS de Ribérac",
    ];

    [Test]
    public void Whatever_people_and_data_do_no_typed_word_is_lost([Range(1, Chunks)] int chunk)
    {
        for (var pair = 0; pair < PairsEach; pair++)
        {
            var seed = (chunk * PairsEach) + pair;
            var random = new Random(seed);
            var (old, young) = (SomeTrial(random), SomeTrial(random));
            young = random.Next(3) == 0 ? young : Near(old, young, random);
            var edit = new RandomEdit(random);
            var edited = DocxEdit.Change(old.Fill(), edit.Apply);
            Hold(seed, old, edited, young with { Revision = 4 }, edit);
        }
    }

    private static void Hold(int seed, MergeTrial old, byte[] edited, MergeTrial young, RandomEdit edit)
    {
        var (before, fresh) = (old.Fill(), young.Fill());
        var merged = DocumentMerge.Merge(before, edited, fresh);
        var result = merged.Docx.ToArray();
        var about = string.Create(
            CultureInfo.InvariantCulture,
            $"seed {seed}\n{string.Join('\n', edit.Log)}\n{string.Join('\n', merged.Entries.Select(entry => entry.French))}"
        );
        Assert.That(merged.Problems, Is.Empty, about);
        Assert.That(Typed(edited).Except(Typed(result)), Is.Empty, about);
        if (seed % HeldInFull != 0)
        {
            return;
        }

        Assert.That(Docx.Errors(result), Is.Empty, about);
        Assert.That(Docx.Text(Merged(before, before, fresh)), Is.EqualTo(Docx.Text(fresh)), about);
        var sameData = (old with { Revision = 4 }).Fill();
        Assert.That(Merged(before, edited, before), Is.EqualTo(edited), about);
        Assert.That(Merged(before, edited, sameData), Is.EqualTo(edited), about);
        Assert.That(Merged(before, result, fresh), Is.EqualTo(result), about);
        Assert.That(Merged(fresh, result, (young with { Revision = 5 }).Fill()), Is.EqualTo(result), about);
    }

    private static byte[] Merged(byte[] before, byte[] edited, byte[] fresh) =>
        DocumentMerge.Merge(before, edited, fresh).Docx.ToArray();

    /// <summary>Every word that the editor typed and that still stands, tracked or not.</summary>
    private static HashSet<string> Typed(byte[] docx) =>
        [.. TypedWord().Matches(DocxEdit.Root(docx).Value).Select(match => match.Value)];

    private static MergeTrial SomeTrial(Random random)
    {
        string Word() => Words[random.Next(Words.Length)];
        return new MergeTrial
        {
            Version = $"{random.Next(1, 4)}",
            Day = random.Next(4) == 0 ? null : new DateOnly(2026, 12, 1).AddDays(random.Next(60)),
            Place = random.Next(5) == 0 ? "" : Word(),
            Coordination = random.Next(3) switch
            {
                0 => "",
                1 => Word(),
                _ => $"{Word()}\n{Word()}",
            },
            Diagnosis = random.Next(2) == 0 ? "" : $"{Word()}.\n{Word()}.",
            Rows =
            [
                .. Enumerable
                    .Range(0, 6)
                    .Where(_ => random.Next(3) > 0)
                    .OrderBy(_ => random.Next(4))
                    .Select(key =>
                        (
                            $"k{key}",
                            Word(),
                            Word(),
                            random.Next(3) == 0 ? null : RoadmapContent.Statuses[random.Next(5)]
                        )
                    ),
            ],
            Topics = [.. Enumerable.Range(0, random.Next(4)).Select(_ => Word())],
            Next = random.Next(2) == 0 ? null : Word(),
        };
    }

    /// <summary>Most of the time the data change little.</summary>
    private static MergeTrial Near(MergeTrial old, MergeTrial young, Random random) =>
        old with
        {
            Version = random.Next(2) == 0 ? young.Version : old.Version,
            Place = random.Next(2) == 0 ? young.Place : old.Place,
            Topics = random.Next(2) == 0 ? young.Topics : old.Topics,
            Next = random.Next(2) == 0 ? young.Next : old.Next,
            Rows = random.Next(2) == 0 ? young.Rows : old.Rows,
        };

    [GeneratedRegex("tapé[0-9]+x[0-9]+z")]
    private static partial Regex TypedWord();
}
