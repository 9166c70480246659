using System.CommandLine;
using Connector.Directories;
using Connector.Domain;

namespace Connector.Cli;

/// <summary><c>connector directory candidates [FAMILLE…]</c></summary>
internal static class DirectoryCandidatesVerb
{
    public static Command Build(Doorway door, CommonOptions common)
    {
        var options = new GroupOptions(door.Language);
        var needs = new Argument<string[]>("FAMILLE")
        {
            Description = new Text(
                "Familles ou publics, par identifiant ou nom. Par défaut : tout ce qui manque ou est fragile.",
                "Families or audiences, by identifier or name. Default: all that is missing or thin."
            ).In(door.Language),
            Arity = ArgumentArity.ZeroOrMore,
        };
        var file = Option(
            "--candidates",
            "FICHIER",
            new Text(
                "Un fichier de structures où chercher aussi, dans toute forme que « directory import » lit.",
                "A file of organisations to look into as well, in any form that 'directory import' reads."
            )
        );
        var group = Option("--group", "GROUPE", new Text("Pour un groupe.", "For a group."));
        var epci = Option(
            "--epci",
            "EPCI",
            new Text("Un EPCI, par son nom ou son SIREN.", "An EPCI, by name or SIREN.")
        );
        var communes = Option(
            "--communes",
            "CSV",
            new Text("Le fichier CSV des communes et de leur EPCI.", "The CSV file of municipalities.")
        );
        var commune = new Option<string[]>("--commune")
        {
            Description = new Text(
                "Une commune, par son nom ou son code INSEE ; l'option se répète.",
                "A municipality, by name or INSEE code; may be given several times."
            ).In(door.Language),
            HelpName = "COMMUNE",
        };
        var verb = new Command("candidates")
        {
            needs,
            options.Territory,
            file,
            group,
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
                var request = new CandidatesRequest
                {
                    Coverage = new CoverageRequest
                    {
                        TerritoryPath = territory.TerritoryPath,
                        Group = result.GetValue(group),
                        Communes = result.GetValue(commune) ?? [],
                        Epci = result.GetValue(epci),
                        CommunesFile = result.GetValue(communes),
                    },
                    Needs = result.GetValue(needs) ?? [],
                    File = result.GetValue(file),
                };
                var loaded = await TerritoryDoor.LoadAsync(door, territory, ct);
                return ReportDoor.Show(
                    door,
                    new CandidatesRun(request, loaded).Run(),
                    result.GetValue(common.Json)
                );
            }
        );
        return verb;

        Option<string?> Option(string name, string shown, Text meaning) =>
            new(name) { Description = meaning.In(door.Language), HelpName = shown };
    }
}
