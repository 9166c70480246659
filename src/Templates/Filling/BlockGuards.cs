using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Connector.Templates;

/// <summary>Keeps the result valid when loops come out empty: no table without rows, no cell without paragraph.</summary>
internal static class BlockGuards
{
    internal static void Apply(OpenXmlPartRootElement root, HoleMarks marks)
    {
        foreach (
            var table in root.Descendants<Table>()
                .Where(table => HasMarks(table) && !HasCertainRow(table))
                .ToList()
        )
        {
            table.InsertBeforeSelf(marks.Mark(new Hole(HoleKind.Table)));
            table.InsertAfterSelf(marks.Mark(new Hole(HoleKind.TableEnd)));
        }

        foreach (
            var container in root.Descendants().Prepend(root).Where(NeedsParagraph).Where(HasMarks).ToList()
        )
        {
            container.AppendChild(marks.Mark(new Hole(HoleKind.LastParagraph)));
        }
    }

    private static bool NeedsParagraph(OpenXmlElement element) =>
        element is TableCell or Header or Footer or TextBoxContent or Footnote or Endnote or SdtContentBlock;

    private static bool HasMarks(OpenXmlElement element) =>
        element.ChildElements.Any(child => child is HoleMark);

    private static bool HasCertainRow(Table table)
    {
        var depth = 0;
        foreach (var child in table.ChildElements)
        {
            depth += child switch
            {
                HoleMark { Hole.Kind: HoleKind.Open } => 1,
                HoleMark { Hole.Kind: HoleKind.Close } => -1,
                _ => 0,
            };
            if (child is not HoleMark and TableRow or SdtRow && depth == 0)
            {
                return true;
            }
        }

        return false;
    }
}
