using System.Text;
using System.Xml.Linq;
using static Connector.Templates.WordText;

namespace Connector.Templates;

/// <summary>Walks the body of one document, line by line; the words of a note follow the paragraph that calls it.</summary>
internal sealed class MeaningReader(PackageParts package)
{
    private static readonly string[] SignatureLabels = ["empreinte", "fingerprint"];

    private readonly NoteTexts _notes = new(package);
    private readonly ComputedFields _fields = new();

    internal IReadOnlyList<string> Lines() =>
        [.. Of(SafeXml.Parse(package[PackageRepair.MainPath(package)]))];

    private IEnumerable<string> Of(XElement container)
    {
        foreach (var block in container.Elements().Where(element => !IsGone(element)))
        {
            var lines =
                block.Name == W + "p" ? Paragraph(block)
                : block.Name == W + "tbl" ? Table(block)
                : Of(block);
            foreach (var line in lines)
            {
                yield return line;
            }
        }
    }

    private IEnumerable<string> Paragraph(XElement paragraph)
    {
        var called = new List<XElement>();
        var words = Words(paragraph, called);
        return new[] { words }.Concat(called.SelectMany(Of)).Where(line => line.Length > 0);
    }

    private IEnumerable<string> Table(XElement table)
    {
        var rows = table
            .Descendants(W + "tr")
            .Where(row => row.Ancestors(W + "tbl").First() == table && !IsDeleted(row))
            .Select(row => Cells(row).ToList())
            .ToList();
        return rows.Count > 0 && rows[0].Exists(IsSignatureLabel)
            ? []
            : rows.Where(cells => cells.Exists(cell => cell.Length > 0)).Select(DocumentMeaning.Row);
    }

    private IEnumerable<string> Cells(XElement row) =>
        row.Descendants(W + "tc")
            .Where(cell => cell.Ancestors(W + "tr").First() == row)
            .Select(cell => string.Join(' ', Of(cell)));

    private static bool IsSignatureLabel(string cell) => SignatureLabels.Contains(Label(cell));

    /// <summary>A row deleted under tracking: the mark stands in the row's properties (ECMA-376 part 1, 17.13.5.12).</summary>
    private static bool IsDeleted(XElement row) => row.Element(W + "trPr")?.Element(W + "del") is not null;

    private static bool IsGone(XElement element) =>
        element.Name.Namespace == W && element.Name.LocalName is "del" or "moveFrom" or "sectPr" or "sdtPr";

    private string Words(XElement paragraph, List<XElement> called)
    {
        var text = new StringBuilder();
        Walk(paragraph, text, called);
        return Normalised(text.ToString());
    }

    private void Walk(XElement element, StringBuilder text, List<XElement> called)
    {
        if (_fields.Passes(element))
        {
            return;
        }

        switch (element.Name.Namespace == W ? element.Name.LocalName : "")
        {
            case "t":
                text.Append(element.Value);
                return;
            case "tab" or "br" or "cr" or "ptab":
                text.Append(' ');
                return;
            case "noBreakHyphen":
                text.Append('-');
                return;
            case "footnoteReference" or "endnoteReference":
                if (_notes.Find(element) is { } note)
                {
                    called.Add(note);
                }

                return;
            case "del" or "moveFrom" or "pPr" or "rPr" or "sdtPr" or "instrText" or "delText":
                return;
        }

        if (element.Name.LocalName == "Fallback")
        {
            return;
        }

        foreach (var child in element.Elements())
        {
            Walk(child, text, called);
        }

        if (element.Name == W + "p")
        {
            text.Append(' ');
        }
    }

    /// <summary>One space for any number of any kind, straight apostrophes, plain hyphens, composed accents.</summary>
    internal static string Normalised(string text) =>
        string.Join(
                ' ',
                text.Replace("\u00AD", "", StringComparison.Ordinal)
                    .Replace("\u200B", "", StringComparison.Ordinal)
                    .Replace('\u2011', '-')
                    .Replace('\u2019', '\'')
                    .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            )
            .Normalize(NormalizationForm.FormC);
}
