namespace Connector.Templates.Spreadsheets;

/// <summary>A whole .xlsx workbook, sheet by sheet; <see cref="WorkbookFile"/> reads it row by row.</summary>
public static class WorkbookReader
{
    /// <exception cref="SpreadsheetException">Not a workbook, damaged, or too large.</exception>
    public static IReadOnlyList<SheetTable> Read(ReadOnlyMemory<byte> package)
    {
        using var workbook = WorkbookFile.Open(package);
        return
        [
            .. workbook.SheetNames.Select(
                (name, index) => new SheetTable(name, [.. workbook.Rows(index).OrderBy(row => row.Number)])
            ),
        ];
    }
}
