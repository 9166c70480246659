using Connector.Domain.Workspaces;
using Connector.Ledger;
using Connector.Nextcloud;

namespace Connector.Provisioning;

/// <summary>What a run writes into the ledger beside its steps: before it acts, and after.</summary>
internal sealed class RunMemory(NextcloudClient client, LedgerStore ledger, TimeProvider time)
{
    public async Task BeforeAsync(ProvisionScope scope, WorkspacePlan plan, CancellationToken ct)
    {
        if (scope.Moves.Count > 0)
        {
            await ledger.MoveAsync(scope.Territory, scope.Moves, ct);
        }

        KnownResource?[] learnt =
        [
            .. scope.Learnt,
            plan.HasChanges ? StrategyChoice.OnRecord(scope.Strategy) : null,
        ];
        await Remember(scope, learnt, ct);
        await new BaseMemory(ledger).CompleteAsync(scope, ct);
    }

    /// <summary>What was done is recorded whatever stopped the run.</summary>
    public async Task AfterAsync(ProvisionScope scope, long runId, IReadOnlyList<StepResult> results)
    {
        await new ChangeTags(client, ledger, time).RememberAsync(scope, results);
        var tree =
            TreeMemory.IsEnough(scope.Spec) && TreeMemory.ETag(scope.Known) != scope.Snapshot.RootETag
                ? TreeMemory.OnRecord(scope.Snapshot)
                : null;
        await Remember(scope, [tree, DriftMemory.OnRecord(runId, scope)], CancellationToken.None);
    }

    private async Task Remember(
        ProvisionScope scope,
        IEnumerable<KnownResource?> resources,
        CancellationToken ct
    )
    {
        var some = resources.OfType<KnownResource>().ToList();
        if (some.Count > 0)
        {
            await ledger.RememberAsync(scope.Territory, some, ct);
        }
    }
}
