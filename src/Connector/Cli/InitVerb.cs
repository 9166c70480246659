using System.CommandLine;
using Connector.Domain;
using Connector.TerritoryFiles;

namespace Connector.Cli;

/// <summary><c>connector init [DOSSIER]</c></summary>
internal static class InitVerb
{
    public static Command Build(Doorway door)
    {
        var folder = new Argument<string>("DOSSIER")
        {
            Description = new Text(
                "Où écrire ; par défaut le dossier courant.",
                "Where to write; default: the current folder."
            ).In(door.Language),
            DefaultValueFactory = _ => ".",
        };
        var verb = new Command("init") { folder };
        verb.SetAction(result => Run(door, result.GetRequiredValue(folder)));
        return verb;
    }

    private static int Run(Doorway door, string folder)
    {
        var there = SampleTerritory
            .FileNames.Select(name => Path.Combine(folder, name))
            .FirstOrDefault(File.Exists);
        if (there is not null)
        {
            door.Complain(
                new Problem
                {
                    Code = "init-exists",
                    Message = new Text(
                        $"« {there} » existe déjà : rien n'a été écrit.",
                        $"'{there}' exists already: nothing was written."
                    ),
                    Remedy = new Text("Choisissez un autre dossier.", "Choose another folder."),
                }
            );
            return 1;
        }

        SampleTerritory.WriteTo(folder);
        door.Say(
            new Text(
                $"✓ Exemple écrit dans « {Path.GetFullPath(folder)} ». Modifiez territoire.yaml, puis : connector plan",
                $"✓ Example written to '{Path.GetFullPath(folder)}'. Edit territoire.yaml, then: connector plan"
            )
        );
        return 0;
    }
}
