using System.IO.Compression;
using System.Text;
using System.Xml;

namespace Connector.Templates.Spreadsheets;

/// <summary>
/// Writes a workbook that people read, sort and fill in (ISO/IEC 29500 transitional): bold header that stays in view and
/// is repeated on each printed page, filters, lists to choose from. No cell is ever a formula, so that nothing a person
/// typed is taken for one. Same sheets, same bytes.
/// </summary>
public static class WorkbookWriter
{
    /// <summary>The first date that a zip can hold.</summary>
    private static readonly DateTimeOffset Timestamp = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The bytes of an .xlsx file.</summary>
    public static byte[] Write(IReadOnlyList<Sheet> sheets)
    {
        using var target = new MemoryStream();
        Write(target, sheets);
        return target.ToArray();
    }

    /// <summary>Writes row by row to a stream that need not seek, which stays open.</summary>
    /// <exception cref="SpreadsheetException">More rows than <see cref="SpreadsheetLimits.Rows"/>.</exception>
    public static void Write(Stream target, IReadOnlyList<Sheet> sheets)
    {
        ArgumentNullException.ThrowIfNull(sheets);
        var choices = new ChoiceLists(sheets);
        using var zip = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true);
        var package = new WorkbookPackage(sheets, choices);
        Part(zip, "[Content_Types].xml", package.WriteContentTypes);
        Part(zip, "_rels/.rels", WorkbookPackage.WriteRelationships);
        Part(zip, "xl/_rels/workbook.xml.rels", package.WriteWorkbookRelationships);
        Part(zip, "xl/styles.xml", SheetStyles.Write);
        Part(zip, "xl/workbook.xml", package.WriteWorkbook);
        for (var index = 0; index < sheets.Count; index++)
        {
            var writer = new SheetWriter(sheets[index], choices.Of(index));
            Part(zip, WorkbookPackage.SheetPath(index), writer.Write);
        }

        if (choices.Hidden.Count > 0)
        {
            Part(zip, WorkbookPackage.SheetPath(sheets.Count), choices.Write);
        }
    }

    private static void Part(ZipArchive zip, string path, Action<XmlWriter> write)
    {
        var entry = zip.CreateEntry(path, CompressionLevel.Fastest);
        entry.LastWriteTime = Timestamp;
        entry.ExternalAttributes = 0;
        using var stream = entry.Open();
        using var xml = XmlWriter.Create(
            stream,
            new XmlWriterSettings
            {
                Encoding = new UTF8Encoding(false),
                NewLineHandling = NewLineHandling.None,
            }
        );
        xml.WriteStartDocument(standalone: true);
        write(xml);
    }
}
