using System.Globalization;
using System.Text;

namespace Connector.Domain;

/// <summary>Words as they are compared: people differ in accents, case, apostrophes, hyphens and spaces.</summary>
public static class Folded
{
    /// <summary>Letters and digits only: <c>Raison d’être</c> and <c>raison-d-etre</c> give <c>raisondetre</c>.</summary>
    public static string Key(string words) =>
        string.Concat(Letters(words).Where(letter => char.IsLetterOrDigit(letter)));

    /// <summary>
    /// Words separated by one space, nothing but letters, digits and the signs of <paramref name="keep"/>:
    /// <c>1er  jeudi d’Août</c> gives <c>1er jeudi d aout</c>.
    /// </summary>
    public static string Words(string words, string keep = "")
    {
        var folded = new StringBuilder(words.Length);
        foreach (var letter in Letters(words))
        {
            if (char.IsLetterOrDigit(letter) || keep.Contains(letter, StringComparison.Ordinal))
            {
                folded.Append(letter);
            }
            else if (folded.Length > 0 && folded[^1] != ' ')
            {
                folded.Append(' ');
            }
        }

        return folded.ToString().TrimEnd(' ');
    }

    private static IEnumerable<char> Letters(string words) =>
        UnicodeText
            .Normal(
                words
                    .ToLowerInvariant()
                    .Replace("œ", "oe", StringComparison.Ordinal)
                    .Replace("æ", "ae", StringComparison.Ordinal),
                NormalizationForm.FormD
            )
            .Where(letter => CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark);
}
