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
    public static Task<RunReport> RunAsync(
        Doorway door,
        TerritoryRequest request,
        Func<ProvisionRun, LoadResult, Task<RunReport>> run,
        CancellationToken ct
    ) =>
        OpenAsync(
            door,
            request,
            async (client, ledger, loaded) =>
                await run(new ProvisionRun(client, ledger, door.Time, request.Options), loaded) with
                {
                    Warnings = loaded.Warnings,
                },
            (warnings, problems) => Refused(request, warnings, problems),
            ct
        );

    /// <param name="door">Where the sign-in is looked for.</param>
    /// <param name="request">Which territory, server and ledger.</param>
    /// <param name="run">What to do once all of them are open.</param>
    /// <param name="refused">What to answer, with warnings and problems, when one of them is not.</param>
    /// <param name="ct">Stops.</param>
    public static async Task<T> OpenAsync<T>(
        Doorway door,
        TerritoryRequest request,
        Func<NextcloudClient, LedgerStore, LoadResult, Task<T>> run,
        Func<IReadOnlyList<Problem>, IReadOnlyList<Problem>, T> refused,
        CancellationToken ct
    )
    {
        var loaded = TerritoryFile.Load(request.TerritoryPath);
        if (loaded.Territory is null || loaded.Problems.Count > 0)
        {
            return refused(loaded.Warnings, loaded.Problems);
        }

        if (WorkspaceSpecBuilder.Check(loaded.Territory) is { Count: > 0 } collisions)
        {
            return refused(loaded.Warnings, collisions);
        }

        var lookup = new CredentialStore(door.Environment).Find(request.Server ?? loaded.Territory.Server);
        if (lookup.Account is null)
        {
            return refused(loaded.Warnings, [lookup.Problem!]);
        }

        try
        {
            using var only = RunLock.TryTake(request.LedgerPath);
            if (only is null)
            {
                return refused(loaded.Warnings, [RunLock.Held]);
            }

            await using var ledger = await LedgerStore.OpenAsync(request.LedgerPath, door.Time, ct);
            await using var client = new NextcloudClientFactory(door.Time).Create(lookup.Account);
            return await run(client, ledger, loaded);
        }
        catch (LedgerException error)
        {
            return refused(loaded.Warnings, [error.Problem]);
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
internal sealed record TerritoryRequest(string TerritoryPath, Uri? Server, string LedgerPath)
{
    /// <summary>What else was asked for on the command line.</summary>
    public PlanOptions Options { get; init; } = PlanOptions.Default;
}
