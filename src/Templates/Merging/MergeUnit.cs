using System.Globalization;
using System.Xml.Linq;
using static Connector.Templates.WordText;

namespace Connector.Templates;

internal enum UnitKind
{
    Paragraph,
    Table,
    Row,
    Cell,
}

/// <summary>A paragraph, table, row or cell as it is compared between the three documents.</summary>
internal sealed class MergeUnit
{
    private MergeUnit(MergePart part, XElement element, UnitKind kind)
    {
        (Part, Element, Kind) = (part, element, kind);
        Text = Of(element);
        (Marks, Others) = Look();
        Print = Others.Length == 0 ? Text : $"{Text}\0{Others}";
    }

    /// <summary>A table is what its rows are: nothing of it is read twice.</summary>
    private MergeUnit(MergePart part, XElement table, List<MergeUnit> rows)
    {
        (Part, Element, Kind, TableRows) = (part, table, UnitKind.Table, rows);
        Text = string.Join('|', TableShape.Header(table));
        Marks = [.. rows.SelectMany(row => row.Marks)];
        Others = string.Join('\0', rows.Select(row => row.Others).Where(others => others.Length > 0));
        Print = $"{string.Join('\n', rows.Select(row => row.Text))}\0{Others}";
    }

    internal MergePart Part { get; }

    internal XElement Element { get; }

    internal UnitKind Kind { get; }

    /// <summary>Of a table: its rows without those that were deleted under tracking.</summary>
    internal IReadOnlyList<MergeUnit> TableRows { get; } = [];

    /// <summary>Its words; of a table, the labels of its header row.</summary>
    internal string Text { get; }

    /// <summary>Keys that filling left in it: tags of controls, bookmarks of rows and zones.</summary>
    internal IReadOnlyList<string> Marks { get; }

    /// <summary>All that a person may have put there: its words and <see cref="Others"/>.</summary>
    internal string Print { get; }

    /// <summary>What is no words: pictures, where links lead, comments, notes, tracked changes.</summary>
    internal string Others { get; }

    internal bool IsBlank => WordText.Value(Text).Length == 0;

    internal bool IsHeading => Kind == UnitKind.Paragraph && WordText.IsHeading(Element);

    internal string Style =>
        (string?)Element.Element(W + "pPr")?.Element(W + "pStyle")?.Attribute(W + "val") ?? "";

    /// <summary>Whether both may be the same thing: two marked ones must share a mark.</summary>
    internal bool MayBe(MergeUnit other) =>
        Kind == other.Kind
        && (Marks.Count == 0 || other.Marks.Count == 0 || Marks.Any(mark => other.Marks.Contains(mark)));

    /// <summary>Paragraphs and tables of a body, cell, header or note, also those within controls.</summary>
    internal static List<MergeUnit> Blocks(MergePart part, XElement container) =>
        [
            .. Find(container, W + "p", W + "tbl")
                .Select(element =>
                    element.Name == W + "p"
                        ? new MergeUnit(part, element, UnitKind.Paragraph)
                        : new MergeUnit(part, element, Rows(part, element))
                ),
        ];

    private static List<MergeUnit> Rows(MergePart part, XElement table) =>
        [
            .. Find(table, W + "tr")
                .Where(row => row.Element(W + "trPr")?.Element(W + "del") is null)
                .Select(row => new MergeUnit(part, row, UnitKind.Row)),
        ];

    internal static List<MergeUnit> Notes(MergePart part) =>
        [
            .. part
                .Xml.Root.Elements()
                .Where(NoteBodies.IsNote)
                .Select(note => new MergeUnit(part, note, UnitKind.Cell)),
        ];

    internal static List<MergeUnit> Cells(MergeUnit row) =>
        [.. Find(row.Element, W + "tc").Select(cell => new MergeUnit(row.Part, cell, UnitKind.Cell))];

    private static IEnumerable<XElement> Find(XElement parent, params XName[] names)
    {
        foreach (var child in parent.Elements())
        {
            if (names.Contains(child.Name))
            {
                yield return child;
            }
            else if (child.Name.LocalName is "sdt" or "sdtContent" or "customXml" or "ins" or "moveTo")
            {
                foreach (var inner in Find(child, names))
                {
                    yield return inner;
                }
            }
        }
    }

    private (List<string> Marks, string Others) Look()
    {
        var marks = new List<string>();
        var others = new List<string>();
        foreach (var element in Element.Descendants())
        {
            switch (element.Name.LocalName)
            {
                case "tag" when element.Parent?.Name == W + "sdtPr":
                    Add(marks, (string?)element.Attribute(W + "val"));
                    break;
                case "bookmarkStart"
                    when (string?)element.Attribute(W + "name") is { } name
                        && (IsZone(name) || name.StartsWith("ligne_", StringComparison.Ordinal)):
                    marks.Add(name);
                    break;
                case "blip" or "hyperlink" or "imagedata" or "chart":
                    others.AddRange(
                        element
                            .Attributes()
                            .Where(attribute => attribute.Name.Namespace == MergePart.R)
                            .Select(attribute => Part.Target(attribute.Value))
                    );
                    break;
                case "ins"
                or "del"
                or "moveFrom"
                or "moveTo"
                or "commentReference"
                or "footnoteReference"
                or "endnoteReference"
                or "object"
                or "drawing"
                or "oMath":
                    others.Add(element.Name.LocalName);
                    break;
            }
        }

        return (marks, string.Join('\0', others));
    }

    internal static bool IsZone(string mark) => mark.StartsWith("libre_", StringComparison.Ordinal);

    private static void Add(List<string> marks, string? mark)
    {
        if (!string.IsNullOrEmpty(mark))
        {
            marks.Add(mark);
        }
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Kind} {Text}");
}
