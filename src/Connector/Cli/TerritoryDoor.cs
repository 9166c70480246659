using Connector.Domain;
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
    /// <returns>The exit code; a problem before the run is told and gives 1.</returns>
    public static async Task<RunReport?> RunAsync(
        Doorway door,
        TerritoryRequest request,
        Func<ProvisionRun, LoadResult, Task<RunReport>> run,
        CancellationToken ct
    )
    {
        var loaded = TerritoryFile.Load(request.TerritoryPath);
        door.Complain(loaded.Problems);
        if (loaded.Territory is null || loaded.Problems.Count > 0)
        {
            door.Errors.WriteLine(Count(loaded.Problems.Count).In(door.Language));
            return null;
        }

        var lookup = new CredentialStore(door.Environment).Find(request.Server ?? loaded.Territory.Server);
        if (lookup.Account is null)
        {
            door.Complain(lookup.Problem!);
            return null;
        }

        try
        {
            using var only = RunLock.TryTake(request.LedgerPath);
            if (only is null)
            {
                door.Complain(RunLock.Held);
                return null;
            }

            await using var ledger = await LedgerStore.OpenAsync(request.LedgerPath, door.Time, ct);
            await using var client = new NextcloudClientFactory(door.Time).Create(lookup.Account);
            return await run(new ProvisionRun(client, ledger, door.Time), loaded);
        }
        catch (LedgerException error)
        {
            door.Complain(error.Problem);
            return null;
        }
    }

    private static Text Count(int problems) =>
        problems == 1
            ? new Text(
                "1 erreur dans le fichier du territoire : rien n'a été envoyé au serveur.",
                "1 error in the territory file: nothing was sent to the server."
            )
            : new Text(
                $"{problems} erreurs dans le fichier du territoire : rien n'a été envoyé au serveur.",
                $"{problems} errors in the territory file: nothing was sent to the server."
            );
}

/// <summary>Which territory, on which server, with which ledger.</summary>
internal sealed record TerritoryRequest(string TerritoryPath, Uri? Server, string LedgerPath);
