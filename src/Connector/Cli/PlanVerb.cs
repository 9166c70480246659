using System.CommandLine;
using Connector.Reports;

namespace Connector.Cli;

/// <summary><c>connector plan [TERRITOIRE]</c></summary>
internal static class PlanVerb
{
    public static Command Build(Doorway door, CommonOptions common)
    {
        var verb = new Command("plan")
        {
            common.Territory,
            common.Server,
            common.Ledger,
            common.All,
            common.Json,
        };
        verb.SetAction(
            async (result, ct) =>
            {
                var request = Request(result, common);
                var report = await TerritoryDoor.RunAsync(
                    door,
                    request,
                    (run, loaded) => run.PlanAsync(loaded.Territory!, loaded.Blueprints, ct),
                    ct
                );
                return report is null
                    ? 1
                    : Show(door, report, result.GetValue(common.Json), result.GetValue(common.All));
            }
        );
        return verb;
    }

    public static TerritoryRequest Request(ParseResult result, CommonOptions common)
    {
        var path = result.GetRequiredValue(common.Territory);
        return new TerritoryRequest(
            path,
            result.GetValue(common.Server),
            CommonOptions.LedgerPath(path, result.GetValue(common.Ledger))
        );
    }

    public static int Show(Doorway door, RunReport report, bool json, bool all)
    {
        if (json)
        {
            JsonReport.Write(door.Out, report, door.Language);
        }
        else
        {
            new TextReport(door.Out, door.Language).Write(report, all);
            door.Complain(report.Problems);
        }

        return (int)report.Outcome;
    }
}
