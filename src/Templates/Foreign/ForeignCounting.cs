using System.Globalization;
using System.Xml.Linq;
using static Connector.Templates.WordText;

namespace Connector.Templates;

/// <summary>
/// Paragraphs of an inserted document that are numbered by their style would go on counting from the template's: each
/// insertion gets the same list from its start. Numbered headings count through the whole document.
/// </summary>
internal sealed class ForeignCounting(FillSession session, ForeignLists lists)
{
    /// <summary>What may stand before <c>w:numPr</c> (ECMA-376 part 1, 17.3.1.26).</summary>
    private static readonly string[] BeforeNumbers =
    [
        "pStyle",
        "keepNext",
        "keepLines",
        "pageBreakBefore",
        "framePr",
        "widowControl",
    ];

    /// <summary>What may stand after <c>w:ind</c>.</summary>
    private static readonly string[] AfterIndent =
    [
        "contextualSpacing",
        "mirrorIndents",
        "suppressOverlap",
        "jc",
        "textDirection",
        "textAlignment",
        "textboxTightWrap",
        "outlineLvl",
        "divId",
        "cnfStyle",
        "rPr",
    ];

    internal void Apply(XElement block)
    {
        var styles = session.Book.Styles;
        foreach (var properties in block.DescendantsAndSelf(W + "p").Elements(W + "pPr").ToList())
        {
            var style = (string?)properties.Element(W + "pStyle")?.Attribute(W + "val");
            if (
                properties.Element(W + "numPr") is null
                && styles.HeadingLevel(properties) is null
                && styles.ListOf(style) is var (list, level)
                && session.Lists.Counts(list, level)
            )
            {
                Number(properties, lists.Restarted(list), level);
                Indent(properties, styles.IndentOf(style));
            }
        }
    }

    private static void Number(XElement properties, string list, int level)
    {
        var numbers = new XElement(
            W + "numPr",
            new XElement(W + "ilvl", new XAttribute(W + "val", level.ToString(CultureInfo.InvariantCulture))),
            new XElement(W + "numId", new XAttribute(W + "val", list))
        );
        properties
            .Elements()
            .Last(each => BeforeNumbers.Contains(each.Name.LocalName, StringComparer.Ordinal))
            .AddAfterSelf(numbers);
    }

    /// <summary>The style's own indents stay: numbers written in the paragraph would bring those of the list.</summary>
    private static void Indent(XElement properties, XElement? indent)
    {
        if (indent is null || properties.Element(W + "ind") is not null)
        {
            return;
        }

        var next = properties
            .Elements()
            .FirstOrDefault(each => AfterIndent.Contains(each.Name.LocalName, StringComparer.Ordinal));
        if (next is null)
        {
            properties.Add(new XElement(indent));
        }
        else
        {
            next.AddBeforeSelf(new XElement(indent));
        }
    }
}
