using System.Text;

namespace Connector.Domain.ContentLines;

/// <summary>
/// One content line of an iCalendar text or a vCard (RFC 5545, 3.1; RFC 6350, 3.2), unfolded, with the place of all its physical lines in the text
/// so that it can be replaced without touching another byte.
/// </summary>
/// <param name="Name">In capitals, without group.</param>
/// <param name="Parameters">By name in capitals; quotes are gone.</param>
/// <param name="Head">Name and parameters as written, with the colon.</param>
/// <param name="Value">As written, escapes and all.</param>
/// <param name="Start">Index of its first character.</param>
/// <param name="End">Index behind its last line end.</param>
public sealed record ContentLine(
    string Name,
    IReadOnlyDictionary<string, string> Parameters,
    string Head,
    string Value,
    int Start,
    int End
)
{
    private const int LineOctets = 75;

    public string? Parameter(string name) => Parameters.GetValueOrDefault(name);

    /// <summary>The value of a TEXT property without its escapes (RFC 5545, 3.3.11).</summary>
    public string Text => Unescape(Value);

    /// <summary>Every content line of a text; a line without a colon has an empty name.</summary>
    public static IEnumerable<ContentLine> Read(string text)
    {
        var at = 0;
        while (at < text.Length)
        {
            var start = at;
            // A picture within a card is thousands of lines.
            var unfolded = new StringBuilder();
            do
            {
                var end = text.IndexOf('\n', at) is >= 0 and var found ? found + 1 : text.Length;
                unfolded.Append(text.AsSpan(at, end - at).TrimEnd("\r\n")[(at == start ? 0 : 1)..]);
                at = end;
            } while (at < text.Length && text[at] is (' ' or '\t'));

            if (unfolded.Length > 0)
            {
                yield return Parse(unfolded.ToString(), start, at);
            }
        }
    }

    /// <summary>Text as a value: RFC 5545, 3.3.11.</summary>
    public static string Escape(string text) =>
        text.Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace(";", "\\;", StringComparison.Ordinal)
            .Replace(",", "\\,", StringComparison.Ordinal)
            .Replace("\r\n", "\\n", StringComparison.Ordinal)
            .Replace("\n", "\\n", StringComparison.Ordinal);

    /// <summary>Folded at 75 octets, never within a character, with its line end.</summary>
    public static string Folded(string line, string newLine)
    {
        ArgumentNullException.ThrowIfNull(line);
        var folded = new StringBuilder(line.Length + 16);
        var octets = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > LineOctets)
            {
                folded.Append(newLine).Append(' ');
                octets = 1;
            }

            folded.Append(rune);
            octets += rune.Utf8SequenceLength;
        }

        return folded.Append(newLine).ToString();
    }

    private static ContentLine Parse(string line, int start, int end)
    {
        var parameters = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var parts = new List<string>();
        var (from, quoted) = (0, false);
        for (var i = 0; i < line.Length; i++)
        {
            quoted ^= line[i] == '"';
            if (quoted || line[i] is not (';' or ':'))
            {
                continue;
            }

            parts.Add(line[from..i]);
            from = i + 1;
            if (line[i] == ':')
            {
                break;
            }
        }

        if (parts.Count == 0)
        {
            return new ContentLine("", parameters, "", line, start, end);
        }

        foreach (var part in parts.Skip(1))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            if (equals > 0)
            {
                parameters[part[..equals]] = part[(equals + 1)..].Replace("\"", "", StringComparison.Ordinal);
            }
        }

        var name = parts[0][(parts[0].LastIndexOf('.') + 1)..].ToUpperInvariant();
        return new ContentLine(name, parameters, line[..from], line[from..], start, end);
    }

    private static string Unescape(string value)
    {
        var text = new StringBuilder(value.Length);
        for (var i = 0; i < value.Length; i++)
        {
            var isEscape = value[i] == '\\' && i + 1 < value.Length;
            var letter = isEscape ? value[++i] : value[i];
            text.Append(isEscape && letter is ('n' or 'N') ? '\n' : letter);
        }

        return text.ToString();
    }
}
