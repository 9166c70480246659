using System.Text;

namespace Connector.Domain.Workspaces;

/// <summary>File and folder names that Windows, macOS, Android and Nextcloud all accept.</summary>
public static class FileName
{
    /// <summary>Longest name in UTF-8 bytes: Nextcloud's own limit for one path segment.</summary>
    public const int MaxBytes = 250;

    private const string Refused = "/\\:*?\"<>|";

    /// <summary>
    /// <paramref name="name"/> with every refused or invisible character replaced by a hyphen, composed (NFC),
    /// without spaces or dots at its ends, and at most <see cref="MaxBytes"/> long. Never empty.
    /// </summary>
    public static string Safe(string name)
    {
        var letters = new StringBuilder(name.Length);
        foreach (var rune in name.Normalize(NormalizationForm.FormC).EnumerateRunes())
        {
            letters.Append(IsRefused(rune) ? "-" : rune.ToString());
        }

        var safe = Shorten(letters.ToString().Trim().Trim('.').Trim());
        return safe.Length == 0 ? "sans nom" : safe;
    }

    private static bool IsRefused(Rune rune) =>
        Rune.IsControl(rune)
        || Rune.GetUnicodeCategory(rune) == System.Globalization.UnicodeCategory.Format
        || (rune.IsBmp && Refused.Contains((char)rune.Value));

    private static string Shorten(string name)
    {
        if (Encoding.UTF8.GetByteCount(name) <= MaxBytes)
        {
            return name;
        }

        var kept = new StringBuilder();
        var bytes = 0;
        foreach (var rune in name.EnumerateRunes())
        {
            bytes += rune.Utf8SequenceLength;
            if (bytes > MaxBytes)
            {
                break;
            }

            kept.Append(rune.ToString());
        }

        return kept.ToString().TrimEnd(' ', '.');
    }
}
