using Connector.Audit;
using Connector.Domain;
using Connector.Jobs;
using Connector.Ledger;
using Connector.Service;
using Connector.Web.Api;
using Connector.Web.Console;
using Connector.Web.Public;
using Connector.Web.Sessions;

namespace Connector.Web;

/// <summary>
/// The service as one process: jobs, and a small web server for health, metrics and webhooks. What people see comes to stand
/// on the same host.
/// </summary>
internal sealed class ServiceHost : IAsyncDisposable
{
    private readonly WebApplication _app;

    private ServiceHost(WebApplication app, IReadOnlyList<Uri> addresses) =>
        (_app, Addresses) = (app, addresses);

    /// <summary>Where it listens.</summary>
    public IReadOnlyList<Uri> Addresses { get; }

    public IServiceProvider Services => _app.Services;

    /// <summary>Makes what tables are missing, starts, and returns once it is ready.</summary>
    /// <exception cref="LedgerException">The database cannot be used.</exception>
    /// <exception cref="IOException">The address is taken.</exception>
    public static async Task<ServiceHost> StartAsync(
        ServiceConfiguration configuration,
        Func<string, string?> environment,
        TimeProvider time,
        CancellationToken ct
    )
    {
        // Tables are made while the parts of the web server are put together.
        var preparing = Task.Run(() => Prepare(configuration.Database, ct), ct);
        var app = Build(configuration, environment, time);
        try
        {
            await preparing;
            await app.StartAsync(ct);
            // Quartz's jobs are made after the web server answers: a thousand territories take a while at their first start.
            await app.Services.GetRequiredService<Supervisor>().StartedAsync(ct);
        }
        catch (Exception error)
        {
            await app.DisposeAsync();
            if (error is Quartz.SchedulerException)
            {
                throw new LedgerException(configuration.Database.ToString(), error);
            }

            throw;
        }

        return new ServiceHost(app, [.. app.Urls.Select(url => new Uri(url))]);
    }

    /// <summary>Returns when the service was asked to stop and has stopped.</summary>
    public Task WaitAsync(CancellationToken ct) => _app.WaitForShutdownAsync(ct);

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private static async Task Prepare(ServiceDatabase database, CancellationToken ct)
    {
        try
        {
            await JobSchema.PrepareAsync(database, ct);
            await SessionContext.PrepareAsync(database, ct);
            await AuditTrail.PrepareAsync(database, ct);
            await ApiContext.PrepareAsync(database, ct);
            if (database.Postgres is { } connection)
            {
                await SharedLedger.PrepareAsync(connection, database.ToString(), ct);
            }
        }
        catch (Exception error)
            when (error is System.Data.Common.DbException
                || error.InnerException is System.Data.Common.DbException
            )
        {
            throw new LedgerException(database.ToString(), error);
        }
    }

    private static WebApplication Build(
        ServiceConfiguration configuration,
        Func<string, string?> environment,
        TimeProvider time
    )
    {
        // Slim: what is not asked for is not loaded, and no file beside the program changes how it listens.
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { Args = [] });
        builder.Configuration.Sources.Clear();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(configuration.Listen);
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = 256 * 1024;
        });
        builder.Logging.AddServiceLog(configuration);
        builder.AddTelemetry(environment);
        builder.Services.Configure<HostOptions>(options =>
            options.ShutdownTimeout = TimeSpan.FromSeconds(25)
        );
        builder.Services.AddJobs(configuration, environment, time);
        builder.Services.AddSingleton<ReadyCheck>();
        builder.Services.AddSingleton<WebhookDoor>();
        builder.Services.AddSingleton(new TakenCalls(configuration.Database));
        builder.Services.AddApi(configuration);
        builder.Services.AddRateLimiter(_ => { });
        builder.Services.AddSignIn(configuration);
        builder.Services.AddConsole();
        builder.Services.AddSingleton<Supervisor>();
        builder.Services.AddHostedService(provider => provider.GetRequiredService<Supervisor>());
        var app = builder.Build();
        UseSafeguards(app, configuration.Web);
        app.MapHealth();
        app.MapPrometheusScrapingEndpoint("/metrics");
        app.MapWebhooks();
        app.MapApi();
        app.MapSignIn(configuration.Web);
        app.MapConsole();
        app.MapPublic();
        return app;
    }

    /// <summary>In this order: who calls is known before it is counted, and counted before anything is looked up.</summary>
    private static void UseSafeguards(WebApplication app, WebSettings web)
    {
        app.UseConfiguredProxies(web);
        app.UseHeaders(web);
        app.UseExceptionHandler(
            new ExceptionHandlerOptions
            {
                // What the web server refuses by itself (a body that is too large) says what it was refused for.
                StatusCodeSelector = error =>
                    error is BadHttpRequestException refused
                        ? refused.StatusCode
                        : StatusCodes.Status500InternalServerError,
            }
        );
        app.UseStatusCodePages();
        app.UseAddressLimits();
        app.UseFreshCallbacks(web);
        app.UseAuthentication();
        app.UseAccountLimits();
        app.UseApi();
    }
}
