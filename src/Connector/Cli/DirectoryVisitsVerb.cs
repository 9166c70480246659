using System.CommandLine;
using Connector.Directories;
using Connector.Domain;
using Connector.Domain.Directories;

namespace Connector.Cli;

/// <summary><c>connector directory visits</c></summary>
internal static class DirectoryVisitsVerb
{
    public static Command Build(Doorway door, CommonOptions common)
    {
        var options = new GroupOptions(door.Language);
        var months = new Option<int>("--months")
        {
            Description = new Text(
                "Après combien de mois sans nouvelle une fiche est à confirmer. Par défaut : 12.",
                "After how many months without a word a record is to be confirmed. Default: 12."
            ).In(door.Language),
            HelpName = "MOIS",
            DefaultValueFactory = _ => VisitBook.DefaultMonths,
        };
        months.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 1 or > 120)
            {
                result.AddError(
                    new Text("--months va de 1 à 120.", "--months is from 1 to 120.").In(door.Language)
                );
            }
        });
        var verb = new Command("visits")
        {
            options.Territory,
            months,
            common.Server,
            common.Ledger,
            common.Json,
        };
        verb.SetAction(
            async (result, ct) =>
            {
                var loaded = await TerritoryDoor.LoadAsync(
                    door,
                    ReportDoor.Request(result, common, options),
                    ct
                );
                return ReportDoor.Show(
                    door,
                    new VisitsRun(loaded, result.GetValue(months), door.Time).Run(),
                    result.GetValue(common.Json)
                );
            }
        );
        return verb;
    }
}
