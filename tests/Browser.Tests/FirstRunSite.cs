using System.Net;
using System.Net.Sockets;
using Connector.DevServer;
using Connector.Service;
using Connector.Web;
using Connector.Web.Sessions;
using Microsoft.Playwright;

namespace Connector.Browser.Tests;

/// <summary>An empty Nextcloud and a service without a territory, as <c>connector serve</c> starts in an empty folder.</summary>
internal sealed class FirstRunSite : IAsyncDisposable
{
    public const string Password = "Un-mot-de-passe-27";

    private readonly string _folder;
    private readonly ServiceHost _service;
    private readonly ServiceConfiguration _configuration;

    private FirstRunSite(
        string folder,
        DevServerHost server,
        ServiceHost service,
        ServiceConfiguration configuration
    ) => (_folder, Server, _service, _configuration) = (folder, server, service, configuration);

    public DevServerHost Server { get; }

    public Uri Address => _configuration.Web.Address!;

    public static async Task<FirstRunSite> OpenAsync()
    {
        var folder = Directory.CreateTempSubdirectory("connector-first-run-").FullName;
        var server = await DevServerHost.StartAsync(
            new DevServerOptions { DataDirectory = Path.Combine(folder, "server"), AdminPassword = Password },
            CancellationToken.None
        );
        var file = Path.Combine(folder, ServiceDefaults.FileName);
        await File.WriteAllTextAsync(file, $"écoute: 127.0.0.1:{FreePort()}\nterritoires: []\n");
        var configuration = ServiceFile.Load(file, _ => null).Configuration!;
        var service = await ServiceHost.StartAsync(
            configuration,
            _ => null,
            TimeProvider.System,
            CancellationToken.None
        );
        return new FirstRunSite(folder, server, service, configuration);
    }

    /// <summary>By the link that <c>connector console link</c> prints.</summary>
    public async Task EnterAsync(IPage page)
    {
        var code = await EmergencyLinks.IssueAsync(
            _configuration.Database,
            TimeProvider.System,
            CancellationToken.None
        );
        await page.GotoAsync($"/secours?code={code}");
        await page.PressAsync("Entrer");
    }

    public async ValueTask DisposeAsync()
    {
        await _service.DisposeAsync();
        await Server.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
