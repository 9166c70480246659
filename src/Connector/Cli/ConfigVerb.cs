using System.CommandLine;
using Connector.Domain;
using Connector.Service;

namespace Connector.Cli;

/// <summary><c>connector config check</c></summary>
internal static class ConfigVerb
{
    public static Command Build(Doorway door)
    {
        var config = Option(door);
        var check = new Command("check") { config };
        check.SetAction(result => Check(door, result.GetValue(config)!));
        return new Command("config") { check };
    }

    public static Option<string> Option(Doorway door) =>
        new("--config", "-c")
        {
            Description = new Text(
                "La configuration du service. Par défaut : connector.yaml dans le dossier courant.",
                "The service's configuration. Default: connector.yaml in the current folder."
            ).In(door.Language),
            HelpName = "FICHIER",
            DefaultValueFactory = _ => ServiceDefaults.FileName,
        };

    private static int Check(Doorway door, string path)
    {
        var loaded = ServiceFile.Load(path, door.Environment);
        var problems = loaded.Configuration is { } configuration
            ? ServiceCheck.Run(configuration, door.Environment)
            : loaded.Problems;
        if (problems.Count > 0)
        {
            door.Complain(problems);
            return 1;
        }

        foreach (var territory in loaded.Configuration!.Territories)
        {
            door.Say(Text.Same($"  {territory.Id} — {territory.File}"));
        }

        door.Say(
            new Text(
                $"✓ Configuration correcte : {loaded.Configuration.Count.French} ; {loaded.Configuration.Database}",
                $"✓ Configuration is right: {loaded.Configuration.Count.English}; {loaded.Configuration.Database}"
            )
        );
        return 0;
    }
}
