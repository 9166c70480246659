using System.Globalization;
using System.Text.RegularExpressions;

namespace Connector.Tests.Reports;

/// <summary>How well one colour can be read on another. Source: WCAG 2.2, « relative luminance » and « contrast ratio ».</summary>
internal static class Contrast
{
    /// <summary>The colours that a style names: <c>--text: #1b1b1f</c>.</summary>
    public static IReadOnlyDictionary<string, string> Colours(string style) =>
        Regex
            .Matches(style, "--([a-z]+):\\s*#([0-9a-f]{6})\\b")
            .ToDictionary(
                found => found.Groups[1].Value,
                found => found.Groups[2].Value,
                StringComparer.Ordinal
            );

    /// <summary>1 for the same colour, 21 for black on white.</summary>
    public static double Ratio(string one, string other)
    {
        var (light, dark) = (Luminance(one), Luminance(other));
        return (Math.Max(light, dark) + 0.05) / (Math.Min(light, dark) + 0.05);
    }

    private static double Luminance(string hex) =>
        (0.2126 * Part(hex, 0)) + (0.7152 * Part(hex, 2)) + (0.0722 * Part(hex, 4));

    private static double Part(string hex, int at)
    {
        var part = int.Parse(hex.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
        return part <= 0.04045 ? part / 12.92 : Math.Pow((part + 0.055) / 1.055, 2.4);
    }
}
