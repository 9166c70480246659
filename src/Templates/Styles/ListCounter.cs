using System.Globalization;
using System.Security;
using System.Text.RegularExpressions;

namespace Connector.Templates;

/// <summary>Counts as a word processor does what stands before a numbered paragraph: <c>2.1</c>, <c>III.</c>, <c>B)</c>.</summary>
internal sealed partial class ListCounter
{
    private const int Levels = 9;

    private static readonly (int Value, string Digits)[] Roman =
    [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];

    private readonly Dictionary<string, int?[]> counters = new(StringComparer.Ordinal);

    /// <summary>The mark of the next paragraph, escaped for XML; empty for bullets and for what is in no list.</summary>
    internal string Next(DocumentLists lists, string list, int level)
    {
        if (list.Length == 0 || level is < 0 or >= Levels || !lists.Counts(list, level))
        {
            return "";
        }

        if (!counters.TryGetValue(list, out var counts))
        {
            counts = counters[list] = new int?[Levels];
        }

        counts[level] = counts[level] + 1 ?? lists.StartOf(list, level);
        Array.Clear(counts, level + 1, Levels - level - 1);
        var mark = LevelNumber()
            .Replace(
                lists.TextOf(list, level) ?? "",
                match =>
                {
                    var each = match.Value[1] - '1';
                    return Write(counts[each] ?? lists.StartOf(list, each), lists.Format(list, each));
                }
            );
        return SecurityElement.Escape(mark);
    }

    /// <summary>ECMA-376 part 1, 17.18.59 <c>ST_NumberFormat</c>; those not known here are written in digits.</summary>
    private static string Write(int number, string? format) =>
        format switch
        {
            "upperRoman" => InRoman(number),
            "lowerRoman" => InRoman(number).ToLowerInvariant(),
            "upperLetter" => InLetters(number),
            "lowerLetter" => InLetters(number).ToLowerInvariant(),
            "decimalZero" => number.ToString("00", CultureInfo.InvariantCulture),
            "none" => "",
            _ => number.ToString(CultureInfo.InvariantCulture),
        };

    private static string InRoman(int number)
    {
        var written = "";
        foreach (var (value, digits) in Roman)
        {
            for (; number >= value && written.Length < 50; number -= value)
            {
                written += digits;
            }
        }

        return written;
    }

    /// <summary>A … Z, AA, BB …, as word processors go on.</summary>
    private static string InLetters(int number) =>
        number < 1
            ? ""
            : new string((char)('A' + ((number - 1) % 26)), Math.Min(((number - 1) / 26) + 1, 20));

    [GeneratedRegex("%[1-9]", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LevelNumber();
}
