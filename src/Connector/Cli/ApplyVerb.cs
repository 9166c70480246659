using System.CommandLine;

namespace Connector.Cli;

/// <summary><c>connector apply [TERRITOIRE]</c></summary>
internal static class ApplyVerb
{
    public static Command Build(Doorway door, CommonOptions common)
    {
        var verb = new Command("apply")
        {
            common.Territory,
            common.Server,
            common.Ledger,
            common.All,
            common.Json,
            common.Restore,
            common.Confirm,
        };
        verb.SetAction(
            async (result, ct) =>
            {
                var json = result.GetValue(common.Json);
                var report = await TerritoryDoor.RunAsync(
                    door,
                    PlanVerb.Request(result, common),
                    (run, loaded) =>
                        ApplyProgress.ShowAsync(
                            door,
                            quiet: json,
                            (planned, progress) =>
                                run.ApplyAsync(loaded.Territory!, loaded.Blueprints, planned, progress, ct)
                        ),
                    ct
                );
                return PlanVerb.Show(door, report, json, result.GetValue(common.All));
            }
        );
        return verb;
    }
}
