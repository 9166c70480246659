using Connector.Cli;
using Connector.Cli.Demo;
using Connector.DevServer;
using Connector.Domain;
using Connector.Domain.Territories;
using Connector.Ledger;
using Connector.Nextcloud;
using Connector.Provisioning;
using Connector.Reports;
using Connector.TerritoryFiles;

namespace Connector.Browser.Tests;

/// <summary>The sample network on an embedded server, and the console over it, as <c>connector demo</c> opens them.</summary>
internal sealed class ConsoleSite : IAsyncDisposable
{
    private const string Admin = "admin";
    private const string Password = "Un-mot-de-passe-27";
    private readonly string _folder;
    private DemoService? _service;

    private ConsoleSite(string folder, DevServerHost server, Territory territory) =>
        (_folder, Server, Territory) = (folder, server, territory);

    public DevServerHost Server { get; }

    public Territory Territory { get; }

    public Uri Address => _service!.Address;

    public IReadOnlyList<DemoPerson> People { get; private set; } = [];

    public IServiceProvider Services => _service!.Host.Services;

    public string Ledger => Path.Combine(_folder, "ledger.db");

    public string File => Path.Combine(_folder, CommonOptions.DefaultTerritory);

    /// <param name="isApplied">Whether the workspace is there already.</param>
    /// <param name="more">More lines of the territory's file.</param>
    public static async Task<ConsoleSite> OpenAsync(bool isApplied = true, string more = "")
    {
        var folder = Directory.CreateTempSubdirectory("connector-console-").FullName;
        SampleTerritory.WriteTo(folder);
        await System.IO.File.AppendAllTextAsync(Path.Combine(folder, CommonOptions.DefaultTerritory), more);
        var loaded = TerritoryFile.Load(Path.Combine(folder, CommonOptions.DefaultTerritory));
        var sample = loaded.Territory!;
        var server = await DevServerHost.StartAsync(
            new DevServerOptions
            {
                DataDirectory = Path.Combine(folder, "server"),
                AdminPassword = Password,
                Guests = [.. DemoPeople.Accounts(sample), Admin],
            },
            CancellationToken.None
        );
        var site = new ConsoleSite(folder, server, sample);
        await site.FurnishAsync(loaded, isApplied);
        return site;
    }

    /// <summary>The server as somebody reaches it with their own programs: a phone, an office suite.</summary>
    public NextcloudClient As(DemoPerson person) => As(person.UserId, person.Password);

    /// <summary>The server as Connector reaches it.</summary>
    public NextcloudClient AsService() => As(Admin, Password);

    public async ValueTask DisposeAsync()
    {
        if (_service is not null)
        {
            await _service.DisposeAsync();
        }

        await Server.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private NextcloudClient As(string user, string password) =>
        new NextcloudClientFactory().Create(
            new NextcloudAccount
            {
                BaseUrl = Server.BaseAddress,
                UserName = user,
                AppPassword = password,
            }
        );

    private async Task FurnishAsync(LoadResult loaded, bool isApplied)
    {
        var account = new NextcloudAccount
        {
            BaseUrl = Server.BaseAddress,
            UserName = Admin,
            AppPassword = Password,
        };
        await using var client = new NextcloudClientFactory().Create(account);
        People = await DemoPeople.CreateAsync(client, Territory, CancellationToken.None);
        if (isApplied)
        {
            await using var ledger = await LedgerStore.OpenAsync(
                Ledger,
                TimeProvider.System,
                CancellationToken.None
            );
            var report = await new ProvisionRun(client, ledger, TimeProvider.System).ApplyAsync(
                Territory with
                {
                    CreateAccounts = true,
                },
                loaded.Blueprints,
                null,
                null,
                CancellationToken.None
            );
            Assert.That(report.Outcome, Is.EqualTo(RunOutcome.Done));
        }

        _service = await DemoConsole.StartAsync(
            Language.French,
            TimeProvider.System,
            Server,
            account,
            _folder,
            [.. People, new DemoPerson(Admin, Password, Admin, new Text("administration", "administration"))],
            CancellationToken.None
        );
    }
}
