using Connector.Domain;
using Connector.Reports;

namespace Connector.Persons;

/// <summary>
/// Files of this machine beside the territory file that name somebody: exports, sealed plans, pages, logs. They are told, not
/// deleted: nobody but the coordinator knows what they are for.
/// </summary>
internal static class LocalTraces
{
    private const long MostBytes = 50L * 1024 * 1024;
    private const int MostFiles = 5_000;

    /// <param name="territoryPath">The territory file.</param>
    /// <param name="except">Full paths of files that are told elsewhere.</param>
    /// <param name="who">Whom.</param>
    public static IReadOnlyList<Trace> Find(
        string territoryPath,
        IReadOnlySet<string> except,
        SoughtPerson who
    )
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(territoryPath))!;
        var options = new EnumerationOptions
        {
            RecurseSubdirectories = true,
            MaxRecursionDepth = 8,
            IgnoreInaccessible = true,
            AttributesToSkip = FileAttributes.ReparsePoint,
        };
        var found = new List<Trace>();
        foreach (var path in Directory.EnumerateFiles(folder, "*", options).Take(MostFiles))
        {
            var name = Path.GetRelativePath(folder, path);
            if (
                except.Contains(path)
                || name.StartsWith(".git", StringComparison.Ordinal)
                || Path.GetFileName(path).StartsWith("ledger.db", StringComparison.Ordinal)
                || new FileInfo(path).Length > MostBytes
            )
            {
                continue;
            }

            var places = FileTraces.In(name, File.ReadAllBytes(path), who.Match);
            if (places is not { Count: 0 })
            {
                found.Add(
                    new Trace(
                        TraceFate.Human,
                        new Text(
                            $"fichier local « {name} » : {Joined(places, Language.French)}",
                            $"local file '{name}': {Joined(places, Language.English)}"
                        ),
                        ByHand
                    )
                );
            }
        }

        return found;
    }

    private static string Joined(IReadOnlyList<Text>? places, Language language) =>
        places is null
            ? new Text("illisible", "unreadable").In(language)
            : string.Join(" ; ", places.Take(5).Select(place => place.In(language)));

    private static readonly Text ByHand = new(
        "export, plan scellé, page ou journal : à supprimer ou à refaire",
        "an export, sealed plan, page or log: to be deleted or made anew"
    );
}
