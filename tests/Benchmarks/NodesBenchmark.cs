using System.Diagnostics;
using System.Globalization;
using System.Text;
using Connector.Connector.Tests.Service;
using Connector.DevServer;
using Connector.Jobs;
using Connector.Service;

namespace Connector.Benchmarks;

/// <summary>
/// 1, 2 and 4 nodes of <c>connector serve</c> on one PostgreSQL, with twenty territories on twenty embedded servers: the first
/// apply of all of them, then five rounds in which none has anything to do. The servers, the database and the nodes share this
/// machine, so that nodes gain no more than its processors give.
/// </summary>
internal static class NodesBenchmark
{
    private const int Territories = 20;
    private const int Rounds = 5;

    public static async Task<IReadOnlyDictionary<string, object>> RunAsync()
    {
        var figures = new Dictionary<string, object>(StringComparer.Ordinal);
        Console.WriteLine($"{"nodes", 6} {"first s", 8} {"round s", 8} {"jobs by node", 20} {"peak MB", 8}");
        foreach (var nodes in new[] { 1, 2, 4 })
        {
            var root = Directory.CreateTempSubdirectory("connector-nodes-");
            using var postgres = PostgresCluster.Start();
            var servers = new List<DevServerHost>();
            try
            {
                for (var index = 0; index < Territories; index++)
                {
                    servers.Add(await TerritoriesBenchmark.Server(root.FullName, index));
                }

                foreach (
                    var (name, value) in await Measure(root.FullName, servers, postgres.Connection, nodes)
                )
                {
                    figures[$"{nodes}.{name}"] = value;
                }
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

        return figures;
    }

    private static async Task<Dictionary<string, object>> Measure(
        string root,
        List<DevServerHost> servers,
        string connection,
        int nodes
    )
    {
        var config = await Lay(root, servers, connection);
        var processes = new List<Process>();
        try
        {
            for (var node = 0; node < nodes; node++)
            {
                var process = TerritoriesBenchmark.Start(root, null, "serve", "--config", config);
                await process.StandardOutput.ReadLineAsync();
                _ = process.StandardOutput.ReadToEndAsync();
                processes.Add(process);
            }

            var database = new ServiceDatabase
            {
                Folder = root,
                Postgres = ServiceDatabase.Complete(connection, null),
            };
            var jobs = new JobStore(database, TimeProvider.System);
            var first = await Round(jobs);
            var clock = Stopwatch.StartNew();
            for (var round = 0; round < Rounds; round++)
            {
                await Round(jobs);
            }

            var rounds = clock.Elapsed / Rounds;
            var all = await jobs.ListAsync(null, false, int.MaxValue, default);
            var shares = all.GroupBy(job => job.Node).Select(group => group.Count()).Order().ToList();
            var peak = processes.Max(process => TerritoriesBenchmark.Memory(process.Id, "VmHWM"));
            Console.WriteLine(
                $"{nodes, 6} {first.TotalSeconds, 8:0.0} {rounds.TotalSeconds, 8:0.00} {string.Join('/', shares), 20} {peak, 8:0}"
            );
            return new Dictionary<string, object>
            {
                ["firstSeconds"] = first.TotalSeconds,
                ["roundSeconds"] = rounds.TotalSeconds,
                ["jobsByNode"] = shares,
                ["peakMegabytes"] = peak,
                ["failed"] = all.Count(job => job.Outcome != "Done"),
            };
        }
        finally
        {
            foreach (var process in processes)
            {
                process.Kill();
                await process.WaitForExitAsync();
                process.Dispose();
            }
        }
    }

    private static async Task<TimeSpan> Round(JobStore jobs)
    {
        var clock = Stopwatch.StartNew();
        for (var index = 0; index < Territories; index++)
        {
            await jobs.RequestAsync(
                new JobRequest($"t{index}", JobKind.Provision, "bench", "round"),
                default
            );
        }

        while ((await jobs.ListAsync(null, true, 1, default)).Count > 0)
        {
            await Task.Delay(100);
        }

        return clock.Elapsed;
    }

    private static async Task<string> Lay(string root, List<DevServerHost> servers, string connection)
    {
        var yaml = new StringBuilder(
            $"écoute: 127.0.0.1:0\npostgresql: {connection}\nhoraires: {"{"} provision: jamais, preuve: jamais, conservation: jamais {"}"}\nterritoires:\n"
        );
        for (var index = 0; index < Territories; index++)
        {
            var folder = Path.Combine(root, $"t{index}");
            await TerritoriesBenchmark.Call(root, servers[index], "init", folder);
            var file = Path.Combine(folder, "territoire.yaml");
            // In one database ledgers are told apart by the territory's name.
            var text = await File.ReadAllTextAsync(file);
            await File.WriteAllTextAsync(
                file,
                text.Replace("Pays de Valombre", $"Pays {index}", StringComparison.Ordinal)
            );
            yaml.Append(
                CultureInfo.InvariantCulture,
                $"  - {"{"} id: t{index}, fichier: t{index}/territoire.yaml, serveur: \"{servers[index].BaseAddress}\", environnement: BENCH {"}"}\n"
            );
        }

        var config = Path.Combine(root, "connector.yaml");
        await File.WriteAllTextAsync(config, yaml.ToString());
        return config;
    }
}
