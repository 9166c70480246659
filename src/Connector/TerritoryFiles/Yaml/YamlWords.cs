using System.Globalization;
using System.Text;
using YamlDotNet.Core;

namespace Connector.TerritoryFiles.Yaml;

/// <summary>Writes words as a value of a YAML text, in the way in which the value before them was written where that can be.</summary>
internal static class YamlWords
{
    private const int Width = 110;

    /// <summary>As a value of a block.</summary>
    /// <param name="words">Lines end with <c>\n</c>.</param>
    /// <param name="style">How the value before was written.</param>
    /// <param name="indent">Spaces before the lines of a block of text.</param>
    /// <param name="newLine">Of the file.</param>
    public static string Of(string words, ScalarStyle style, int indent, string newLine)
    {
        var isBlock =
            style is ScalarStyle.Folded or ScalarStyle.Literal
            || words.Contains('\n', StringComparison.Ordinal);
        if (!isBlock || !FitsBlock(words))
        {
            return OnOneLine(words, style, isFlow: false);
        }

        var isFolded = style == ScalarStyle.Folded && !words.Contains('\n', StringComparison.Ordinal);
        IReadOnlyList<string> lines = isFolded ? Folded(words) : words.Split('\n');
        var margin = new string(' ', indent);
        return (isFolded ? ">-" : "|-")
            + string.Concat(lines.Select(line => newLine + (line.Length == 0 ? "" : margin + line)));
    }

    /// <summary>Between quotes where it has to be.</summary>
    public static string OnOneLine(string words, ScalarStyle style, bool isFlow)
    {
        if (style == ScalarStyle.SingleQuoted && !words.Any(char.IsControl))
        {
            return $"'{words.Replace("'", "''", StringComparison.Ordinal)}'";
        }

        return style != ScalarStyle.DoubleQuoted && IsPlain(words, isFlow) ? words : Quoted(words);
    }

    /// <summary>Whether the words without quotes are read as these words, and not as « nothing ».</summary>
    private static bool IsPlain(string words, bool isFlow)
    {
        if (words.Length == 0 || words.Any(char.IsControl) || words is "~" or "null" or "Null" or "NULL")
        {
            return false;
        }

        var text = isFlow ? $"{{ a: {words}, b: c }}" : $"a: {words} # c\nb: c\n";
        return SpanNode.Read(text)
                is SpanMap
                {
                    Entries: [

                        (_, SpanValue { Style: ScalarStyle.Plain } read),

                        (SpanValue { Value: "b" }, SpanValue { Value: "c" }),
                    ]
                }
            && read.Value == words;
    }

    private static bool FitsBlock(string words) =>
        words.Length > 0
        && words.Trim() == words
        && words
            .Split('\n')
            .All(line =>
                line.Trim() == line
                && !line.Any(char.IsControl)
                && !line.Contains("  ", StringComparison.Ordinal)
            );

    private static List<string> Folded(string words)
    {
        var lines = new List<string>();
        var line = new StringBuilder();
        foreach (var word in words.Split(' '))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > Width)
            {
                lines.Add(line.ToString());
                line.Clear();
            }

            line.Append(line.Length > 0 ? " " : "").Append(word);
        }

        lines.Add(line.ToString());
        return lines;
    }

    private static string Quoted(string words)
    {
        var quoted = new StringBuilder("\"");
        foreach (var letter in words)
        {
            quoted.Append(
                letter switch
                {
                    '"' => "\\\"",
                    '\\' => "\\\\",
                    '\n' => "\\n",
                    '\t' => "\\t",
                    _ when char.IsControl(letter) || letter is '\u2028' or '\u2029' or '\uFEFF' =>
                        $"\\u{((int)letter).ToString("X4", CultureInfo.InvariantCulture)}",
                    _ => letter.ToString(),
                }
            );
        }

        return quoted.Append('"').ToString();
    }
}
