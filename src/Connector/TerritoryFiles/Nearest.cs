using Connector.Domain;

namespace Connector.TerritoryFiles;

/// <summary>Which known word somebody probably meant.</summary>
internal static class Nearest
{
    /// <summary>The closest of <paramref name="known"/>, or null when none is close.</summary>
    public static string? To(string word, IEnumerable<string> known)
    {
        var folded = Folded.Key(word);
        return known
            .Select(candidate => (candidate, distance: Distance(folded, Folded.Key(candidate))))
            .Where(pair => pair.distance <= Math.Max(1, folded.Length / 3))
            .OrderBy(pair => pair.distance)
            .ThenBy(pair => pair.candidate, StringComparer.Ordinal)
            .Select(pair => pair.candidate)
            .FirstOrDefault();
    }

    /// <summary>« Vouliez-vous dire … ? » or the list of what is possible; the list is cut at twenty.</summary>
    public static Text Advice(string word, IReadOnlyCollection<string> known)
    {
        if (To(word, known) is { } near)
        {
            return new Text($"Vouliez-vous écrire « {near} » ?", $"Did you mean '{near}'?");
        }

        if (known.Count == 0)
        {
            return new Text("Retirez cette valeur : aucune n'est définie.", "Remove it: none is defined.");
        }

        var list = string.Join(", ", known.Take(20)) + (known.Count > 20 ? "…" : "");
        return new Text($"Valeurs possibles : {list}.", $"Possible values: {list}.");
    }

    /// <summary>Edits between two words, two swapped neighbours counting as one (optimal string alignment).</summary>
    private static int Distance(string left, string right)
    {
        if (Math.Abs(left.Length - right.Length) > 12 || left.Length > 80 || right.Length > 80)
        {
            return int.MaxValue;
        }

        var table = new int[left.Length + 1, right.Length + 1];
        for (var row = 0; row <= left.Length; row++)
        {
            for (var column = 0; column <= right.Length; column++)
            {
                table[row, column] = Cell(table, left, right, row, column);
            }
        }

        return table[left.Length, right.Length];
    }

    private static int Cell(int[,] table, string left, string right, int row, int column)
    {
        if (row == 0 || column == 0)
        {
            return row + column;
        }

        var same = left[row - 1] == right[column - 1];
        var best = Math.Min(
            Math.Min(table[row - 1, column], table[row, column - 1]) + 1,
            table[row - 1, column - 1] + (same ? 0 : 1)
        );
        var swapped =
            row > 1 && column > 1 && left[row - 1] == right[column - 2] && left[row - 2] == right[column - 1];
        return swapped ? Math.Min(best, table[row - 2, column - 2] + 1) : best;
    }
}
