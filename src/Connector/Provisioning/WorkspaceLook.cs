using Connector.Domain.Territories;
using Connector.Domain.Workspaces;
using Connector.Ledger;
using Connector.Nextcloud;

namespace Connector.Provisioning;

/// <summary>Looks at the server and compares: what a plan shows, and what an apply starts from.</summary>
/// <param name="client">The server.</param>
/// <param name="ledger">What is known.</param>
/// <param name="time">Of today's documents.</param>
/// <param name="options">What was asked for beside the file.</param>
/// <param name="everyShare">See <see cref="ShareReader"/>.</param>
/// <param name="seen">See <see cref="ScopeBuilder.Seen"/>.</param>
internal sealed class WorkspaceLook(
    NextcloudClient client,
    LedgerStore ledger,
    TimeProvider time,
    PlanOptions? options,
    bool everyShare,
    AccountTree? seen = null
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
        var builder = new ScopeBuilder(client, ledger, time)
        {
            Trash = options?.Restore == true,
            EveryShare = everyShare,
            Seen = seen,
            Actions = true,
            Confirm = options?.Confirm == true,
        };
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
