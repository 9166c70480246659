using System.Xml.Linq;

namespace Connector.Templates;

/// <summary>
/// A compiled part as a tree again: its own XML, and an element of <see cref="Space"/> wherever data go, named after the
/// kind of place and carrying the tag's name as <c>n</c>.
/// </summary>
internal static class ShapeXml
{
    internal static readonly XNamespace Space = "urn:connector:shape";

    internal static readonly XName Field = Space + "field";
    internal static readonly XName Loop = Space + "loop";
    internal static readonly XName Unless = Space + "unless";
    internal static readonly XName Columns = Space + "columns";
    internal static readonly XName Zone = Space + "zone";
    internal static readonly XName Block = Space + "block";
    internal static readonly XName Note = Space + "note";
    internal static readonly XName Contents = Space + "contents";
    internal static readonly XName Anchor = Space + "anchor";

    internal static XElement Of(IReadOnlyList<TemplateNode> nodes)
    {
        var target = new Utf8Buffer(64 * 1024);
        Write(target, nodes);
        return SafeXml.Parse(target.Written);
    }

    internal static string Name(XElement place) => (string?)place.Attribute("n") ?? "";

    private static void Write(Utf8Buffer target, IReadOnlyList<TemplateNode> nodes)
    {
        foreach (var node in nodes)
        {
            Write(target, node);
        }
    }

    private static void Write(Utf8Buffer target, TemplateNode node)
    {
        switch (node)
        {
            case LiteralNode literal:
                target.Append(literal.Utf8);
                break;
            case FieldNode field:
                Place(target, Field, field.Tag.Name, []);
                break;
            case LoopNode loop:
                Place(target, Loop, loop.Tag.Name, loop.Body);
                break;
            case UnlessNode unless:
                Place(target, Unless, unless.Tag.Name, unless.Body);
                break;
            case ColumnsNode columns:
                Place(target, Columns, columns.Tag.Name, columns.Body);
                break;
            case FreeZoneNode zone:
                Place(target, Zone, zone.Tag.Name, zone.Advice);
                break;
            case BlockFieldNode block:
                Place(target, Block, block.Tag.Name, block.Inline);
                break;
            case NoteNode note:
                Place(target, Note, "", note.Body);
                break;
            case ContentsNode:
                Place(target, Contents, "", []);
                break;
            case AnchorNode { IsStart: true }:
                Place(target, Anchor, "", []);
                break;
            case IdentifierNode:
                target.Append("0"u8);
                break;
            default:
                Write(target, node.Inside);
                break;
        }
    }

    private static void Place(Utf8Buffer target, XName kind, string name, IReadOnlyList<TemplateNode> inside)
    {
        target.Append($"<{kind.LocalName} xmlns=\"{Space.NamespaceName}\" n=\"".AsSpan());
        XmlText.WriteAttribute(target, name);
        target.Append("\">"u8);
        Write(target, inside);
        target.Append($"</{kind.LocalName}>".AsSpan());
    }
}
