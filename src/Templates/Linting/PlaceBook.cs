using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Connector.Templates;

/// <summary>Says where something stands in words that hold on any page size: heading, table, row, header, note.</summary>
internal sealed partial class PlaceBook(DocumentStyles styles)
{
    private const int Longest = 60;

    private readonly Dictionary<LintedPart, Dictionary<Paragraph, string>> headings = [];

    internal (string French, string English) Of(LintFound found)
    {
        if (found.Part is not { } part)
        {
            return found.IsInProperties ? ("propriétés du document", "document properties") : ("", "");
        }

        var element = found.Element;
        List<(string French, string English)> steps = [Start(part, element)];
        if (element is not null && element.Ancestors<TextBoxContent>().Any())
        {
            steps.Add(("zone de texte", "text box"));
        }

        if (TableOf(element) is { } table)
        {
            var name = NameOf(table);
            steps.Add(name.Length == 0 ? ("tableau", "table") : ($"tableau « {name} »", $"table “{name}”"));
            if (RowOf(table, element!) is { } row)
            {
                steps.Add(($"ligne {row}", $"row {row}"));
            }
        }

        return (
            string.Join(", ", steps.Select(step => step.French)),
            string.Join(", ", steps.Select(step => step.English))
        );
    }

    private (string French, string English) Start(LintedPart part, OpenXmlElement? element) =>
        part.Kind switch
        {
            "header" => ("en-tête de page", "page header"),
            "footer" => ("pied de page", "page footer"),
            "footnotes" => Note(element, "note de bas de page", "footnote"),
            "endnotes" => Note(element, "note de fin", "endnote"),
            _ => Heading(part, element),
        };

    private static (string French, string English) Note(
        OpenXmlElement? element,
        string french,
        string english
    )
    {
        var id = element?.Ancestors<FootnoteEndnoteType>().FirstOrDefault()?.Id?.Value;
        return id is > 0 and { } number
            ? (
                string.Create(CultureInfo.InvariantCulture, $"{french} {number}"),
                string.Create(CultureInfo.InvariantCulture, $"{english} {number}")
            )
            : (french, english);
    }

    private (string French, string English) Heading(LintedPart part, OpenXmlElement? element)
    {
        if (!headings.TryGetValue(part, out var known))
        {
            headings[part] = known = ReadHeadings(part);
        }

        var paragraph =
            element as Paragraph
            ?? element?.Ancestors<Paragraph>().FirstOrDefault()
            ?? element?.Descendants<Paragraph>().FirstOrDefault();
        var heading = paragraph is null ? "" : known.GetValueOrDefault(paragraph, "");
        return heading.Length == 0
            ? ("au début du document", "at the start of the document")
            : ($"sous « {heading} »", $"under “{heading}”");
    }

    private Dictionary<Paragraph, string> ReadHeadings(LintedPart part)
    {
        var known = new Dictionary<Paragraph, string>();
        var heading = "";
        foreach (var paragraph in part.Root.Descendants<Paragraph>())
        {
            if (
                paragraph.ParagraphProperties is { } properties
                && styles.HeadingLevel(XElement.Parse(properties.OuterXml)) is not null
                && Words(paragraph) is { Length: > 0 } words
            )
            {
                heading = WithoutMarks(words);
            }

            known[paragraph] = heading;
        }

        return known;
    }

    /// <summary>Marks of loops beside a heading's words are not what people call it by.</summary>
    private static string WithoutMarks(string words) =>
        Mark().Replace(words, "").Trim() is { Length: > 0 } bare ? bare : words;

    [GeneratedRegex(@"\s*\{\{\s*[#^/][^{}]*\}\}")]
    private static partial Regex Mark();

    private static Table? TableOf(OpenXmlElement? element) =>
        element as Table ?? element?.Ancestors<Table>().FirstOrDefault();

    /// <summary>Its caption, in its properties or in the paragraph beside it, else the labels of its first row.</summary>
    private static string NameOf(Table table)
    {
        var caption = table.GetFirstChild<TableProperties>()?.GetFirstChild<TableCaption>()?.Val?.Value;
        var beside = new[] { table.PreviousSibling(), table.NextSibling() }
            .OfType<Paragraph>()
            .FirstOrDefault(paragraph =>
                paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value is "Caption" or "Lgende"
            );
        var labels = table.Elements<TableRow>().FirstOrDefault()?.Elements<TableCell>().Select(Words) ?? [];
        return Short(
            string.IsNullOrWhiteSpace(caption)
                ? beside is null
                    ? string.Join(" | ", labels)
                    : Words(beside)
                : caption
        );
    }

    private static string? RowOf(Table table, OpenXmlElement element)
    {
        var row = element.Ancestors<TableRow>().FirstOrDefault(row => row.Parent == table);
        return row is null
            ? null
            : (table.Elements<TableRow>().TakeWhile(other => other != row).Count() + 1).ToString(
                CultureInfo.InvariantCulture
            );
    }

    private static string Words(OpenXmlElement element) =>
        Short(
            element is Paragraph
                ? element.InnerText
                : string.Join(' ', element.Descendants<Paragraph>().Select(paragraph => paragraph.InnerText))
        );

    private static string Short(string words)
    {
        var line = string.Join(' ', words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= Longest ? line : line[..Longest] + "…";
    }
}
