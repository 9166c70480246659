using System.Globalization;
using System.Text;

namespace Connector.Templates;

/// <summary>Names of tags are compared without case, accents or the marks that autocorrection slips in.</summary>
internal static class TagName
{
    internal static string Fold(string name)
    {
        // Nearly every name, and each field of each row is given one.
        if (Ascii.IsValid(name))
        {
            return name.ToLowerInvariant().Trim();
        }

        var folded = new StringBuilder(name.Length);
        foreach (var character in name.Normalize(NormalizationForm.FormD))
        {
            var category = CharUnicodeInfo.GetUnicodeCategory(character);
            if (category is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format)
            {
                continue;
            }

            folded.Append(char.ToLowerInvariant(character));
        }

        return folded.ToString().Trim().Normalize(NormalizationForm.FormC);
    }
}
