using System.Net;
using Connector.DevServer.Faults;
using Connector.DevServer.OAuth;
using Connector.DevServer.Storage;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Connector.DevServer;

/// <summary>
/// A server that speaks to Connector as Nextcloud 27 does, for development, the demo and the tests only: it listens
/// on loopback, over plain HTTP, and promises neither durability nor confidentiality.
/// </summary>
public sealed class DevServerHost : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly RequestLog _requests;

    private DevServerHost(WebApplication app, Uri baseAddress)
    {
        (_app, BaseAddress) = (app, baseAddress);
        _requests = app.Services.GetRequiredService<RequestLog>();
        Faults = app.Services.GetRequiredService<FaultRules>();
    }

    /// <summary>Such as <c>http://127.0.0.1:40123/</c>.</summary>
    public Uri BaseAddress { get; }

    /// <summary>Rules that break chosen requests; the same as <c>/dev/faults</c>.</summary>
    public FaultRules Faults { get; }

    /// <summary>Names refused from now on; what has such a name already keeps it.</summary>
    public ForbiddenNames Forbidden
    {
        get => _app.Services.GetRequiredService<Instance>().Forbidden;
        set => _app.Services.GetRequiredService<Instance>().Forbidden = value;
    }

    /// <summary>Requests received since the start, those of <c>/dev/</c> left out.</summary>
    public long RequestCount => _requests.Count;

    /// <summary>The same by verb: <c>PROPFIND</c> → 12.</summary>
    public IReadOnlyDictionary<string, long> RequestsByVerb => _requests.ByVerb();

    /// <summary>Notes a program that people may sign in to with OAuth2, as an administrator does in the settings.</summary>
    /// <param name="name">Shown to people.</param>
    /// <param name="redirect">Where they come back to.</param>
    /// <returns>What the program signs in with.</returns>
    public (string Id, string Secret) AddClient(string name, Uri redirect)
    {
        ArgumentNullException.ThrowIfNull(redirect);
        var client = _app.Services.GetRequiredService<OAuthStore>().Add(name, redirect.AbsoluteUri);
        return (client.Identifier, client.Secret);
    }

    /// <summary>Starts on loopback and answers requests when the task ends.</summary>
    /// <exception cref="IOException">The port is taken.</exception>
    public static async Task<DevServerHost> StartAsync(DevServerOptions options, CancellationToken ct)
    {
        Directory.CreateDirectory(options.DataDirectory);
        var builder = WebApplication.CreateSlimBuilder(
            new WebApplicationOptions
            {
                // No watch on files of settings that are not read.
                Args = ["--hostBuilder:reloadConfigOnChange=false"],
                ContentRootPath = options.DataDirectory,
                EnvironmentName = Environments.Production,
            }
        );
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = null;
            kestrel.Limits.MinRequestBodyDataRate = null;
            kestrel.Listen(IPAddress.Loopback, options.Port);
        });
        // Whoever started the host stops it; Ctrl-C belongs to the program around it.
        builder.Services.AddSingleton<IHostLifetime, NoLifetime>();
        Composition.AddServices(builder.Services, options);
        var app = builder.Build();
        try
        {
            Composition.Prepare(app.Services, options);
            Composition.Map(app);
            await app.StartAsync(ct);
            return new DevServerHost(app, Address(app));
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
    }

    /// <summary>Ends open connections at once and closes the data directory.</summary>
    public async ValueTask DisposeAsync()
    {
        using var atOnce = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        await _app.StopAsync(atOnce.Token);
        await _app.DisposeAsync();
    }

    /// <summary>Ends when <paramref name="ct"/> is cancelled.</summary>
    internal static async Task UntilCancelled(CancellationToken ct)
    {
        var ended = new TaskCompletionSource();
        await using var registration = ct.Register(ended.SetResult);
        await ended.Task;
    }

    internal Database Database => _app.Services.GetRequiredService<Database>();

    private static Uri Address(WebApplication app) =>
        new(
            app.Services.GetRequiredService<IServer>()
                .Features.Get<IServerAddressesFeature>()!
                .Addresses.First()
        );

    private sealed class NoLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
