using System.Globalization;
using System.Text;

namespace Connector.Domain.Announcing;

/// <summary>
/// People's words as they may stand in a message of any kind: on one line, nothing invisible, and nothing that a program
/// turns by itself into a link or a call (<c>https://…</c>, <c>exemple.fr</c>, <c>@all</c>). They look the same: an invisible
/// sign without width parts what must not belong together.
/// </summary>
public static class TamedWords
{
    /// <summary>WORD JOINER: no width, no line break.</summary>
    private const char Joiner = '\u2060';

    private const int JoinsEmoji = 0x200D;

    public static string Of(string words)
    {
        ArgumentNullException.ThrowIfNull(words);
        var visible = Visible(words);
        var tamed = new StringBuilder(visible.Length + 8);
        for (var i = 0; i < visible.Length; i++)
        {
            tamed.Append(visible[i]);
            if (IsParted(visible, i))
            {
                tamed.Append(Joiner);
            }
        }

        return tamed.ToString();
    }

    private static string Visible(string words)
    {
        var visible = new StringBuilder(words.Length);
        foreach (var rune in words.EnumerateRunes())
        {
            var category = Rune.GetUnicodeCategory(rune);
            if (
                category
                    is UnicodeCategory.Control
                        or UnicodeCategory.LineSeparator
                        or UnicodeCategory.ParagraphSeparator
                || rune.Value == ' '
            )
            {
                visible.Append(visible.Length > 0 && visible[^1] == ' ' ? "" : " ");
            }
            else if (category != UnicodeCategory.Format || rune.Value == JoinsEmoji)
            {
                visible.Append(rune);
            }
        }

        return visible.ToString().Trim();
    }

    private static bool IsParted(string words, int i) =>
        i + 1 < words.Length
        && words[i] switch
        {
            '@' => !char.IsWhiteSpace(words[i + 1]),
            ':' => words[i + 1] == '/',
            '.' => i > 0 && char.IsLetterOrDigit(words[i - 1]) && char.IsLetter(words[i + 1]),
            _ => false,
        };
}
