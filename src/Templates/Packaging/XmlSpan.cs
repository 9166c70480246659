namespace Connector.Templates;

/// <summary>Where an element stands in the text of its part: from its start tag to the end of its end tag.</summary>
internal readonly record struct XmlSpan(int Start, int ContentStart, int ContentEnd, int End)
{
    /// <summary>The spans of all elements in document order. The text is known to be well-formed and without DTD.</summary>
    internal static List<XmlSpan> Scan(string text)
    {
        var spans = new List<XmlSpan>();
        var open = new Stack<int>();
        for (
            var at = text.IndexOf('<', StringComparison.Ordinal);
            at >= 0;
            at = at < text.Length ? text.IndexOf('<', at) : -1
        )
        {
            if (SkippedTo(text, at) is { } after)
            {
                at = after;
            }
            else if (text[at + 1] == '/')
            {
                var index = open.Pop();
                var end = text.IndexOf('>', at) + 1;
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

    internal bool IsSelfClosed(string text) => ContentStart == End && text[End - 2] == '/';

    /// <summary>Behind a comment, an instruction or a CDATA section; null for a tag.</summary>
    private static int? SkippedTo(string text, int at)
    {
        var closing = text[at + 1] switch
        {
            '?' => "?>",
            '!' when text[at + 2] == '[' => "]]>",
            '!' => "-->",
            _ => null,
        };
        return closing is null
            ? null
            : text.IndexOf(closing, at + (closing == "-->" ? 4 : 2), StringComparison.Ordinal)
                + closing.Length;
    }

    /// <summary>Behind the <c>&gt;</c> that is not within an attribute's value.</summary>
    private static int TagEnd(string text, int at)
    {
        var quote = '\0';
        for (; ; at++)
        {
            if (quote != '\0')
            {
                quote = text[at] == quote ? '\0' : quote;
            }
            else if (text[at] is '"' or '\'')
            {
                quote = text[at];
            }
            else if (text[at] == '>')
            {
                return at + 1;
            }
        }
    }
}
