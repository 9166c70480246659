using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;

namespace Connector.Templates.Spreadsheets;

/// <summary>
/// Changes cells of a workbook that people made, and adds rows at the end of one of its sheets. Every other part keeps its
/// bytes, every other element of the sheet stands as it stood.
/// </summary>
public static class WorkbookEdit
{
    /// <param name="xlsx">The workbook.</param>
    /// <param name="sheet">Place of the sheet among those with cells.</param>
    /// <param name="cells">Cells to write; a formula that stands there gives way.</param>
    /// <param name="rows">Rows to add: cells by the index of their column.</param>
    /// <param name="header">Number of the row of labels, whose looks added rows do not take.</param>
    /// <exception cref="SpreadsheetException">Not a workbook, damaged, or too large.</exception>
    public static byte[] Apply(
        ReadOnlyMemory<byte> xlsx,
        int sheet,
        IReadOnlyList<CellEdit> cells,
        IReadOnlyList<IReadOnlyDictionary<int, SheetCell>> rows,
        int header = 0
    )
    {
        try
        {
            using var zip = new PackageZip(xlsx, SpreadsheetLimits.Parts, SpreadsheetLimits.Unpacked);
            var parts = new WorkbookParts(zip);
            var path = parts.Sheets[sheet].Path;
            using var source = zip.Open(path);
            using var reader = SafeXml.Reader(source);
            var document = XDocument.Load(reader, LoadOptions.PreserveWhitespace);
            new SheetEdit(document.Root!, parts.Formats, parts.Is1904).Apply(cells, rows, header);
            return Rewritten(xlsx, path, document);
        }
        catch (Exception error) when (error is PackageZipException or XmlException)
        {
            throw new SpreadsheetException(SpreadsheetFault.Unreadable, error);
        }
    }

    private static byte[] Rewritten(ReadOnlyMemory<byte> xlsx, string path, XDocument sheet)
    {
        using var source = new ZipArchive(new MemoryStream(xlsx.ToArray()), ZipArchiveMode.Read);
        using var target = new MemoryStream();
        using (var zip = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var part in source.Entries)
            {
                var entry = zip.CreateEntry(part.FullName, CompressionLevel.Optimal);
                entry.LastWriteTime = part.LastWriteTime;
                entry.ExternalAttributes = part.ExternalAttributes;
                using var to = entry.Open();
                if (string.Equals(part.FullName, path, StringComparison.OrdinalIgnoreCase))
                {
                    using var writer = XmlWriter.Create(to, Settings);
                    sheet.Save(writer);
                }
                else
                {
                    using var from = part.Open();
                    from.CopyTo(to);
                }
            }
        }

        return target.ToArray();
    }

    private static XmlWriterSettings Settings { get; } =
        new() { Encoding = new System.Text.UTF8Encoding(false), NewLineHandling = NewLineHandling.None };
}

/// <param name="Row">Number of the row, as the spreadsheet shows it.</param>
/// <param name="Column">Index of the column, 0 for A.</param>
/// <param name="Cell">What stands there from now on; empty clears it.</param>
public sealed record CellEdit(int Row, int Column, SheetCell Cell)
{
    /// <summary>Index of the column whose looks in this row a new cell takes; null for those of its own column.</summary>
    public int? Like { get; init; }

    /// <summary>Whether a cell that holds anything, a formula without result included, keeps it.</summary>
    public bool OnlyIfEmpty { get; init; }
}
