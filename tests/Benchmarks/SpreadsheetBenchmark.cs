using System.Diagnostics;
using Connector.Templates.Spreadsheets;

namespace Connector.Benchmarks;

/// <summary>
/// A directory of 5,000, 50,000 and 99,999 people in ten columns, written row by row and read row by row: milliseconds, and
/// how far memory rose above what it was (peak of the heap, sampled; the bytes of the file count).
/// </summary>
internal static class SpreadsheetBenchmark
{
    private const int Runs = 3;

    private static readonly TimeSpan Sampling = TimeSpan.FromMilliseconds(5);

    public static Task<IReadOnlyDictionary<string, object>> RunAsync()
    {
        var figures = new Dictionary<string, object>(StringComparer.Ordinal);
        foreach (var rows in new[] { 5_000, 50_000, SpreadsheetLimits.Rows - 1 })
        {
            var file = Path.GetTempFileName();
            try
            {
                Tell(figures, rows, "Write", () => Write(file, rows));
                Tell(figures, rows, "Read", () => Read(file, rows));
                figures[$"rows{rows}Bytes"] = new FileInfo(file).Length;
            }
            finally
            {
                File.Delete(file);
            }
        }

        return Task.FromResult<IReadOnlyDictionary<string, object>>(figures);
    }

    private static void Tell(Dictionary<string, object> figures, int rows, string what, Action work)
    {
        var measures = Enumerable.Range(0, Runs).Select(_ => Measure(work)).ToList();
        var time = measures.Select(measure => measure.Milliseconds).Order().ElementAt(Runs / 2);
        var memory = measures.Max(measure => measure.Megabytes);
        Console.WriteLine($"{rows, 7} rows  {what, -5}  {time, 8:0} ms  {memory, 6:0} MB");
        figures[$"rows{rows}{what}Milliseconds"] = time;
        figures[$"rows{rows}{what}Megabytes"] = memory;
    }

    private static (double Milliseconds, double Megabytes) Measure(Action work)
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        var (before, peak) = (GC.GetTotalMemory(forceFullCollection: true), 0L);
        using var timer = new Timer(
            _ => peak = Math.Max(peak, GC.GetTotalMemory(false)),
            null,
            Sampling,
            Sampling
        );
        var clock = Stopwatch.StartNew();
        work();
        return (clock.Elapsed.TotalMilliseconds, Math.Max(0, peak - before) / 1048576.0);
    }

    private static void Write(string file, int rows)
    {
        using var target = File.Create(file);
        WorkbookWriter.Write(
            target,
            [
                new Sheet
                {
                    Name = "Personnes",
                    Columns = [.. Enumerable.Range(1, 10).Select(n => new SheetColumn($"Colonne {n}", 20))],
                    Rows = Enumerable.Range(1, rows).Select(Row),
                },
            ]
        );
    }

    private static IReadOnlyList<SheetCell?> Row(int number) =>
        [
            $"personne-{number}",
            $"Prénom {number % 700}",
            $"Nom de famille {number % 9_000}",
            $"personne{number}@exemple.fr",
            "Médiathèque intercommunale",
            "membre",
            $"{number % 95_000:00000}",
            SheetCell.Of(new DateOnly(2020, 1, 1).AddDays(number % 2_000)),
            SheetCell.Of(number),
            SheetCell.Of(number % 2 == 0),
        ];

    private static void Read(string file, int rows)
    {
        using var workbook = WorkbookFile.Open(File.ReadAllBytes(file));
        var read = workbook.Rows(0).Count();
        if (read != rows + 1)
        {
            throw new InvalidOperationException($"{read} rows read of {rows + 1}");
        }
    }
}
