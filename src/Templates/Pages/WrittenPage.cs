using System.Text;
using System.Xml.Linq;
using static Connector.Templates.WordText;

namespace Connector.Templates;

/// <summary>
/// A .docx as one web page, with every word that people wrote in it: headings, paragraphs, lists, tables, notes and links; without
/// comments, what was deleted under tracking, tables of contents and pictures, of which the alternative text is shown.
/// </summary>
public sealed class WrittenPage
{
    /// <summary>Deeper headings are shown as the sixth level.</summary>
    private const int Deepest = 6;

    private readonly DocumentIdentity identity;
    private readonly DocumentStyles styles;
    private readonly WrittenWords words;
    private readonly StringBuilder head = new();
    private readonly StringBuilder contents = new();
    private readonly StringBuilder main = new();
    private bool hasTitle;
    private string title = "";
    private string firstWords = "";
    private bool isListOpen;
    private int sections;

    private WrittenPage(PackageParts package)
    {
        identity = DocumentIdentity.Read(package);
        styles = DocumentStyles.Of(package);
        words = new WrittenWords(package);
    }

    private bool IsFrench => FieldWords.IsFrench(identity.Language);

    /// <summary>The same document, the same page.</summary>
    /// <param name="docx">The document.</param>
    /// <param name="footer">One line under the page: which version it is.</param>
    /// <exception cref="TemplateException">The file is no .docx, is damaged, or is refused for safety.</exception>
    public static string Of(ReadOnlyMemory<byte> docx, string footer)
    {
        ArgumentNullException.ThrowIfNull(footer);
        var package = PackageReader.Read(docx);
        var page = new WrittenPage(package);
        var body = SafeXml.Parse(package[PackageRepair.MainPath(package)]).Element(W + "body");
        page.hasTitle = body?.Descendants(W + "p").Any(page.IsTitle) ?? false;
        page.Blocks(body ?? new XElement(W + "body"));
        page.EndList();
        page.main.Append(page.words.Notes(page.IsFrench));
        page.EnsureTitle();
        return new PageShell(
            page.identity.Language,
            page.title,
            page.IsFrench ? "Dans ce document" : "In this document"
        ).Around(page.head.ToString(), page.contents.ToString(), page.main.ToString(), footer);
    }

    private void Blocks(XElement container)
    {
        foreach (var block in container.Elements().Where(element => !IsGone(element)))
        {
            if (block.Name == W + "p")
            {
                Paragraph(block);
            }
            else if (block.Name == W + "tbl")
            {
                Table(block);
            }
            else
            {
                Blocks(block);
            }
        }
    }

    private void Paragraph(XElement paragraph)
    {
        var html = words.Of(paragraph);
        if (html.Length == 0)
        {
            return;
        }

        firstWords = firstWords.Length > 0 ? firstWords : Value(paragraph);
        var properties = paragraph.Element(W + "pPr");
        var style = (string?)properties?.Element(W + "pStyle")?.Attribute(W + "val");
        var name = styles.FoldedName(style);
        if (name == "title" && title.Length == 0)
        {
            title = Value(paragraph);
            head.Append("<h1>").Append(html).Append("</h1>\n");
        }
        else if (hasTitle && title.Length == 0)
        {
            head.Append("<p class=\"over\">").Append(html).Append("</p>\n");
        }
        else if (name == "subtitle" && main.Length == 0)
        {
            head.Append("<p class=\"under\">").Append(html).Append("</p>\n");
        }
        else if (styles.HeadingLevel(properties) is { } level)
        {
            Heading(Math.Min(level + 1, Deepest), html, Value(paragraph));
        }
        else if (IsItem(properties, style))
        {
            Item(html);
        }
        else
        {
            EndList();
            main.Append("<p>").Append(html).Append("</p>\n");
        }
    }

    /// <summary>A document whose title has no style of its own is called by what it says first.</summary>
    private void EnsureTitle()
    {
        if (title.Length > 0)
        {
            return;
        }

        title = firstWords.Length > 0 ? firstWords : "Document";
        head.Insert(0, $"<h1>{PageShell.Escaped(title)}</h1>\n");
    }

    private void Heading(int level, string html, string plain)
    {
        EndList();
        if (level > 2)
        {
            main.Append("<h")
                .Append(level)
                .Append('>')
                .Append(html)
                .Append("</h")
                .Append(level)
                .Append(">\n");
            return;
        }

        sections++;
        contents
            .Append("<li><a href=\"#s")
            .Append(sections)
            .Append("\">")
            .Append(PageShell.Escaped(plain))
            .Append("</a></li>\n");
        main.Append("<h2 id=\"s").Append(sections).Append("\">").Append(html).Append("</h2>\n");
    }

    private void Item(string html)
    {
        if (!isListOpen)
        {
            main.Append("<ul>\n");
            isListOpen = true;
        }

        main.Append("<li>").Append(html).Append("</li>\n");
    }

    private void EndList()
    {
        if (isListOpen)
        {
            main.Append("</ul>\n");
            isListOpen = false;
        }
    }

    /// <summary>Rows of one cell are no table for a reader: their paragraphs stand for themselves.</summary>
    private void Table(XElement table)
    {
        EndList();
        var rows = table
            .Elements(W + "tr")
            .Where(row => row.Element(W + "trPr")?.Element(W + "del") is null)
            .ToList();
        if (rows.All(row => CellsOf(row).Count < 2))
        {
            foreach (var cell in rows.SelectMany(CellsOf))
            {
                Blocks(cell);
            }

            EndList();
            return;
        }

        var hasHeader = rows[0].Element(W + "trPr")?.Element(W + "tblHeader") is not null;
        var labels = hasHeader ? CellsOf(rows[0]).Select(Value).ToList() : [];
        main.Append("<table role=\"table\"").Append(labels.Count > 7 ? " class=\"wide\"" : "").Append(">\n");
        if (hasHeader)
        {
            main.Append("<thead role=\"rowgroup\">\n<tr role=\"row\">\n");
            foreach (var label in labels)
            {
                main.Append("<th role=\"columnheader\" scope=\"col\">")
                    .Append(PageShell.Escaped(label))
                    .Append("</th>\n");
            }

            main.Append("</tr>\n</thead>\n");
        }

        main.Append("<tbody role=\"rowgroup\">\n");
        foreach (var row in rows.Skip(hasHeader ? 1 : 0))
        {
            Row(CellsOf(row), labels);
        }

        main.Append("</tbody>\n</table>\n");
    }

    private void Row(IReadOnlyList<XElement> cells, IReadOnlyList<string> labels)
    {
        main.Append("<tr role=\"row\">\n");
        for (var index = 0; index < cells.Count; index++)
        {
            var html = string.Join(
                "<br />",
                cells[index]
                    .Descendants(W + "p")
                    .Where(paragraph => !paragraph.Ancestors().Any(IsGone))
                    .Select(words.Of)
                    .Where(line => line.Length > 0)
            );
            var label = index < labels.Count ? $" data-label=\"{PageShell.Escaped(labels[index])}\"" : "";
            main.Append("<td role=\"cell\"")
                .Append(html.Length == 0 ? " class=\"empty\"" : "")
                .Append(label)
                .Append('>')
                .Append(html.Length == 0 ? "–" : html)
                .Append("</td>\n");
        }

        main.Append("</tr>\n");
    }

    private bool IsTitle(XElement paragraph) =>
        styles.FoldedName((string?)paragraph.Element(W + "pPr")?.Element(W + "pStyle")?.Attribute(W + "val"))
            == "title"
        && Value(paragraph).Length > 0
        && !paragraph.Ancestors(W + "tbl").Any();

    private static List<XElement> CellsOf(XElement row) =>
        [.. row.Descendants(W + "tc").Where(cell => cell.Ancestors(W + "tr").First() == row)];

    private bool IsItem(XElement? properties, string? style) =>
        properties?.Element(W + "numPr") is { } own
            ? (string?)own.Element(W + "numId")?.Attribute(W + "val") is not (null or "0")
            : styles.ListOf(style) is not null;

    private static bool IsGone(XElement element) =>
        element.Name.Namespace == W && element.Name.LocalName is "del" or "moveFrom" or "sdtPr" or "sectPr";
}
