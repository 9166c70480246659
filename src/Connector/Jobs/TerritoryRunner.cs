using Connector.Audit;
using Connector.Domain;
using Connector.Ledger;
using Connector.Nextcloud;
using Connector.Reports;
using Connector.Service;

namespace Connector.Jobs;

/// <summary>
/// Takes one job from waiting to its end: opens the territory, sees that its server may be asked and that no other run is
/// under way over it, works, and notes how it went. A job that cannot start now is put off and holds no place meanwhile.
/// </summary>
internal sealed class TerritoryRunner(
    ServiceState state,
    JobStore jobs,
    AuditTrail trail,
    ServerGate gate,
    ServiceLog log,
    ServiceNode node,
    TimeProvider time
)
{
    /// <summary>How long a job waits for a place on a server, or for another run over its territory.</summary>
    private static readonly TimeSpan Turn = TimeSpan.FromSeconds(3);

    /// <summary>How long a job waits for a database that did not answer.</summary>
    private static readonly TimeSpan Database = TimeSpan.FromSeconds(15);

    /// <param name="job">A job that is open.</param>
    /// <param name="ct">The node stops: what was done is recorded, and another node or start goes on.</param>
    public async Task RunAsync(JobRow job, CancellationToken ct)
    {
        var configuration = state.Configuration;
        if (configuration.Find(job.Territory) is not { } territory)
        {
            await jobs.EndAsync(job.Id, JobResult.Unknown(job, log.Language), ct);
            return;
        }

        var opened = OpenedTerritory.Of(territory, node.Environment);
        if (opened.Account is not { } account)
        {
            await EndAsync(job, JobSummary.Refused(opened.Problems, log.Language), ct);
            return;
        }

        if (gate.TryEnter(account.BaseUrl, configuration.WorkersPerServer) is not { } place)
        {
            await jobs.DeferAsync(job.Id, time.GetUtcNow() + Turn, "server-busy", ct);
            return;
        }

        using (place)
        {
            await OnServer(job, territory, opened, account, ct);
        }
    }

    private async Task OnServer(
        JobRow job,
        ServiceTerritory territory,
        OpenedTerritory opened,
        NextcloudAccount account,
        CancellationToken ct
    )
    {
        var away = await gate.AwayAsync(account.BaseUrl, ct);
        if (away is { MayTry: false } known)
        {
            await jobs.DeferAsync(job.Id, Later(known.Row.NextTry, job), "server-away", ct);
            return;
        }

        try
        {
            // Whoever learns that a job has ended may work on its territory: the right to it is given back first.
            if (await Attempt(job, territory, opened, away is not null, ct) is var (started, result))
            {
                await Settle(started, account.BaseUrl, result, ct);
            }
        }
        catch (LedgerException error)
            when (error.Problem.Code is LedgerHealth.DatabaseAway or LedgerHealth.HeldElsewhere)
        {
            await jobs.ReturnAsync(job.Id, ct, time.GetUtcNow() + Database, "database-away");
        }
        catch (LedgerException error)
        {
            await EndAsync(job, JobSummary.Refused([error.Problem], log.Language), ct);
        }
    }

    /// <returns>Null for a job that cannot be started now.</returns>
    private async Task<(JobRow Started, JobResult Result)?> Attempt(
        JobRow job,
        ServiceTerritory territory,
        OpenedTerritory opened,
        bool wasAway,
        CancellationToken ct
    )
    {
        await using var held = await HeldLedger.TryOpenAsync(
            state.Configuration.Database,
            territory,
            opened.Loaded.Territory!.Name,
            time,
            ct
        );
        if (held is null)
        {
            await jobs.DeferAsync(job.Id, time.GetUtcNow() + Turn, "run-in-progress", ct);
            return null;
        }

        if (await jobs.StartAsync(job.Id, node.Name, ct) is not { } started)
        {
            return null;
        }

        if (job.State == JobState.Running)
        {
            log.Warn(
                "job-resumed",
                RunnerWords.Resumed(started),
                ("job", job.Id),
                ("territory", job.Territory)
            );
        }

        var attempt = new JobAttempt(state.Configuration, jobs, log, node, time);
        return (started, await attempt.RunAsync(started, territory, opened, held, wasAway, ct));
    }

    /// <summary>A server that could not be asked lets the job wait; all else ends it.</summary>
    private async Task Settle(JobRow job, Uri server, JobResult result, CancellationToken ct)
    {
        if (result.IsLost || (result.Outcome == RunOutcome.Cancelled && ct.IsCancellationRequested))
        {
            // Nobody cancelled the job: it goes on elsewhere, or here after the next start.
            await jobs.ReturnAsync(job.Id, CancellationToken.None, result: result);
            return;
        }

        if (result.Away is not { } away)
        {
            if (await gate.AnsweredAsync(server, ct) is { } since)
            {
                log.Say("server-back", RunnerWords.Back(server, since), ("server", server));
            }

            await EndAsync(job, result, CancellationToken.None);
            return;
        }

        var (next, isNews) = await gate.FailedAsync(away, CancellationToken.None);
        if (isNews)
        {
            log.Warn("server-away", RunnerWords.Gone(away, next), ("server", server), ("next", next));
        }

        await jobs.ReturnAsync(job.Id, CancellationToken.None, Later(next, job), "server-away", result);
    }

    /// <summary>
    /// The same failure or conflict every quarter of an hour is told, and its report kept, when it changes and once a day.
    /// </summary>
    private async Task EndAsync(JobRow job, JobResult result, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var isTrouble = result.Outcome is RunOutcome.Failed or RunOutcome.PartlyDone;
        var isNews = state.IsNews(job.Territory, job.Kind, isTrouble ? result.Summary : null, now);
        var isOld = isTrouble && !isNews && job.IsScheduled && result.Changes == 0;
        await jobs.EndAsync(job.Id, isOld ? result with { Report = null } : result, ct);
        if (job.IsScheduled && result.Changes > 0)
        {
            await trail.AppendAsync(JobDesk.Changed(job, result), ct);
        }

        node.Meter.Ended(job, result, now);
        if (isOld || (result is { Report: null, Outcome: RunOutcome.Done } && job.IsScheduled))
        {
            return;
        }

        (string, object?)[] facts =
        [
            ("job", job.Id),
            ("territory", job.Territory),
            ("kind", job.Kind),
            ("outcome", result.Outcome),
            ("requests", result.Requests),
            ("changes", result.Changes),
        ];
        if (isTrouble)
        {
            log.Warn("job-failed", RunnerWords.Ended(job, result), facts);
        }
        else
        {
            log.Say("job-ended", RunnerWords.Ended(job, result), facts);
        }
    }

    /// <summary>Many jobs that wait for one server do not all come at the same second.</summary>
    private static DateTimeOffset Later(DateTimeOffset next, JobRow job) =>
        next + TimeSpan.FromSeconds(1 + (10 * Spread.Of($"{job.Territory}/{job.Kind}")));
}
