using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Connector.Templates;

/// <summary>
/// Puts the bookmark of a loop's turn into the first paragraph that every turn has. It starts and ends within
/// that paragraph, because longer ones do not survive editors.
/// </summary>
internal static class AnchorPlacement
{
    internal static void Apply(HoleMark open, HoleMark close, HoleMarks marks)
    {
        if (open.Hole.Tag!.Kind != TagKind.Loop)
        {
            return;
        }

        var depth = 0;
        for (var node = open.NextSibling(); node is not null && node != close; node = node.NextSibling())
        {
            if (FirstParagraph(node, ref depth) is { } paragraph)
            {
                Anchor(paragraph, marks);
                return;
            }
        }
    }

    /// <summary>In document order, outside of the loops and zones that stand within.</summary>
    private static Paragraph? FirstParagraph(OpenXmlElement node, ref int depth)
    {
        switch (node)
        {
            case HoleMark { Hole.Kind: HoleKind.Open or HoleKind.Zone }:
                depth++;
                return null;
            case HoleMark { Hole.Kind: HoleKind.Close or HoleKind.ZoneEnd }:
                depth--;
                return null;
            case Paragraph paragraph when depth == 0:
                return paragraph;
        }

        foreach (var child in node.ChildElements)
        {
            if (FirstParagraph(child, ref depth) is { } paragraph)
            {
                return paragraph;
            }
        }

        return null;
    }

    private static void Anchor(Paragraph paragraph, HoleMarks marks)
    {
        var start = marks.Mark(new Hole(HoleKind.AnchorStart));
        if (paragraph.ParagraphProperties is { } properties)
        {
            properties.InsertAfterSelf(start);
        }
        else
        {
            paragraph.PrependChild(start);
        }

        paragraph.AppendChild(marks.Mark(new Hole(HoleKind.AnchorEnd)));
    }
}
