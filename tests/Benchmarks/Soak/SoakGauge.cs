using System.Diagnostics;
using System.Globalization;

namespace Connector.Benchmarks.Soak;

/// <summary>What the service holds, each minute: memory, handles, threads, bytes on disk; and how soon it answers.</summary>
/// <param name="process">The service's.</param>
/// <param name="folder">Where its databases and the territories' ledgers are.</param>
/// <param name="address">Where it listens.</param>
internal sealed class SoakGauge(int process, string folder, Uri address)
{
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(60);
    private readonly List<Reading> _readings = [];
    private readonly List<double> _answers = [];

    public async Task WatchAsync(CancellationToken ct)
    {
        Console.WriteLine(
            $"{"min", 6} {"MB", 6} {"handles", 8} {"threads", 8} {"jobs kB", 8} {"ledgers kB", 11}"
        );
        using var http = new HttpClient { BaseAddress = address };
        var clock = Stopwatch.StartNew();
        var next = Between;
        while (!ct.IsCancellationRequested)
        {
            await Ask(http);
            if (clock.Elapsed >= next)
            {
                next += Between;
                Read(clock.Elapsed);
            }

            await Task.Delay(TimeSpan.FromSeconds(2), ct).ContinueWith(_ => { }, TaskScheduler.Default);
        }
    }

    /// <summary>The second quarter of the time against the last one: the first is the service's warming up.</summary>
    public void Tell(Dictionary<string, object> figures)
    {
        SoakBenchmark.Percentiles(figures, "readyMilliseconds", _answers);
        var quarter = _readings.Count / 4;
        if (quarter == 0)
        {
            return;
        }

        var (early, late) = (_readings[quarter..(2 * quarter)], _readings[^quarter..]);
        figures["memoryEarlyMegabytes"] = Median(early, reading => reading.Megabytes);
        figures["memoryLateMegabytes"] = Median(late, reading => reading.Megabytes);
        figures["memoryGrowthRatio"] = Math.Round(
            Median(late, reading => reading.Megabytes) / Median(early, reading => reading.Megabytes),
            3
        );
        figures["memoryPeakMegabytes"] = Math.Round(TerritoriesBenchmark.Memory(process, "VmHWM"));
        figures["handlesEarly"] = Median(early, reading => reading.Handles);
        figures["handlesLate"] = Median(late, reading => reading.Handles);
        figures["threadsEarly"] = Median(early, reading => reading.Threads);
        figures["threadsLate"] = Median(late, reading => reading.Threads);
        figures["serviceKilobytesPerHour"] = PerHour(reading => reading.Service);
        figures["ledgersKilobytesPerHour"] = PerHour(reading => reading.Ledgers);
        figures["processorShare"] = Math.Round(
            (_readings[^1].Processor - _readings[0].Processor)
                / (_readings[^1].At - _readings[0].At).TotalSeconds,
            3
        );
    }

    private async Task Ask(HttpClient http)
    {
        var started = Stopwatch.GetTimestamp();
        using var answer = await http.GetAsync("health/ready");
        _answers.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
    }

    private void Read(TimeSpan at)
    {
        var reading = new Reading(
            at,
            Math.Round(TerritoriesBenchmark.Memory(process, "VmRSS")),
            Directory.GetFiles($"/proc/{process}/fd").Length,
            Directory.GetDirectories($"/proc/{process}/task").Length,
            Kilobytes(Path.Combine(folder, ".connector")),
            Directory.GetDirectories(folder, "t*").Sum(Kilobytes),
            ProcessorSeconds()
        );
        _readings.Add(reading);
        Console.WriteLine(
            $"{at.TotalMinutes, 6:0} {reading.Megabytes, 6:0} {reading.Handles, 8} {reading.Threads, 8} {reading.Service, 8} {reading.Ledgers, 11}"
        );
    }

    private double PerHour(Func<Reading, double> what) =>
        Math.Round(
            (what(_readings[^1]) - what(_readings[0])) / (_readings[^1].At - _readings[0].At).TotalHours
        );

    private static double Median(List<Reading> readings, Func<Reading, double> what) =>
        readings.Select(what).Order().ElementAt(readings.Count / 2);

    private static long Kilobytes(string where) =>
        Directory
            .EnumerateFiles(where, "*", SearchOption.AllDirectories)
            .Sum(file => new FileInfo(file) is { Exists: true } there ? there.Length : 0) / 1024;

    /// <summary>Of both kinds, from the kernel's count in hundredths of a second (proc(5), stat).</summary>
    private double ProcessorSeconds()
    {
        var stat = File.ReadAllText($"/proc/{process}/stat");
        var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        return (
                long.Parse(fields[11], CultureInfo.InvariantCulture)
                + long.Parse(fields[12], CultureInfo.InvariantCulture)
            ) / 100.0;
    }

    private sealed record Reading(
        TimeSpan At,
        double Megabytes,
        double Handles,
        double Threads,
        double Service,
        double Ledgers,
        double Processor
    );
}
