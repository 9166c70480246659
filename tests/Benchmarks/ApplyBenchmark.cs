using System.Diagnostics;
using Connector.DevServer;
using Connector.Ledger;
using Connector.Nextcloud;
using Connector.Provisioning;
using Connector.Reports;
using Connector.Testing;

namespace Connector.Benchmarks;

/// <summary>
/// The test territory applied, then applied again with nothing to do, on the DevServer and, when
/// <c>NEXTCLOUD_URL</c>, <c>NEXTCLOUD_USER</c> and <c>NEXTCLOUD_PASSWORD</c> name one, on a real Nextcloud. The peer is
/// rclone, copying the resulting tree to the same real server with the same app password.
/// </summary>
internal static class ApplyBenchmark
{
    private const string DevPassword = "benchmark-password";

    public static async Task<IReadOnlyDictionary<string, object>> RunAsync()
    {
        var figures = new Dictionary<string, object>(StringComparer.Ordinal);
        await OnDevServer(figures);
        if (TestServer.Real() is { } real)
        {
            await OnReal(real, figures);
        }
        else
        {
            Console.WriteLine("real server: none (set NEXTCLOUD_URL, NEXTCLOUD_USER and NEXTCLOUD_PASSWORD)");
        }

        return figures;
    }

    private static async Task OnDevServer(Dictionary<string, object> figures)
    {
        var folder = Directory.CreateTempSubdirectory("connector-benchmark-");
        await using (
            var host = await DevServerHost.StartAsync(
                new DevServerOptions { DataDirectory = folder.FullName, AdminPassword = DevPassword },
                CancellationToken.None
            )
        )
        {
            var account = new NextcloudAccount
            {
                BaseUrl = host.BaseAddress,
                UserName = "admin",
                AppPassword = DevPassword,
            };
            await Measure("devServer", account, "bench", figures);
        }

        folder.Delete(recursive: true);
    }

    private static async Task OnReal(TestServer real, Dictionary<string, object> figures)
    {
        var prefix = $"b{Environment.ProcessId}";
        var account = new NextcloudAccount
        {
            BaseUrl = real.Url,
            UserName = real.User,
            AppPassword = real.Password,
            RealPassword = real.RealPassword,
        };
        var (first, noop) = await Measure("nextcloud", account, prefix, figures);
        var peer = await RclonePeer.MeasureAsync(account, prefix);
        if (peer is null)
        {
            Console.WriteLine("peer rclone: not installed");
            return;
        }

        Console.WriteLine(
            $"rclone      first {peer.First.TotalSeconds, 7:0.00} s   nothing to do {peer.Again.TotalSeconds, 7:0.00} s   ({peer.Files} files)"
        );
        figures["rcloneFirstSeconds"] = peer.First.TotalSeconds;
        figures["rcloneNoopSeconds"] = peer.Again.TotalSeconds;
        figures["firstRatio"] = peer.First / first;
        figures["noopRatio"] = peer.Again / noop;
    }

    private static async Task<(TimeSpan First, TimeSpan Noop)> Measure(
        string name,
        NextcloudAccount account,
        string prefix,
        Dictionary<string, object> figures
    )
    {
        var folder = Directory.CreateTempSubdirectory("connector-benchmark-");
        await using var ledger = await LedgerStore.OpenAsync(
            Path.Combine(folder.FullName, "ledger.db"),
            TimeProvider.System,
            CancellationToken.None
        );
        var first = await Once(account, ledger, prefix);
        var noop = await Once(account, ledger, prefix);
        Console.WriteLine(
            $"{name, -11} first {first.Took.TotalSeconds, 7:0.00} s, {first.Requests, 4} requests   nothing to do {noop.Took.TotalSeconds, 7:0.00} s, {noop.Requests, 3} requests"
        );
        figures[$"{name}FirstSeconds"] = first.Took.TotalSeconds;
        figures[$"{name}FirstRequests"] = first.Requests;
        figures[$"{name}NoopSeconds"] = noop.Took.TotalSeconds;
        figures[$"{name}NoopRequests"] = noop.Requests;
        return (first.Took, noop.Took);
    }

    private static async Task<(TimeSpan Took, int Requests)> Once(
        NextcloudAccount account,
        LedgerStore ledger,
        string prefix
    )
    {
        var clock = Stopwatch.StartNew();
        await using var client = new NextcloudClientFactory(TimeProvider.System).Create(account);
        var report = await new ProvisionRun(client, ledger, TimeProvider.System).ApplyAsync(
            Some.Territory(prefix),
            Some.Blueprints(prefix),
            null,
            null,
            CancellationToken.None
        );
        return report.Outcome == RunOutcome.Done
            ? (clock.Elapsed, report.Requests.Values.Sum())
            : throw new InvalidOperationException($"the apply ended as {report.Outcome}");
    }
}
