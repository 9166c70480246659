using System.CommandLine;
using Connector.Provisioning;
using Connector.Reports;
using Connector.TerritoryFiles;

namespace Connector.Cli;

/// <summary><c>connector drift [TERRITOIRE]</c></summary>
internal static class DriftVerb
{
    public static Command Build(Doorway door, CommonOptions common)
    {
        var verb = new Command("drift") { common.Territory, common.Server, common.Ledger, common.Json };
        verb.SetAction(
            async (result, ct) =>
            {
                var path = result.GetRequiredValue(common.Territory);
                var request = new TerritoryRequest(
                    path,
                    result.GetValue(common.Server),
                    CommonOptions.LedgerPath(path, result.GetValue(common.Ledger))
                );
                var zone = TimeZoneInfo.Utc;
                var report = await TerritoryDoor.OpenAsync(
                    door,
                    request,
                    (client, ledger, loaded) =>
                    {
                        zone = TimeZoneInfo.FindSystemTimeZoneById(loaded.Territory!.TimeZone);
                        return new DriftRun(client, ledger, door.Time).RunAsync(
                            loaded.Territory,
                            loaded.Blueprints,
                            ct
                        );
                    },
                    (_, problems) => new DriftReport { Territory = path, Problems = problems },
                    ct
                );
                return Show(door, report, zone, result.GetValue(common.Json));
            }
        );
        return verb;
    }

    private static int Show(Doorway door, DriftReport report, TimeZoneInfo zone, bool json)
    {
        if (json)
        {
            JsonReport.Write(door.Out, report.AsJson(door.Language));
        }
        else
        {
            report.Write(door.Out, door.Language, zone);
            door.Complain(report.Problems);
        }

        return (int)report.Outcome;
    }
}
