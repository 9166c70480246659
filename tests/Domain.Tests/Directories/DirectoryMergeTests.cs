using System.Globalization;
using Connector.Domain.Directories;

namespace Connector.Domain.Tests.Directories;

internal sealed class DirectoryMergeTests
{
    private const string Siret = "21130001700012";
    private const string Other = "26990000000013";

    [Test]
    public void A_SIRET_is_recognised_whatever_the_name_and_only_empty_cells_are_filled()
    {
        var result = Merge(
            [Place("Mairie", "Aix", (StandardColumn.Pivot, Siret))],
            Place(
                "Hôtel de ville",
                "Aix",
                (StandardColumn.Pivot, Siret),
                (StandardColumn.Telephone, "+33442000000")
            )
        )[0];
        Assert.That(result.Outcome, Is.EqualTo(MergeOutcome.Conflicting));
        Assert.That(result.Filled.Keys, Is.EqualTo(new[] { StandardColumn.Telephone }));
        Assert.That(
            result.Conflicts,
            Is.EqualTo(new[] { new MergeConflict(StandardColumn.Name, "Mairie", "Hôtel de ville") })
        );
    }

    [Test]
    public void Name_and_commune_are_compared_folded()
    {
        var result = Merge(
            [Place("CCAS de Sarlat-la-Canéda", "Sarlat-la-Canéda")],
            Place("ccas de sarlat la caneda", "SARLAT LA CANEDA", (StandardColumn.Pivot, Other))
        )[0];
        Assert.That(result.Outcome, Is.EqualTo(MergeOutcome.Completed));
        Assert.That(result.Filled[StandardColumn.Pivot], Is.EqualTo(Other));
    }

    [Test]
    public void The_places_of_one_SIRET_stay_apart()
    {
        var offices = Enumerable
            .Range(1, 5)
            .Select(n => Place($"Mairie de quartier {n}", "Aix", (StandardColumn.Pivot, Siret)))
            .ToArray();
        Assert.That(Merge([], offices).Select(result => result.Outcome), Is.All.EqualTo(MergeOutcome.Added));
        Assert.That(
            Merge(offices, offices).Select(result => result.Outcome),
            Is.All.EqualTo(MergeOutcome.Unchanged)
        );
    }

    [Test]
    public void What_only_looks_alike_is_shown_and_not_written()
    {
        PlaceRecord[] existing = [Place("Médiathèque Les Méjanes", "Aix"), Place("Mission locale", "Aix")];
        var incoming = Place("Mediathèque les Mejannes", "Aix");
        var result = Merge(existing, incoming)[0];
        Assert.That(result.Outcome, Is.EqualTo(MergeOutcome.Undecided));
        Assert.That(result.Candidates.Select(candidate => candidate.Index), Is.EqualTo(new[] { 0 }));
        var added = DirectoryMerge.Merge(existing, [Incoming(incoming)], addAlike: true).Results[0];
        Assert.That(added.Outcome, Is.EqualTo(MergeOutcome.Added));
        Assert.That(added.New![StandardColumn.Id], Is.EqualTo("mediatheque-les-mejannes-aix"));
    }

    [Test]
    public void Same_name_with_another_SIRET_is_for_a_person_to_decide()
    {
        var result = Merge(
            [Place("La Poste", "Aix", (StandardColumn.Pivot, Siret))],
            Place("La Poste", "Aix", (StandardColumn.Pivot, Other))
        )[0];
        Assert.That(result.Outcome, Is.EqualTo(MergeOutcome.Undecided));
        Assert.That(result.Candidates[0].Likeness, Is.EqualTo(1));
    }

    [Test]
    public void Refused_rows_say_why()
    {
        var results = Merge([], Place("", "Aix"), Place("CAF", "Aix"), Place("C.A.F.", "aix"));
        Assert.That(
            results.Select(result => result.Outcome),
            Is.EqualTo(new[] { MergeOutcome.Refused, MergeOutcome.Added, MergeOutcome.Refused })
        );
        Assert.That(results[0].Reason!.Value.French, Does.Contain("pas de nom"));
        Assert.That(results[2].Reason!.Value.French, Does.Contain("ligne 3"));
    }

    [Test]
    public void Lists_say_the_same_in_another_order_and_a_part_is_no_conflict()
    {
        var result = Merge(
            [Place("A", "B", (StandardColumn.Services, "X|Y|Z"), (StandardColumn.UpdatedOn, "2024-01-01"))],
            Place("A", "B", (StandardColumn.Services, "z|x"), (StandardColumn.UpdatedOn, "2026-01-01"))
        )[0];
        Assert.That(result.Outcome, Is.EqualTo(MergeOutcome.Unchanged));
    }

    [Test]
    public void An_identifier_that_is_taken_is_not_given_twice()
    {
        var results = Merge(
            [Place("A", "Aix", (StandardColumn.Id, "structure-1"))],
            Place("B", "Aix", (StandardColumn.Id, "structure-1")),
            Place("B", "Nice", (StandardColumn.Id, "avec espace"))
        );
        Assert.That(
            results.Select(result => result.New![StandardColumn.Id]),
            Is.EqualTo(new[] { "b-aix", "b-nice" })
        );
    }

    /// <summary>Names, communes, addresses and numbers out of a few, so that all kinds of meetings happen.</summary>
    [Test]
    public void The_same_file_a_second_time_changes_nothing([Range(1, 300)] int number)
    {
        var seed = int.TryParse(
            Environment.GetEnvironmentVariable("CONNECTOR_SEED"),
            CultureInfo.InvariantCulture,
            out var given
        )
            ? given
            : number;
        TestContext.Out.WriteLine($"CONNECTOR_SEED={seed}");
        var random = new Random(seed);
        var existing = Many(random, random.Next(6));
        var incoming = Many(random, random.Next(1, 8)).Select(Incoming).ToList();
        var addAlike = random.Next(2) == 0;

        var first = DirectoryMerge.Merge(existing, incoming, addAlike);
        Assert.That(first.Results, Has.Count.EqualTo(incoming.Count), "no row is lost");
        var after = Applied(existing, first);
        for (var index = 0; index < existing.Count; index++)
        {
            foreach (var column in existing[index].Filled)
            {
                Assert.That(
                    after[index][column],
                    Is.EqualTo(existing[index][column]),
                    "what was there stays"
                );
            }
        }

        var second = DirectoryMerge.Merge(after, incoming, addAlike);
        Assert.That(second.Results.Select(result => result.New), Is.All.Null);
        Assert.That(second.Results.SelectMany(result => result.Filled), Is.Empty);
    }

    [TestCase(2_000)]
    [TestCase(8_000)]
    public void Likeness_is_not_quadratic(int rows)
    {
        var random = new Random(7);
        string[] kinds = ["Mairie", "Médiathèque", "Association", "Centre social", "Mission locale"];
        PlaceRecord Named(int n) =>
            Place(
                $"{kinds[n % kinds.Length]} {(char)('a' + (n % 26))}{random.Next(100_000)} {n}",
                $"Commune {n % 30}"
            );
        var existing = Enumerable.Range(0, rows).Select(Named).ToList();
        var incoming = Enumerable.Range(rows, rows).Select(Named).Select(Incoming).ToList();
        var report = DirectoryMerge.Merge(existing, incoming);
        TestContext.Out.WriteLine($"{rows} rows: {report.Comparisons} comparisons");
        Assert.That(report.Comparisons, Is.LessThanOrEqualTo(2 * 60 * rows));
    }

    private static List<PlaceRecord> Many(Random random, int count) =>
        [
            .. Enumerable
                .Range(0, count)
                .Select(_ =>
                    Place(
                        Pick(
                            random,
                            "CAF",
                            "Caf.",
                            "Mairie",
                            "Mairie annexe",
                            "Mairie anexe",
                            "Médiathèque Méjanes"
                        ),
                        Pick(random, "Aix", "AIX", "Nice", ""),
                        (StandardColumn.Pivot, Pick(random, Siret, Other, "", "", "faux")),
                        (StandardColumn.Address, Pick(random, "1 rue A", "2 rue B", "")),
                        (StandardColumn.Telephone, Pick(random, "+33442000000", "+33442000001", "")),
                        (StandardColumn.Id, Pick(random, "s-1", "s-2", "a b", ""))
                    )
                ),
        ];

    private static string Pick(Random random, params string[] values) => values[random.Next(values.Length)];

    private static List<PlaceRecord> Applied(List<PlaceRecord> existing, MergeReport report)
    {
        var after = existing.ToList();
        foreach (var result in report.Results)
        {
            if (result.New is { } made)
            {
                after.Add(made);
            }

            foreach (var (column, words) in result.Filled)
            {
                after[result.Index!.Value] = after[result.Index.Value].With(column, words);
            }
        }

        return after;
    }

    private static IReadOnlyList<MergeResult> Merge(PlaceRecord[] existing, params PlaceRecord[] incoming) =>
        DirectoryMerge
            .Merge(
                existing,
                [
                    .. incoming.Select(
                        (place, index) => Incoming(place) with { At = new SourcePlace("f", index + 2, 1) }
                    ),
                ]
            )
            .Results;

    private static IncomingPlace Incoming(PlaceRecord place) =>
        new() { Place = place, At = new SourcePlace("f", 1, 1) };

    private static PlaceRecord Place(
        string name,
        string commune,
        params (StandardColumn Column, string Words)[] others
    ) =>
        PlaceRecord.Of([
            KeyValuePair.Create(StandardColumn.Name, name),
            KeyValuePair.Create(StandardColumn.Commune, commune),
            .. others.Select(other => KeyValuePair.Create(other.Column, other.Words)),
        ]);
}
