using System.Globalization;
using System.Text.RegularExpressions;

namespace Connector.Ledger;

/// <summary>Words within JSON, whose letters with accents may be written as numbers: <c>In\u00e8s</c> is « Inès ».</summary>
internal static partial class JsonEscapes
{
    public static string Undone(string text) =>
        text.Contains("\\u", StringComparison.Ordinal)
            ? Escape()
                .Replace(
                    text,
                    match =>
                        (
                            (char)
                                ushort.Parse(
                                    match.Groups[1].ValueSpan,
                                    NumberStyles.AllowHexSpecifier,
                                    CultureInfo.InvariantCulture
                                )
                        ).ToString()
                )
            : text;

    [GeneratedRegex(@"\\u([0-9a-fA-F]{4})", RegexOptions.CultureInvariant)]
    private static partial Regex Escape();
}
