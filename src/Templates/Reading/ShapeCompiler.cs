using System.Xml.Linq;
using static Connector.Templates.WordText;

namespace Connector.Templates;

/// <summary>Turns the tree of a compiled part into items, and finds the lists and fields that they show.</summary>
/// <param name="known">Learns of them.</param>
/// <param name="styles">Folded names of the template's paragraph styles by identifier.</param>
internal sealed class ShapeCompiler(KnownData known, IReadOnlyDictionary<string, string> styles)
{
    private readonly List<string> zones = [];

    /// <summary>The free zones that were met outside of lists.</summary>
    internal IReadOnlyList<string> Zones => zones;

    internal ShapeSequence Compile(XElement container) =>
        new(Blocks(container, new ShapePlace(known.Root, false)));

    private List<ShapeItem> Blocks(XElement container, ShapePlace place) =>
        [.. container.Elements().SelectMany(element => Block(element, place))];

    private IEnumerable<ShapeItem> Block(XElement element, ShapePlace place)
    {
        if (element.Name == W + "p")
        {
            return [Paragraph(element, place)];
        }

        if (element.Name == W + "tbl")
        {
            return [Table(element, place)];
        }

        if (element.Name == W + "sdt")
        {
            return Blocks(element.Element(W + "sdtContent") ?? element, place);
        }

        if (IsGroup(element))
        {
            return Group(element, place, Blocks);
        }

        if (element.Name == ShapeXml.Zone)
        {
            return [Zone(element)];
        }

        if (element.Name == ShapeXml.Block)
        {
            var field = place.List.Field(ShapeXml.Name(element));
            return field is { IsRich: true } ? [new ShapeAny(field)] : Blocks(element, place);
        }

        return element.Name == ShapeXml.Contents ? [new ShapeAny(null)]
            : element.Name == W + "sectPr" ? []
            : Blocks(element, place);
    }

    private static bool IsGroup(XElement element) =>
        element.Name == ShapeXml.Loop || element.Name == ShapeXml.Unless;

    /// <summary>What a condition of the whole document hid is not looked for; what it showed is there.</summary>
    private static IReadOnlyList<ShapeItem> Group(
        XElement element,
        ShapePlace place,
        Func<XElement, ShapePlace, List<ShapeItem>> inside
    )
    {
        var name = ShapeXml.Name(element);
        if (element.Name == ShapeXml.Loop && place.Within(name, true) is { } turn)
        {
            return [new ShapeGroup(turn.List, inside(element, turn))];
        }

        var holds = place.List.Holds(name) is { } isPresent
            ? isPresent == (element.Name == ShapeXml.Loop)
            : (bool?)null;
        return holds switch
        {
            true => inside(element, place.UnderCondition()),
            false => [],
            null => [new ShapeGroup(null, inside(element, place.UnderCondition()))],
        };
    }

    private ShapeZone Zone(XElement element)
    {
        var name = ShapeXml.Name(element);
        zones.Add(name);
        return new ShapeZone(name, Label(Of(element)));
    }

    private ShapeTable Table(XElement element, ShapePlace place)
    {
        var rows = Rows(element, place);
        var header = rows.FirstOrDefault() as ShapeRow;
        var isHeader =
            header is not null && header.Cells.All(cell => cell.Repeats is not null || IsLabel(cell));
        return new ShapeTable(
            new ShapeSequence(rows),
            isHeader && rows.Count > 1
                ? [.. header!.Cells.Select(cell => cell.Repeats is null ? LabelOf(cell) : "")]
                : []
        )
        {
            Fields = [.. rows.SelectMany(Flat).SelectMany(row => row.Fields).Distinct()],
            Anchors = [.. rows.SelectMany(Flat).SelectMany(row => row.Anchors).Distinct()],
            Label = isHeader ? header!.Label : "",
        };
    }

    private static bool IsLabel(ShapeCell cell) => cell.Blocks.Items.All(item => item.Fields.Count == 0);

    private static string LabelOf(ShapeCell cell) =>
        string.Join(' ', cell.Blocks.Items.Select(item => item.Label).Where(label => label.Length > 0));

    private static IEnumerable<ShapeItem> Flat(ShapeItem item) =>
        item is ShapeGroup group ? group.Items.SelectMany(Flat) : [item];

    private List<ShapeItem> Rows(XElement container, ShapePlace place)
    {
        var rows = new List<ShapeItem>();
        foreach (var element in container.Elements())
        {
            if (element.Name == W + "tr")
            {
                rows.Add(Row(element, place));
            }
            else if (IsGroup(element))
            {
                rows.AddRange(Group(element, place, Rows));
            }
            else if (element.Name == W + "sdt")
            {
                rows.AddRange(Rows(element.Element(W + "sdtContent") ?? element, place));
            }
        }

        return rows;
    }

    private ShapeRow Row(XElement element, ShapePlace place)
    {
        var cells = Cells(element, place, null);
        var items = cells.SelectMany(cell => cell.Blocks.Items).SelectMany(Flat).ToList();
        return new ShapeRow(cells)
        {
            Fields = [.. items.SelectMany(item => item.Fields).Distinct()],
            Anchors = [.. items.SelectMany(item => item.Anchors).Distinct()],
            Label = string.Join(' ', items.Select(item => item.Label).Where(label => label.Length > 0)),
        };
    }

    private List<ShapeCell> Cells(XElement container, ShapePlace place, ShapeList? repeats)
    {
        var cells = new List<ShapeCell>();
        foreach (var element in container.Elements())
        {
            if (element.Name == W + "tc")
            {
                cells.Add(new ShapeCell(new ShapeSequence(Blocks(element, place)), repeats));
            }
            else if (element.Name == ShapeXml.Columns)
            {
                var turn = place.Within(ShapeXml.Name(element), false, isColumns: true);
                cells.AddRange(Cells(element, turn ?? place, turn?.List));
            }
            else if (element.Name == W + "sdt")
            {
                cells.AddRange(Cells(element.Element(W + "sdtContent") ?? element, place, repeats));
            }
        }

        return cells;
    }

    private ShapeParagraph Paragraph(XElement element, ShapePlace place)
    {
        var boxes = new List<ShapeSequence>();
        var segments = new SegmentCompiler(
            place,
            (box, at) => new ShapeSequence(Blocks(box, at)),
            boxes
        ).Compile(element);
        var style = (string?)element.Element(W + "pPr")?.Element(W + "pStyle")?.Attribute(W + "val");
        return new ShapeParagraph(segments, boxes)
        {
            Label = Label(string.Join(' ', Words(segments))),
            Fields = [.. FieldsOf(segments).Distinct()],
            Anchors = place.IsTurn && element.Elements(ShapeXml.Anchor).Any() ? [place.List] : [],
            Style = style is null ? "" : styles.GetValueOrDefault(style, ""),
            HasPicture = element.Descendants().Any(inside => inside.Name.LocalName == "blip"),
        };
    }

    private static IEnumerable<string> Words(IEnumerable<ShapeSegment> segments) =>
        segments.OfType<WordsSegment>().Select(words => words.Text);

    private static IEnumerable<KnownField> FieldsOf(IEnumerable<ShapeSegment> segments) =>
        segments.SelectMany(segment =>
            segment switch
            {
                FieldSegment { Field: { } field } => [field],
                InlineSegment inside => FieldsOf(inside.Segments),
                _ => [],
            }
        );
}
