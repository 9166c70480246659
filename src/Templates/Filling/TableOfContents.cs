using System.Globalization;
using System.Security;
using System.Text;
using System.Text.RegularExpressions;

namespace Connector.Templates;

/// <summary>
/// The entries of the tables of contents: the headings of the finished document, as links, with the pages that are
/// known. Without pages the entries carry none, because a wrong one is worse than none.
/// </summary>
internal sealed partial class TableOfContents(IReadOnlyList<TableOfContents.Entry> known, PageNumbers? pages)
{
    /// <param name="Level">By outline; 0 for none.</param>
    /// <param name="Style">Folded name.</param>
    /// <param name="List">Number of the list that numbers it, or empty.</param>
    internal sealed record Heading(int Level, string Style, string List, int ListLevel);

    /// <param name="Text">Escaped, as it stands in the XML, with the number that its list gives.</param>
    internal sealed record Entry(int Level, string Style, string Point, string Text);

    private readonly List<Entry> entries = [];
    private readonly ListCounter counter = new();
    private int points;

    /// <summary>The headings written so far.</summary>
    internal IReadOnlyList<Entry> Entries => entries;

    /// <summary>The bookmark of the next heading.</summary>
    internal string NextPoint()
    {
        points++;
        return Point;
    }

    private string Point => string.Create(CultureInfo.InvariantCulture, $"_Toc{points:000000000}");

    /// <param name="lists">Of the document being filled.</param>
    /// <param name="xml">The heading, from its bookmark on.</param>
    internal void Add(Heading heading, DocumentLists lists, ReadOnlySpan<byte> xml)
    {
        var text = WordsOf(Encoding.UTF8.GetString(xml)).Trim();
        if (text.Length > 0)
        {
            var number = counter.Next(lists, heading.List, heading.ListLevel);
            entries.Add(
                new Entry(heading.Level, heading.Style, Point, number.Length == 0 ? text : $"{number} {text}")
            );
        }
    }

    internal void Write(Utf8Buffer target, ContentsNode contents, StyleBook book)
    {
        var instruction = ContentsInstruction.Read(contents.Instruction)!;
        var isFirst = true;
        foreach (var entry in known)
        {
            if (instruction.LevelOf(entry.Level, entry.Style) is not { } level)
            {
                continue;
            }

            var page = instruction.ShowsPages(level) ? pages?.Of(entry.Point) : null;
            WriteProperties(target, book, level, page is null ? 0 : contents.Right);
            if (isFirst)
            {
                WriteStart(target, contents.Instruction);
                isFirst = false;
            }

            target.Append($"<w:hyperlink w:anchor=\"{entry.Point}\" w:history=\"1\">");
            target.Append($"<w:r><w:t xml:space=\"preserve\">{entry.Text}</w:t></w:r>");
            if (page is not null)
            {
                WritePage(target, entry.Point, page);
            }

            target.Append("</w:hyperlink></w:p>"u8);
        }

        target.Append("<w:p>"u8);
        if (isFirst)
        {
            WriteStart(target, contents.Instruction);
        }

        target.Append("<w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>"u8);
    }

    /// <param name="right">Twips from the left margin to where page numbers end; 0 for none.</param>
    private static void WriteProperties(Utf8Buffer target, StyleBook book, int level, int right)
    {
        var style = book.Paragraph($"toc {level}");
        target.Append("<w:p><w:pPr><w:pStyle w:val=\""u8);
        XmlText.WriteAttribute(target, style);
        target.Append("\"/>"u8);
        if (right > 0 && !book.Styles.HasRightTab(style))
        {
            target.Append("<w:tabs><w:tab w:val=\"right\" w:leader=\"dot\" w:pos=\""u8);
            target.Append(right);
            target.Append("\"/></w:tabs>"u8);
        }

        target.Append("</w:pPr>"u8);
    }

    /// <summary>The field as its author wrote it: whoever updates it gets what they asked for.</summary>
    private static void WriteStart(Utf8Buffer target, string instruction)
    {
        target.Append("<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>"u8);
        target.Append(
            $"<w:r><w:instrText xml:space=\"preserve\"> {SecurityElement.Escape(instruction.Trim())} </w:instrText></w:r>"
        );
        target.Append("<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>"u8);
    }

    private static void WritePage(Utf8Buffer target, string point, string page)
    {
        target.Append("<w:r><w:tab/></w:r><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>"u8);
        target.Append($"<w:r><w:instrText xml:space=\"preserve\"> PAGEREF {point} \\h </w:instrText></w:r>");
        target.Append(
            $"<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>{page}</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"
        );
    }

    private static string WordsOf(string xml) =>
        string.Concat(
            Words()
                .Matches(xml)
                .Select(match => match.Groups["text"].Success ? match.Groups["text"].Value : " ")
        );

    [GeneratedRegex(
        "<w:t(?: [^>]*)?>(?<text>[^<]*)</w:t>|<w:(?:tab|br|cr) ?/>",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Words();
}
