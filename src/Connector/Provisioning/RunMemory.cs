using Connector.Actions;
using Connector.DocumentFlow;
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

        if (scope.IsBoardNew)
        {
            await new ActionStore(ledger, scope.Territory).SaveAsync(scope.Board, ct);
        }

        KnownResource?[] learnt =
        [
            .. scope.Learnt,
            plan.HasChanges ? StrategyChoice.OnRecord(scope.Strategy) : null,
        ];
        await Remember(scope, learnt, scope.Templates.Bases, ct);
        await new BaseMemory(ledger).CompleteAsync(scope, ct);
    }

    /// <summary>What was done is recorded whatever stopped the run.</summary>
    public async Task AfterAsync(
        ProvisionScope scope,
        long runId,
        IReadOnlyList<StepResult> results,
        IReadOnlyDictionary<(string Uri, string Name), CalendarText> written
    )
    {
        await new ChangeTags(client, ledger, time).RememberAsync(scope, results, written);
        await AddressBookMemory.AfterAsync(ledger, scope, results);
        await RememberActions(scope, results);
        var tree =
            TreeMemory.IsEnough(scope.Spec) && TreeMemory.ETag(scope.Known) != scope.Snapshot.RootETag
                ? TreeMemory.OnRecord(scope.Snapshot)
                : null;
        await Remember(scope, [tree, DriftMemory.OnRecord(runId, scope)], [], CancellationToken.None);
    }

    /// <summary>A file that somebody saved between the look and our writing is read by the next run.</summary>
    private async Task RememberActions(ProvisionScope scope, IReadOnlyList<StepResult> results)
    {
        var etags = scope.Snapshot.Nodes.ToLookup(
            node => node.Path,
            node => node.ETag,
            StringComparer.Ordinal
        );
        var written = results
            .Where(result => result.Outcome is { State: StepState.Done, Content: not null, Made.Count: 1 })
            .Select(result => (result.Outcome, Made: result.Outcome.Made[0]))
            .Where(pair =>
                pair.Outcome.Changed is null
                || etags[pair.Made.Path!].FirstOrDefault() == pair.Outcome.Changed
            )
            .Select(pair => new WrittenFile(pair.Made, pair.Outcome.Content!.Value))
            .ToList();
        if (written.Count == 0)
        {
            return;
        }

        var store = new ActionStore(ledger, scope.Territory);
        var known = await ledger.LoadAsync(scope.Territory, CancellationToken.None);
        var context = new ComposedTerritory(scope.Spec, scope.Source, scope.Today)
        {
            Calendars = scope.Calendars,
            Board = scope.Board,
        };
        var board = ActionMemory.After(context, known, scope.Snapshot, written);
        if (!ReferenceEquals(board, scope.Board))
        {
            await store.SaveAsync(board, CancellationToken.None);
        }
    }

    private async Task Remember(
        ProvisionScope scope,
        IEnumerable<KnownResource?> resources,
        IReadOnlyList<KeptBase> bases,
        CancellationToken ct
    )
    {
        var some = resources.OfType<KnownResource>().ToList();
        if (some.Count > 0)
        {
            await ledger.RememberAsync(scope.Territory, some, bases, ct);
        }
    }
}
