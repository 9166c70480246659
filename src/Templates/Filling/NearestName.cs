namespace Connector.Templates;

/// <summary>The known name that a mistyped one probably meant.</summary>
internal static class NearestName
{
    private const int ShortestCertain = 4;

    /// <summary>Null when nothing is close: more than a third of the letters would have to change.</summary>
    internal static string? Of(string written, IEnumerable<string> known)
    {
        var allowed = Math.Max(1, written.Length / 3);
        return known
            .Select(name => (Name: name, Distance: Distance(written, name)))
            .Where(candidate => candidate.Distance <= allowed)
            .OrderBy(candidate => candidate.Distance)
            .ThenBy(candidate => candidate.Name, StringComparer.Ordinal)
            .Select(candidate => candidate.Name)
            .FirstOrDefault();
    }

    /// <summary>
    /// The one name that was certainly meant: one letter is missing, too many or wrong, or two are swapped, and no
    /// other name is as near; else null.
    /// </summary>
    internal static string? CertainlyOf(string written, IEnumerable<string> known)
    {
        var near =
            written.Length < ShortestCertain ? [] : known.Where(name => IsSlip(written, name)).ToList();
        return near.Count == 1 ? near[0] : null;
    }

    private static bool IsSlip(string written, string name) =>
        name.Length >= ShortestCertain
        && (
            Distance(written, name) == 1
            || (
                written.Length == name.Length
                && Distance(written, name) == 2
                && written.Order().SequenceEqual(name.Order())
            )
        );

    /// <summary>Levenshtein's distance.</summary>
    private static int Distance(string one, string other)
    {
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var substitution = diagonal + (one[i - 1] == other[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(substitution, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }
}
