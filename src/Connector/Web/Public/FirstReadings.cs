using Connector.Jobs;
using Connector.Web.Console.Readings;
using Connector.Web.Sessions;

namespace Connector.Web.Public;

/// <summary>
/// Reads the networks that have a public page when the service starts, one after the other, so that no visitor waits for the
/// first look. Where there are more networks than the shelf holds, whoever comes first waits for theirs.
/// </summary>
internal sealed class FirstReadings(
    ReadingShelf shelf,
    RightsReader rights,
    ServiceState state,
    IHostApplicationLifetime lifetime
) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var _ = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        var territories = state.Configuration.Territories;
        if (territories.Count > ReadingShelf.Most)
        {
            return;
        }

        foreach (var territory in territories)
        {
            if (!stoppingToken.IsCancellationRequested && rights.IsPublic(territory))
            {
                await shelf.BeginAsync(territory, stoppingToken);
            }
        }
    }
}
