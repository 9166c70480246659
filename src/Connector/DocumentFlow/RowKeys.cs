using Connector.Domain.Territories;

namespace Connector.DocumentFlow;

/// <summary>
/// Keys of rows that the territory file gives no identifier: from their words, not from their place, so that a row added
/// before them does not make people's words in one row those of another.
/// </summary>
internal static class RowKeys
{
    private const int Longest = 24;

    public static IReadOnlyList<string> Of(IEnumerable<string> titles) =>
        Distinct(titles.Select(title => Short(Slug.Of(title))));

    /// <summary>The same, those that occur again with a number.</summary>
    public static IReadOnlyList<string> Distinct(IEnumerable<string> keys)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        return [.. keys.Select(key => Distinct(key, taken))];
    }

    private static string Short(string slug) =>
        slug.Length == 0 ? "ligne" : slug[..Math.Min(slug.Length, Longest)].Trim('-');

    private static string Distinct(string key, HashSet<string> taken)
    {
        var distinct = key;
        for (var number = 2; !taken.Add(distinct); number++)
        {
            distinct = $"{key}-{number}";
        }

        return distinct;
    }
}
