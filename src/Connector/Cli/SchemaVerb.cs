using System.CommandLine;
using Connector.Domain;
using Connector.Service;
using Connector.TerritoryFiles;

namespace Connector.Cli;

/// <summary><c>connector schema [territoire|modele|service]</c></summary>
internal static class SchemaVerb
{
    private const string OfTerritory = "territoire";
    private const string OfBlueprint = "modele";
    private const string OfService = "service";

    public static Command Build(Doorway door)
    {
        var which = new Argument<string>("FICHIER")
        {
            Description = new Text(
                "territoire (par défaut), modele ou service : pour quel fichier.",
                "territoire (default), modele or service: for which file."
            ).In(door.Language),
            DefaultValueFactory = _ => OfTerritory,
        };
        which.AcceptOnlyFromAmong(OfTerritory, OfBlueprint, OfService);
        var verb = new Command("schema") { which };
        verb.SetAction(result =>
        {
            var schema = result.GetValue(which) switch
            {
                OfBlueprint => BlueprintSchema.Generate(),
                OfService => ServiceSchema.Generate(),
                _ => TerritorySchema.Generate(),
            };
            door.Out.Profile.Out.Writer.WriteLine(schema.TrimEnd());
            return 0;
        });
        return verb;
    }
}
