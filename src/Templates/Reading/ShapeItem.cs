namespace Connector.Templates;

/// <summary>What stands in a template, from top to bottom.</summary>
internal abstract class ShapeItem
{
    /// <summary>Its own words, folded for comparing; empty when only data give it words.</summary>
    internal string Label { get; init; } = "";

    /// <summary>The fields that it shows.</summary>
    internal IReadOnlyList<KnownField> Fields { get; init; } = [];

    /// <summary>The lists of whose turns it holds the bookmark.</summary>
    internal IReadOnlyList<ShapeList> Anchors { get; init; } = [];

    internal bool IsBlank => Label.Length == 0 && Fields.Count == 0;

    internal ulong Signature => signature ??= WordSet.Signature(Label);

    internal WordSet Words => words ??= new WordSet(Label);

    internal bool HasTitle(string title) => title.Length > 0 && (titles ??= Titles()).Contains(title);

    internal bool Has(KnownField field) => Fields.Contains(field);

    private HashSet<string> Titles() => Fields.Select(field => field.Title).ToHashSet(StringComparer.Ordinal);

    private ulong? signature;
    private WordSet? words;
    private HashSet<string>? titles;
}

/// <summary>Items in their order, and the way through them.</summary>
internal sealed class ShapeSequence(IReadOnlyList<ShapeItem> items)
{
    internal IReadOnlyList<ShapeItem> Items { get; } = items;

    internal IReadOnlyList<RouteStep> Route => route ??= RouteStep.Of(Items);

    private IReadOnlyList<RouteStep>? route;
}

/// <param name="segments">Words, fields and what repeats between the words.</param>
/// <param name="boxes">The text boxes that hang on it.</param>
internal sealed class ShapeParagraph(IReadOnlyList<ShapeSegment> segments, IReadOnlyList<ShapeSequence> boxes)
    : ShapeItem
{
    internal IReadOnlyList<ShapeSegment> Segments { get; } = segments;

    internal IReadOnlyList<ShapeSequence> Boxes { get; } = boxes;

    /// <summary>Folded name of its style.</summary>
    internal string Style { get; init; } = "";

    internal bool HasPicture { get; init; }

    internal ShapeFrame Frame => frame ??= new ShapeFrame(Segments);

    /// <summary>The frame of some of the segments.</summary>
    internal ShapeFrame Between(int from, int to)
    {
        if (from == 0 && to == Segments.Count)
        {
            return Frame;
        }

        if (!frames.TryGetValue((from, to), out var part))
        {
            frames[(from, to)] = part = new ShapeFrame([.. Segments.Skip(from).Take(to - from)]);
        }

        return part;
    }

    private readonly Dictionary<(int From, int To), ShapeFrame> frames = [];
    private ShapeFrame? frame;
}

/// <param name="rows">Rows, and loops over them.</param>
/// <param name="labels">Folded labels of the columns, empty where they repeat; empty without header.</param>
internal sealed class ShapeTable(ShapeSequence rows, IReadOnlyList<string> labels) : ShapeItem
{
    internal ShapeSequence Rows { get; } = rows;

    internal IReadOnlyList<string> Labels { get; } = labels;
}

internal sealed class ShapeRow(IReadOnlyList<ShapeCell> cells) : ShapeItem
{
    internal IReadOnlyList<ShapeCell> Cells { get; } = cells;
}

/// <param name="Repeats">The list for which the cell repeats; null for a cell that is there once.</param>
internal sealed record ShapeCell(ShapeSequence Blocks, ShapeList? Repeats)
{
    /// <summary>The only paragraph of a cell that shows one field; null for any other cell.</summary>
    internal ShapeParagraph? Single { get; } =
        Blocks.Items is [ShapeParagraph { Frame.Only: not null } only] ? only : null;
}

/// <summary>Repeats its items for each turn of a list; shows them or not, when <paramref name="list"/> is null.</summary>
internal sealed class ShapeGroup(ShapeList? list, IReadOnlyList<ShapeItem> items) : ShapeItem
{
    internal ShapeList? List { get; } = list;

    internal IReadOnlyList<ShapeItem> Items { get; } = items;
}

/// <summary>A zone that belongs to the readers.</summary>
internal sealed class ShapeZone(string name, string advice) : ShapeItem
{
    internal string Name { get; } = name;

    /// <summary>The template's words until somebody writes, folded.</summary>
    internal string Advice { get; } = advice;
}

/// <summary>Paragraphs and tables without number: a field in Markdown, another document, a table of contents.</summary>
internal sealed class ShapeAny(KnownField? field) : ShapeItem
{
    internal KnownField? Field { get; } = field;
}

internal abstract record ShapeSegment;

internal sealed record WordsSegment(string Text) : ShapeSegment;

/// <param name="Field">Null for what no data give: the turn's number.</param>
internal sealed record FieldSegment(KnownField? Field) : ShapeSegment;

/// <summary>Repeated for a list, or there or not when <paramref name="List"/> is null.</summary>
internal sealed record InlineSegment(ShapeList? List, IReadOnlyList<ShapeSegment> Segments) : ShapeSegment;
