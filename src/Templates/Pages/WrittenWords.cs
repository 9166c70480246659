using System.Globalization;
using System.Text;
using System.Xml.Linq;
using static Connector.Templates.WordText;

namespace Connector.Templates;

/// <summary>The words of paragraphs as HTML: bold, italic, links to the web and to mail, notes called by number.</summary>
internal sealed class WrittenWords(PackageParts package)
{
    private static readonly string[] Schemes = ["http", "https", "mailto"];

    private readonly Dictionary<string, string> links = Links(package);
    private readonly NoteTexts notes = new(package);
    private readonly ComputedFields fields = new();
    private readonly List<XElement> called = [];

    /// <summary>Empty for a paragraph without words, or with none but a placeholder's.</summary>
    internal string Of(XElement paragraph)
    {
        var html = new StringBuilder();
        Walk(paragraph, html, "");
        return Value(paragraph).Length == 0 ? "" : html.ToString().Trim();
    }

    /// <summary>All notes that were called, in their order; empty when there are none.</summary>
    internal string Notes(bool isFrench)
    {
        if (called.Count == 0)
        {
            return "";
        }

        var html = new StringBuilder($"<h2 id=\"notes\">Notes</h2>\n<ol>\n");
        for (var index = 0; index < called.Count; index++)
        {
            var number = (index + 1).ToString(CultureInfo.InvariantCulture);
            var back = isFrench ? "retour au texte" : "back to the text";
            html.Append(
                CultureInfo.InvariantCulture,
                $"<li id=\"n{number}\">{PageShell.Escaped(Value(called[index]))} <a href=\"#a{number}\" aria-label=\"{back}\">↩</a></li>\n"
            );
        }

        return html.Append("</ol>\n").ToString();
    }

    private void Walk(XElement element, StringBuilder html, string format)
    {
        if (fields.Passes(element))
        {
            return;
        }

        switch (element.Name.Namespace == W ? element.Name.LocalName : "")
        {
            case "t":
                html.Append(Formatted(element.Value, format));
                return;
            case "br" or "cr":
                html.Append("<br />");
                return;
            case "tab":
                html.Append(' ');
                return;
            case "noBreakHyphen":
                html.Append('\u2011');
                return;
            case "footnoteReference" or "endnoteReference":
                Call(element, html);
                return;
            case "hyperlink":
                Link(element, html, format);
                return;
            case "drawing":
                Picture(element, html);
                return;
            case "del" or "moveFrom" or "pPr" or "rPr" or "sdtPr" or "delText":
                return;
            case "r":
                format = FormatOf(element.Element(W + "rPr"));
                break;
        }

        if (element.Name.LocalName == "Fallback")
        {
            return;
        }

        foreach (var child in element.Elements())
        {
            Walk(child, html, format);
        }
    }

    private void Call(XElement reference, StringBuilder html)
    {
        if (notes.Find(reference) is not { } note)
        {
            return;
        }

        called.Add(note);
        var number = called.Count;
        html.Append(
            CultureInfo.InvariantCulture,
            $"<sup><a id=\"a{number}\" href=\"#n{number}\">{number}</a></sup>"
        );
    }

    private void Link(XElement link, StringBuilder html, string format)
    {
        var target = links.GetValueOrDefault((string?)link.Attribute(MergePart.R + "id") ?? "");
        var isSafe =
            Uri.TryCreate(target, UriKind.Absolute, out var address) && Schemes.Contains(address.Scheme);
        html.Append(isSafe ? $"<a href=\"{PageShell.Escaped(address!.AbsoluteUri)}\">" : "");
        foreach (var child in link.Elements())
        {
            Walk(child, html, format);
        }

        html.Append(isSafe ? "</a>" : "");
    }

    private static void Picture(XElement drawing, StringBuilder html)
    {
        var told = drawing
            .Descendants()
            .Where(part => part.Name.LocalName == "docPr")
            .Select(part => (string?)part.Attribute("descr"))
            .FirstOrDefault();
        if (told is { Length: > 0 })
        {
            html.Append("<span class=\"none\">[").Append(PageShell.Escaped(told)).Append("]</span>");
        }
    }

    private static string Formatted(string text, string format)
    {
        var escaped = PageShell.Escaped(text);
        foreach (var tag in format)
        {
            escaped = tag == 'b' ? $"<strong>{escaped}</strong>" : $"<em>{escaped}</em>";
        }

        return escaped;
    }

    private static string FormatOf(XElement? properties) =>
        (IsOn(properties, "b") ? "b" : "") + (IsOn(properties, "i") ? "i" : "");

    private static bool IsOn(XElement? properties, string name) =>
        properties?.Element(W + name) is { } toggle
        && (string?)toggle.Attribute(W + "val") is not ("0" or "false" or "off");

    private static Dictionary<string, string> Links(PackageParts package) =>
        package
            .RelationshipsOf(PackageRepair.MainPath(package))
            .Where(link => link.Kind == "hyperlink" && link.IsExternal)
            .GroupBy(link => link.Id, StringComparer.Ordinal)
            .ToDictionary(same => same.Key, same => same.First().Target, StringComparer.Ordinal);
}
