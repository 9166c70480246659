using System.Diagnostics;
using System.Globalization;
using System.Text;
using Connector.DevServer;
using Connector.Jobs;
using Connector.Service;

namespace Connector.Benchmarks.Soak;

/// <summary>
/// A day of a service in less than two hours: <c>connector serve</c> as a process of its own with twenty territories on twenty
/// embedded servers, each looked at every 62 seconds in place of every 15 minutes (97 times), while members write, servers fail
/// and two of them are away for long. Afterwards nothing that somebody wrote may be lost, nothing doubled, and nothing left to do; and what the
/// service holds must not have grown. <c>CONNECTOR_SOAK_MINUTES</c> says another length.
/// </summary>
internal static class SoakBenchmark
{
    private const int Territories = 20;
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(62);

    private static TimeSpan Length =>
        TimeSpan.FromMinutes(
            Environment.GetEnvironmentVariable("CONNECTOR_SOAK_MINUTES") is { Length: > 0 } said
                ? double.Parse(said, CultureInfo.InvariantCulture)
                : 100
        );

    public static async Task<IReadOnlyDictionary<string, object>> RunAsync()
    {
        var root = Directory.CreateTempSubdirectory("connector-soak-").FullName;
        var servers = new List<DevServerHost>();
        try
        {
            for (var index = 0; index < Territories; index++)
            {
                servers.Add(await TerritoriesBenchmark.Server(root, index));
                await Provision(root, servers[index], index);
            }

            return await Live(root, servers);
        }
        finally
        {
            foreach (var server in servers)
            {
                await server.DisposeAsync();
            }

            Directory.Delete(root, recursive: true);
        }
    }

    private static async Task Provision(string root, DevServerHost server, int index)
    {
        var folder = Folder(root, index);
        await TerritoriesBenchmark.Call(root, server, "init", folder);
        for (var run = 0; run < 2; run++)
        {
            await TerritoriesBenchmark.Call(root, server, "apply", Path.Combine(folder, "territoire.yaml"));
        }
    }

    private static async Task<IReadOnlyDictionary<string, object>> Live(
        string root,
        List<DevServerHost> servers
    )
    {
        var members = servers.ConvertAll(server => new SoakMembers(server));
        using var service = TerritoriesBenchmark.Start(root, null, "serve", "--config", Lay(root, servers));
        try
        {
            var address = await Ready(service);
            var jobs = new JobStore(
                new ServiceDatabase { Folder = Path.Combine(root, ".connector") },
                TimeProvider.System
            );
            var gauge = new SoakGauge(service.Id, root, address);
            using var end = new CancellationTokenSource(Length);
            var weather = new SoakWeather(servers, Length);
            await Together(
                gauge.WatchAsync(end.Token),
                weather.BlowAsync(end.Token),
                SoakMembers.LiveAsync(members, weather, end.Token)
            );
            weather.Clear();
            var quiet = await Quiet(jobs, TimeProvider.System.GetUtcNow());
            var lost = 0;
            foreach (var (member, index) in members.Select((member, index) => (member, index)))
            {
                lost += await member.LostAsync($"t{index}");
            }

            return await Figures(jobs, gauge, weather, members, lost, quiet);
        }
        finally
        {
            service.Kill();
            await service.WaitForExitAsync();
        }
    }

    /// <summary>The first that fails ends the day: without members, or without weather, it would prove nothing.</summary>
    private static async Task Together(params Task[] parts)
    {
        await foreach (var part in Task.WhenEach(parts))
        {
            await part;
        }
    }

    /// <summary>Two rounds after the last change and the last fault: the second of them must change nothing.</summary>
    /// <returns>What the last job of each territory still changed, or why it failed.</returns>
    private static async Task<List<string>> Quiet(JobStore jobs, DateTimeOffset calm)
    {
        var late = calm + TimeSpan.FromMinutes(15);
        while (TimeProvider.System.GetUtcNow() < late)
        {
            var since = (await Provisions(jobs))
                .Where(job => job.StartedAt > calm)
                .GroupBy(job => job.Territory)
                .Where(group => group.Count() >= 3)
                .Select(group => group.MaxBy(job => job.Id)!)
                .ToList();
            if (since.Count == Territories)
            {
                return
                [
                    .. since
                        .Where(job => job.Outcome != "Done" || job.Changes > 0)
                        .Select(job => $"{job.Territory}: {job.Outcome}, {job.Changes}, {job.Summary}"),
                ];
            }

            await Task.Delay(TimeSpan.FromSeconds(5));
        }

        return ["some territories had no three runs within fifteen minutes"];
    }

    private static async Task<Dictionary<string, object>> Figures(
        JobStore jobs,
        SoakGauge gauge,
        SoakWeather weather,
        List<SoakMembers> members,
        int lost,
        List<string> restless
    )
    {
        var all = await Provisions(jobs);
        var doubled = 0;
        foreach (var member in members)
        {
            doubled += await member.DoubledAsync();
        }

        foreach (var told in restless)
        {
            Console.WriteLine($"not settled: {told}");
        }

        foreach (var failure in all.Where(job => job.Outcome != "Done").GroupBy(job => job.Outcome))
        {
            var sample = string.Join(" | ", failure.Select(job => job.Summary).Distinct().Take(4));
            Console.WriteLine($"{failure.Count()} jobs ended {failure.Key}: {sample}");
        }

        var figures = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["minutes"] = Length.TotalMinutes,
            ["lost"] = lost,
            ["doubled"] = doubled,
            ["notSettled"] = restless.Count,
            ["edits"] = members.Sum(member => member.Edits),
            ["faults"] = weather.Faults,
            ["jobs"] = all.Count,
            ["jobsThatChanged"] = all.Count(job => job.Changes > 0),
            ["jobsNotDone"] = all.Count(job => job.Outcome != "Done"),
            ["longestWithoutRunSeconds"] = Math.Round(Gaps(all).Max()),
        };
        Percentiles(figures, "quietJobSeconds", all.Where(job => job.Changes == 0).Select(Seconds));
        Percentiles(figures, "changingJobSeconds", all.Where(job => job.Changes > 0).Select(Seconds));
        Percentiles(
            figures,
            "waitSeconds",
            all.Select(job => (job.StartedAt! - job.NotBefore).Value.TotalSeconds)
        );
        gauge.Tell(figures);
        return figures;
    }

    private static double Seconds(JobRow job) => job.Duration!.Value.TotalSeconds;

    public static void Percentiles(
        Dictionary<string, object> figures,
        string name,
        IEnumerable<double> values
    )
    {
        var sorted = values.Order().ToList();
        foreach (var percent in sorted.Count == 0 ? [] : new[] { 50, 95, 99, 100 })
        {
            var at = (int)Math.Ceiling(sorted.Count * percent / 100.0) - 1;
            figures[$"{name}.p{percent}"] = Math.Round(sorted[at], 3);
        }
    }

    private static IEnumerable<double> Gaps(List<JobRow> jobs) =>
        jobs.GroupBy(job => job.Territory)
            .SelectMany(group =>
            {
                var ends = group.Select(job => job.EndedAt!.Value).Order().ToList();
                return ends.Zip(ends.Skip(1), (before, after) => (after - before).TotalSeconds);
            })
            .DefaultIfEmpty();

    private static async Task<List<JobRow>> Provisions(JobStore jobs) =>
        (await jobs.ListAsync(null, false, int.MaxValue, default)).FindAll(job =>
            job is { Kind: JobKind.Provision, State: JobState.Ended }
        );

    private static async Task<Uri> Ready(Process service)
    {
        var errors = service.StandardError.ReadToEndAsync();
        var line = await service.StandardOutput.ReadLineAsync() ?? await errors;
        var at = line.IndexOf("http", StringComparison.Ordinal);
        if (at < 0)
        {
            throw new InvalidOperationException($"the service said: {line}");
        }

        _ = service.StandardOutput.ReadToEndAsync();
        return new Uri(line[at..].Split(' ', '\u00A0')[0].TrimEnd('.'));
    }

    private static string Folder(string root, int index) => Path.Combine(root, $"t{index}");

    private static string Lay(string root, List<DevServerHost> servers)
    {
        var yaml = new StringBuilder(
            $"""
            écoute: 127.0.0.1:0
            horaires:
              provision: toutes les {Round.TotalSeconds:0} secondes
              preuve: toutes les 30 minutes
              conservation: toutes les 30 minutes
            territoires:

            """
        );
        for (var index = 0; index < servers.Count; index++)
        {
            yaml.Append(
                CultureInfo.InvariantCulture,
                $"  - {"{"} id: t{index}, fichier: t{index}/territoire.yaml, serveur: \"{servers[index].BaseAddress}\", environnement: BENCH {"}"}\n"
            );
        }

        var config = Path.Combine(root, "connector.yaml");
        File.WriteAllText(config, yaml.ToString());
        return config;
    }
}
