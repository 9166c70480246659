using System.Diagnostics;
using System.Globalization;
using System.Text;
using Connector.Cli;
using Connector.DevServer;
using Connector.Jobs;
using Connector.Service;

namespace Connector.Benchmarks;

/// <summary>
/// <c>connector serve</c> as its own process with 10, 100 and 1,000 territories that are in order, on ten embedded servers: a
/// minute of the schedule « every 15 minutes », then all of them asked for at once. Each territory has files and a ledger of its
/// own, and those of one server look at the same workspace, which none of them changes.
/// </summary>
internal static class TerritoriesBenchmark
{
    private const int Servers = 10;
    public const string User = "admin";
    public const string Password = "Essai-Passw0rd";

    /// <summary>Ten, a hundred and a thousand, unless <c>CONNECTOR_SIZES</c> says which: <c>100,1000</c>.</summary>
    private static IEnumerable<int> Sizes =>
        Environment.GetEnvironmentVariable("CONNECTOR_SIZES") is { Length: > 0 } said
            ? said.Split(',').Select(size => int.Parse(size, CultureInfo.InvariantCulture))
            : [10, 100, 1_000];

    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(60);

    public static async Task<IReadOnlyDictionary<string, object>> RunAsync()
    {
        var root = Directory.CreateTempSubdirectory("connector-territories-");
        var servers = new List<DevServerHost>();
        try
        {
            for (var index = 0; index < Servers; index++)
            {
                servers.Add(await Server(root.FullName, index));
                await Provision(root.FullName, servers[index], index);
            }

            Console.WriteLine(
                $"{"territories", 11} {"ready s", 8} {"idle MB", 8} {"peak MB", 8} {"jobs", 6} {"lag p50 s", 10} {"lag max s", 10} {"round s", 8} {"req/job", 8}"
            );
            var figures = new Dictionary<string, object>(StringComparer.Ordinal);
            foreach (var size in Sizes)
            {
                foreach (var (name, value) in await Measure(root.FullName, servers, size))
                {
                    figures[$"{size}.{name}"] = value;
                }
            }

            return figures;
        }
        finally
        {
            foreach (var server in servers)
            {
                await server.DisposeAsync();
            }

            root.Delete(recursive: true);
        }
    }

    public static Task<DevServerHost> Server(string root, int index) =>
        DevServerHost.StartAsync(
            new DevServerOptions
            {
                DataDirectory = Path.Combine(root, $"server-{index}"),
                AdminPassword = Password,
            },
            CancellationToken.None
        );

    /// <summary>A sample territory, applied twice: the second run has nothing to do, as all that are measured.</summary>
    private static async Task Provision(string root, DevServerHost server, int index)
    {
        var folder = Path.Combine(root, $"model-{index}");
        await Call(root, server, "init", folder);
        for (var run = 0; run < 2; run++)
        {
            await Call(root, server, "apply", Path.Combine(folder, "territoire.yaml"));
        }
    }

    private static async Task<IReadOnlyDictionary<string, object>> Measure(
        string root,
        List<DevServerHost> servers,
        int size
    )
    {
        var folder = Path.Combine(root, $"service-{size}");
        var config = Lay(root, folder, servers, size);
        var clock = Stopwatch.StartNew();
        using var service = Start(root, null, "serve", "--config", config);
        try
        {
            var line = await service.StandardOutput.ReadLineAsync();
            var ready = clock.Elapsed;
            if (line is null || !line.Contains("http", StringComparison.Ordinal))
            {
                throw new InvalidOperationException(
                    $"the service said: {line} {await service.StandardError.ReadToEndAsync()}"
                );
            }

            _ = service.StandardOutput.ReadToEndAsync();
            await Task.Delay(TimeSpan.FromSeconds(3));
            var idle = Memory(service.Id, "VmRSS");
            await Task.Delay(Quiet);
            var jobs = new JobStore(
                new ServiceDatabase { Folder = Path.Combine(folder, ".connector") },
                TimeProvider.System
            );
            var scheduled = await Ended(jobs);
            var (round, asked) = await Round(jobs, size);
            var peak = Memory(service.Id, "VmHWM");
            var lags = scheduled.Select(Lag).Order().DefaultIfEmpty().ToList();
            var requests = asked.Average(job => job.Requests);
            var failed = asked.Concat(scheduled).Count(job => job.Outcome != "Done");
            Console.WriteLine(
                $"{size, 11} {ready.TotalSeconds, 8:0.00} {idle, 8:0} {peak, 8:0} {scheduled.Count, 6} {lags[lags.Count / 2], 10:0.00} {lags[^1], 10:0.00} {round.TotalSeconds, 8:0.0} {requests, 8:0.0}"
            );
            return new Dictionary<string, object>
            {
                ["readySeconds"] = ready.TotalSeconds,
                ["idleMegabytes"] = idle,
                ["peakMegabytes"] = peak,
                ["scheduledJobs"] = scheduled.Count,
                ["lagMedianSeconds"] = lags[lags.Count / 2],
                ["lagMaxSeconds"] = lags[^1],
                ["roundSeconds"] = round.TotalSeconds,
                ["requestsPerJob"] = requests,
                ["fairness"] = Fairness(asked),
                ["failed"] = failed,
            };
        }
        finally
        {
            service.Kill();
            await service.WaitForExitAsync();
        }
    }

    /// <summary>All territories at once: how long until the last is done.</summary>
    private static async Task<(TimeSpan Took, List<JobRow> Jobs)> Round(JobStore jobs, int size)
    {
        var clock = Stopwatch.StartNew();
        var ids = new List<long>();
        for (var index = 0; index < size; index++)
        {
            var request = new JobRequest($"t{index}", JobKind.Provision, "bench", "round");
            ids.Add((await jobs.RequestAsync(request, default)).Job.Id);
        }

        while ((await jobs.ListAsync(null, true, 1, default)).Count > 0)
        {
            await Task.Delay(200);
        }

        var took = clock.Elapsed;
        var done = (await jobs.ListAsync(null, false, int.MaxValue, default)).Where(job =>
            ids.Contains(job.Id)
        );
        return (took, [.. done]);
    }

    /// <summary>The slowest server's mean time from asking to end, as a multiple of the fastest one's: 1 is fair.</summary>
    private static double Fairness(List<JobRow> asked)
    {
        var means = asked
            .GroupBy(job => int.Parse(job.Territory[1..], CultureInfo.InvariantCulture) % Servers)
            .Select(group => group.Average(job => (job.EndedAt!.Value - job.AskedAt).TotalSeconds))
            .ToList();
        return means.Max() / Math.Max(0.001, means.Min());
    }

    private static async Task<List<JobRow>> Ended(JobStore jobs) =>
        (await jobs.ListAsync(null, false, int.MaxValue, default)).FindAll(job =>
            job.State == JobState.Ended
        );

    private static double Lag(JobRow job) => (job.StartedAt!.Value - job.AskedAt).TotalSeconds;

    private static string Lay(string root, string folder, List<DevServerHost> servers, int size)
    {
        Directory.CreateDirectory(folder);
        var yaml = new StringBuilder(
            "écoute: 127.0.0.1:0\nhoraires: { preuve: jamais, conservation: jamais }\nterritoires:\n"
        );
        for (var index = 0; index < size; index++)
        {
            var model = index % Servers;
            Copy(Path.Combine(root, $"model-{model}"), Path.Combine(folder, $"t{index}"));
            yaml.Append(
                CultureInfo.InvariantCulture,
                $"  - {"{"} id: t{index}, fichier: t{index}/territoire.yaml, serveur: \"{servers[model].BaseAddress}\", environnement: BENCH {"}"}\n"
            );
        }

        var config = Path.Combine(folder, "connector.yaml");
        File.WriteAllText(config, yaml.ToString());
        return config;
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    public static async Task Call(string home, DevServerHost server, params string[] args)
    {
        using var process = Start(home, server.BaseAddress, args);
        var said = process.StandardOutput.ReadToEndAsync();
        var errors = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{string.Join(' ', args)}: {await said}{errors}");
        }
    }

    /// <summary>The product as its user starts it, with an environment of its own.</summary>
    public static Process Start(string home, Uri? server, params string[] args)
    {
        string[] all = [typeof(Doorway).Assembly.Location, .. args];
        var start = new ProcessStartInfo("dotnet", all)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["HOME"] = home;
        start.Environment["XDG_CONFIG_HOME"] = home;
        start.Environment["PATH"] = "";
        start.Environment["BENCH_USER"] = start.Environment["CONNECTOR_USER"] = User;
        start.Environment["BENCH_PASSWORD"] = start.Environment["CONNECTOR_PASSWORD"] = Password;
        if (server is not null)
        {
            start.Environment["CONNECTOR_URL"] = server.AbsoluteUri;
        }

        return Process.Start(start)!;
    }

    /// <summary>Megabytes, as the kernel counts them.</summary>
    public static double Memory(int process, string what)
    {
        var line = File.ReadLines($"/proc/{process}/status")
            .First(line => line.StartsWith(what, StringComparison.Ordinal));
        return double.Parse(
                line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2],
                CultureInfo.InvariantCulture
            ) / 1024;
    }
}
