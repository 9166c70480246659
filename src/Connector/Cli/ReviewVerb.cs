using System.CommandLine;
using Connector.Domain;
using Connector.Reviews;

namespace Connector.Cli;

/// <summary><c>connector review</c></summary>
internal static class ReviewVerb
{
    public static Command Build(Doorway door, CommonOptions common)
    {
        var options = new GroupOptions(door.Language);
        var year = new Argument<int?>("ANNÉE")
        {
            Description = new Text(
                "L'année dont on fait le bilan. Par défaut : celle qui court ; en janvier et février, celle d'avant.",
                "The year to look back on. Default: the running one; in January and February the one before."
            ).In(door.Language),
            Arity = ArgumentArity.ZeroOrOne,
        };
        var look = new Option<bool>("--look")
        {
            Description = new Text(
                "Raconte l'année sans écrire le document.",
                "Tells of the year without writing the document."
            ).In(door.Language),
        };
        var verb = new Command("review")
        {
            year,
            look,
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
                        new YearReviewRun(client, ledger, door.Time).RunAsync(
                            loaded.Territory!,
                            loaded.Blueprints,
                            result.GetValue(year),
                            !result.GetValue(look),
                            ct
                        ),
                    problems => ReviewReport.Refused(problems),
                    ct
                )
        );
        return verb;
    }
}
