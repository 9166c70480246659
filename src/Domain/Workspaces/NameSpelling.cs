using System.Globalization;
using System.Text;

namespace Connector.Domain.Workspaces;

/// <summary>
/// How one character stands in a name, and back. Look-alikes and control pictures replace what is refused; whoever
/// typed a look-alike themselves finds it again behind a quote; what has no look-alike stands as its number.
/// </summary>
internal static class NameSpelling
{
    private const char Quote = FileName.Quote;
    private const int Delete = 0x7F;

    /// <summary>Half-width forms that some system refuses anywhere in a name, and their full-width forms.</summary>
    private const string Refused = "/\\:*?\"<>|";

    private const string LookAlikes = "／＼：＊？＂＜＞｜";

    private const char FullStop = '．';
    private const char SpacePicture = '␠';
    private const char DeletePicture = '␡';
    private const char FirstPicture = '␀';

    private const int HangulFiller = 0x3164;

    /// <summary>One piece for each character of <paramref name="name"/>, in its order.</summary>
    public static IReadOnlyList<string> Write(string name, NameRules rules)
    {
        var runes = name.EnumerateRunes().ToList();
        var first = runes.FindIndex(rune => !IsEdge(rune));
        var last = runes.FindLastIndex(rune => !IsEdge(rune));
        return
        [
            .. runes.Select(
                (rune, index) =>
                    index < first || index > last ? Replaced(rune, rules)
                    : IsRefused(rune, rules) && !JoinsPictures(runes, index, rules) ? Replaced(rune, rules)
                    : IsLookAlike(rune) ? $"{Quote}{rune}"
                    : rune.ToString()
            ),
        ];
    }

    /// <summary>What <see cref="Write"/> was given; signs that it cannot have written stay as they are.</summary>
    public static string Read(string spelled)
    {
        var name = new StringBuilder(spelled.Length);
        for (var place = 0; place < spelled.Length; )
        {
            place += spelled[place] == Quote ? ReadQuote(spelled, place, name) : Read(spelled[place], name);
        }

        return name.ToString();
    }

    private static int Read(char letter, StringBuilder name)
    {
        name.Append(MeantBy(letter) ?? letter);
        return 1;
    }

    /// <returns>How many characters the quote and what belongs to it take.</returns>
    private static int ReadQuote(string spelled, int place, StringBuilder name)
    {
        var next = place + 1;
        if (next == spelled.Length || spelled[next] == '.')
        {
            return 1;
        }

        if (spelled[next] == Quote || MeantBy(spelled[next]) is not null)
        {
            name.Append(spelled[next]);
            return 2;
        }

        var end = spelled.IndexOf(Quote, next);
        if (end > next && Number(spelled.AsSpan(next, end - next)) is { } rune)
        {
            name.Append(rune.ToString());
            return end + 1 - place;
        }

        name.Append(Quote);
        return 1;
    }

    private static Rune? Number(ReadOnlySpan<char> digits) =>
        digits.Length is >= 2 and <= 6
        && int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value)
        && Rune.TryCreate(value, out var rune)
            ? rune
            : null;

    private static string Replaced(Rune rune, NameRules rules) =>
        LookAlike(rune.Value) is { } lookAlike && !rules.Forbids(lookAlike)
            ? lookAlike.ToString()
            : $"{Quote}{rune.Value:X2}{Quote}";

    private static char? LookAlike(int value) =>
        value switch
        {
            ' ' => SpacePicture,
            '.' => FullStop,
            Delete => DeletePicture,
            < ' ' => (char)(FirstPicture + value),
            <= '|' when Refused.IndexOf((char)value, StringComparison.Ordinal) is >= 0 and var sign =>
                LookAlikes[sign],
            _ => null,
        };

    /// <summary>The character for which a look-alike stands; null for all that is no look-alike.</summary>
    private static char? MeantBy(char letter) =>
        letter switch
        {
            SpacePicture => ' ',
            FullStop => '.',
            DeletePicture => (char)Delete,
            >= FirstPicture and < SpacePicture => (char)(letter - FirstPicture),
            _ when LookAlikes.IndexOf(letter, StringComparison.Ordinal) is >= 0 and var sign => Refused[sign],
            _ => null,
        };

    private static bool IsLookAlike(Rune rune) =>
        rune.IsBmp && (rune.Value == Quote || MeantBy((char)rune.Value) is not null);

    /// <summary>Systems cut spaces and dots at the end, people do not see spaces at the start, a first dot hides.</summary>
    private static bool IsEdge(Rune rune) => rune.Value == '.' || Rune.IsWhiteSpace(rune);

    private static bool IsRefused(Rune rune, NameRules rules) =>
        Rune.GetUnicodeCategory(rune)
            is UnicodeCategory.Control
                or UnicodeCategory.Format
                or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator
        || IsBlank(rune.Value)
        || rules.Forbids(rune.Value)
        || (rune.IsAscii && Refused.Contains((char)rune.Value));

    /// <summary>Letters that nobody sees, and code points that are promised never to be characters.</summary>
    private static bool IsBlank(int value) =>
        value is 0x034F or 0x115F or 0x1160 or 0x2800 or HangulFiller or 0xFFA0 or (>= 0xFDD0 and <= 0xFDEF)
        || (value & 0xFFFE) == 0xFFFE;

    /// <summary>Families and professions are several pictures with a joiner (U+200D) in between.</summary>
    private static bool JoinsPictures(List<Rune> runes, int index, NameRules rules) =>
        runes[index].Value == 0x200D
        && !rules.Forbids(0x200D)
        && index > 0
        && index + 1 < runes.Count
        && (IsPicture(runes[index - 1]) || runes[index - 1].Value is 0xFE0F or (>= 0x1F3FB and <= 0x1F3FF))
        && IsPicture(runes[index + 1]);

    private static bool IsPicture(Rune rune) =>
        Rune.GetUnicodeCategory(rune) == UnicodeCategory.OtherSymbol && !rune.IsAscii && !IsBlank(rune.Value);
}
