namespace Connector.Templates;

/// <summary>
/// A compiled template is a short tree: stretches of finished XML, and between them the places where data or
/// fresh identifiers go. Filling walks it once and writes.
/// </summary>
internal abstract record TemplateNode
{
    /// <summary>Nodes within; none for most.</summary>
    internal virtual IReadOnlyList<TemplateNode> Inside => [];

    /// <summary>Whether a node of the kind stands anywhere in the tree.</summary>
    internal static bool Holds<T>(IReadOnlyList<TemplateNode> nodes)
        where T : TemplateNode => nodes.Any(node => node is T || Holds<T>(node.Inside));
}

/// <summary>Finished XML, copied as it is.</summary>
internal sealed record LiteralNode(byte[] Utf8) : TemplateNode;

/// <summary><c>{{name}}</c>. <paramref name="RunProperties"/> is its <c>w:rPr</c>, or empty.</summary>
internal sealed record FieldNode(TagPlace Tag, byte[] RunProperties, bool InControl) : TemplateNode;

/// <summary><c>{{#name}}</c>: as often as there are rows, or once when the value is there.</summary>
internal sealed record LoopNode(TagPlace Tag, IReadOnlyList<TemplateNode> Body) : TemplateNode
{
    internal override IReadOnlyList<TemplateNode> Inside => Body;
}

/// <summary><c>{{^name}}</c>: once when there is nothing.</summary>
internal sealed record UnlessNode(TagPlace Tag, IReadOnlyList<TemplateNode> Body) : TemplateNode
{
    internal override IReadOnlyList<TemplateNode> Inside => Body;
}

/// <summary><c>{{libre name}}</c>: <paramref name="Advice"/> is the template's paragraph, shown until there is text.</summary>
internal sealed record FreeZoneNode(
    TagPlace Tag,
    byte[] ParagraphProperties,
    byte[] RunProperties,
    IReadOnlyList<TemplateNode> Advice
) : TemplateNode
{
    internal override IReadOnlyList<TemplateNode> Inside => Advice;
}

/// <summary>The point bookmark at the head of a free zone.</summary>
internal sealed record ZonePointNode(string Zone) : TemplateNode;

/// <summary>Start or end of the bookmark that anchors the turn of the nearest loop.</summary>
internal sealed record AnchorNode(bool IsStart) : TemplateNode;

/// <summary>A number that must be unique in the document; a bookmark's end takes that of its start.</summary>
internal sealed record IdentifierNode(IdentifierKind Kind, string Original) : TemplateNode;

/// <summary>
/// A table that disappears when no row is left in it. <paramref name="Columns"/> is the list that its columns repeat
/// for, or empty.
/// </summary>
internal sealed record TableNode(IReadOnlyList<TemplateNode> Body, string Columns) : TemplateNode
{
    internal override IReadOnlyList<TemplateNode> Inside => Body;
}

/// <summary>The cells of one row (or the widths of the table) that repeat for each column.</summary>
internal sealed record ColumnsNode(TagPlace Tag, IReadOnlyList<TemplateNode> Body) : TemplateNode
{
    internal override IReadOnlyList<TemplateNode> Inside => Body;
}

/// <summary>A tag alone in its paragraph: <paramref name="Inline"/> for values of one line, else paragraphs of its own.</summary>
internal sealed record BlockFieldNode(
    TagPlace Tag,
    byte[] ParagraphProperties,
    byte[] RunProperties,
    IReadOnlyList<TemplateNode> Inline,
    int HeadingLevel
) : TemplateNode
{
    internal override IReadOnlyList<TemplateNode> Inside => Inline;
}

/// <summary>Lists that count from their start at this place.</summary>
internal sealed record RestartNode(IReadOnlyList<string> Lists) : TemplateNode;

/// <summary>
/// A paragraph that a table of contents may name, by its outline level (0 for none) or the name of its style.
/// <paramref name="List"/> numbers it, or is empty.
/// </summary>
internal sealed record HeadingNode(
    int Level,
    string Style,
    string List,
    int ListLevel,
    IReadOnlyList<TemplateNode> Body
) : TemplateNode
{
    internal override IReadOnlyList<TemplateNode> Inside => Body;
}

/// <summary>The bookmark of a heading.</summary>
internal sealed record HeadingPointNode : TemplateNode;

/// <summary>A table of contents, by its field's instruction; page numbers stand at <paramref name="Right"/> twips.</summary>
internal sealed record ContentsNode(string Instruction, int Right) : TemplateNode;

/// <summary>The section properties that end the document, after a loop.</summary>
internal sealed record LastSectionNode(IReadOnlyList<TemplateNode> Body) : TemplateNode
{
    internal override IReadOnlyList<TemplateNode> Inside => Body;
}

/// <summary>A note at the foot of the page or the end, written as often as it is referred to.</summary>
/// <param name="First">Number from which notes of this part may be numbered: separators have the ones before.</param>
internal sealed record NoteNode(string Original, int First, IReadOnlyList<TemplateNode> Body) : TemplateNode
{
    internal override IReadOnlyList<TemplateNode> Inside => Body;
}

/// <summary>A cell (or header, or text box) must end with a paragraph: add one if its last one went away.</summary>
internal sealed record LastParagraphNode : TemplateNode;

internal enum IdentifierKind
{
    Control,
    Drawing,
    BookmarkStart,
    BookmarkEnd,
    BookmarkName,
    Change,
    List,
    NoteReference,
    Note,
    ColumnWidth,
    ColumnSpan,
}

/// <summary>A tag as read: folded name, as it stood, and the words around it to find it again.</summary>
internal sealed record TagPlace(TagKind Kind, string Name, string Written, string Where);

internal enum TagKind
{
    Field,
    Loop,
    Columns,
    Unless,
    End,
    Free,
}
