using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Connector.Tests.Year;

/// <summary>The words of a workbook's first sheet, read with the library alone.</summary>
internal static class YearSheet
{
    public static IReadOnlyList<string> Cells(byte[] xlsx)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(xlsx), isEditable: false);
        var book = document.WorkbookPart!;
        var shared =
            book.SharedStringTablePart?.SharedStringTable.Elements<SharedStringItem>().ToList() ?? [];
        var sheet = (WorksheetPart)book.GetPartById(book.Workbook!.Descendants<Sheet>().First().Id!.Value!);
        return
        [
            .. sheet
                .Worksheet!.Descendants<Cell>()
                .Select(cell =>
                    cell.DataType?.Value == CellValues.SharedString
                        ? shared[
                            int.Parse(cell.InnerText, System.Globalization.CultureInfo.InvariantCulture)
                        ].InnerText
                        : cell.InnerText
                ),
        ];
    }
}
