using System.CommandLine;
using Connector.Domain;
using Connector.Domain.Territories;
using Connector.Domain.Workspaces;
using Connector.Ledger;
using Connector.Reports;
using Connector.TerritoryFiles;

namespace Connector.Cli;

/// <summary><c>connector status [TERRITOIRE]</c></summary>
internal static class StatusVerb
{
    private const int RunsShown = 5;

    public static Command Build(Doorway door, CommonOptions common)
    {
        var verb = new Command("status") { common.Territory, common.Ledger, common.Json };
        verb.SetAction(
            (result, ct) =>
            {
                var path = result.GetRequiredValue(common.Territory);
                var ledger = CommonOptions.LedgerPath(path, result.GetValue(common.Ledger));
                return RunAsync(door, path, ledger, result.GetValue(common.Json), ct);
            }
        );
        return verb;
    }

    private static async Task<int> RunAsync(
        Doorway door,
        string path,
        string ledgerPath,
        bool json,
        CancellationToken ct
    )
    {
        var loaded = TerritoryFile.Load(path);
        door.Complain(loaded.Problems);
        if (loaded.Territory is null)
        {
            return 1;
        }

        if (!File.Exists(ledgerPath))
        {
            if (json)
            {
                new StatusReport(loaded.Territory.Name, KnownWorkspace.Nothing, []).Write(
                    door.Out,
                    door.Language,
                    json
                );
                return 0;
            }

            door.Say(
                new Text(
                    $"Rien n'a encore été appliqué : le registre « {ledgerPath} » n'existe pas.",
                    $"Nothing was applied yet: the ledger '{ledgerPath}' does not exist."
                )
            );
            return 0;
        }

        try
        {
            await using var ledger = await LedgerStore.OpenAsync(ledgerPath, door.Time, ct);
            var slug = Slug.Of(loaded.Territory.Name);
            var status = new StatusReport(
                loaded.Territory.Name,
                await ledger.LoadAsync(slug, ct),
                await ledger.RunsAsync(slug, RunsShown, ct)
            );
            status.Write(door.Out, door.Language, json);
            return 0;
        }
        catch (LedgerException error)
        {
            door.Complain(error.Problem);
            return 1;
        }
    }
}
