using System.Globalization;

namespace Connector.Domain.Territories;

/// <summary>
/// Finds names of many people in a text, in a time that does not grow with how many they are: each word of the text is looked
/// up, and only names that begin with it are compared. Names and text are folded: small letters, no accents.
/// </summary>
internal sealed class NamesInText
{
    private readonly Dictionary<string, List<string[]>> _byFirstWord = new(StringComparer.Ordinal);

    /// <param name="names">Each as its parts, in the order in which they are looked for.</param>
    public NamesInText(IEnumerable<string[]> names)
    {
        foreach (var parts in names.Where(parts => parts.Length > 0))
        {
            var first = parts[0][..WordLength(parts[0], 0)];
            if (!_byFirstWord.TryGetValue(first, out var known))
            {
                _byFirstWord[first] = known = [];
            }

            known.Add(parts);
        }
    }

    /// <summary>Where names stand, from left to right; of those that begin at one place the longest.</summary>
    public IEnumerable<(int Start, int End)> In(string folded)
    {
        for (var at = 0; at < folded.Length; )
        {
            // A part that begins with an apostrophe has an empty first word, and begins at any sign.
            var length = WordLength(folded, at);
            if (
                (at == 0 || !IsWord(folded[at - 1]))
                && _byFirstWord.TryGetValue(folded.Substring(at, length), out var names)
                && names.Max(parts => EndOf(parts, folded, at)) is { } end
            )
            {
                yield return (at, end);
                at = Math.Max(end, at + 1);
                continue;
            }

            at += Math.Max(length, 1);
        }
    }

    /// <returns>Null where the name does not stand there by itself.</returns>
    private static int? EndOf(string[] parts, string text, int at)
    {
        for (var part = 0; part < parts.Length; part++)
        {
            if (part > 0)
            {
                var between = at;
                while (at < text.Length && IsBetween(text[at]))
                {
                    at++;
                }

                if (at == between)
                {
                    return null;
                }
            }

            if (!text.AsSpan(at).StartsWith(parts[part], StringComparison.Ordinal))
            {
                return null;
            }

            at += parts[part].Length;
        }

        return at == text.Length || !IsWord(text[at]) ? at : null;
    }

    /// <summary>What may stand between the parts of a name; « _ » joins words elsewhere.</summary>
    private static bool IsBetween(char letter) => char.IsWhiteSpace(letter) || letter is '-' or '.' or '_';

    private static int WordLength(string text, int at)
    {
        var end = at;
        while (end < text.Length && IsWord(text[end]) && !IsBetween(text[end]))
        {
            end++;
        }

        return end - at;
    }

    /// <summary>As <c>\w</c>: letters, marks, digits, and signs that join.</summary>
    private static bool IsWord(char letter) =>
        char.IsLetter(letter)
        || char.IsDigit(letter)
        || char.GetUnicodeCategory(letter)
            is UnicodeCategory.NonSpacingMark
                or UnicodeCategory.SpacingCombiningMark
                or UnicodeCategory.ConnectorPunctuation;
}
