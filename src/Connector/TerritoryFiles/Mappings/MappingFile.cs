using Connector.Domain;
using Connector.Domain.Workspaces.Adoption;
using Connector.TerritoryFiles.Shapes;
using Connector.TerritoryFiles.Yaml;

namespace Connector.TerritoryFiles.Mappings;

/// <summary>
/// The file of decisions of <c>connector adopt</c>: one line for each thing, <c>clé ou chemin: chemin existant</c> or
/// <c>aucun</c>.
/// </summary>
internal static class MappingFile
{
    private static readonly string[] Nothing = ["aucun", "aucune", "none"];

    /// <summary>Reads a file; every problem has its line.</summary>
    public static (IReadOnlyList<MappingEntry> Entries, IReadOnlyList<Problem> Problems) Load(string path)
    {
        var problems = new ProblemList(path);
        var entries = LocalFile.Read(path, problems) is { } bytes ? Read(bytes, problems) : [];
        return (entries, problems.Errors);
    }

    public static IReadOnlyList<MappingEntry> Read(byte[] bytes, ProblemList problems)
    {
        var root = YamlReader.Read(bytes, problems);
        if (root is null || root is ScalarNode { IsEmpty: true })
        {
            // Every line may be a comment: a proposal in which nobody decided anything.
            return [];
        }

        if (root is not MapNode map)
        {
            Words.Expected(problems, root, new Text("une ligne par chose", "one line per thing"), OneLine);
            return [];
        }

        return
        [
            .. map.Entries.Select(entry => Entry(entry.Key, entry.Value, problems)).OfType<MappingEntry>(),
        ];
    }

    private static MappingEntry? Entry(ScalarNode thing, Node target, ProblemList problems)
    {
        if (target is not ScalarNode { IsEmpty: false } scalar)
        {
            Words.Expected(
                problems,
                target,
                new Text("un chemin ou « aucun »", "a path or 'aucun'"),
                OneLine
            );
            return null;
        }

        var isNothing = scalar.IsPlain && Nothing.Contains(scalar.Value, StringComparer.OrdinalIgnoreCase);
        return new MappingEntry(
            thing.Value,
            isNothing ? null : scalar.Value,
            problems.At(thing),
            problems.At(target)
        );
    }

    private static readonly Text OneLine = new(
        "Écrivez par exemple « \"Jeunes/02 Réunions\": \"Jeunes/reunions\" », ou « aucun » à droite.",
        "Write for instance '\"Jeunes/02 Réunions\": \"Jeunes/reunions\"', or 'aucun' on the right."
    );
}
