using Connector.Domain;
using Connector.Domain.Documents;
using Connector.Domain.Territories;
using Connector.Domain.Workspaces;
using Connector.Ledger;
using Connector.Nextcloud;
using Connector.Reports;

namespace Connector.Provisioning;

/// <summary>
/// Brings a Nextcloud to what a territory describes: look, compare, and — when applying — act and report. A dry run
/// stops after comparing and shows the very plan that an apply would carry out.
/// </summary>
internal sealed class ProvisionRun(
    NextcloudClient client,
    LedgerStore ledger,
    TimeProvider time,
    PlanOptions? options = null,
    AccountTree? seen = null
)
{
    /// <summary>Folders in folders that were deleted one after the other, the inner ones first.</summary>
    private const int MostLooks = 12;

    private SealedPlan? _sealed = options?.Sealed;
    private AccountTree? _seen = seen;
    private bool _ledgerFailed;

    /// <summary>Whether steps were left to a run over everything.</summary>
    private bool _leftSome;

    /// <summary>The last look after which something was noted in the ledger.</summary>
    private ProvisionScope? _noted;

    public Task<RunReport> PlanAsync(
        Territory territory,
        IReadOnlyDictionary<string, Blueprint> blueprints,
        CancellationToken ct
    ) =>
        Guarded(
            territory,
            async started =>
            {
                var (scope, plan) = await Look(everyShare: true).AtAsync(territory, blueprints, ct);
                var outcome =
                    plan.HasChanges ? RunOutcome.ChangesPending
                    : plan.HasConflicts ? RunOutcome.PartlyDone
                    : RunOutcome.Done;
                return Report(territory, started, outcome) with
                {
                    Plan = plan,
                    Strategy = scope.Strategy,
                    Warnings = [.. scope.Templates.Warnings, .. ActionNotes.Of(scope.Board)],
                    Calendars = Named(scope, scope.Addresses),
                };
            },
            ct
        );

    /// <param name="territory">What should be.</param>
    /// <param name="blueprints">By name.</param>
    /// <param name="planned">Told the plan before its first step, for a progress display.</param>
    /// <param name="progress">Told each step as it ends, from several threads.</param>
    /// <param name="ct">Stops after the steps under way; what was done is recorded.</param>
    public Task<RunReport> ApplyAsync(
        Territory territory,
        IReadOnlyDictionary<string, Blueprint> blueprints,
        Action<WorkspacePlan>? planned,
        IProgress<StepResult>? progress,
        CancellationToken ct
    ) => Guarded(territory, started => Apply(territory, blueprints, planned, progress, started, ct), ct);

    private async Task<RunReport> Apply(
        Territory territory,
        IReadOnlyDictionary<string, Blueprint> blueprints,
        Action<WorkspacePlan>? planned,
        IProgress<StepResult>? progress,
        long started,
        CancellationToken ct
    )
    {
        var slug = Slug.Of(territory.Name);
        var runId = await ledger.BeginRunAsync(slug, "apply", ct);
        try
        {
            var last = await Pass(territory, blueprints, runId, planned, progress, ct);
            var done = last;
            for (var look = 1; look < MostLooks && NeedsAnother(last, look); look++)
            {
                last = await Pass(territory, blueprints, runId, planned, progress, ct);
                done = last with
                {
                    Plan = last.Plan?.After(done.Plan!),
                    Results = [.. done.Results, .. last.Results],
                };
            }

            // A run that could not do all leaves the doubts of those before it: they excuse what is half done.
            var settled = done.Outcome == RunOutcome.Done && !_leftSome;
            if (done is { Outcome: RunOutcome.Done, Plan.HasConflicts: true })
            {
                done = done with { Outcome = RunOutcome.PartlyDone };
            }

            if (!_ledgerFailed)
            {
                await KeepMark(done);
                await EndRun(runId, done.Outcome, settled);
            }

            return done with
            {
                Requests = client.Requests.ByVerb,
                Duration = time.GetElapsedTime(started),
            };
        }
        catch (NextcloudException error)
        {
            var outcome =
                error.Fault == NextcloudFault.Maintenance ? RunOutcome.Postponed : RunOutcome.Failed;
            await EndRun(runId, outcome, settled: false);
            throw;
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            await EndRun(runId, RunOutcome.Cancelled, settled: false);
            throw;
        }
    }

    /// <summary>A server that stopped the run is not asked for one thing more.</summary>
    private Task KeepMark(RunReport done) =>
        _noted is null || done.Problems.Count > 0
            ? Task.CompletedTask
            : new ServerMark(client, ledger, time).KeepAsync(_noted);

    /// <summary>What was seen before the run serves its first look alone.</summary>
    private WorkspaceLook Look(bool everyShare)
    {
        var look = new WorkspaceLook(client, ledger, time, options, everyShare, _seen);
        _seen = null;
        return look;
    }

    private Task EndRun(long runId, RunOutcome outcome, bool settled) =>
        ledger.EndRunAsync(runId, outcome.ToString(), client.Requests.Total, settled, CancellationToken.None);

    /// <summary>
    /// A team folder that this account could not see before, or a folder or calendar made again: what it holds can be
    /// planned only now, and may have been deleted by itself before. What a merge made of a roadmap tells of its milestones.
    /// </summary>
    private bool NeedsAnother(RunReport done, int look) =>
        done is { Outcome: RunOutcome.Done, Plan: { } plan }
        && (
            plan.Restores
            || (options is { Restore: true } && done.Results.Any(MakesACalendar))
            || (look == 1 && (plan.Steps.Any(OpensAnArea) || done.Results.Any(MergesARoadmap)))
        );

    private static bool MakesACalendar(StepResult result) => result.Step.Action is CreateCalendar;

    private static bool MergesARoadmap(StepResult result) =>
        result is { Step.Action: MergeDocument { Document.Kind: DocumentKind.Roadmap } };

    private static bool OpensAnArea(PlanStep step) =>
        step.AreaKey is not null && step.Key == WorkspaceKeys.Inside(step.AreaKey);

    /// <summary>Look, compare, act once.</summary>
    private async Task<RunReport> Pass(
        Territory territory,
        IReadOnlyDictionary<string, Blueprint> blueprints,
        long runId,
        Action<WorkspacePlan>? planned,
        IProgress<StepResult>? progress,
        CancellationToken ct
    )
    {
        var started = time.GetTimestamp();
        // A sealed plan tells of people's shares: the one that it is compared with has to tell of them as well.
        var look = Look(everyShare: options?.Sealed is not null);
        var (scope, plan) = await look.AtAsync(territory, blueprints, ct);
        if (_sealed?.Differences(plan) is { Count: > 0 } differences)
        {
            return Report(territory, started, RunOutcome.Failed) with
            {
                Problems = [SealedPlanFile.Moved(differences)],
            };
        }

        if (await new StrategyChoice(client).StandsInTheWayAsync(scope.Strategy, plan, ct) is { } problem)
        {
            return Report(territory, started, RunOutcome.Failed) with { Problems = [problem] };
        }

        var whole = plan;
        plan = whole
            .Without(options?.Without)
            .Only(options?.Part ?? PlanPart.Everything)
            .Only(options?.Groups);
        _leftSome |= plan.Steps.Count != whole.Steps.Count;
        // A second look of the same run finds what the first one did.
        _sealed = null;
        planned?.Invoke(plan);
        var memory = new RunMemory(client, ledger, time);
        await memory.BeforeAsync(scope, plan, ct);
        var actions = new StepActions(client, ledger, scope, plan, time);
        var executor = new StepExecutor(scope, ledger, runId, actions, progress);
        var cancelled = false;
        try
        {
            await executor.RunAsync(plan, ct);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            cancelled = true;
        }
        catch (LedgerException error)
        {
            // What was done before it is told; the step under way is settled by reading, in the next run.
            _ledgerFailed = true;
            return Report(territory, started, OutcomeOf(executor.Results, RunOutcome.Failed)) with
            {
                Plan = plan,
                Results = executor.Results,
                Problems = [error.Problem],
            };
        }

        await memory.AfterAsync(scope, runId, executor.Results, actions.WrittenObjects);
        _noted = executor.Results.Count > 0 || scope.Known.Lost.Count > 0 ? scope : _noted;
        var outcome =
            cancelled ? RunOutcome.Cancelled
            : executor.Stopped?.Fault == NextcloudFault.Maintenance ? RunOutcome.Postponed
            : OutcomeOf(executor.Results);
        return Report(territory, started, outcome) with
        {
            Plan = plan,
            Strategy = scope.Strategy,
            Results = executor.Results,
            Warnings = [.. scope.Templates.Warnings, .. ActionNotes.Of(scope.Board)],
            Problems = executor.Stopped is { } stopped ? [stopped.Problem] : [],
            Calendars = Named(scope, actions.Addresses()),
        };
    }

    /// <param name="results">What became of each step.</param>
    /// <param name="allDone">What it is when all of them are done: a run that stopped before others is not done.</param>
    private static RunOutcome OutcomeOf(
        IReadOnlyList<StepResult> results,
        RunOutcome allDone = RunOutcome.Done
    )
    {
        var failed = results.Count(result => result.Outcome.State != StepState.Done);
        var waiting = results.Count(result => result.Outcome.State == StepState.Waiting);
        return failed == 0 ? allDone
            : failed == results.Count && waiting == 0 ? RunOutcome.Failed
            : RunOutcome.PartlyDone;
    }

    private static IReadOnlyList<(string, Uri)> Named(
        ProvisionScope scope,
        IReadOnlyDictionary<string, Uri> addresses
    ) =>
        [
            .. scope
                .Spec.Areas.Select(area => area.Calendar)
                .OfType<CalendarSpec>()
                .Where(calendar => addresses.ContainsKey(calendar.Key))
                .Select(calendar => (calendar.DisplayName, addresses[calendar.Key])),
        ];

    private RunReport Report(Territory territory, long started, RunOutcome outcome) =>
        new()
        {
            Territory = territory.Name,
            Server = client.Account.BaseUrl,
            Outcome = outcome,
            Requests = client.Requests.ByVerb,
            Duration = time.GetElapsedTime(started),
        };

    private async Task<RunReport> Guarded(
        Territory territory,
        Func<long, Task<RunReport>> run,
        CancellationToken ct
    )
    {
        var started = time.GetTimestamp();
        try
        {
            return await run(started);
        }
        catch (NextcloudException error) when (error.Fault == NextcloudFault.Maintenance)
        {
            return Stopped(territory, started, error.Problem) with { Outcome = RunOutcome.Postponed };
        }
        catch (NextcloudException error)
        {
            return Stopped(territory, started, error.Problem);
        }
        catch (LedgerException error)
        {
            return Stopped(territory, started, error.Problem);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            return Report(territory, started, RunOutcome.Cancelled);
        }
    }

    private RunReport Stopped(Territory territory, long started, Problem problem) =>
        Report(territory, started, RunOutcome.Failed) with
        {
            Problems = [problem],
        };
}
