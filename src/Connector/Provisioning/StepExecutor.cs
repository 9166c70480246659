using System.Collections.Concurrent;
using Connector.Domain;
using Connector.Domain.Workspaces;
using Connector.Ledger;
using Connector.Nextcloud;

namespace Connector.Provisioning;

/// <summary>
/// Carries out the steps of a plan: stage after stage, areas side by side, one step after the other within an area; what
/// can be done in few requests first. Each step is told to the ledger before the server is asked and after it answered.
/// </summary>
internal sealed class StepExecutor(
    ProvisionScope scope,
    LedgerStore ledger,
    long runId,
    StepActions actions,
    IProgress<StepResult>? progress
)
{
    private readonly List<StepResult> _results = [];
    private readonly HashSet<string> _settled = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();

    /// <summary>What stopped the run before its end; null when nothing did.</summary>
    public NextcloudException? Stopped { get; private set; }

    /// <summary>What became of each step so far, in the order of the stages.</summary>
    public IReadOnlyList<StepResult> Results
    {
        get
        {
            lock (_gate)
            {
                return [.. _results.OrderBy(result => result.Step.Stage)];
            }
        }
    }

    public async Task RunAsync(WorkspacePlan plan, CancellationToken ct)
    {
        await LinkAsync(plan, ct);
        foreach (var stage in plan.Pending.Where(step => step.Action is not Link).GroupBy(step => step.Stage))
        {
            foreach (var part in actions.Parts(stage.Key, [.. stage], plan))
            {
                await RunPart(stage.Key, part, ct);
            }
        }
    }

    private async Task RunPart(PlanStage stage, StagePart part, CancellationToken ct)
    {
        var steps = Allowed(part.Steps);
        var begun = await RunTogether(part with { Steps = steps }, ct);
        var again = new ConcurrentQueue<PlanStep>();
        await Lanes.ForEach<List<PlanStep>>(
            [
                .. steps
                    .Where(step => !_settled.Contains(step.Key))
                    .GroupBy(LaneOf)
                    .Select(lane => lane.ToList()),
            ],
            (lane, stop) => RunLane(lane, begun, again, stop),
            ct,
            IsAdministration(stage) ? 1 : Lanes.Most
        );

        // A server that was busy with our own parallel requests gets a second chance, alone.
        foreach (var step in again)
        {
            Tell(step, await RunStep(step, null, ct));
        }
    }

    /// <summary>People are let into a folder only when every rule in it could be set.</summary>
    private List<PlanStep> Allowed(IReadOnlyList<PlanStep> steps)
    {
        if (steps.All(step => step.Stage != PlanStage.Opening))
        {
            return [.. steps];
        }

        var shut = Results
            .Where(result => result.Step.Action is SetAcl && result.Outcome.State != StepState.Done)
            .Select(result => result.Step.AreaKey)
            .ToHashSet();
        var isShut = steps.ToLookup(step => shut.Contains(step.AreaKey));
        foreach (var step in isShut[true])
        {
            Tell(step, StepOutcome.Skipped(RulesMissing));
        }

        return [.. isShut[false]];
    }

    /// <returns>The ledger's number of each step that was begun and is still to be settled.</returns>
    private async Task<IReadOnlyDictionary<string, long>> RunTogether(StagePart part, CancellationToken ct)
    {
        if (part.Together is null || part.Steps.Count == 0 || Stopped is not null)
        {
            return new Dictionary<string, long>();
        }

        ct.ThrowIfCancellationRequested();
        var ids = await ledger.BeginStepsAsync(runId, scope.Territory, part.Steps, ct);
        var begun = part
            .Steps.Zip(ids)
            .ToDictionary(pair => pair.First.Key, pair => pair.Second, StringComparer.Ordinal);
        var outcomes = await Try(part, ct);
        var done = part.Steps.Where(step => outcomes.ContainsKey(step.Key)).ToList();
        await ledger.CompleteStepsAsync(
            scope.Territory,
            [.. done.Select(step => Ended(begun[step.Key], outcomes[step.Key]))],
            CancellationToken.None
        );
        foreach (var step in done)
        {
            Tell(step, outcomes[step.Key]);
        }

        return begun;
    }

    private async Task<IReadOnlyDictionary<string, StepOutcome>> Try(StagePart part, CancellationToken ct)
    {
        try
        {
            return await part.Together!(part.Steps, ct);
        }
        catch (NextcloudException error) when (!error.EndsTheRun)
        {
            // Nothing is known of what was done: each step is settled by itself.
            return new Dictionary<string, StepOutcome>();
        }
        catch (NextcloudException error)
        {
            Stop(error);
            return new Dictionary<string, StepOutcome>();
        }
    }

    /// <summary>Accounts, groups and team folders are few rows of few tables: in parallel they only wait for each other.</summary>
    private static bool IsAdministration(PlanStage stage) =>
        stage is <= PlanStage.TeamFolders or PlanStage.Opening;

    private static string LaneOf(PlanStep step) =>
        step.Action is CopyEvent ? step.Key : step.AreaKey ?? step.Key.Split('/')[0];

    /// <summary>Adoptions touch nothing on the server: all of them are one transaction of the ledger.</summary>
    private async Task LinkAsync(WorkspacePlan plan, CancellationToken ct)
    {
        var links = plan.Pending.Where(step => step.Action is Link).ToList();
        var resources = links.Select(step => ((Link)step.Action!).Resource).ToList();
        if (resources.Count == 0)
        {
            return;
        }

        var filled = TemplateMemory.Of(resources, scope).ToList();
        var bases = links
            .Select(actions.BaseOf)
            .Concat(filled.Select(pair => pair.Base))
            .OfType<KeptBase>()
            .ToList();
        await ledger.RememberAsync(
            scope.Territory,
            [.. resources, .. filled.Select(pair => pair.Known)],
            bases,
            ct
        );
        foreach (var step in links)
        {
            Tell(step, StepOutcome.Done());
        }
    }

    private async Task RunLane(
        List<PlanStep> lane,
        IReadOnlyDictionary<string, long> begun,
        ConcurrentQueue<PlanStep> again,
        CancellationToken ct
    )
    {
        foreach (var step in lane)
        {
            var outcome = await RunStep(step, begun.TryGetValue(step.Key, out var id) ? id : null, ct);
            if (outcome.State == StepState.Failed && Stopped is null)
            {
                again.Enqueue(step);
            }
            else
            {
                Tell(step, outcome);
            }
        }
    }

    /// <param name="step">The step.</param>
    /// <param name="begun">Its number in the ledger, when it was begun together with others and not settled there.</param>
    /// <param name="ct">Stops before the step, not in it.</param>
    private async Task<StepOutcome> RunStep(PlanStep step, long? begun, CancellationToken ct)
    {
        if (Stopped is not null)
        {
            return StepOutcome.Skipped(RunStopped);
        }

        ct.ThrowIfCancellationRequested();
        var id = begun ?? (await ledger.BeginStepsAsync(runId, scope.Territory, [step], ct))[0];
        try
        {
            var outcome = await actions.Act(step, ct);
            // What was done is recorded even when somebody is stopping the run.
            await Record(id, outcome);
            return outcome;
        }
        catch (NextcloudException error)
        {
            return await Surprise(id, step, error);
        }
    }

    /// <summary>What the ledger is told of a step that is done: what it made, and what a document was filled from.</summary>
    private (long StepId, IReadOnlyList<KnownResource> Made, IReadOnlyList<KeptBase> Bases) Ended(
        long stepId,
        StepOutcome outcome
    )
    {
        var filled = TemplateMemory.Of(outcome.Made, scope).ToList();
        return (
            stepId,
            [.. scope.Stamped(outcome.Made), .. filled.Select(pair => pair.Known)],
            [.. new[] { outcome.Base }.Concat(filled.Select(pair => pair.Base)).OfType<KeptBase>()]
        );
    }

    private Task Record(long stepId, StepOutcome outcome) =>
        outcome.InDoubt ? Task.CompletedTask
        : outcome.State == StepState.Done
            ? ledger.CompleteStepsAsync(scope.Territory, [Ended(stepId, outcome)], CancellationToken.None)
        : ledger.FailStepAsync(stepId, outcome.Message ?? default, CancellationToken.None);

    /// <summary>
    /// A server that is away, closed for maintenance or refuses the sign-in will not take the next step either: the
    /// run stops. A step that may have been carried out, or the first half of it, stays « begun », and the next run
    /// settles it by reading.
    /// </summary>
    private async Task<StepOutcome> Surprise(long stepId, PlanStep step, NextcloudException error)
    {
        if (error.EndsTheRun)
        {
            Stop(error);
        }

        var mayBeHalfDone =
            error.MayHaveActed
            || error.Fault is NextcloudFault.Throttled or NextcloudFault.ServerBusy
            || step.Action is ConfigureTeamFolder;
        if (!mayBeHalfDone && error.Fault != NextcloudFault.Maintenance)
        {
            await ledger.FailStepAsync(stepId, error.Problem.Message, CancellationToken.None);
        }

        return error.Fault == NextcloudFault.Maintenance
            ? StepOutcome.Skipped(error.Problem.Message)
            : StepOutcome.Failed(error.Problem.Message);
    }

    private void Stop(NextcloudException error)
    {
        lock (_gate)
        {
            Stopped ??= error;
        }
    }

    private void Tell(PlanStep step, StepOutcome outcome)
    {
        var result = new StepResult(step, outcome);
        actions.Remember(outcome.Made);
        lock (_gate)
        {
            _results.Add(result);
            _settled.Add(step.Key);
        }

        progress?.Report(result);
    }

    private static readonly Text RulesMissing = new(
        "pas ouvert : des droits de ce dossier n'ont pas pu être posés, voir plus haut",
        "not opened: some rights of this folder could not be set, see above"
    );

    private static readonly Text RunStopped = new(
        "pas essayé : le passage s'est arrêté avant",
        "not tried: the run stopped before"
    );
}
