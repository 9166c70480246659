using System.Data.Common;
using Connector.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Quartz;

namespace Connector.Jobs;

/// <summary>
/// Hands jobs whose time has come to Quartz: those that people asked for, those that were put off, and those whose node died
/// without Quartz having noticed yet. Every node does so, for as many as it has room for.
/// </summary>
internal sealed class Dispatcher(
    ISchedulerFactory schedulers,
    JobStore jobs,
    ServerGate gate,
    ServiceState state,
    ServiceNode node,
    ServiceLog log,
    TimeProvider time
) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(1);

    /// <summary>A job that was handed over and did not start is handed over again.</summary>
    private static readonly TimeSpan HandAgain = TimeSpan.FromSeconds(15);

    /// <summary>
    /// A job whose node said nothing for this long, four of its beats, is looked after. Where the node lives all the same, its
    /// lock says so, and nothing comes of it.
    /// </summary>
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(8);

    /// <summary>When the last round went well: what readiness goes by.</summary>
    public DateTimeOffset LastRound { get; private set; }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var isAway = false;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await Round(stoppingToken);
                LastRound = time.GetUtcNow();
                if (isAway)
                {
                    log.Say("database-back", Back);
                }

                isAway = false;
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception error) when (IsOfTheDatabase(error))
            {
                // Told once: the loop comes back every second.
                if (!isAway)
                {
                    log.Fail("database-away", RunnerWords.DatabaseAway, error);
                }

                isAway = true;
            }

            await Task.Delay(Every, time, stoppingToken)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task Round(CancellationToken ct)
    {
        if (!state.HasSchedules)
        {
            return;
        }

        var scheduler = await schedulers.GetScheduler(ct);
        var due = await jobs.TakeDueAsync(state.Configuration.Workers * 2, HandAgain, ct);
        var silent = await jobs.SilentAsync(Silence, ct);
        foreach (var job in silent)
        {
            await jobs.HandedAsync(job.Id, ct);
        }

        foreach (var job in due.Concat(silent))
        {
            await Hand(scheduler, job, ct);
        }

        var (waiting, running) = await jobs.CountAsync(ct);
        node.Meter.Queue(waiting, running, (await gate.AllAwayAsync(ct)).Count);
    }

    private async Task Hand(IScheduler scheduler, JobRow job, CancellationToken ct)
    {
        if (state.Configuration.Find(job.Territory) is null)
        {
            await jobs.EndAsync(job.Id, JobResult.Unknown(job, log.Language), ct);
            return;
        }

        try
        {
            await scheduler.TriggerJob(TerritoryJob.Key(job.Territory, job.Kind), ct);
        }
        catch (SchedulerException error) when (!IsOfTheDatabase(error))
        {
            // Its job is not made yet, or is being made anew: handed over again in a while.
            log.Fail("job-not-handed", RunnerWords.Surprise(job.Territory, job.Kind), error);
        }
    }

    private static bool IsOfTheDatabase(Exception error) =>
        error is DbException or DbUpdateException
        || error.InnerException is DbException
        || error is JobPersistenceException;

    private static readonly Text Back = new(
        "La base de données répond de nouveau.",
        "The database answers again."
    );
}
