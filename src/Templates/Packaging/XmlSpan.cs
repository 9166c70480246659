using System.Buffers;

namespace Connector.Templates;

/// <summary>Where an element stands in the bytes of its part (UTF-8): from its start tag to the end of its end tag.</summary>
internal readonly record struct XmlSpan(int Start, int ContentStart, int ContentEnd, int End)
{
    private static readonly SearchValues<byte> EndsOfName = SearchValues.Create(" \t\r\n/>"u8);

    /// <summary>The spans of all elements in document order. The text is known to be well-formed and without DTD.</summary>
    internal static List<XmlSpan> Scan(ReadOnlySpan<byte> text)
    {
        var spans = new List<XmlSpan>(text.Length / 64);
        var open = new Stack<int>();
        for (var at = Next(text, 0, "<"u8); at >= 0; at = at < text.Length ? Next(text, at, "<"u8) : -1)
        {
            if (SkippedTo(text, at) is { } after)
            {
                at = after;
            }
            else if (text[at + 1] == '/')
            {
                var index = open.Pop();
                var end = Next(text, at, ">"u8) + 1;
                spans[index] = spans[index] with { ContentEnd = at, End = end };
                at = end;
            }
            else
            {
                var end = TagEnd(text, at);
                if (text[end - 2] != '/')
                {
                    open.Push(spans.Count);
                }

                spans.Add(new XmlSpan(at, end, end, end));
                at = end;
            }
        }

        return spans;
    }

    internal bool IsSelfClosed(ReadOnlySpan<byte> text) => ContentStart == End && text[End - 2] == '/';

    /// <summary>With its prefix, as the start tag writes it.</summary>
    internal ReadOnlySpan<byte> Name(ReadOnlySpan<byte> text)
    {
        var tag = text[(Start + 1)..ContentStart];
        return tag[..tag.IndexOfAny(EndsOfName)];
    }

    /// <summary>Behind a comment, an instruction or a CDATA section; null for a tag.</summary>
    private static int? SkippedTo(ReadOnlySpan<byte> text, int at)
    {
        var closing = text[at + 1] switch
        {
            (byte)'?' => "?>"u8,
            (byte)'!' when text[at + 2] == '[' => "]]>"u8,
            (byte)'!' => "-->"u8,
            _ => default,
        };
        return closing.IsEmpty
            ? null
            : Next(text, at + (closing[0] == '-' ? 4 : 2), closing) + closing.Length;
    }

    /// <summary>Behind the <c>&gt;</c> that is not within an attribute's value.</summary>
    private static int TagEnd(ReadOnlySpan<byte> text, int at)
    {
        for (; ; )
        {
            at += text[at..].IndexOfAny((byte)'"', (byte)'\'', (byte)'>');
            if (text[at] == '>')
            {
                return at + 1;
            }

            at = Next(text, at + 1, text.Slice(at, 1)) + 1;
        }
    }

    private static int Next(ReadOnlySpan<byte> text, int from, ReadOnlySpan<byte> sought)
    {
        var found = text[from..].IndexOf(sought);
        return found < 0 ? -1 : from + found;
    }
}
