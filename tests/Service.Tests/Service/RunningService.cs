using Connector.Jobs;
using Connector.Reports;
using Connector.Service;
using Connector.Web;
using Microsoft.Extensions.DependencyInjection;

namespace Connector.Connector.Tests.Service;

/// <summary>The service in this process, over a terminal's territory and an embedded server, with nothing scheduled.</summary>
internal sealed class RunningService : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly ServiceHost _host;

    private RunningService(ServiceHost host) => _host = host;

    public JobStore Jobs => _host.Services.GetRequiredService<JobStore>();

    public ServerGate Gate => _host.Services.GetRequiredService<ServerGate>();

    public IServiceProvider Services => _host.Services;

    public Uri Address => _host.Addresses[0];

    public static string Configuration(string more = "", string schedule = "jamais") =>
        $$"""
            écoute: 127.0.0.1:0
            décalage: 0
            {{more}}
            horaires: { provision: {{schedule}}, preuve: jamais, conservation: jamais }
            territoires:
              - { id: vallon, fichier: territoire.yaml }
            """;

    public static async Task<RunningService> StartAsync(Terminal terminal, string? yaml = null)
    {
        await File.WriteAllTextAsync(terminal.At("connector.yaml"), yaml ?? Configuration());
        var loaded = ServiceFile.Load(terminal.At("connector.yaml"), terminal.Environment.GetValueOrDefault);
        Assert.That(loaded.Problems, Is.Empty);
        return new RunningService(
            await ServiceHost.StartAsync(
                loaded.Configuration!,
                terminal.Environment.GetValueOrDefault,
                TimeProvider.System,
                CancellationToken.None
            )
        );
    }

    public async Task<JobRow> AskAsync(JobKind kind = JobKind.Provision, string who = "ines") =>
        (await Jobs.RequestAsync(new JobRequest("vallon", kind, who, "essai"), CancellationToken.None)).Job;

    public async Task<JobRow> EndOf(long id)
    {
        var end = DateTime.UtcNow + Patience;
        while (DateTime.UtcNow < end)
        {
            var job = await Jobs.GetAsync(id, CancellationToken.None);
            if (job is { State: JobState.Ended })
            {
                return job;
            }

            await Task.Delay(50);
        }

        throw new TimeoutException($"job {id} has not ended: {(await Jobs.GetAsync(id, default))?.State}");
    }

    public async Task<JobRow> RunAsync(JobKind kind = JobKind.Provision) =>
        await EndOf((await AskAsync(kind)).Id);

    public static async Task Until(Func<Task<bool>> isSo, string what)
    {
        var end = DateTime.UtcNow + Patience;
        while (!await isSo())
        {
            if (DateTime.UtcNow > end)
            {
                throw new TimeoutException(what);
            }

            await Task.Delay(50);
        }
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();
}
