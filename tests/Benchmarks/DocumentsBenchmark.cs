using System.Runtime.CompilerServices;

namespace Connector.Benchmarks;

/// <summary>
/// A table of five columns and 20, 1,000 and 10,000 rows filled by our engine and by its peers in the same run, the
/// template opened anew each time; ours also with a compiled template, and once with 100,000 rows. Each engine runs in
/// a process of its own, with the same number of runs and none of them left out; the median counts. Ratios are the
/// fastest peer's time (the smallest peer's memory) divided by ours: above 1 is ours ahead.
/// </summary>
internal static class DocumentsBenchmark
{
    private static readonly (int Rows, int Runs)[] Sizes = [(20, 101), (1_000, 21), (10_000, 5)];

    public static async Task<IReadOnlyDictionary<string, object>> RunAsync()
    {
        var figures = new Dictionary<string, object>(StringComparer.Ordinal);
        var folder = Environment.GetEnvironmentVariable("BENCHMARK_PEERS") ?? PeersFolder();
        PeerTemplates.Write(folder);
        var perRow = 0.0;
        foreach (var (rows, runs) in Sizes)
        {
            Console.WriteLine($"{rows} rows, {runs} runs");
            var peers = await Peers(rows, runs, folder);
            var opened = await Own(OwnDocuments.Opened, rows, runs);
            var compiled = await Own(OwnDocuments.Compiled, rows, runs);
            perRow = opened.MedianMs / rows;
            figures[$"rows{rows}Milliseconds"] = opened.MedianMs;
            figures[$"rows{rows}CompiledMilliseconds"] = compiled.MedianMs;
            figures[$"rows{rows}CompiledGain"] = opened.MedianMs / compiled.MedianMs;
            figures[$"rows{rows}PeakMegabytes"] = opened.PeakMb;
            if (peers.Count > 0)
            {
                var fastest = peers.Values.Min(peer => peer.MedianMs);
                figures[$"rows{rows}Ratio"] = fastest / opened.MedianMs;
                figures[$"rows{rows}CompiledRatio"] = fastest / compiled.MedianMs;
                // The largest size tells of the engine; at the smallest it is the bare runtime's memory that is compared.
                figures["memoryRatio"] = peers.Values.Min(peer => peer.PeakMb) / opened.PeakMb;
                figures[$"rows{rows}MemoryRatio"] = figures["memoryRatio"];
            }
        }

        var most = await Own(OwnDocuments.Opened, 100_000, 3);
        figures["rows100000Milliseconds"] = most.MedianMs;
        // 1 where a hundred thousand rows cost ten times as much as ten thousand.
        figures["linearity"] = most.MedianMs / 100_000 / perRow;
        foreach (var (name, figure) in await LongDocument.RunAsync())
        {
            figures[name] = figure;
        }

        return figures;
    }

    private static async Task<Dictionary<string, EngineFigures>> Peers(int rows, int runs, string folder)
    {
        var peers = new Dictionary<string, EngineFigures>();
        foreach (var engine in DocumentEngines.Peers)
        {
            if (await DocumentEngines.Peer(engine, rows, runs, folder) is { } figures)
            {
                peers[engine] = figures;
                Tell(engine, figures);
            }
            else
            {
                Console.WriteLine($"  {engine, -16} not installed, failed, or slower than three minutes");
            }
        }

        return peers;
    }

    private static async Task<EngineFigures> Own(string mode, int rows, int runs)
    {
        var figures =
            await DocumentEngines.Ours(mode, rows, runs)
            ?? throw new InvalidOperationException($"our own engine failed on {rows} rows");
        Tell($"ours, {mode}", figures);
        return figures;
    }

    private static void Tell(string engine, EngineFigures figures) =>
        Console.WriteLine($"  {engine, -16} {figures.MedianMs, 10:0.00} ms {figures.PeakMb, 7:0} MiB");

    /// <summary>Beside this file, where <c>npm install</c> was run.</summary>
    private static string PeersFolder([CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, "DocumentPeers");
}
