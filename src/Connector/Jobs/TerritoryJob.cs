using Connector.Service;
using Quartz;

namespace Connector.Jobs;

/// <summary>
/// What Quartz fires for a territory and kind: by its schedule, or because somebody asked. Quartz sees to it that one of them
/// runs at a time among all nodes, and fires it again elsewhere when its node dies.
/// </summary>
[DisallowConcurrentExecution]
internal sealed class TerritoryJob(
    JobStore jobs,
    TerritoryRunner runner,
    ServiceState state,
    ServiceLog log,
    TimeProvider time
) : IJob
{
    /// <summary>Group of the triggers that schedules made.</summary>
    public const string Schedules = "schedule";

    /// <summary>The name that the history shows for what the schedule asked.</summary>
    public const string Planner = "planning";

    public static JobKey Key(string territory, JobKind kind) => new(kind.ToString(), territory);

    public async ValueTask Execute(
        IJobExecutionContext context,
        CancellationToken cancellationToken = default
    )
    {
        var ct = context.CancellationToken;
        var (territory, kind) = (
            context.JobDetail.Key.Group,
            Enum.Parse<JobKind>(context.JobDetail.Key.Name)
        );
        try
        {
            if (context.Trigger.Key.Group == Schedules)
            {
                if (
                    state.Configuration.Find(territory) is { } owner
                    && await FirstConsent.IsAwaitedAsync(owner, jobs, ct)
                )
                {
                    return;
                }

                await Ask(territory, kind, context.Trigger, ct);
            }

            var job = await jobs.FindOpenAsync(territory, kind, ct);
            if (job is null || (job.State == JobState.Waiting && job.NotBefore > time.GetUtcNow()))
            {
                return;
            }

            using var trace = ServiceMeter.Traces.StartActivity($"job {kind}");
            trace?.SetTag("territory", territory);
            await runner.RunAsync(job, ct);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // The node stops: the job stays open, and goes on elsewhere or after the next start.
        }
        catch (Exception error)
        {
            // The edge: a surprise in one job must not stop the service, and is told with where it came from.
            log.Fail("job-surprise", RunnerWords.Surprise(territory, kind), error);
            await SetAside(territory, kind, error);
        }
    }

    private async Task Ask(string territory, JobKind kind, ITrigger trigger, CancellationToken ct)
    {
        var jitter = trigger is ICronTrigger ? state.Configuration.Jitter : TimeSpan.Zero;
        var request = new JobRequest(territory, kind, Planner, trigger.Description ?? "")
        {
            IsScheduled = true,
            NotBefore = time.GetUtcNow() + (jitter * Spread.Of($"{territory}/{kind}")),
        };
        await jobs.RequestAsync(request, ct);
    }

    /// <summary>A job that failed in a way that nobody foresaw is ended: left open, it would stop all that come after it.</summary>
    private async Task SetAside(string territory, JobKind kind, Exception error)
    {
        if (error is System.Data.Common.DbException or Microsoft.EntityFrameworkCore.DbUpdateException)
        {
            return;
        }

        if (await jobs.FindOpenAsync(territory, kind, CancellationToken.None) is { } job)
        {
            await jobs.EndAsync(
                job.Id,
                new JobResult
                {
                    Outcome = Reports.RunOutcome.Failed,
                    Summary =
                        $"{RunnerWords.Surprise(territory, kind).In(log.Language)} ({error.GetType().Name})",
                },
                CancellationToken.None
            );
        }
    }
}
