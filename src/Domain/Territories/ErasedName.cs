using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Connector.Domain.Territories;

/// <summary>
/// The fingerprint of the name of somebody who was erased: the name cannot be read from it, and is known by it should it come
/// back, so that nothing public shows a name for the reason that the directory knows it no more.
/// </summary>
public static partial class ErasedName
{
    private const int MostWords = 5;

    /// <summary>SHA-256 of the folded words in alphabetical order; null for a name of one word, which is anybody's.</summary>
    public static string? Fingerprint(string name)
    {
        var words = Word().Matches(Domain.Folded.Words(name)).Select(match => match.Value).ToList();
        return words.Count < 2 ? null : Hash(words);
    }

    /// <summary>Where such names stand in a text.</summary>
    /// <param name="folded">Small letters without accents.</param>
    /// <param name="erased">Fingerprints.</param>
    internal static IEnumerable<(int Start, int End)> In(string folded, IReadOnlySet<string> erased)
    {
        if (erased.Count == 0)
        {
            yield break;
        }

        var words = Word().Matches(folded).ToList();
        for (var first = 0; first < words.Count; first++)
        {
            for (var count = Math.Min(MostWords, words.Count - first); count >= 2; count--)
            {
                var some = words.GetRange(first, count);
                if (erased.Contains(Hash(some.ConvertAll(match => match.Value))))
                {
                    yield return (some[0].Index, some[^1].Index + some[^1].Length);
                    break;
                }
            }
        }
    }

    private static string Hash(IEnumerable<string> words) =>
        Convert.ToHexStringLower(
            SHA256.HashData(
                Encoding.UTF8.GetBytes("connector:" + string.Join(' ', words.Order(StringComparer.Ordinal)))
            )
        );

    [GeneratedRegex(@"[\p{L}\p{N}]+", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
