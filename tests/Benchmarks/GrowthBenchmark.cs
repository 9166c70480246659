using System.Diagnostics;
using System.Globalization;
using Connector.DevServer;
using Connector.Domain.Territories;
using Connector.Domain.Workspaces;
using Connector.Ledger;
using Connector.Nextcloud;
using Connector.Provisioning;
using Connector.Reports;
using Connector.Testing;

namespace Connector.Benchmarks;

/// <summary>
/// 10, 100 and 1,000 groups of 13 folders and 6 documents as plain shared folders on the DevServer: a first apply,
/// the look that follows it, and a run with nothing to do. Milliseconds and requests for each group should not grow
/// with the number of groups. In the clock: all of a run, ledger included, in this process, which the DevServer
/// shares. Out of it: starting the server and opening the ledger. A first run of five groups warms both up, unmeasured.
/// </summary>
internal static class GrowthBenchmark
{
    private const string DevPassword = "benchmark-password";

    public static async Task<IReadOnlyDictionary<string, object>> RunAsync()
    {
        var figures = new Dictionary<string, object>(StringComparer.Ordinal);
        await Grow(5);
        Console.WriteLine(
            "groups  first s  requests  ms/group  requests/group  nothing to do s  requests  ms/group"
        );
        foreach (var groups in new[] { 10, 100, 1000 })
        {
            var (first, noop) = await Grow(groups);
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{groups, 6} {first.Seconds, 8:0.00} {first.Requests, 9} {1000 * first.Seconds / groups, 9:0.0} {(double)first.Requests / groups, 15:0.00} {noop.Seconds, 16:0.000} {noop.Requests, 9} {1000 * noop.Seconds / groups, 9:0.00}"
                )
            );
            figures[$"groups{groups}FirstSeconds"] = first.Seconds;
            figures[$"groups{groups}FirstRequests"] = first.Requests;
            figures[$"groups{groups}FirstMillisecondsPerGroup"] = 1000 * first.Seconds / groups;
            figures[$"groups{groups}FirstRequestsPerGroup"] = (double)first.Requests / groups;
            figures[$"groups{groups}NoopSeconds"] = noop.Seconds;
            figures[$"groups{groups}NoopRequests"] = noop.Requests;
            figures[$"groups{groups}NoopMillisecondsPerGroup"] = 1000 * noop.Seconds / groups;
        }

        return figures;
    }

    private static async Task<(Run First, Run Noop)> Grow(int groups)
    {
        var folder = Directory.CreateTempSubdirectory("connector-benchmark-");
        try
        {
            await using var host = await DevServerHost.StartAsync(
                new DevServerOptions
                {
                    DataDirectory = Path.Combine(folder.FullName, "server"),
                    AdminPassword = DevPassword,
                },
                CancellationToken.None
            );
            await using var ledger = await LedgerStore.OpenAsync(
                Path.Combine(folder.FullName, "ledger.db"),
                TimeProvider.System,
                CancellationToken.None
            );
            var account = new NextcloudAccount
            {
                BaseUrl = host.BaseAddress,
                UserName = "admin",
                AppPassword = DevPassword,
            };
            await ledger.RememberAsync(
                Slug.Of(SomeNetwork.Territory(groups).Name),
                [StrategyChoice.OnRecord(new ChosenStrategy(Strategy.SharedFolders, default))],
                CancellationToken.None
            );
            var first = await Once(account, ledger, groups);
            await Once(account, ledger, groups);
            return (first, await Once(account, ledger, groups));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<Run> Once(NextcloudAccount account, LedgerStore ledger, int groups)
    {
        await using var client = new NextcloudClientFactory(TimeProvider.System).Create(account);
        var clock = Stopwatch.StartNew();
        var report = await new ProvisionRun(client, ledger, TimeProvider.System).ApplyAsync(
            SomeNetwork.Territory(groups),
            SomeNetwork.Blueprints(plain: true),
            null,
            null,
            CancellationToken.None
        );
        return report.Outcome == RunOutcome.Done
            ? new Run(clock.Elapsed.TotalSeconds, client.Requests.Total)
            : throw new InvalidOperationException(
                $"the apply of {groups} groups ended as {report.Outcome}: {string.Join("; ", report.Problems.Select(problem => problem.Message.English))}"
            );
    }

    private sealed record Run(double Seconds, int Requests);
}
