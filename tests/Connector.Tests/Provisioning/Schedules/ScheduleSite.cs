using Connector.DevServer;
using Connector.Domain.Workspaces;
using Connector.Ledger;
using Connector.Nextcloud;
using Connector.Provisioning;
using Connector.Reports;
using Connector.Testing;
using Microsoft.Extensions.Time.Testing;

namespace Connector.Tests.Provisioning.Schedules;

/// <summary>A server and a ledger of one schedule's own, in memory where the machine has such a file system.</summary>
internal sealed class ScheduleSite : IAsyncDisposable
{
    /// <summary>Waits between attempts and for turns pass at this speed.</summary>
    private const int Haste = 50;

    private static readonly NextcloudClientOptions Options = new()
    {
        // As long as ever on the clock of the wall.
        AttemptTimeout = TimeSpan.FromMinutes(Haste),
        LongAttemptTimeout = TimeSpan.FromMinutes(Haste),
        TotalTimeout = TimeSpan.FromMinutes(10 * Haste),
    };

    private static readonly HastyTime Time = new(Haste);

    private readonly string _folder;
    private readonly RandomNetwork _network;

    private ScheduleSite(string folder, RandomNetwork network, DevServerHost server)
    {
        (_folder, _network, Server) = (folder, network, server);
        Client = NewClient();
    }

    public DevServerHost Server { get; }

    /// <summary>To look around with.</summary>
    public NextcloudClient Client { get; }

    public static async Task<ScheduleSite> OpenAsync(string folder, RandomNetwork network) =>
        new(
            folder,
            network,
            await DevServerHost.StartAsync(
                new DevServerOptions
                {
                    DataDirectory = Path.Combine(folder, "server"),
                    AdminPassword = Workplace.Password,
                },
                CancellationToken.None
            )
        );

    public static string NewFolder()
    {
        const string memory = "/dev/shm";
        var parent = Directory.Exists(memory) ? memory : Path.GetTempPath();
        return Directory
            .CreateDirectory(Path.Combine(parent, $"connector-schedule-{Guid.NewGuid():N}"))
            .FullName;
    }

    public Task<RunReport> ApplyAsync() =>
        RunAsync(run => run.ApplyAsync(_network.Territory, _network.Blueprints, null, null, default));

    public Task<RunReport> PlanAsync() =>
        RunAsync(run => run.PlanAsync(_network.Territory, _network.Blueprints, default));

    public Hands Administrator() => new(Server.BaseAddress, "admin", Workplace.Password);

    /// <summary>What is on disk stays: <see cref="ScheduleBases"/> starts others from it.</summary>
    public async ValueTask DisposeAsync()
    {
        await Client.DisposeAsync();
        await Server.DisposeAsync();
    }

    private NextcloudClient NewClient() =>
        new NextcloudClientFactory(Time, Options).Create(
            new NextcloudAccount
            {
                BaseUrl = Server.BaseAddress,
                UserName = "admin",
                AppPassword = Workplace.Password,
            }
        );

    private async Task<RunReport> RunAsync(Func<ProvisionRun, Task<RunReport>> run)
    {
        await using var ledger = await LedgerStore.OpenAsync(
            Path.Combine(_folder, "ledger.db"),
            TimeProvider.System,
            default
        );
        await using var client = NewClient();
        return await run(new ProvisionRun(client, ledger, new FakeTimeProvider(Some.Now)));
    }
}
