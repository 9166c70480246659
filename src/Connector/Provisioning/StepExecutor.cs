using System.Collections.Concurrent;
using Connector.Domain;
using Connector.Domain.Workspaces;
using Connector.Ledger;
using Connector.Nextcloud;

namespace Connector.Provisioning;

/// <summary>
/// Carries out the steps of a plan: stage after stage, areas side by side within a stage, one step after the other
/// within an area. Each step is told to the ledger before the server is asked and after it answered.
/// </summary>
internal sealed class StepExecutor(
    ProvisionScope scope,
    LedgerStore ledger,
    long runId,
    Func<PlanStep, CancellationToken, Task<StepOutcome>> act,
    IProgress<StepResult>? progress
)
{
    /// <summary>Enough to keep a server busy, few enough to leave it to the people who work on it.</summary>
    private const int Lanes = 4;

    private readonly List<StepResult> _results = [];
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
            await RunStage(stage.Key, [.. stage], ct);
        }
    }

    private async Task RunStage(PlanStage stage, IReadOnlyList<PlanStep> steps, CancellationToken ct)
    {
        var again = new ConcurrentQueue<PlanStep>();
        var lanes = steps.GroupBy(LaneOf).Select(lane => lane.ToList());
        var options = new ParallelOptions
        {
            MaxDegreeOfParallelism = IsAdministration(stage) ? 1 : Lanes,
            CancellationToken = ct,
        };
        await Parallel.ForEachAsync(lanes, options, async (lane, stop) => await RunLane(lane, again, stop));

        // A server that was busy with our own parallel requests gets a second chance, alone.
        foreach (var step in again)
        {
            Tell(step, await RunStep(step, ct));
        }
    }

    /// <summary>Accounts, groups and team folders are few rows of few tables: in parallel they only wait for each other.</summary>
    private static bool IsAdministration(PlanStage stage) => stage <= PlanStage.TeamFolders;

    private static string LaneOf(PlanStep step) => step.AreaKey ?? step.Key.Split('/')[0];

    /// <summary>Adoptions touch nothing on the server: all of them are one transaction of the ledger.</summary>
    private async Task LinkAsync(WorkspacePlan plan, CancellationToken ct)
    {
        var links = plan.Pending.Where(step => step.Action is Link).ToList();
        var resources = links.Select(step => ((Link)step.Action!).Resource).ToList();
        if (resources.Count == 0)
        {
            return;
        }

        await ledger.RememberAsync(scope.Territory, resources, ct);
        foreach (var step in links)
        {
            Tell(step, StepOutcome.Done());
        }
    }

    private async Task RunLane(List<PlanStep> lane, ConcurrentQueue<PlanStep> again, CancellationToken ct)
    {
        foreach (var step in lane)
        {
            var outcome = await RunStep(step, ct);
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

    private async Task<StepOutcome> RunStep(PlanStep step, CancellationToken ct)
    {
        if (Stopped is not null)
        {
            return StepOutcome.Skipped(RunStopped);
        }

        ct.ThrowIfCancellationRequested();
        var id = await ledger.BeginStepAsync(runId, scope.Territory, step, ct);
        try
        {
            var outcome = await act(step, ct);
            // What was done is recorded even when somebody is stopping the run.
            await Record(id, outcome);
            return outcome;
        }
        catch (NextcloudException error)
        {
            return await Surprise(id, error);
        }
    }

    private Task Record(long stepId, StepOutcome outcome) =>
        outcome.InDoubt ? Task.CompletedTask
        : outcome.State == StepState.Done
            ? ledger.CompleteStepAsync(stepId, scope.Territory, outcome.Made, CancellationToken.None)
        : ledger.FailStepAsync(stepId, outcome.Message ?? default, CancellationToken.None);

    /// <summary>
    /// A server that is away, closed for maintenance or refuses the sign-in will not take the next step either: the
    /// run stops. A step that may have been carried out stays « begun », and the next run settles it by reading.
    /// </summary>
    private async Task<StepOutcome> Surprise(long stepId, NextcloudException error)
    {
        if (EndsTheRun(error.Fault))
        {
            lock (_gate)
            {
                Stopped ??= error;
            }
        }

        if (!error.MayHaveActed && error.Fault != NextcloudFault.Maintenance)
        {
            await ledger.FailStepAsync(stepId, error.Problem.Message, CancellationToken.None);
        }

        return StepOutcome.Failed(error.Problem.Message);
    }

    private static bool EndsTheRun(NextcloudFault fault) =>
        fault
            is NextcloudFault.Unreachable
                or NextcloudFault.CertificateRefused
                or NextcloudFault.TimedOut
                or NextcloudFault.SignInRefused
                or NextcloudFault.Maintenance
                or NextcloudFault.PasswordConfirmationRequired
                or NextcloudFault.RightMissing
                or NextcloudFault.Throttled;

    private void Tell(PlanStep step, StepOutcome outcome)
    {
        var result = new StepResult(step, outcome);
        lock (_gate)
        {
            _results.Add(result);
        }

        progress?.Report(result);
    }

    private static readonly Text RunStopped = new(
        "pas essayé : le passage s'est arrêté avant",
        "not tried: the run stopped before"
    );
}
