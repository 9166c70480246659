using System.Diagnostics;
using Connector.Directories;
using Connector.Reports;
using Connector.TerritoryFiles;

namespace Connector.Benchmarks;

/// <summary>
/// 20,000 made-up organisations imported into an empty directory, then the same file again, then another 20,000: milliseconds,
/// and how far memory rose above what it was (peak of the heap, sampled).
/// </summary>
internal static class DirectoryBenchmark
{
    private const int Rows = 20_000;

    private static readonly TimeSpan Sampling = TimeSpan.FromMilliseconds(5);

    private static readonly string[] Kinds =
    [
        "Mairie",
        "Médiathèque",
        "Association",
        "Centre social",
        "Mission locale",
    ];

    public static async Task<IReadOnlyDictionary<string, object>> RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("connector-directory-");
        try
        {
            var figures = new Dictionary<string, object>(StringComparer.Ordinal);
            var into = Path.Combine(folder.FullName, "Annuaire.xlsx");
            var (first, other) = (
                Path.Combine(folder.FullName, "a.csv"),
                Path.Combine(folder.FullName, "b.csv")
            );
            await File.WriteAllLinesAsync(first, Lines(0));
            await File.WriteAllLinesAsync(other, Lines(Rows));
            await Tell(figures, "first", first, into);
            await Tell(figures, "again", first, into);
            await Tell(figures, "other", other, into);
            return figures;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task Tell(Dictionary<string, object> figures, string what, string file, string into)
    {
        GC.Collect();
        var (before, peak) = (GC.GetTotalMemory(forceFullCollection: true), 0L);
        using var timer = new Timer(
            _ => peak = Math.Max(peak, GC.GetTotalMemory(false)),
            null,
            Sampling,
            Sampling
        );
        var clock = Stopwatch.StartNew();
        var directory = LocalDirectory.Open(into, new ProblemList(into))!;
        var view = await new ImportRun(
            new ImportRequest
            {
                File = file,
                Today = new DateOnly(2026, 11, 30),
                Yes = true,
            },
            directory
        ).RunAsync(default);
        var time = clock.Elapsed.TotalMilliseconds;
        var memory = Math.Max(0, peak - before) / 1048576.0;
        var comparisons = view.Merged!.Comparisons;
        var counts = string.Join(", ", view.Merged.Results.CountBy(result => result.Outcome));
        Console.WriteLine(
            $"{what, -6} {Rows} rows  {time, 8:0} ms  {memory, 6:0} MB  {comparisons, 8} comparisons  {counts}"
        );
        figures[$"{what}Milliseconds"] = time;
        figures[$"{what}Megabytes"] = memory;
        figures[$"{what}Comparisons"] = comparisons;
    }

    private static IEnumerable<string> Lines(int from)
    {
        yield return "id,pivot,nom,commune,code_postal,adresse,typologie,telephone,courriels,services,date_maj";
        for (var n = from; n < from + Rows; n++)
        {
            var name = $"{Kinds[n % Kinds.Length]} {(char)('A' + (n % 26))}{n * 7919L % 99_991} des Quais";
            yield return FormattableString.Invariant(
                $"s-{n},{(n % 10 == 0 ? "" : $"{20_000_000_000_000L + n}")},{name},Commune {n % 622},{24_000 + (n % 622)},{n} rue du Test,ASSO|EPN,05 53 {n / 10_000 % 100:00} {n / 100 % 100:00} {n % 100:00},contact{n}@example.org,Aide aux démarches administratives|Loisirs et créations numériques,2026-01-31"
            );
        }
    }
}
