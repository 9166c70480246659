using System.Buffers;

namespace Connector.Templates;

/// <summary>Puts people's words into XML, without what XML forbids or what turns a page's text around.</summary>
internal static class XmlText
{
    /// <summary>Bidirectional embeddings, overrides and isolates: one left open reverses the rest of a line.</summary>
    private const string Directions = "\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069";

    private const string Forbidden =
        "\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\u0008\u000E\u000F\u0010\u0011\u0012\u0013\u0014\u0015"
        + "\u0016\u0017\u0018\u0019\u001A\u001B\u001C\u001D\u001E\u001F\u007F\uFFFE\uFFFF"
        + Directions;

    private static readonly SearchValues<char> Dropped = SearchValues.Create(Forbidden);

    private static readonly SearchValues<char> Special = SearchValues.Create(
        Forbidden + "&<>\"\t\n\v\f\r\u0085\u2028\u2029"
    );

    private static readonly SearchValues<char> Plain = SearchValues.Create(
        string.Concat(
            Enumerable
                .Range(' ', '~' - ' ' + 1)
                .Select(code => (char)code)
                .Where(character => character is not ('&' or '<' or '>' or '"'))
        )
    );

    /// <summary>Whether these are letters, digits and signs of ASCII that need no escaping.</summary>
    internal static bool IsPlain(ReadOnlySpan<char> text) => !text.ContainsAnyExcept(Plain);

    /// <summary>The same words without the characters that are dropped; lone surrogates become U+FFFD.</summary>
    internal static string Neutralise(string text)
    {
        var kept = text.AsSpan().ContainsAny(Dropped)
            ? string.Concat(text.Where(character => !Dropped.Contains(character)))
            : text;
        return System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(kept));
    }

    /// <summary>Writes an attribute's value: one line, quotes escaped.</summary>
    internal static void WriteAttribute(Utf8Buffer target, ReadOnlySpan<char> text) =>
        Write(target, text, " "u8, " "u8);

    /// <summary>Writes the content of <c>w:t</c>; line breaks and tabs leave and reopen it.</summary>
    internal static void WriteText(Utf8Buffer target, ReadOnlySpan<char> text) =>
        Write(
            target,
            text,
            "</w:t><w:br/><w:t xml:space=\"preserve\">"u8,
            "</w:t><w:tab/><w:t xml:space=\"preserve\">"u8
        );

    private static void Write(
        Utf8Buffer target,
        ReadOnlySpan<char> text,
        ReadOnlySpan<byte> line,
        ReadOnlySpan<byte> tab
    )
    {
        if (IsPlain(text))
        {
            target.AppendAscii(text);
            return;
        }

        for (var next = text.IndexOfAny(Special); next >= 0; next = text.IndexOfAny(Special))
        {
            target.Append(text[..next]);
            var isPair = text[next] == '\r' && next + 1 < text.Length && text[next + 1] == '\n';
            target.Append(Replacement(text[next], line, tab));
            text = text[(next + (isPair ? 2 : 1))..];
        }

        target.Append(text);
    }

    private static ReadOnlySpan<byte> Replacement(
        char character,
        ReadOnlySpan<byte> line,
        ReadOnlySpan<byte> tab
    ) =>
        character switch
        {
            '&' => "&amp;"u8,
            '<' => "&lt;"u8,
            '>' => "&gt;"u8,
            '"' => "&quot;"u8,
            '\t' => tab,
            '\n' or '\r' or '\v' or '\f' or '\u0085' or '\u2028' or '\u2029' => line,
            _ => default,
        };
}
