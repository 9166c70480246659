using Connector.Domain;
using Connector.TerritoryFiles;

namespace Connector.Directories;

/// <summary>Where a territory's own directory lies, of those beside the territory file.</summary>
internal static class OwnDirectoryPlace
{
    /// <summary>The one that the file names; where it names none, the usual name beside it.</summary>
    /// <param name="territory">Path of the territory file.</param>
    /// <param name="loaded">What it says.</param>
    /// <param name="problems">Where it is reported that there is none.</param>
    /// <param name="into">Which of several, by its name there; null or another name chooses none.</param>
    /// <returns>Null after having reported why there is none, and for a territory file that cannot be read.</returns>
    public static string? Local(
        string territory,
        LoadResult loaded,
        ProblemList problems,
        string? into = null
    )
    {
        if (loaded.Directories is not { } names)
        {
            return null;
        }

        if (names.FirstOrDefault(name => name == into) is { } chosen)
        {
            return Path.Combine(Path.GetDirectoryName(territory) ?? "", chosen);
        }

        if (names.Count > 1)
        {
            problems.Add(
                "many-directories",
                new SourcePlace(territory, 0, 0),
                new Text(
                    $"Ce territoire a plusieurs annuaires : {string.Join(", ", names)}.",
                    $"This territory has several directories: {string.Join(", ", names)}."
                ),
                new Text("Dites lequel : --into ANNUAIRE.", "Say which one: --into DIRECTORY.")
            );
            return null;
        }

        return Path.Combine(
            Path.GetDirectoryName(territory) ?? "",
            names.Count == 0 ? DirectoryWorkbook.FileName : names[0]
        );
    }
}
