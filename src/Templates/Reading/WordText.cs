using System.Text;
using System.Xml.Linq;

namespace Connector.Templates;

/// <summary>Words of a WordprocessingML tree as a reader sees them: what was deleted under tracking is gone.</summary>
internal static class WordText
{
    internal static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    /// <summary>Paragraphs joined by line breaks; a place still to be filled in is empty.</summary>
    internal static string Value(XElement element) => Value(Of(element));

    internal static string Value(string text)
    {
        var trimmed = text.Trim();
        return
            trimmed
                is Placeholders.Text
                    or Placeholders.Date
                    or Placeholders.Choice
                    or Placeholders.EnglishDate
                    or Placeholders.EnglishChoice
            ? ""
            : trimmed;
    }

    internal static string Of(XElement element)
    {
        var text = new StringBuilder();
        Walk(element, (_, words) => text.Append(words));
        return text.ToString().TrimEnd('\n');
    }

    internal static bool IsHeading(XElement block) =>
        (string?)block.Element(W + "pPr")?.Element(W + "pStyle")?.Attribute(W + "val") is { } style
        && (
            style.StartsWith("Heading", StringComparison.OrdinalIgnoreCase)
            || style.StartsWith("Titre", StringComparison.OrdinalIgnoreCase)
        );

    /// <summary>For comparing labels: case, accents and all kinds of spaces do not matter.</summary>
    internal static string Label(string text) =>
        TagName.Fold(
            string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
                .TrimEnd(':', ' ')
        );

    /// <summary>
    /// Visits the elements that hold words, in reading order, each with its words; null ends a paragraph.
    /// </summary>
    internal static void Walk(XElement element, Action<XElement?, string> visit)
    {
        if (element.Name.Namespace == W)
        {
            switch (element.Name.LocalName)
            {
                case "t":
                    visit(element, element.Value);
                    return;
                case "tab":
                    visit(element, "\t");
                    return;
                case "br" or "cr":
                    visit(element, "\n");
                    return;
                case "noBreakHyphen":
                    visit(element, "\u2011");
                    return;
                case "del" or "moveFrom" or "pPr" or "rPr" or "sdtPr" or "tcPr" or "trPr" or "instrText":
                    return;
            }
        }
        else if (element.Name.LocalName == "Fallback")
        {
            return;
        }

        foreach (var child in element.Elements())
        {
            Walk(child, visit);
        }

        if (element.Name == W + "p")
        {
            visit(null, "\n");
        }
    }
}
