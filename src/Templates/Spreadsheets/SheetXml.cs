using System.Buffers;
using System.Globalization;
using System.Text;
using System.Xml;

namespace Connector.Templates.Spreadsheets;

/// <summary>
/// The words of SpreadsheetML elements (ISO/IEC 29500-1, 18.4), by local name: the strict and the transitional form differ
/// in namespace alone. Each method is called on a start element and leaves the reader on its end.
/// </summary>
internal static class SheetXml
{
    private const int EscapeLength = 7;

    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdefABCDEF");

    /// <summary>The text within an element.</summary>
    internal static string Text(XmlReader reader)
    {
        if (reader.IsEmptyElement)
        {
            return "";
        }

        var (depth, first) = (reader.Depth, "");
        StringBuilder? more = null;
        while (SafeXml.Next(reader) && reader.Depth > depth)
        {
            if (
                reader.NodeType
                is not (
                    XmlNodeType.Text
                    or XmlNodeType.CDATA
                    or XmlNodeType.Whitespace
                    or XmlNodeType.SignificantWhitespace
                )
            )
            {
                continue;
            }

            if (first.Length == 0)
            {
                first = reader.Value;
            }
            else
            {
                (more ??= new StringBuilder(first)).Append(reader.Value);
            }
        }

        return more?.ToString() ?? first;
    }

    /// <summary>
    /// The text of all runs of <c>si</c> or <c>is</c>; phonetic help, which is not part of the words, is left out.
    /// </summary>
    internal static string RichText(XmlReader reader)
    {
        if (reader.IsEmptyElement)
        {
            return "";
        }

        var (depth, words, phonetic) = (reader.Depth, new StringBuilder(), int.MaxValue);
        while (SafeXml.Next(reader) && reader.Depth > depth)
        {
            phonetic = reader.Depth <= phonetic ? int.MaxValue : phonetic;
            if (reader.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            if (reader.LocalName == "rPh" && phonetic == int.MaxValue)
            {
                phonetic = reader.Depth;
            }
            else if (reader.LocalName == "t" && phonetic == int.MaxValue)
            {
                words.Append(Text(reader));
            }
        }

        return Unescape(words.ToString());
    }

    /// <summary><c>_x000D_</c> stands for a character that XML cannot hold (ST_Xstring, 22.9.2.19).</summary>
    internal static string Unescape(string words)
    {
        if (!words.Contains("_x", StringComparison.Ordinal))
        {
            return words;
        }

        var plain = new StringBuilder(words.Length);
        for (var index = 0; index < words.Length; index++)
        {
            // Half of a surrogate pair is no character: it stays spelled out.
            if (IsEscape(words, index) && Letter(words, index) is var letter && !char.IsSurrogate(letter))
            {
                plain.Append(letter);
                index += EscapeLength - 1;
            }
            else
            {
                plain.Append(words[index]);
            }
        }

        return plain.ToString();
    }

    private static char Letter(string words, int at) =>
        (char)ushort.Parse(words.AsSpan(at + 2, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    /// <summary>Whether <c>_xHHHH_</c> stands at a place.</summary>
    internal static bool IsEscape(string words, int at) =>
        at + EscapeLength <= words.Length
        && words[at] == '_'
        && words[at + 1] == 'x'
        && words[at + 6] == '_'
        && words.AsSpan(at + 2, 4).IndexOfAnyExcept(HexDigits) < 0;
}
