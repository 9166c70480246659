using System.CommandLine;
using Connector.Inspirations;
using Connector.Reports;

namespace Connector.Cli;

/// <summary><c>connector inspirations</c></summary>
internal static class InspirationsVerb
{
    public static Command Build(Doorway door, CommonOptions common)
    {
        var options = new GroupOptions(door.Language);
        var verb = new Command("inspirations")
        {
            options.Territory,
            common.Server,
            common.Ledger,
            common.Json,
        };
        verb.SetAction(
            (result, ct) =>
                ReportDoor.RunAsync(
                    door,
                    ReportDoor.Request(result, common, options),
                    result.GetValue(common.Json),
                    (client, ledger, loaded) =>
                        new InspirationsRun(client, ledger, door.Time).RunAsync(
                            loaded.Territory!,
                            loaded.Blueprints,
                            ct
                        ),
                    InspirationsReport.Refused,
                    ct
                )
        );
        return verb;
    }
}
