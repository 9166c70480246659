using System.Globalization;
using System.Text;

namespace Connector.Domain.Territories;

/// <summary>Identifiers made from names: lower-case ASCII letters, digits and single hyphens.</summary>
public static class Slug
{
    /// <summary>
    /// <c>Pays de Valombre – Été</c> gives <c>pays-de-valombre-ete</c>. Empty only when nothing but punctuation was
    /// given.
    /// </summary>
    public static string Of(string name)
    {
        var slug = new StringBuilder(name.Length);
        foreach (var letter in Fold(name))
        {
            if (char.IsAsciiLetterOrDigit(letter))
            {
                slug.Append(char.ToLowerInvariant(letter));
            }
            else if (slug.Length > 0 && slug[^1] != '-')
            {
                slug.Append('-');
            }
        }

        return slug.ToString().TrimEnd('-');
    }

    private static IEnumerable<char> Fold(string name) =>
        UnicodeText
            .Normal(
                name.Replace("œ", "oe", StringComparison.OrdinalIgnoreCase)
                    .Replace("æ", "ae", StringComparison.OrdinalIgnoreCase),
                NormalizationForm.FormD
            )
            .Where(letter => CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark);
}
