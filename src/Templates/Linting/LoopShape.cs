using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Connector.Templates;

/// <summary>Whether the two marks of a loop hold something that can be repeated, and that its author means to repeat.</summary>
internal static class LoopShape
{
    /// <param name="isLoop">Whether it repeats rows of a list; else it is a condition.</param>
    internal static LintFound? Judge(TagSpot open, TagSpot close, bool isLoop)
    {
        if (open.Tag!.Kind is not (TagKind.Loop or TagKind.Unless))
        {
            return null;
        }

        if (open.Paragraph == close.Paragraph)
        {
            return open.Holder == close.Holder ? null : Crossed(open);
        }

        var common = open
            .Paragraph.Ancestors()
            .FirstOrDefault(ancestor => close.Paragraph.Ancestors().Contains(ancestor));
        return common switch
        {
            TableRow => null,
            Table table => ChildOf(table, open) is TableRow && ChildOf(table, close) is TableRow
                ? null
                : Crossed(open),
            not null when open.Paragraph.Parent == common && close.Paragraph.Parent == common => isLoop
                ? Around(open, close)
                : null,
            _ when TableOf(open) != TableOf(close) => NotInRow(open, close),
            _ => Crossed(open),
        };
    }

    private static LintFound Crossed(TagSpot open) =>
        LintFound.At(open, LintSeverity.Error, TagProblems.Crossed(open.Tag!), null);

    private static LintFound NotInRow(TagSpot open, TagSpot close) =>
        LintFound.At(open, LintSeverity.Error, LintProblems.NotInRow(open.Tag!, close.Tag!), null);

    /// <summary>Marks around one table and nothing else repeat the table, where its rows were meant.</summary>
    private static LintFound? Around(TagSpot open, TagSpot close)
    {
        var within = open
            .Paragraph.ElementsAfter()
            .TakeWhile(element => element != close.Paragraph)
            .Where(element => element is Table || !string.IsNullOrWhiteSpace(element.InnerText))
            .ToList();
        var isWholeTable =
            within is [Table table]
            && table.Elements<TableRow>().Count() > 1
            && !table.Elements<TableRow>().First().InnerText.Contains("{{", StringComparison.Ordinal);
        return isWholeTable
            ? LintFound.At(open, LintSeverity.Warning, LintProblems.WholeTable(open.Tag!), null)
            : null;
    }

    private static Table? TableOf(TagSpot spot) => spot.Paragraph.Ancestors<Table>().FirstOrDefault();

    private static OpenXmlElement ChildOf(OpenXmlElement ancestor, TagSpot spot)
    {
        OpenXmlElement child = spot.Paragraph;
        while (child.Parent != ancestor)
        {
            child = child.Parent!;
        }

        return child;
    }
}
