using System.CommandLine;
using Connector.Conversion;
using Connector.Domain;
using Connector.Domain.Workspaces;
using Connector.Minutes;
using Connector.Provisioning;
using Connector.Reports;
using Connector.TerritoryFiles;

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
            common.Html,
            common.Restore,
            common.Confirm,
        };
        verb.SetAction(
            async (result, ct) =>
            {
                var json = result.GetValue(common.Json);
                var (request, problem) = Request(result, common);
                if (problem is not null)
                {
                    door.Complain(problem);
                    return 1;
                }

                var report = await TerritoryDoor.RunAsync(
                    door,
                    request,
                    (run, loaded) =>
                        ApplyProgress.ShowAsync(
                            door,
                            quiet: json,
                            (planned, progress) =>
                                run.ApplyAsync(loaded.Territory!, loaded.Blueprints, planned, progress, ct)
                        ),
                    ct,
                    (client, ledger, loaded, done) =>
                        new ApprovedDocuments(
                            client,
                            ledger,
                            LibreOffice.Find(door.Environment),
                            door.Time
                        ).RunAsync(done, loaded.Territory!, loaded.Blueprints, ct),
                    open => DirectoryDoor.Of(open).Check(ct)
                );
                report = PlanVerb.WritePage(door, report, result.GetValue(common.Html));
                return PlanVerb.Show(door, report, json, result.GetValue(common.All));
            }
        );
        return verb;
    }

    /// <summary>A territory file, or a sealed plan (<c>….json</c>) that names one and what was asked for.</summary>
    private static (TerritoryRequest Request, Problem? Problem) Request(
        ParseResult result,
        CommonOptions common
    )
    {
        var request = PlanVerb.Request(result, common);
        if (!request.TerritoryPath.EndsWith(".json", StringComparison.OrdinalIgnoreCase))
        {
            return (request, null);
        }

        var (plan, problem) = SealedPlanFile.Load(request.TerritoryPath);
        return plan is null
            ? (request, problem)
            : (
                new TerritoryRequest(
                    plan.TerritoryPath,
                    plan.Server,
                    CommonOptions.LedgerPath(plan.TerritoryPath, result.GetValue(common.Ledger))
                )
                {
                    Options = new PlanOptions
                    {
                        Restore = plan.Restore,
                        Confirm = plan.Confirm,
                        Sealed = plan,
                    },
                },
                null
            );
    }
}
