namespace Connector.Templates;

/// <summary>
/// A compiled template is a short tree: stretches of finished XML, and between them the places where data or
/// fresh identifiers go. Filling walks it once and writes.
/// </summary>
internal abstract record TemplateNode;

/// <summary>Finished XML, copied as it is.</summary>
internal sealed record LiteralNode(byte[] Utf8) : TemplateNode;

/// <summary><c>{{name}}</c>. <paramref name="RunProperties"/> is its <c>w:rPr</c>, or empty.</summary>
internal sealed record FieldNode(TagPlace Tag, byte[] RunProperties, bool InControl) : TemplateNode;

/// <summary><c>{{#name}}</c>: as often as there are rows, or once when the value is there.</summary>
internal sealed record LoopNode(TagPlace Tag, IReadOnlyList<TemplateNode> Body) : TemplateNode;

/// <summary><c>{{^name}}</c>: once when there is nothing.</summary>
internal sealed record UnlessNode(TagPlace Tag, IReadOnlyList<TemplateNode> Body) : TemplateNode;

/// <summary><c>{{libre name}}</c>: <paramref name="Advice"/> is the template's paragraph, shown until there is text.</summary>
internal sealed record FreeZoneNode(
    TagPlace Tag,
    byte[] ParagraphProperties,
    byte[] RunProperties,
    IReadOnlyList<TemplateNode> Advice
) : TemplateNode;

/// <summary>The point bookmark at the head of a free zone.</summary>
internal sealed record ZonePointNode(string Zone) : TemplateNode;

/// <summary>Start or end of the bookmark that anchors the turn of the nearest loop.</summary>
internal sealed record AnchorNode(bool IsStart) : TemplateNode;

/// <summary>A number that must be unique in the document; a bookmark's end takes that of its start.</summary>
internal sealed record IdentifierNode(IdentifierKind Kind, string Original) : TemplateNode;

/// <summary>A table that disappears when no row is left in it.</summary>
internal sealed record TableNode(IReadOnlyList<TemplateNode> Body) : TemplateNode;

/// <summary>A cell (or header, or text box) must end with a paragraph: add one if its last one went away.</summary>
internal sealed record LastParagraphNode : TemplateNode;

internal enum IdentifierKind
{
    Control,
    Drawing,
    BookmarkStart,
    BookmarkEnd,
    BookmarkName,
}

/// <summary>A tag as read: folded name, as it stood, and the words around it to find it again.</summary>
internal sealed record TagPlace(TagKind Kind, string Name, string Written, string Where);

internal enum TagKind
{
    Field,
    Loop,
    Unless,
    End,
    Free,
}
