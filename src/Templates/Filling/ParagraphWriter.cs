using System.Globalization;
using System.Security;
using System.Text;
using System.Text.RegularExpressions;

namespace Connector.Templates;

/// <summary>Emphasis of a stretch of text.</summary>
[Flags]
internal enum Emphasis
{
    None = 0,
    Bold = 1,
    Italic = 2,
    Struck = 4,
    Code = 8,
    Link = 16,
}

/// <summary>Writes paragraphs and runs in the look of a tag: its paragraph's and run's properties, unless told otherwise.</summary>
internal sealed partial class ParagraphWriter
{
    private readonly FillSession session;
    private readonly string path;
    private readonly Utf8Buffer target;
    private readonly byte[] paragraph;
    private readonly string run;
    private readonly Dictionary<(Emphasis Emphasis, bool IsHeading), byte[]> looks = [];
    private bool isHeading;
    private bool isStarted;
    private bool isAnchorOpen;

    internal ParagraphWriter(FillSession session, string path, Utf8Buffer target, BlockFieldNode block)
    {
        (this.session, this.path, this.target) = (session, path, target);
        paragraph = block.ParagraphProperties;
        run = Encoding.UTF8.GetString(block.RunProperties);
        HeadingAbove = block.HeadingLevel;
    }

    internal ParagraphWriter(FillSession session, string path, Utf8Buffer target, FieldNode field)
    {
        (this.session, this.path, this.target) = (session, path, target);
        paragraph = [];
        run = Encoding.UTF8.GetString(field.RunProperties);
    }

    /// <summary>Level of the heading above the tag; 0 for none.</summary>
    internal int HeadingAbove { get; }

    /// <summary>Writes the start (true) or the end of the loop's bookmark, around the words of the first paragraph.</summary>
    internal Action<bool>? Anchor { get; set; }

    internal void Plain(Action content) => Paragraph(() => target.Append(paragraph), content);

    internal void Empty() => Plain(static () => { });

    internal void Styled(string style, Action content) =>
        Paragraph(() => target.Append($"<w:pPr><w:pStyle w:val=\"{Escape(style)}\"/></w:pPr>"), content);

    /// <param name="list">Number of the list; null for a paragraph that goes on with the item before.</param>
    internal void Item(string style, string? list, int level, Action content)
    {
        var numbering = list is null
            ? $"<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"0\"/></w:numPr><w:ind w:left=\"{Number(397 * (level + 1))}\" w:firstLine=\"0\"/>"
            : $"<w:numPr><w:ilvl w:val=\"{Number(level)}\"/><w:numId w:val=\"{Escape(list)}\"/></w:numPr>";
        Paragraph(
            () => target.Append($"<w:pPr><w:pStyle w:val=\"{Escape(style)}\"/>{numbering}</w:pPr>"),
            content
        );
    }

    internal void Heading(int level, Action content)
    {
        var start = target.Length;
        var style = session.Book.Paragraph($"heading {Number(level)}");
        isHeading = true;
        Styled(
            style,
            () =>
            {
                Point();
                content();
            }
        );
        isHeading = false;
        Tell(level, style, session.Book.Styles.ListOf(style), start);
    }

    /// <summary>The bookmark that the table of contents leads to.</summary>
    internal void Point()
    {
        if (session.Contents?.NextPoint() is { } name)
        {
            new BookmarkWriter(session, target).Point(name);
        }
    }

    /// <summary>Names what was written since <paramref name="start"/> in the table of contents.</summary>
    internal void Tell(int level, string? style, (string List, int Level)? numbering, int start) =>
        session.Contents?.Add(
            new TableOfContents.Heading(
                level,
                session.Book.Styles.FoldedName(style),
                numbering?.List ?? "",
                numbering?.Level ?? 0
            ),
            session.Lists,
            target.Written.Span[start..]
        );

    internal void Text(string words, Emphasis emphasis)
    {
        if (words.Length == 0)
        {
            return;
        }

        target.Append("<w:r>"u8);
        target.Append(Look(emphasis));
        target.Append("<w:t xml:space=\"preserve\">"u8);
        XmlText.WriteText(target, FieldWords.Typeset(words, session.Data.Language));
        target.Append("</w:t></w:r>"u8);
    }

    internal void Break() => target.Append("<w:r><w:br/></w:r>"u8);

    internal void Link(string address, Action content)
    {
        target.Append(
            $"<w:hyperlink r:id=\"{session.Link(path, XmlText.Neutralise(address))}\" w:history=\"1\">"
        );
        content();
        target.Append("</w:hyperlink>"u8);
    }

    private void Paragraph(Action properties, Action content)
    {
        target.Append("<w:p>"u8);
        properties();
        if (!isStarted)
        {
            isStarted = isAnchorOpen = true;
            Anchor?.Invoke(true);
        }

        content();
        if (isAnchorOpen)
        {
            isAnchorOpen = false;
            Anchor?.Invoke(false);
        }

        target.Append("</w:p>"u8);
    }

    /// <summary>Elements in the order that ECMA-376 part 1, 17.3.2.28 asks for.</summary>
    private byte[] Look(Emphasis emphasis)
    {
        if (looks.TryGetValue((emphasis, isHeading), out var known))
        {
            return known;
        }

        var own = Properties().Match(isHeading ? "" : run);
        var style = emphasis.HasFlag(Emphasis.Link)
            ? $"<w:rStyle w:val=\"{Escape(session.Book.Character("Hyperlink"))}\"/>"
            : own.Groups["style"].Value;
        var fonts = emphasis.HasFlag(Emphasis.Code)
            ? "<w:rFonts w:ascii=\"Courier New\" w:hAnsi=\"Courier New\" w:cs=\"Courier New\"/>"
            : own.Groups["fonts"].Value;
        var bold = emphasis.HasFlag(Emphasis.Bold) ? "<w:b/>" : own.Groups["bold"].Value;
        var italic = emphasis.HasFlag(Emphasis.Italic) ? "<w:i/>" : own.Groups["italic"].Value;
        var strike = emphasis.HasFlag(Emphasis.Struck) ? "<w:strike/>" : "";
        var rest = Strike().Replace(own.Groups["rest"].Value, strike.Length == 0 ? "$0" : "");
        var caps = Caps().Match(rest).Value;
        var all = $"{style}{fonts}{bold}{italic}{caps}{strike}{rest[caps.Length..]}";
        return looks[(emphasis, isHeading)] = Encoding.UTF8.GetBytes(
            all.Length == 0 ? "" : $"<w:rPr>{all}</w:rPr>"
        );
    }

    private static string Escape(string text) => SecurityElement.Escape(text);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(
        "^(?:<w:rPr[^>]*>(?<style><w:rStyle [^>]*/>)?(?<fonts><w:rFonts [^>]*/>)?(?<bold>(?:<w:b(?: [^>]*)?/>)?(?:<w:bCs(?: [^>]*)?/>)?)(?<italic>(?:<w:i(?: [^>]*)?/>)?(?:<w:iCs(?: [^>]*)?/>)?)(?<rest>.*)</w:rPr>)?$",
        RegexOptions.CultureInvariant | RegexOptions.Singleline,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Properties();

    [GeneratedRegex(
        "^(?:<w:(?:caps|smallCaps)(?: [^>]*)?/>)*",
        RegexOptions.None,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Caps();

    [GeneratedRegex("<w:d?strike(?: [^>]*)?/>", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Strike();
}
