using System.Text;
using Connector.Domain;

namespace Connector.TerritoryFiles.Shapes;

/// <summary>Characters that have no place in a name: they cannot be seen, and some make a name read as another.</summary>
internal static class Characters
{
    public static bool IsHidden(char letter) =>
        IsControl(letter) || IsDirection(letter) || letter == '\uFEFF';

    /// <summary>What is wrong with <paramref name="value"/>; null when it is fit to be shown and stored.</summary>
    public static (string Code, Text Message, Text Remedy)? Fault(string value, int maxBytes)
    {
        if (value.Any(letter => char.IsSurrogate(letter)) && !IsWellFormed(value))
        {
            return ("control-character", Broken, Retype);
        }

        var hidden = value.FirstOrDefault(IsHidden);
        if (value.Any(IsHidden))
        {
            return IsDirection(hidden)
                ? ("direction-override", Direction(hidden), Retype)
                : ("control-character", Control(hidden), Retype);
        }

        var bytes = Encoding.UTF8.GetByteCount(value);
        return bytes > maxBytes ? ("too-long", TooLong(bytes, maxBytes), Shorter) : null;
    }

    /// <summary>One spelling per name: accents composed (NFC), no space at the ends.</summary>
    public static string Tidy(string value) =>
        IsWellFormed(value) ? value.Trim().Normalize(NormalizationForm.FormC) : value.Trim();

    private static bool IsWellFormed(string value) =>
        !value.EnumerateRunes().Any(rune => rune == Rune.ReplacementChar)
        || value.Contains('\uFFFD', StringComparison.Ordinal);

    private static bool IsControl(char letter) =>
        char.IsControl(letter) && letter is not ('\n' or '\t' or '\r');

    private static bool IsDirection(char letter) =>
        letter is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\u200E' or '\u200F';

    private static Text Control(char letter) =>
        new(
            $"La valeur contient un caractère invisible (U+{(int)letter:X4}).",
            $"The value holds an invisible character (U+{(int)letter:X4})."
        );

    private static Text Direction(char letter) =>
        new(
            $"La valeur contient un signe qui change le sens de lecture (U+{(int)letter:X4}) : un nom pourrait en cacher un autre.",
            $"The value holds a sign that turns the reading direction (U+{(int)letter:X4}): a name could hide another."
        );

    private static Text TooLong(int bytes, int most) =>
        new(
            $"La valeur est trop longue : {bytes} octets, {most} au plus (une lettre accentuée compte pour deux).",
            $"The value is too long: {bytes} bytes, {most} at most (an accented letter counts as two)."
        );

    private static readonly Text Broken = new(
        "La valeur contient un caractère incomplet.",
        "The value holds an incomplete character."
    );

    private static readonly Text Retype = new("Retapez ce mot au clavier.", "Type the word again.");

    private static readonly Text Shorter = new(
        "Raccourcissez-la ; les explications vont dans « raison d'être » ou dans un document.",
        "Shorten it; explanations belong in 'raison d'être' or in a document."
    );
}
