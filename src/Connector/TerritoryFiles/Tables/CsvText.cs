using System.Text;
using Connector.TerritoryFiles.Yaml;

namespace Connector.TerritoryFiles.Tables;

/// <summary>The words of a CSV file, and how its bytes were made, so that it can be written the same way.</summary>
internal sealed record CsvText
{
    /// <summary>How far the first line is looked for.</summary>
    private const int Farthest = 20_000;

    public required string Words { get; init; }

    /// <summary>First the sign that cuts the first line into most columns, outside quotes.</summary>
    public required IReadOnlyList<string> Delimiters { get; init; }

    public required Encoding Encoding { get; init; }

    /// <summary>The bytes before the first letter that say the encoding.</summary>
    public required byte[] Mark { get; init; }

    /// <summary><c>\r\n</c> where the file has any, else <c>\n</c>.</summary>
    public string NewLine => Words.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";

    public static CsvText Read(byte[] bytes)
    {
        var (encoding, mark) = EncodingOf(bytes);
        var words = encoding.GetString(bytes, mark.Length, bytes.Length - mark.Length);
        return new CsvText
        {
            Words = words,
            Delimiters = [.. DelimitersOf(words)],
            Encoding = encoding,
            Mark = mark,
        };
    }

    /// <summary>Other words as the file has its own; a file in Windows-1252 becomes UTF-8 when they need it.</summary>
    public byte[] Bytes(string words)
    {
        var isLossless = Encoding.GetString(Encoding.GetBytes(words)) == words;
        return isLossless
            ? [.. Mark, .. Encoding.GetBytes(words)]
            : [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(words)];
    }

    private static (Encoding Encoding, byte[] Mark) EncodingOf(byte[] bytes)
    {
        byte[] mark = bytes is [0xEF, 0xBB, 0xBF, ..] ? [0xEF, 0xBB, 0xBF] : [];
        try
        {
            var strict = new UTF8Encoding(false, true);
            strict.GetCharCount(bytes, mark.Length, bytes.Length - mark.Length);
            return (new UTF8Encoding(false), mark);
        }
        catch (DecoderFallbackException)
        {
            return bytes is [0xFF, 0xFE, ..]
                ? (Encoding.Unicode, [0xFF, 0xFE])
                : (SourceText.Windows1252, []);
        }
    }

    private static IEnumerable<string> DelimitersOf(string text)
    {
        var counts = new Dictionary<char, int>
        {
            [','] = 0,
            [';'] = 0,
            ['\t'] = 0,
        };
        var quoted = false;
        foreach (var letter in text.AsSpan(0, Math.Min(text.Length, Farthest)))
        {
            if (letter == '"')
            {
                quoted = !quoted;
            }
            else if (!quoted && letter is '\n' or '\r')
            {
                break;
            }
            else if (!quoted && counts.TryGetValue(letter, out var count))
            {
                counts[letter] = count + 1;
            }
        }

        return counts.OrderByDescending(pair => pair.Value).Select(pair => pair.Key.ToString());
    }
}
