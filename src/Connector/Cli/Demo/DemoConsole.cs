using System.Net;
using System.Net.Sockets;
using Connector.DevServer;
using Connector.Domain;
using Connector.Nextcloud;
using Connector.Service;
using Connector.Web;

namespace Connector.Cli.Demo;

/// <summary>The service over the demo's server, with a console into which its people get by one click.</summary>
internal static class DemoConsole
{
    private const string Id = "demo";

    public static async Task<DemoService> StartAsync(
        Language language,
        TimeProvider time,
        DevServerHost server,
        NextcloudAccount account,
        string folder,
        IReadOnlyList<DemoPerson> people,
        CancellationToken ct
    )
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}/");
        var (client, secret) = server.AddClient("Connector", new Uri(address, $"connexion/{Id}/retour"));
        var configuration = new ServiceConfiguration
        {
            Listen = new IPEndPoint(IPAddress.Loopback, address.Port),
            Language = language,
            Database = new ServiceDatabase { Folder = Path.Combine(folder, "service") },
            Web = new WebSettings
            {
                Address = address,
                SignIns =
                [
                    new SignInServer
                    {
                        Id = Id,
                        Server = server.BaseAddress,
                        Client = client,
                        Secret = secret,
                    },
                ],
                Guests = [.. people.Select(one => new SignInGuest(one.UserId, one.Name, one.Meaning))],
            },
            Territories =
            [
                new ServiceTerritory
                {
                    Id = Id,
                    File = Path.Combine(folder, CommonOptions.DefaultTerritory),
                    Server = server.BaseAddress,
                    Ledger = Path.Combine(folder, "ledger.db"),
                    Schedules = ServiceDefaults.Schedules,
                },
            ],
        };
        Directory.CreateDirectory(configuration.Database.Folder);
        var signIn = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["CONNECTOR_USER"] = account.UserName,
            ["CONNECTOR_PASSWORD"] = account.AppPassword,
        };
        return new DemoService(
            address,
            await ServiceHost.StartAsync(configuration, signIn.GetValueOrDefault, time, ct)
        );
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

/// <summary>The demo's service, as long as it runs.</summary>
internal sealed record DemoService(Uri Address, ServiceHost Host) : IAsyncDisposable
{
    public ValueTask DisposeAsync() => Host.DisposeAsync();
}
