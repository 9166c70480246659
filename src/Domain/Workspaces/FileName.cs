using System.Globalization;
using System.Text;

namespace Connector.Domain.Workspaces;

/// <summary>File and folder names that Windows, macOS, Android and Nextcloud all accept.</summary>
public static class FileName
{
    /// <summary>Longest name in UTF-8 bytes: Nextcloud's own limit for one path segment.</summary>
    public const int MaxBytes = 250;

    private const string Refused = "/\\:*?\"<>|";

    /// <summary>Longer endings are words after a full stop, not file types.</summary>
    private const int LongestExtension = 5;

    /// <summary>Names of devices on Windows, whatever follows their first dot.</summary>
    private static readonly HashSet<string> Devices = new(
        [
            "CON",
            "PRN",
            "AUX",
            "NUL",
            .. Enumerable.Range(1, 9).SelectMany(port => new[] { $"COM{port}", $"LPT{port}" }),
        ],
        StringComparer.OrdinalIgnoreCase
    );

    /// <summary>
    /// <paramref name="name"/> with every refused or invisible character replaced by a hyphen, composed (NFC),
    /// without spaces or dots at its ends, and at most <see cref="MaxBytes"/> long; a file type at its end is kept.
    /// Never empty.
    /// </summary>
    public static string Safe(string name) => Safe(name, "");

    /// <summary>As <see cref="Safe(string)"/>, ending with <paramref name="suffix"/> whatever the length.</summary>
    internal static string Safe(string name, string suffix)
    {
        var tail = suffix.Length == 0 ? "" : Clean(suffix).TrimEnd();
        var safe = Shorten(Bare(Clean(name)), MaxBytes - Encoding.UTF8.GetByteCount(tail));
        safe = Bare(safe + tail);
        return safe.Length == 0 ? "sans nom"
            : Devices.Contains(safe.Split('.')[0].TrimEnd()) ? $"_{safe}"
            : safe;
    }

    private static string Clean(string name)
    {
        // Halves of surrogate pairs become U+FFFD first: normalising refuses them.
        var letters = new StringBuilder(name.Length);
        foreach (var rune in name.EnumerateRunes())
        {
            letters.Append(IsRefused(rune) ? "-" : rune.ToString());
        }

        return letters.ToString().Normalize(NormalizationForm.FormC);
    }

    private static bool IsRefused(Rune rune) =>
        Rune.GetUnicodeCategory(rune)
            is UnicodeCategory.Control
                or UnicodeCategory.Format
                or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator
        || (rune.IsBmp && Refused.Contains((char)rune.Value));

    /// <summary>Without spaces and dots at both ends, in whatever order they stand there.</summary>
    private static string Bare(string name)
    {
        var first = 0;
        var end = name.Length;
        while (first < end && IsEdge(name[first]))
        {
            first++;
        }

        while (end > first && IsEdge(name[end - 1]))
        {
            end--;
        }

        return name[first..end];
    }

    private static bool IsEdge(char letter) => letter == '.' || char.IsWhiteSpace(letter);

    private static string Shorten(string name, int most)
    {
        if (Encoding.UTF8.GetByteCount(name) <= most)
        {
            return name;
        }

        var extension = Extension(name);
        var room = most - extension.Length;
        var kept = new StringBuilder();
        foreach (var rune in name.EnumerateRunes())
        {
            room -= rune.Utf8SequenceLength;
            if (room < 0)
            {
                break;
            }

            kept.Append(rune.ToString());
        }

        return Bare(kept.ToString()) + extension;
    }

    /// <summary>The file type with its dot: without it, nobody's office suite opens the document.</summary>
    private static string Extension(string name)
    {
        var dot = name.LastIndexOf('.');
        var ending = dot < 0 ? "" : name[(dot + 1)..];
        return ending.Length is > 0 and <= LongestExtension && ending.All(char.IsAsciiLetterOrDigit)
            ? $".{ending}"
            : "";
    }
}
