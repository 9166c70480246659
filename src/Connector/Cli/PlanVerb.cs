using System.CommandLine;
using Connector.Domain.Workspaces;
using Connector.Provisioning;
using Connector.Reports;
using Spectre.Console;
using Text = Connector.Domain.Text;

namespace Connector.Cli;

/// <summary><c>connector plan [TERRITOIRE]</c></summary>
internal static class PlanVerb
{
    public static Command Build(Doorway door, CommonOptions common)
    {
        var output = new Option<string?>("--out")
        {
            Description = new Text(
                "Scelle ce plan dans un fichier : « connector apply FICHIER.json » fera exactement cela, ou rien.",
                "Seals this plan in a file: 'connector apply FILE.json' will do exactly that, or nothing."
            ).In(door.Language),
            HelpName = "FICHIER.json",
        };
        var verb = new Command("plan")
        {
            output,
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
                var request = Request(result, common);
                var report = await TerritoryDoor.RunAsync(
                    door,
                    request,
                    (run, loaded) => run.PlanAsync(loaded.Territory!, loaded.Blueprints, ct),
                    ct
                );
                if (result.GetValue(output) is { } path && report.Plan is not null)
                {
                    report = Seal(door, report, request, path);
                }

                report = WritePage(door, report, result.GetValue(common.Html));
                return Show(door, report, result.GetValue(common.Json), result.GetValue(common.All));
            }
        );
        return verb;
    }

    private static RunReport Seal(Doorway door, RunReport report, TerritoryRequest request, string path)
    {
        var plan = new SealedPlan
        {
            Territory = report.Territory,
            TerritoryPath = Path.GetFullPath(request.TerritoryPath),
            Server = report.Server!,
            SealedAt = door.Time.GetUtcNow(),
            Restore = request.Options.Restore,
            Confirm = request.Options.Confirm,
            Steps = SealedPlan.Lines(report.Plan!),
        };
        return SealedPlanFile.Save(path, plan) is { } problem
            ? report with
            {
                Outcome = RunOutcome.Failed,
                Problems = [problem],
            }
            : report;
    }

    /// <summary>The page beside the text; a run that did its work stays done when the page could not be written.</summary>
    public static RunReport WritePage(Doorway door, RunReport report, string? path)
    {
        if (path is null)
        {
            return report;
        }

        var page = new HtmlReport(door.Language).Page(report, door.Time.GetLocalNow());
        return HtmlFile.Save(path, page) is { } problem
            ? report with
            {
                Problems = [.. report.Problems, problem],
                Outcome = report.Results.Count == 0 ? RunOutcome.Failed : RunOutcome.PartlyDone,
            }
            : report;
    }

    public static TerritoryRequest Request(ParseResult result, CommonOptions common)
    {
        var path = result.GetRequiredValue(common.Territory);
        return new TerritoryRequest(
            path,
            result.GetValue(common.Server),
            CommonOptions.LedgerPath(path, result.GetValue(common.Ledger))
        )
        {
            Options = new PlanOptions
            {
                Restore = result.GetValue(common.Restore),
                Confirm = result.GetValue(common.Confirm),
            },
        };
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
            foreach (var said in report.Plan is null ? report.Said : [])
            {
                // A run that came to no plan may have done something all the same.
                door.Say(said);
            }

            door.Warn(report.Warnings);
            door.Complain(report.Problems);
            if (report.Plan is null && report.Problems.Any(problem => problem.Place is not null))
            {
                door.Errors.WriteLine(NothingSent(report.Problems.Count).In(door.Language));
            }
        }

        return (int)report.Outcome;
    }

    private static Text NothingSent(int problems) =>
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
