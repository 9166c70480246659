using Connector.Domain;
using Connector.Domain.Workspaces;
using Connector.Ledger;
using Connector.Nextcloud;
using Connector.Nextcloud.Login;
using Connector.Provisioning;
using Connector.Reports;
using Connector.TerritoryFiles;
using Spectre.Console;
using Text = Connector.Domain.Text;

namespace Connector.Cli;

/// <summary>
/// What <c>plan</c> and <c>apply</c> have in common: read the territory file, find the sign-in, open the ledger, run.
/// </summary>
internal static class TerritoryDoor
{
    /// <returns>The run's report; one without a plan when something stopped it before it began.</returns>
    public static async Task<RunReport> RunAsync(
        Doorway door,
        TerritoryRequest request,
        Func<ProvisionRun, LoadResult, Task<RunReport>> run,
        CancellationToken ct
    )
    {
        var loaded = TerritoryFile.Load(request.TerritoryPath);
        if (loaded.Territory is null || loaded.Problems.Count > 0)
        {
            return Refused(request, loaded.Warnings, loaded.Problems);
        }

        if (WorkspaceSpecBuilder.Check(loaded.Territory) is { Count: > 0 } collisions)
        {
            return Refused(request, loaded.Warnings, collisions);
        }

        var lookup = new CredentialStore(door.Environment).Find(request.Server ?? loaded.Territory.Server);
        if (lookup.Account is null)
        {
            return Refused(request, loaded.Warnings, [lookup.Problem!]);
        }

        try
        {
            using var only = RunLock.TryTake(request.LedgerPath);
            if (only is null)
            {
                return Refused(request, loaded.Warnings, [RunLock.Held]);
            }

            await using var ledger = await LedgerStore.OpenAsync(request.LedgerPath, door.Time, ct);
            await using var client = new NextcloudClientFactory(door.Time).Create(lookup.Account);
            var report = await run(new ProvisionRun(client, ledger, door.Time), loaded);
            return report with { Warnings = loaded.Warnings };
        }
        catch (LedgerException error)
        {
            return Refused(request, loaded.Warnings, [error.Problem]);
        }
    }

    private static RunReport Refused(
        TerritoryRequest request,
        IReadOnlyList<Problem> warnings,
        IReadOnlyList<Problem> problems
    ) =>
        new()
        {
            Territory = request.TerritoryPath,
            Outcome = RunOutcome.Failed,
            Warnings = warnings,
            Problems = problems,
        };
}

/// <summary>Which territory, on which server, with which ledger.</summary>
internal sealed record TerritoryRequest(string TerritoryPath, Uri? Server, string LedgerPath);
