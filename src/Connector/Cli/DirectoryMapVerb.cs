using System.CommandLine;
using Connector.Directories;
using Connector.Domain;
using Connector.Reports;

namespace Connector.Cli;

/// <summary><c>connector directory map</c></summary>
internal static class DirectoryMapVerb
{
    private const string FileName = "Cartographie.html";

    public static Command Build(Doorway door, CommonOptions common)
    {
        var options = new GroupOptions(door.Language);
        var output = new Option<string>("--output", "-o")
        {
            Description = new Text(
                $"Où écrire. Par défaut : {FileName} dans le dossier courant.",
                $"Where to write. Default: {FileName} in the current folder."
            ).In(door.Language),
            HelpName = "SORTIE",
            DefaultValueFactory = _ => FileName,
        };
        var verb = new Command("map") { output, options.Territory, common.Server, common.Ledger };
        verb.SetAction(
            async (result, ct) =>
            {
                var request = ReportDoor.Request(result, common, options);
                var loaded = await TerritoryDoor.LoadAsync(door, request, ct);
                var map = new MapRun(loaded, request.TerritoryPath).Run();
                return Show(door, map, result.GetRequiredValue(output));
            }
        );
        return verb;
    }

    private static int Show(Doorway door, MapResult map, string path)
    {
        door.Complain(map.Problems);
        if (map.Page is not { } page)
        {
            return 1;
        }

        if (HtmlFile.Save(path, page) is { } problem)
        {
            door.Complain(problem);
            return 1;
        }

        door.Say(
            new Text(
                $"✓ Carte dans « {path} » : {map.Placed} lieux sur la carte, {map.Listed} structures dans la liste.",
                $"✓ Map in '{path}': {map.Placed} places on the map, {map.Listed} organisations in the list."
            )
        );
        return 0;
    }
}
