using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using Connector.Testing;
using Connector.Web.Sessions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Connector.Connector.Tests.Service;

/// <summary>The service with a Nextcloud to sign in with, and people who have accounts there.</summary>
internal sealed class ConsolePlace : IAsyncDisposable
{
    public const string Password = "Un-mot-de-passe-27";

    private ConsolePlace(Workplace place, Terminal terminal, RegisteredClient client, Uri address) =>
        (Place, Terminal, Client, Address) = (place, terminal, client, address);

    public Workplace Place { get; }

    public Terminal Terminal { get; }

    public RegisteredClient Client { get; }

    public Uri Address { get; }

    public RunningService Service { get; private set; } = null!;

    public SessionStore Sessions => Service.Services.GetRequiredService<SessionStore>();

    /// <param name="more">More lines of the configuration.</param>
    /// <param name="territories">More lines of the list of territories.</param>
    public string Yaml(string more = "", string territories = "") =>
        $$"""
            écoute: {{Address.Authority}}
            journal: json
            horaires: { provision: jamais, preuve: jamais, conservation: jamais }
            {{more}}
            connexions:
              - { id: vallon, serveur: "{{Place.Server.BaseAddress}}", client: {{Client.ClientId}}, secret: oauth }
            territoires:
              - { id: vallon, fichier: territoire.yaml }
            {{territories}}
            """;

    public static async Task<ConsolePlace> OpenAsync(bool start = true)
    {
        var place = await Workplace.OpenAsync();
        var terminal = Terminal.At(place);
        var address = new Uri($"http://127.0.0.1:{FreePort()}/");
        var client = await OAuthBrowser.RegisterAsync(
            place.Server.BaseAddress,
            "admin",
            Workplace.Password,
            "Connector",
            new Uri(address, "/connexion/vallon/retour")
        );
        await File.WriteAllTextAsync(terminal.At("oauth"), $"{client.ClientSecret}\n");
        var all = new ConsolePlace(place, terminal, client, address);
        if (start)
        {
            await all.StartAsync();
        }

        return all;
    }

    public async Task StartAsync(string more = "", string territories = "") =>
        Service = await RunningService.StartAsync(Terminal, Yaml(more, territories));

    public async Task AddAsync(string user, params string[] groups)
    {
        await Ocs("POST", "users", ("userid", user), ("password", Password));
        foreach (var group in groups)
        {
            await Ocs("POST", "groups", ("groupid", group));
            await Ocs("POST", $"users/{user}/groups", ("groupid", group));
        }
    }

    public async Task Ocs(string verb, string path, params (string Key, string Value)[] fields)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(
            new HttpMethod(verb),
            new Uri(Place.Server.BaseAddress, $"ocs/v2.php/cloud/{path}")
        );
        request.Headers.Add("OCS-APIRequest", "true");
        request.Headers.Authorization = new AuthenticationHeaderValue(
            "Basic",
            Convert.ToBase64String(Encoding.UTF8.GetBytes($"admin:{Workplace.Password}"))
        );
        request.Content = new FormUrlEncodedContent(
            fields.Select(field => KeyValuePair.Create(field.Key, field.Value))
        );
        using var answer = await http.SendAsync(request);
    }

    /// <summary>Makes every session look as if it had been checked, or used, long ago.</summary>
    public async Task AgeAsync(bool seen = false, bool ended = false)
    {
        await using var db = new SessionContext(
            Service.Services.GetRequiredService<DbContextOptions<SessionContext>>()
        );
        await db.Sessions.ExecuteUpdateAsync(set => set.SetProperty(row => row.CheckedAt, 0));
        if (seen)
        {
            await db.Sessions.ExecuteUpdateAsync(set => set.SetProperty(row => row.SeenAt, 1));
        }

        if (ended)
        {
            await db.Sessions.ExecuteUpdateAsync(set => set.SetProperty(row => row.EndsAt, 1));
        }
    }

    /// <summary>How many keys are kept in the database.</summary>
    public async Task<int> KeysAsync()
    {
        await using var db = new SessionContext(
            Service.Services.GetRequiredService<DbContextOptions<SessionContext>>()
        );
        return await db.DataProtectionKeys.CountAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (Service is not null)
        {
            await Service.DisposeAsync();
        }

        Terminal.Dispose();
        await Place.DisposeAsync();
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
