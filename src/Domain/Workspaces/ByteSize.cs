using System.Globalization;
using System.Text.RegularExpressions;

namespace Connector.Domain.Workspaces;

/// <summary>
/// Sizes as people write them. As in Nextcloud, a kilobyte has 1,024 bytes, a megabyte 1,024 of those, and so on
/// (<c>lib/private/legacy/OC_Helper.php</c>, <c>humanFileSize</c>).
/// </summary>
public static partial class ByteSize
{
    /// <summary>« illimité », first of the words for it.</summary>
    public static IReadOnlyList<string> UnlimitedWords { get; } =
    ["illimité", "illimitée", "aucun", "unlimited"];

    private const string Units = "kmgt";

    /// <summary>
    /// Bytes of « 5 Go », « 1,5 To », « 500 Mo », « 5 GB », « 1048576 o », or <see cref="TeamFolderState.Unlimited"/>;
    /// null for anything else, for zero, and for more than a petabyte.
    /// </summary>
    public static long? Parse(string words)
    {
        if (UnlimitedWords.Any(word => Folded.Key(word) == Folded.Key(words)))
        {
            return TeamFolderState.Unlimited;
        }

        var match = Size().Match(words.Trim());
        if (
            !match.Success
            || !decimal.TryParse(
                match.Groups[1].Value.Replace(',', '.'),
                NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture,
                out var number
            )
        )
        {
            return null;
        }

        var unit = match.Groups[2].Value.ToLowerInvariant();
        var power = unit.Length == 0 ? 0 : Units.IndexOf(unit[0], StringComparison.Ordinal) + 1;
        for (; power > 0 && number < long.MaxValue / 1024m; power--)
        {
            number *= 1024;
        }

        return
            power == 0
            && number is >= 1 and <= 1024m * 1024 * 1024 * 1024 * 1024
            && number == decimal.Truncate(number)
            ? (long)number
            : null;
    }

    /// <summary>« 5 Go »: the largest unit that gives a whole number, so that reading it back gives the same bytes.</summary>
    public static string French(long bytes) => Written(bytes, "illimité", "o");

    /// <summary>« 5 GB », see <see cref="French"/>.</summary>
    public static string English(long bytes) => Written(bytes, "unlimited", "B");

    private static string Written(long bytes, string unlimited, string unit)
    {
        if (bytes < 0)
        {
            return unlimited;
        }

        var power = 0;
        for (; power < Units.Length && bytes > 0 && bytes % 1024 == 0; power++)
        {
            bytes /= 1024;
        }

        var prefix =
            power == 0 ? ""
            : power == 1 ? "k"
            : $"{char.ToUpperInvariant(Units[power - 1])}";
        return string.Create(CultureInfo.InvariantCulture, $"{bytes} {prefix}{unit}");
    }

    [GeneratedRegex(@"^(\d{1,15}(?:[.,]\d{1,9})?)\s*([kKmMgGtT]?)[oObB](?:ctets?)?$")]
    private static partial Regex Size();
}
