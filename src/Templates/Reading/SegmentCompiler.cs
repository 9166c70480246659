using System.Text;
using System.Xml.Linq;
using static Connector.Templates.WordText;

namespace Connector.Templates;

/// <summary>Turns the inside of one paragraph into words, fields and what repeats or hides between them.</summary>
/// <param name="place">Where the paragraph stands.</param>
/// <param name="box">Compiles the inside of a text box.</param>
/// <param name="boxes">Gets the text boxes that are met.</param>
internal sealed class SegmentCompiler(
    ShapePlace place,
    Func<XElement, ShapePlace, ShapeSequence> box,
    List<ShapeSequence> boxes
)
{
    private readonly List<ShapeSegment> segments = [];
    private readonly StringBuilder words = new();
    private readonly PageFields fields = new();

    internal List<ShapeSegment> Compile(XElement element)
    {
        Walk(element);
        Flush();
        return segments;
    }

    private void Flush()
    {
        if (words.Length > 0)
        {
            segments.Add(new WordsSegment(words.ToString()));
            words.Clear();
        }
    }

    private void Walk(XElement container)
    {
        foreach (var child in container.Elements())
        {
            if (child.Name.Namespace == ShapeXml.Space)
            {
                Flush();
                Mark(child);
            }
            else
            {
                Word(child);
            }
        }
    }

    private void Mark(XElement child)
    {
        if (child.Name == ShapeXml.Field)
        {
            segments.Add(new FieldSegment(place.List.Field(ShapeXml.Name(child))));
        }
        else if (child.Name == ShapeXml.Loop || child.Name == ShapeXml.Unless)
        {
            var turn = child.Name == ShapeXml.Loop ? place.Within(ShapeXml.Name(child), false) : null;
            var inside = new SegmentCompiler(turn ?? place.UnderCondition(), box, boxes).Compile(child);
            segments.Add(new InlineSegment(turn?.List, inside));
        }
    }

    private void Word(XElement child)
    {
        switch (child.Name.LocalName)
        {
            case "t":
                words.Append(fields.IsCounted ? "" : child.Value);
                break;
            case "fldChar" or "instrText":
                fields.See(child);
                break;
            case "fldSimple" when PageFields.IsCount(child):
                break;
            case "tab":
                words.Append('\t');
                break;
            case "cr":
                words.Append('\n');
                break;
            case "br":
                words.Append(child.Attribute(W + "type") is null ? "\n" : "");
                break;
            case "noBreakHyphen":
                words.Append('\u2011');
                break;
            case "del" or "moveFrom" or "pPr" or "rPr" or "sdtPr" or "Fallback":
                break;
            case "txbxContent":
                boxes.Add(box(child, place));
                break;
            default:
                Walk(child);
                break;
        }
    }
}
