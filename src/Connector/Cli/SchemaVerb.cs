using System.CommandLine;
using Connector.Domain;
using Connector.TerritoryFiles;

namespace Connector.Cli;

/// <summary><c>connector schema [territoire|modele]</c></summary>
internal static class SchemaVerb
{
    private const string OfTerritory = "territoire";
    private const string OfBlueprint = "modele";

    public static Command Build(Doorway door)
    {
        var which = new Argument<string>("FICHIER")
        {
            Description = new Text(
                "territoire (par défaut) ou modele : pour quel fichier.",
                "territoire (default) or modele: for which file."
            ).In(door.Language),
            DefaultValueFactory = _ => OfTerritory,
        };
        which.AcceptOnlyFromAmong(OfTerritory, OfBlueprint);
        var verb = new Command("schema") { which };
        verb.SetAction(result =>
        {
            var schema =
                result.GetValue(which) == OfBlueprint
                    ? BlueprintSchema.Generate()
                    : TerritorySchema.Generate();
            door.Out.Profile.Out.Writer.WriteLine(schema.TrimEnd());
            return 0;
        });
        return verb;
    }
}
