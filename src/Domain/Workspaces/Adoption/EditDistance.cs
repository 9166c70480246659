namespace Connector.Domain.Workspaces.Adoption;

/// <summary>Whether few letters were added, left out or changed (Levenshtein), without counting further than needed.</summary>
internal static class EditDistance
{
    public static bool IsWithin(string one, string other, int most)
    {
        if (most == 0 || Math.Abs(one.Length - other.Length) > most)
        {
            return false;
        }

        var above = new int[other.Length + 1];
        var row = new int[other.Length + 1];
        for (var column = 0; column <= other.Length; column++)
        {
            above[column] = column;
        }

        for (var line = 1; line <= one.Length; line++)
        {
            row[0] = line;
            for (var column = 1; column <= other.Length; column++)
            {
                var changed = above[column - 1] + (one[line - 1] == other[column - 1] ? 0 : 1);
                row[column] = Math.Min(changed, Math.Min(above[column], row[column - 1]) + 1);
            }

            if (row.Min() > most)
            {
                return false;
            }

            (above, row) = (row, above);
        }

        return above[^1] <= most;
    }
}
