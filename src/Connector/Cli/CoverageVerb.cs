using System.CommandLine;
using Connector.Directories;
using Connector.Domain;

namespace Connector.Cli;

/// <summary><c>connector coverage [GROUPE]</c></summary>
internal static class CoverageVerb
{
    public static Command Build(Doorway door, CommonOptions common)
    {
        var options = new GroupOptions(door.Language);
        var group = new Argument<string?>("GROUPE")
        {
            Description = new Text(
                "L'identifiant ou le nom d'un groupe. Par défaut : tout le réseau.",
                "The identifier or name of a group. Default: the whole network."
            ).In(door.Language),
            Arity = ArgumentArity.ZeroOrOne,
        };
        var commune = new Option<string[]>("--commune")
        {
            Description = new Text(
                "Une commune, par son nom ou son code INSEE ; l'option se répète.",
                "A municipality, by name or INSEE code; may be given several times."
            ).In(door.Language),
            HelpName = "COMMUNE",
        };
        var epci = new Option<string?>("--epci")
        {
            Description = new Text(
                "Un EPCI, par son nom ou son SIREN.",
                "A grouping of municipalities (EPCI), by name or SIREN."
            ).In(door.Language),
            HelpName = "EPCI",
        };
        var communes = new Option<string?>("--communes")
        {
            Description = new Text(
                "Le fichier CSV des communes et de leur EPCI. Par défaut : celui de « couverture » dans le fichier du territoire.",
                "The CSV file of municipalities and their EPCI. Default: the one of 'couverture' in the territory file."
            ).In(door.Language),
            HelpName = "CSV",
        };
        var verb = new Command("coverage")
        {
            group,
            options.Territory,
            commune,
            epci,
            communes,
            common.Server,
            common.Ledger,
            common.Json,
        };
        verb.SetAction(
            async (result, ct) =>
            {
                var territory = ReportDoor.Request(result, common, options);
                var request = new CoverageRequest
                {
                    TerritoryPath = territory.TerritoryPath,
                    Group = result.GetValue(group),
                    Communes = result.GetValue(commune) ?? [],
                    Epci = result.GetValue(epci),
                    CommunesFile = result.GetValue(communes),
                };
                var loaded = await TerritoryDoor.LoadAsync(door, territory, ct);
                return ReportDoor.Show(
                    door,
                    new CoverageRun(request, loaded).Run(),
                    result.GetValue(common.Json)
                );
            }
        );
        return verb;
    }
}
