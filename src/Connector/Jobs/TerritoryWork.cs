using Connector.Announcing;
using Connector.Conversion;
using Connector.Domain;
using Connector.Domain.Territories;
using Connector.Domain.Workspaces;
using Connector.Ledger;
using Connector.Minutes;
using Connector.Nextcloud;
using Connector.Provisioning;
using Connector.Reports;
using Connector.Service;
using Connector.TerritoryFiles;

namespace Connector.Jobs;

/// <summary>One job's work, once its territory, its server and its ledger are open: which run for which kind.</summary>
internal sealed class TerritoryWork(
    NextcloudClient client,
    LedgerStore ledger,
    LoadResult loaded,
    AccountTree? seen,
    ServiceConfiguration configuration,
    JobStore jobs,
    Func<string, string?> environment,
    TimeProvider time
)
{
    private readonly Territory _territory = loaded.Territory!;

    /// <summary>Whether LibreOffice is on this machine does not change while the service runs.</summary>
    private static readonly Lazy<LibreOffice?> Office = new(() =>
        LibreOffice.Find(Environment.GetEnvironmentVariable)
    );

    public Task<JobResult> RunAsync(
        ServiceTerritory owner,
        JobRow job,
        JobProgress progress,
        CancellationToken ct
    ) =>
        job.Kind switch
        {
            JobKind.Provision => Apply(
                owner,
                new PlanOptions
                {
                    Groups = job.Groups?.Split('\n').ToHashSet(StringComparer.Ordinal),
                    Without = job.Left,
                },
                progress,
                ct
            ),
            JobKind.Calendar => Apply(
                owner,
                new PlanOptions { Part = PlanPart.Calendars, Without = job.Left },
                progress,
                ct
            ),
            JobKind.Directory => Apply(
                owner,
                new PlanOptions { Part = PlanPart.Directory, Without = job.Left },
                progress,
                ct
            ),
            JobKind.Announcements => Announce(owner, ct),
            JobKind.Documents => Publish(ct),
            JobKind.Proof => Prove(ct),
            _ => Drop(owner, ct),
        };

    private async Task<JobResult> Apply(
        ServiceTerritory owner,
        PlanOptions options,
        JobProgress progress,
        CancellationToken ct
    )
    {
        var run = new ProvisionRun(client, ledger, time, options, seen);
        var report = await run.ApplyAsync(
            _territory,
            loaded.Blueprints,
            plan => progress.Plan(plan.Pending.Count()),
            new Told(progress, configuration.Language),
            ct
        );
        if (options is { Part: PlanPart.Everything, Groups: null })
        {
            progress.Say(Publishing.In(configuration.Language));
            report = await Approved().RunAsync(report, _territory, loaded.Blueprints, ct);
            report = await Announced(owner, report, ct);
        }

        return Result(report);
    }

    private async Task<JobResult> Publish(CancellationToken ct)
    {
        var nothing = new RunReport
        {
            Territory = _territory.Name,
            Server = client.Account.BaseUrl,
            Outcome = RunOutcome.Done,
        };
        return Result(await Approved().RunAsync(nothing, _territory, loaded.Blueprints, ct));
    }

    /// <summary>What the run found out is told with it; what could not be told is tried again, and fails no run.</summary>
    private async Task<RunReport> Announced(ServiceTerritory owner, RunReport done, CancellationToken ct)
    {
        if (_territory.Announcing.IsSilent || done.Outcome is not (RunOutcome.Done or RunOutcome.PartlyDone))
        {
            return done;
        }

        try
        {
            var report = await Announcing(owner).SendAsync(_territory, now: false, ct);
            return done with
            {
                Said = report.Messages > 0 ? [.. done.Said, report.Said!.Value] : done.Said,
                Warnings = [.. done.Warnings, .. report.Warnings],
                Requests = client.Requests.ByVerb,
            };
        }
        catch (NextcloudException error)
        {
            // All else is done; the next run announces.
            return done with { Warnings = [.. done.Warnings, error.Problem] };
        }
    }

    private async Task<JobResult> Announce(ServiceTerritory owner, CancellationToken ct)
    {
        var report = await Announcing(owner).SendAsync(_territory, now: false, ct);
        var language = configuration.Language;
        return new JobResult
        {
            Outcome = report.Outcome,
            Requests = client.Requests.Total,
            Changes = report.Messages,
            Summary = (report.Said ?? Text.Same("")).In(language),
            Report =
                report.Messages == 0 && report.Warnings.Count == 0
                    ? null
                    : JsonReport.Text(report.AsJson(language)),
        };
    }

    private AnnouncingRun Announcing(ServiceTerritory owner) =>
        new(client, ledger, new ChannelGround(owner.File, environment), time);

    private static readonly Text Publishing = new(
        "publication des documents approuvés et de leurs PDF",
        "publishing approved documents and their PDFs"
    );

    private ApprovedDocuments Approved() => new(client, ledger, Office.Value, time);

    /// <summary>What people changed is not a failure of the job: it is what it was asked to tell.</summary>
    private async Task<JobResult> Prove(CancellationToken ct)
    {
        var report = await new DriftRun(client, ledger, time).RunAsync(_territory, loaded.Blueprints, ct);
        var language = configuration.Language;
        return new JobResult
        {
            Outcome = report.Outcome,
            Requests = client.Requests.Total,
            Summary = JobSummary.Of(report).In(language),
            Report = report.Outcome == RunOutcome.Done ? null : JsonReport.Text(report.AsJson(language)),
        };
    }

    private async Task<JobResult> Drop(ServiceTerritory owner, CancellationToken ct)
    {
        var keep = configuration.Retention;
        var dropped = await jobs.DropAsync(owner.Id, keep, ct);
        var steps = await ledger.DropOldAsync(Slug.Of(_territory.Name), time.GetUtcNow() - keep.Jobs, ct);
        return new JobResult
        {
            Outcome = RunOutcome.Done,
            Changes = dropped + steps,
            Summary = new Text(
                $"{dropped} tâches et {steps} étapes anciennes retirées de l'historique",
                $"{dropped} old jobs and {steps} old steps dropped from the history"
            ).In(configuration.Language),
        };
    }

    private JobResult Result(RunReport report)
    {
        var language = configuration.Language;
        var isQuiet =
            report is { Outcome: RunOutcome.Done, Results.Count: 0, Said.Count: 0, Problems.Count: 0 };
        var told = report.Plan is { } plan
            ? report with
            {
                Plan = plan with { Steps = [.. plan.Steps.Where(step => step.Change != Change.Keep)] },
                Warnings = [.. loaded.Warnings, .. report.Warnings],
            }
            : report;
        return new JobResult
        {
            Outcome = report.Outcome,
            Requests = client.Requests.Total,
            Changes = report.Results.Count(result => result.Outcome.State == StepState.Done),
            Summary = JobSummary.Of(report).In(language),
            Report = isQuiet ? null : JsonReport.Text(JsonReport.Shape(told, language)),
        };
    }

    /// <summary>At once, where <see cref="Progress{T}"/> would tell from another thread, after the end.</summary>
    private sealed class Told(JobProgress progress, Language language) : IProgress<StepResult>
    {
        public void Report(StepResult value) => progress.Done(value.Step.Subject.In(language));
    }
}
