using System.Diagnostics;
using System.Globalization;
using Connector.Templates;

namespace Connector.Benchmarks;

/// <summary>
/// Our engine in a process of its own, as each peer is, so that its peak memory is its own too:
/// <c>documents-ours MODE ROWS RUNS</c>, MODE <c>opened</c> (the template opened each time) or <c>compiled</c> (opened
/// once, before the clock starts).
/// </summary>
internal static class OwnDocuments
{
    public const string Verb = "documents-ours";
    public const string Opened = "opened";
    public const string Compiled = "compiled";

    public static EngineFigures Measure(string mode, int rows, int runs)
    {
        var template = Path.Combine(Path.GetTempPath(), $"connector-{Environment.ProcessId}.docx");
        File.WriteAllBytes(template, PeerTemplates.Ours());
        var data = Data(rows);
        var compiled = mode == Compiled ? DocumentTemplate.Load(File.ReadAllBytes(template)) : null;
        var times = new List<double>();
        for (var run = 0; run < runs; run++)
        {
            var start = Stopwatch.GetTimestamp();
            (compiled ?? DocumentTemplate.Load(File.ReadAllBytes(template))).Fill(data);
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        File.Delete(template);
        return new EngineFigures(times.Order().ElementAt(runs / 2), PeakMegabytes());
    }

    private static DocumentData Data(int rows)
    {
        var stamp = new DocumentStamp
        {
            Id = "benchmark",
            Modified = new DateTimeOffset(2026, 3, 12, 0, 0, 0, TimeSpan.Zero),
            Author = "Benchmark",
        };
        return new DocumentData(stamp, "Compte-rendu")
            .With("titre", "Assemblée")
            .With("rows", new RowsValue([.. Enumerable.Range(0, rows).Select(Row)]));
    }

    private static DocumentRow Row(int number)
    {
        var name = number.ToString(CultureInfo.InvariantCulture);
        return new DocumentRow(name)
            .With("n", name)
            .With("a", $"Relire le chapitre {name} & <valider>")
            .With("p", "Alice Dupont")
            .With("e", "12 mars 2026")
            .With("s", "en cours");
    }

    /// <summary>The most memory that was resident at once: what <c>getrusage</c> tells of the peers.</summary>
    private static double PeakMegabytes()
    {
        using var process = Process.GetCurrentProcess();
        return process.PeakWorkingSet64 / 1024.0 / 1024;
    }
}
