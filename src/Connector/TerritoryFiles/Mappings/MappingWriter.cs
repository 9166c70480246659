using System.Globalization;
using System.Text;
using Connector.Domain;
using Connector.Domain.Workspaces.Adoption;
using Connector.TerritoryFiles.Shapes;

namespace Connector.TerritoryFiles.Mappings;

/// <summary>
/// Writes a proposal as a mapping file to edit. What is sure stands as a line; what somebody has to look at stands as a
/// comment, so that the file, used as it is, links nothing that was guessed.
/// </summary>
internal static class MappingWriter
{
    public static string Write(IEnumerable<AdoptionLine> lines, Language language)
    {
        var file = new StringBuilder();
        foreach (var line in Heading.In(language).Split('\n'))
        {
            file.Append(CultureInfo.InvariantCulture, $"# {line.TrimEnd()}\n");
        }

        foreach (
            var line in lines.Where(line => line.Kind != AdoptionKind.Group && line.Candidates.Count > 0)
        )
        {
            file.Append(CultureInfo.InvariantCulture, $"\n# {Comment(line).In(language)}\n");
            var isSure =
                line.State == AdoptionState.Accepted
                || (line.State == AdoptionState.Proposed && line.Quality >= MatchQuality.Folded);
            foreach (var found in line.Candidates)
            {
                file.Append(
                    CultureInfo.InvariantCulture,
                    $"{(isSure ? "" : "# ")}{Quoted(line.Key)}: {Quoted(Target(line, found))}\n"
                );
            }
        }

        return file.ToString();
    }

    private static Text Comment(AdoptionLine line)
    {
        var wanted = Words.Shown(line.Wanted);
        return line.State == AdoptionState.Ambiguous
                ? new Text(
                    $"« {wanted} » : ambigu, retirez le # d'une seule ligne",
                    $"'{wanted}': ambiguous, remove the # of one line only"
                )
            : line.Quality == MatchQuality.Near
                ? new Text(
                    $"« {wanted} » : nom voisin, retirez le # si c'est bien cela",
                    $"'{wanted}': similar name, remove the # if this is it"
                )
            : Text.Same($"« {wanted} »");
    }

    /// <summary>A path; the number where the path would not be read back, or names several things.</summary>
    private static string Target(AdoptionLine line, AdoptionCandidate found)
    {
        var path = found.Path ?? found.Id;
        var isAlone = line.Candidates.Count(other => (other.Path ?? other.Id) == path) == 1;
        return isAlone && !path.Any(Characters.IsHidden) && path.IsNormalized() ? path : $"id:{found.Id}";
    }

    private static string Quoted(string value) =>
        $"\"{value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    private static readonly Text Heading = new(
        """
        Ce que « connector adopt » a trouvé. À gauche la chose voulue, à droite ce qu'elle est sur le serveur :
        un chemin depuis la racine du compte, l'adresse d'un agenda, « id:12 », ou aucun.
        Corrigez, puis : connector adopt --mapping CE-FICHIER
        """,
        """
        What 'connector adopt' found. On the left the thing wanted, on the right what it is on the server:
        a path from the account's root, a calendar's address, 'id:12', or aucun (none).
        Correct it, then: connector adopt --mapping THIS-FILE
        """
    );
}
