using System.Globalization;
using Connector.Domain;
using Connector.Domain.Territories;
using UglyToad.PdfPig;

namespace Connector.Persons;

/// <summary>Pages of a PDF that name somebody, and what it says of itself. A page without words, a scan, names nobody.</summary>
internal static class PdfTraces
{
    private const int MostPages = 2_000;

    public static bool Fits(byte[] bytes) => bytes.AsSpan().StartsWith("%PDF-"u8);

    /// <returns>Null where it cannot be read: damaged, locked by a password, or longer than 2,000 pages.</returns>
    public static IReadOnlyList<Text>? In(byte[] bytes, PersonalData match)
    {
        try
        {
            using var pdf = PdfDocument.Open(bytes);
            return pdf.NumberOfPages > MostPages ? null : Find(pdf, match);
        }
#pragma warning disable CA1031 // What somebody else's bytes make its reader throw is in no list; whatever it is, the file was not read.
        catch (Exception error) when (error is not OutOfMemoryException)
#pragma warning restore CA1031
        {
            return null;
        }
    }

    private static List<Text> Find(PdfDocument pdf, PersonalData match)
    {
        var found = new List<Text>();
        var about = pdf.Information;
        string?[] properties = [about.Title, about.Author, about.Subject, about.Keywords, about.Creator];
        if (properties.Any(words => words is not null && match.IsIn(words)))
        {
            found.Add(new Text("propriétés", "properties"));
        }

        foreach (var page in pdf.GetPages())
        {
            if (match.IsIn(string.Join(' ', page.GetWords().Select(word => word.Text))))
            {
                var number = page.Number.ToString(CultureInfo.InvariantCulture);
                found.Add(Text.Same($"page {number}"));
            }
        }

        return found;
    }
}
