using System.Diagnostics;
using System.Globalization;
using Connector.Templates;

namespace Connector.Benchmarks;

/// <summary>
/// A roadmap of some 200 pages that is read back: processor time of the whole process after one reading to warm up, so
/// that what else runs on the machine does not count.
/// </summary>
internal static class LongDocument
{
    private const int Runs = 5;

    private static readonly DocumentStamp Stamp = new()
    {
        Id = "benchmark/long",
        Modified = new DateTimeOffset(2026, 3, 12, 0, 0, 0, TimeSpan.Zero),
    };

    public static Task<IReadOnlyDictionary<string, object>> RunAsync()
    {
        var data = Roadmap().ToData();
        var docx = BuiltInTemplates.Roadmap.Fill(data);
        if (Environment.GetEnvironmentVariable("BENCHMARK_KEEP") is { Length: > 0 } file)
        {
            File.WriteAllBytes(file, docx);
        }

        DocumentReader.Read(docx, BuiltInTemplates.Roadmap, data);
        var times = Enumerable.Range(0, Runs).Select(_ => Seconds(() => Read(docx, data))).Order().ToList();
        Console.WriteLine($"200 pages read back in {times[Runs / 2]:0.000} s of processor time");
        IReadOnlyDictionary<string, object> figures = new Dictionary<string, object>
        {
            ["readBack200PagesSeconds"] = times[Runs / 2],
        };
        return Task.FromResult(figures);
    }

    private static void Read(byte[] docx, DocumentData data)
    {
        var read = DocumentReader.Read(docx, BuiltInTemplates.Roadmap, data);
        if (read.Problems.Count + read.MissingRows.Count > 0)
        {
            throw new InvalidOperationException("an untouched document was not read back");
        }
    }

    private static double Seconds(Action action)
    {
        using var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        action();
        process.Refresh();
        return (process.TotalProcessorTime - before).TotalSeconds;
    }

    private static RoadmapContent Roadmap() =>
        new()
        {
            Stamp = Stamp,
            Owner = "Réseau d'inclusion numérique",
            Territory = "Val d'Ormeau",
            Version = "2",
            Date = new DateOnly(2026, 12, 3),
            Purpose = "Réunir celles et ceux qui accompagnent les habitants.",
            Diagnosis = "Un habitant sur cinq vit à plus de vingt minutes d'un lieu d'accompagnement.",
            Members = [.. Many(900, key => new RoadmapMember(key, Name(key), key, "membre", $"Zoé {key}"))],
            Workstreams = [.. Many(700, Workstream)],
            Commitments =
            [
                .. Many(
                    700,
                    key => new RoadmapCommitment(
                        key,
                        Name(key),
                        [
                            $"Participer aux rencontres du groupe {key}",
                            "Tenir à jour sa fiche dans l'annuaire",
                        ]
                    )
                ),
            ],
            Signatures = [.. Many(900, key => new RoadmapSignature(key, Name(key)))],
        };

    private static IEnumerable<T> Many<T>(int count, Func<string, T> make) =>
        Enumerable.Range(1, count).Select(number => make(number.ToString(CultureInfo.InvariantCulture)));

    private static string Name(string key) => $"Maison de quartier numéro {key}";

    private static RoadmapWorkstream Workstream(string key) =>
        new()
        {
            Key = key,
            Title = $"Bus numérique {key}",
            Need = $"Hameau {key} sans lieu d'accompagnement ni transport",
            Lead = Name(key),
            Partners = [Name(key + "1"), Name(key + "2")],
            Audiences = ["Seniors", "Familles"],
            Budget = $"{key} 500 €",
            Indicator = "Personnes accompagnées par mois",
            Start = new DateOnly(2027, 1, 1),
            End = new DateOnly(2027, 12, 31),
            Status = RoadmapContent.Statuses[1],
        };
}
