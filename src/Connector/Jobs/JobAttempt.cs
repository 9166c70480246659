using Connector.Directories;
using Connector.Domain;
using Connector.Domain.Workspaces;
using Connector.Nextcloud;
using Connector.Provisioning;
using Connector.Reports;
using Connector.Service;
using Connector.TerritoryFiles;

namespace Connector.Jobs;

/// <summary>One attempt at a job, on a server that may be asked and with the right to its ledger.</summary>
internal sealed class JobAttempt(
    ServiceConfiguration configuration,
    JobStore jobs,
    ServiceLog log,
    ServiceNode node,
    TimeProvider time
)
{
    private NextcloudException? _surprise;

    /// <param name="job">What is asked for.</param>
    /// <param name="territory">As configured.</param>
    /// <param name="opened">Its files and sign-in.</param>
    /// <param name="held">Its ledger.</param>
    /// <param name="wasAway">Whether the server was away when last asked: it is asked one small thing first.</param>
    /// <param name="ct">The node stops.</param>
    public async Task<JobResult> RunAsync(
        JobRow job,
        ServiceTerritory territory,
        OpenedTerritory opened,
        HeldLedger held,
        bool wasAway,
        CancellationToken ct
    )
    {
        await using var client = new NextcloudClientFactory(time, Options()).Create(opened.Account!);
        client.Requests.Sent += node.Meter.Sent;
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var progress = new JobProgress();
        var beating = new JobBeat(jobs, held, log, time).RunAsync(job.Id, progress, stop);
        JobResult? result = null;
        var isLost = false;
        try
        {
            result = wasAway ? await Probe(client, stop.Token) : null;
            result ??= await Work(job, territory, opened.Loaded, client, held, progress, stop.Token);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            result = Stopped(client);
        }
        catch (NextcloudException error)
        {
            result = JobSummary.Refused([error.Problem], log.Language) with
            {
                Requests = client.Requests.Total,
            };
        }
        finally
        {
            await stop.CancelAsync();
            isLost = await beating;
        }

        var didAll = result.Outcome is RunOutcome.Done or RunOutcome.ChangesPending;
        return result with
        {
            Away = result.Away ?? (didAll ? null : AwayOf(opened.Account!.BaseUrl)),
            IsLost = isLost || (!didAll && !await held.IsHeldAsync(CancellationToken.None)),
            Steps = progress.Now,
        };
    }

    /// <summary>A territory that keeps its directory on the server is whole only once that was read.</summary>
    private async Task<JobResult> Work(
        JobRow job,
        ServiceTerritory territory,
        LoadResult loaded,
        NextcloudClient client,
        HeldLedger held,
        JobProgress progress,
        CancellationToken ct
    )
    {
        var reading = loaded.Territory!.CloudDirectory is null
            ? null
            : await new DirectoryReader(client, held.Store).ReadAsync(territory.File, loaded, ct);
        if (reading is not null && job.Kind is (JobKind.Provision or JobKind.Directory))
        {
            var file = new CloudDirectoryFile(client, reading);
            await new CheckRun(file, reading.Doubts).RunAsync(writes: true, ct);
        }

        var whole = reading?.Loaded ?? loaded;
        var problems = whole.Territory is null ? whole.Problems : WorkspaceSpecBuilder.Check(whole.Territory);
        return problems.Count > 0
            ? JobSummary.Refused(problems, log.Language) with
            {
                Requests = client.Requests.Total,
            }
            : await new TerritoryWork(
                client,
                held.Store,
                whole,
                reading?.Tree,
                configuration,
                jobs,
                node.Environment,
                time
            ).RunAsync(territory, job, progress, ct);
    }

    private NextcloudClientOptions Options() =>
        ServicePatience.Options with
        {
            Surprised = error => _surprise = error.EndsTheRun ? error : _surprise,
        };

    private ServerAway? AwayOf(Uri server) =>
        _surprise is { } met && ServicePatience.IsAway(met.Fault)
            ? new ServerAway(server, met.Problem.Message.In(log.Language), met.RetryAfter)
            : null;

    /// <summary>One small request to a server that was away, before a whole run's.</summary>
    /// <returns>Null when it answers.</returns>
    private async Task<JobResult?> Probe(NextcloudClient client, CancellationToken ct)
    {
        using var patience = new CancellationTokenSource(ServicePatience.Probe, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(ct, patience.Token);
        try
        {
            await client.Server.Status(both.Token);
            return null;
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return Gone(client, Silent, null);
        }
        catch (NextcloudException error)
        {
            return Gone(client, error.Problem.Message, error.RetryAfter);
        }
    }

    private JobResult Gone(NextcloudClient client, Text why, TimeSpan? wait) =>
        new()
        {
            Outcome = RunOutcome.Postponed,
            Requests = client.Requests.Total,
            Summary = why.In(log.Language),
            Away = new ServerAway(client.Account.BaseUrl, why.In(log.Language), wait),
        };

    private JobResult Stopped(NextcloudClient client) =>
        new()
        {
            Outcome = RunOutcome.Cancelled,
            Requests = client.Requests.Total,
            Summary = new Text("arrêtée", "stopped").In(log.Language),
        };

    private static readonly Text Silent = new(
        "Le serveur ne répond toujours pas.",
        "The server still does not answer."
    );
}
