using Connector.Domain;
using Connector.Domain.Territories;
using Connector.Domain.Workspaces;
using Connector.Domain.Workspaces.Drift;
using Connector.Ledger;
using Connector.Nextcloud;
using Connector.Reports;

namespace Connector.Provisioning;

/// <summary>Who changed what since the last run: one look at the server, compared with what that run saw and made.</summary>
internal sealed class DriftRun(NextcloudClient client, LedgerStore ledger, TimeProvider time)
{
    private const int RunsLookedAt = 100;

    public async Task<DriftReport> RunAsync(
        Territory territory,
        IReadOnlyDictionary<string, Blueprint> blueprints,
        CancellationToken ct
    )
    {
        var report = new DriftReport { Territory = territory.Name, Server = client.Account.BaseUrl };
        var slug = Slug.Of(territory.Name);
        var stored = await ledger.LoadAsync(slug, ct);
        var run = (await ledger.RunsAsync(slug, RunsLookedAt, ct)).Find(row =>
            row.Id == DriftMemory.Run(stored)
        );
        if (run is null || DriftMemory.Recall(stored) is not { } then)
        {
            return report with { Problems = [NothingYet] };
        }

        try
        {
            var builder = new ScopeBuilder(client, ledger, time) { EveryMember = true };
            var scope = await builder.BuildAsync(territory, blueprints, ct);
            var found = DriftComparison.Find(scope.Spec, then, scope.Snapshot, scope.Known, run.StartedAt);
            var (lines, hasActivity) = await new DriftWitness(client).AskAsync(found, run.StartedAt, ct);
            return report with
            {
                Outcome = lines.Count == 0 ? RunOutcome.Done : RunOutcome.ChangesPending,
                Since = run.EndedAt ?? run.StartedAt,
                Lines = lines,
                HasActivity = hasActivity,
                Names = scope.Spec.Accounts.ToDictionary(
                    account => account.UserId,
                    account => account.DisplayName,
                    StringComparer.OrdinalIgnoreCase
                ),
                Groups = territory.Groups.ToDictionary(
                    group => group.Id,
                    group => group.Name,
                    StringComparer.Ordinal
                ),
            };
        }
        catch (NextcloudException error)
        {
            return report with
            {
                Outcome =
                    error.Fault == NextcloudFault.Maintenance ? RunOutcome.Postponed : RunOutcome.Failed,
                Problems = [error.Problem],
            };
        }
    }

    private static readonly Problem NothingYet = new()
    {
        Code = "nothing-applied-yet",
        Message = new Text(
            "Rien à quoi comparer : aucun passage d'apply n'est noté pour ce territoire.",
            "Nothing to compare with: no run of apply is on record for this territory."
        ),
        Remedy = new Text(
            "Lancez « connector apply » ; ensuite, drift dira ce que des personnes ont changé.",
            "Run 'connector apply'; from then on drift tells what people changed."
        ),
    };
}
