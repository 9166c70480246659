using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using static Connector.Templates.WordText;

namespace Connector.Templates;

/// <summary>On which page each heading stands, as a program found that laid the document out.</summary>
internal sealed partial class PageNumbers
{
    private readonly IReadOnlyDictionary<string, int> pages;
    private readonly int offset;

    private PageNumbers(IReadOnlyDictionary<string, int> pages, int offset) =>
        (this.pages, this.offset) = (pages, offset);

    /// <summary>Takes the room of page numbers before they are known, so that they change no line when they are.</summary>
    internal static PageNumbers Draft { get; } = new(new Dictionary<string, int>(), 0);

    /// <summary>
    /// Reads the named destinations of a PDF made by LibreOffice (<c>ExportBookmarksToPDFDestination</c>) and the order
    /// of its pages: <c>/5FToc000000001[4 0 R/XYZ 56.7 302.4 0]</c>, <c>/Kids[ 1 0 R 4 0 R ]</c>. Null when it holds none.
    /// </summary>
    internal static PageNumbers? Read(ReadOnlyMemory<byte> pdf)
    {
        var text = Encoding.Latin1.GetString(pdf.Span);
        var order = Kids()
            .Match(text)
            .Groups["page"]
            .Captures.Select((page, index) => (page.Value, Number: index + 1))
            .ToDictionary(page => page.Value, page => page.Number, StringComparer.Ordinal);
        var found = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (Match destination in Destination().Matches(text))
        {
            if (order.TryGetValue(destination.Groups["page"].Value, out var number))
            {
                found["_Toc" + destination.Groups["number"].Value] = number;
            }
        }

        return found.Count == 0 ? null : new PageNumbers(found, 0);
    }

    /// <summary>What stands on the page of a heading; null when that is not known.</summary>
    internal string? Of(string point) =>
        this == Draft ? "888"
        : pages.TryGetValue(point, out var page) ? (page + offset).ToString(CultureInfo.InvariantCulture)
        : null;

    /// <summary>
    /// The same as printed on the pages of a document, which may begin to count elsewhere than at 1. Null when it
    /// counts anew on the way, or not in digits.
    /// </summary>
    /// <param name="main">The finished text.</param>
    internal PageNumbers? Printed(XElement main)
    {
        var sections = main.Descendants(W + "sectPr")
            .Where(section => section.Parent?.Name != W + "sectPrChange")
            .Select(section => section.Element(W + "pgNumType"))
            .ToList();
        var isPlain = sections.All(count => (string?)count?.Attribute(W + "fmt") is null or "decimal");
        if (!isPlain || sections.Skip(1).Any(count => count?.Attribute(W + "start") is not null))
        {
            return null;
        }

        var start = XmlNumber.Of(sections.FirstOrDefault()?.Attribute(W + "start"));
        return this == Draft || start is null ? this : new PageNumbers(pages, start.Value - 1);
    }

    [GeneratedRegex(
        @"/Kids\[ (?:(?<page>[0-9]+ 0 R) )+\]\s*/Count",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 5000
    )]
    private static partial Regex Kids();

    [GeneratedRegex(
        @"/(?:5F|#5F|_)Toc(?<number>[0-9]{9})\[(?<page>[0-9]+ 0 R)/",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 5000
    )]
    private static partial Regex Destination();
}
