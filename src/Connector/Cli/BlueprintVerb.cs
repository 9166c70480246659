using System.CommandLine;
using Connector.Domain;
using Connector.Domain.Workspaces;
using Connector.Reports;
using Connector.TerritoryFiles;
using Connector.TerritoryFiles.Blueprints;

namespace Connector.Cli;

/// <summary><c>connector blueprint lint|show|extract</c></summary>
internal static class BlueprintVerb
{
    public static Command Build(Doorway door, CommonOptions common)
    {
        var verb = new Command("blueprint")
        {
            Lint(door, common),
            Show(door, common),
            ExtractVerb.Build(door, common),
        };
        verb.SetAction(result => new ManualHelp(door).Show(result.CommandResult.Command));
        return verb;
    }

    private static Command Lint(Doorway door, CommonOptions common)
    {
        var file = new Argument<string>("FICHIER")
        {
            Description = new Text("Le fichier du modèle.", "The blueprint's file.").In(door.Language),
        };
        var verb = new Command("lint") { file, common.Json };
        verb.SetAction(result => Lint(door, result.GetRequiredValue(file), result.GetValue(common.Json)));
        return verb;
    }

    private static int Lint(Doorway door, string path, bool json)
    {
        var (blueprint, problems) = BlueprintFile.Load(path);
        var warnings = blueprint is null ? [] : Warnings(blueprint);
        if (json)
        {
            JsonReport.Write(
                door.Out,
                new
                {
                    file = path,
                    valid = blueprint is not null,
                    problems = problems.Select(problem => JsonReport.Problem(problem, door.Language)),
                    warnings = warnings.Select(warning => JsonReport.Problem(warning, door.Language)),
                }
            );
            return blueprint is null ? 1 : 0;
        }

        door.Complain(problems);
        door.Warn(warnings);
        if (blueprint is not null)
        {
            door.Say(
                new Text(
                    $"✓ Modèle « {blueprint.Name} », version {blueprint.Version} : peut être appliqué.",
                    $"✓ Blueprint '{blueprint.Name}', version {blueprint.Version}: can be applied."
                )
            );
        }

        return blueprint is null ? 1 : 0;
    }

    private static IReadOnlyList<Problem> Warnings(Blueprint blueprint) =>
        [
            .. BlueprintAdvice
                .On(blueprint)
                .Select(advice => new Problem
                {
                    Code = advice.Code,
                    Message = advice.Message,
                    Remedy = advice.Remedy,
                }),
        ];

    private static Command Show(Doorway door, CommonOptions common)
    {
        var name = new Argument<string?>("NOM|FICHIER")
        {
            Description = new Text(
                "Un modèle du territoire, « standard », ou un fichier. Par défaut : tous ceux du territoire.",
                "A blueprint of the territory, 'standard', or a file. Default: all those of the territory."
            ).In(door.Language),
            Arity = ArgumentArity.ZeroOrOne,
        };
        var territory = new GroupOptions(door.Language).Territory;
        var verb = new Command("show") { name, territory, common.Json };
        verb.SetAction(result =>
        {
            var (blueprints, problems) = Find(result.GetValue(name), result.GetRequiredValue(territory));
            door.Complain(problems);
            return problems.Count > 0 ? 1 : Show(door, blueprints, result.GetValue(common.Json));
        });
        return verb;
    }

    private static int Show(Doorway door, IReadOnlyList<Blueprint> blueprints, bool json)
    {
        var views = blueprints.Select(blueprint => new BlueprintView(blueprint, door.Language)).ToList();
        if (json)
        {
            JsonReport.Write(door.Out, new { blueprints = views.Select(view => view.Json()) });
            return 0;
        }

        foreach (var view in views)
        {
            view.Write(door.Out);
        }

        return 0;
    }

    private static (IReadOnlyList<Blueprint> Blueprints, IReadOnlyList<Problem> Problems) Find(
        string? name,
        string territory
    )
    {
        if (File.Exists(name))
        {
            var (blueprint, problems) = BlueprintFile.Load(name);
            return (blueprint is null ? [] : [blueprint], problems);
        }

        var isAnywhere = territory == CommonOptions.DefaultTerritory && !File.Exists(territory);
        if (isAnywhere && name is (null or BlueprintFile.StandardName))
        {
            return ([BlueprintFile.Standard], []);
        }

        var loaded = TerritoryFile.Load(territory);
        return loaded.Problems.Count > 0 ? ([], loaded.Problems)
            : name is null ? (InOrder(loaded.Blueprints), [])
            : loaded.Blueprints.TryGetValue(name, out var found) ? ([found], [])
            : ([], [Unknown(name, territory, [.. loaded.Blueprints.Keys])]);
    }

    private static IReadOnlyList<Blueprint> InOrder(IReadOnlyDictionary<string, Blueprint> blueprints) =>
        [.. blueprints.OrderBy(one => one.Key, StringComparer.Ordinal).Select(one => one.Value)];

    private static Problem Unknown(string name, string territory, IReadOnlyCollection<string> known) =>
        new()
        {
            Code = "unknown-blueprint",
            Message = new Text(
                $"« {name} » n'est ni un fichier ni un modèle de « {territory} ».",
                $"'{name}' is neither a file nor a blueprint of '{territory}'."
            ),
            Remedy = Nearest.Advice(name, known),
        };
}
