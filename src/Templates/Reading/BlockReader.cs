using System.Text;
using System.Xml.Linq;
using static Connector.Templates.WordText;

namespace Connector.Templates;

/// <summary>Reads the blocks of a part in one pass, as a reader sees them: tracked changes are taken as accepted.</summary>
internal sealed class BlockReader(
    KnownData known,
    IReadOnlyDictionary<string, string> styles,
    IReadOnlyDictionary<string, string> links
)
{
    private static readonly XName Relationship =
        (XNamespace)"http://schemas.openxmlformats.org/officeDocument/2006/relationships" + "id";

    /// <summary>Words of a paragraph whose end was deleted under tracking: they run into the next one.</summary>
    private ParagraphDraft? open;

    /// <summary>Paragraphs and tables within, wherever controls and insertions were put around them.</summary>
    internal List<ReadBlock> Read(XElement container)
    {
        var blocks = new List<ReadBlock>();
        Add(container, blocks, []);
        if (open is { } last)
        {
            open = null;
            blocks.Add(last.Finish());
        }

        return blocks;
    }

    private void Add(XElement container, List<ReadBlock> blocks, IReadOnlyList<XElement> controls)
    {
        foreach (var element in container.Elements())
        {
            if (element.Name.Namespace != W)
            {
                continue;
            }

            switch (element.Name.LocalName)
            {
                case "p":
                    if (Paragraph(element, controls) is { } paragraph)
                    {
                        blocks.Add(paragraph);
                    }

                    break;
                case "tbl":
                    blocks.Add(new ReadTable(Rows(element, [])));
                    break;
                case "sdt" when element.Element(W + "sdtContent") is { } content:
                    Add(content, blocks, [.. controls, element]);
                    break;
                case "ins" or "moveTo" or "customXml" or "smartTag":
                    Add(element, blocks, controls);
                    break;
            }
        }
    }

    /// <summary>Null when it runs into the next one.</summary>
    private ReadParagraph? Paragraph(XElement element, IReadOnlyList<XElement> controls)
    {
        var draft = open ?? new ParagraphDraft();
        open = null;
        var start = draft.Text.Length;
        var properties = element.Element(W + "pPr");
        var style = (string?)properties?.Element(W + "pStyle")?.Attribute(W + "val");
        draft.Style = style is null ? "" : styles.GetValueOrDefault(style, "");
        Walk(element, draft);
        // LibreOffice 7.4 puts a second one around the whole paragraph of some controls, with the same title.
        foreach (var control in draft.Spans.Count == 0 ? controls : [])
        {
            draft.Spans.Add(known.Span(control, start, draft.Text.Length));
        }

        if (properties?.Element(W + "rPr")?.Element(W + "del") is not null)
        {
            open = draft;
            return null;
        }

        return draft.Finish();
    }

    private List<ReadTableRow> Rows(XElement table, List<ReadTableRow> rows)
    {
        foreach (var element in table.Elements())
        {
            if (element.Name == W + "tr")
            {
                if (element.Element(W + "trPr")?.Element(W + "del") is null)
                {
                    rows.Add(new ReadTableRow([.. Cells(element).Select(Cell)]));
                }
            }
            else if (element.Name == W + "sdt" || element.Name == W + "customXml")
            {
                Rows(element.Element(W + "sdtContent") ?? element, rows);
            }
        }

        return rows;
    }

    internal static IEnumerable<XElement> Cells(XElement row) =>
        row.Elements()
            .SelectMany(element =>
                element.Name == W + "tc" ? [element]
                : element.Name == W + "sdt" || element.Name == W + "customXml"
                    ? Cells(element.Element(W + "sdtContent") ?? element)
                : []
            );

    private List<ReadBlock> Cell(XElement cell) => new BlockReader(known, styles, links).Read(cell);

    private void Walk(XElement element, ParagraphDraft draft)
    {
        foreach (var child in element.Elements())
        {
            if (child.Name.Namespace == W)
            {
                Word(child, draft);
            }
            else if (child.Name.LocalName != "Fallback")
            {
                draft.HasPicture |= child.Name.LocalName == "blip";
                Walk(child, draft);
            }
        }
    }

    private void Word(XElement element, ParagraphDraft draft)
    {
        switch (element.Name.LocalName)
        {
            case "t":
                draft.Text.Append(draft.Fields.IsCounted ? "" : element.Value);
                break;
            case "tab":
                draft.Text.Append('\t');
                break;
            case "cr":
                draft.Text.Append('\n');
                break;
            case "br":
                draft.Text.Append(element.Attribute(W + "type") is null ? "\n" : "");
                break;
            case "noBreakHyphen":
                draft.Text.Append('\u2011');
                break;
            case "fldChar" or "instrText":
                draft.Fields.See(element);
                break;
            case "fldSimple" when PageFields.IsCount(element):
                break;
            case "del" or "moveFrom" or "pPr" or "rPr" or "sdtPr":
                break;
            case "sdt":
                var start = draft.Text.Length;
                Walk(element.Element(W + "sdtContent") ?? element, draft);
                draft.Spans.Add(known.Span(element, start, draft.Text.Length));
                break;
            case "hyperlink":
                draft.Links.Add((Address(element), draft.Text.Length));
                Walk(element, draft);
                break;
            case "bookmarkStart":
                known.Mark((string?)element.Attribute(W + "name") ?? "", draft);
                break;
            case "txbxContent":
                draft.Boxes.Add(new BlockReader(known, styles, links).Read(element));
                break;
            default:
                Walk(element, draft);
                break;
        }
    }

    private string Address(XElement hyperlink) =>
        links.GetValueOrDefault((string?)hyperlink.Attribute(Relationship) ?? "", "");
}

/// <summary>A paragraph while it is being read.</summary>
internal sealed class ParagraphDraft
{
    internal StringBuilder Text { get; } = new();

    internal List<ControlSpan> Spans { get; } = [];

    internal List<KnownTurn> Turns { get; } = [];

    internal List<string> Zones { get; } = [];

    internal List<(string Address, int Start)> Links { get; } = [];

    internal List<IReadOnlyList<ReadBlock>> Boxes { get; } = [];

    internal PageFields Fields { get; } = new();

    internal bool HasPicture { get; set; }

    internal string Style { get; set; } = "";

    internal ReadParagraph Finish() =>
        new(Text.ToString())
        {
            Spans = Spans,
            Turns = Turns,
            Zones = Zones,
            Links = Links,
            Boxes = Boxes,
            HasPicture = HasPicture,
            Style = Style,
        };
}
