using System.CommandLine;
using Connector.Directories;
using Connector.Domain;
using Connector.Reports;

namespace Connector.Cli;

/// <summary><c>connector directory check</c></summary>
internal static class DirectoryCheckVerb
{
    public static Command Build(Doorway door, CommonOptions common)
    {
        var options = new GroupOptions(door.Language);
        var yes = new Option<bool>("--yes", "-y")
        {
            Description = new Text(
                "Écrit la colonne « À vérifier » ; sans cela, dit seulement.",
                "Writes the column 'À vérifier'; without it, only tells."
            ).In(door.Language),
        };
        var verb = new Command("check") { options.Territory, yes, common.Server, common.Ledger, common.Json };
        verb.SetAction(
            async (result, ct) =>
            {
                var request = ReportDoor.Request(result, common, options);
                var view = await DirectoryDoor.OpenAsync(
                    door,
                    request,
                    open => new CheckRun(open.File, open.Doubts).RunAsync(result.GetValue(yes), ct),
                    problems => CheckView.Refused(request.TerritoryPath, problems),
                    ct
                );
                return ReportDoor.Show(door, view, result.GetValue(common.Json));
            }
        );
        return verb;
    }
}
