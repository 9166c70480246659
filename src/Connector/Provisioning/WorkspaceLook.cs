using Connector.Domain.Territories;
using Connector.Domain.Workspaces;
using Connector.Ledger;
using Connector.Nextcloud;

namespace Connector.Provisioning;

/// <summary>Looks at the server and compares: what a plan shows, and what an apply starts from.</summary>
internal sealed class WorkspaceLook(
    NextcloudClient client,
    LedgerStore ledger,
    TimeProvider time,
    PlanOptions? options
)
{
    /// <summary>
    /// What the server refuses in names is asked again only when something is to be made, and all is looked at once
    /// more in the rare case that it refuses other ones by now.
    /// </summary>
    public async Task<(ProvisionScope Scope, WorkspacePlan Plan)> AtAsync(
        Territory territory,
        IReadOnlyDictionary<string, Blueprint> blueprints,
        CancellationToken ct
    )
    {
        var builder = new ScopeBuilder(client, ledger, time) { Trash = options?.Restore == true };
        var scope = await builder.BuildAsync(territory, blueprints, ct);
        var plan = WorkspacePlanner.Plan(scope.Spec, scope.Snapshot, scope.Known, options);
        if (!plan.HasChanges || scope.NamesToRemember is not null)
        {
            return (scope, plan);
        }

        var names = await builder.AskNames(ct);
        if (names.Says(scope.Names))
        {
            return (scope, plan);
        }

        scope = await builder.BuildAsync(territory, blueprints, ct, names);
        return (scope, WorkspacePlanner.Plan(scope.Spec, scope.Snapshot, scope.Known, options));
    }
}
