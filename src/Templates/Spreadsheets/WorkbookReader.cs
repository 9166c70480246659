using System.Globalization;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Connector.Templates.Spreadsheets;

/// <summary>
/// The words of an .xlsx workbook, sheet by sheet. Formulas are not computed: their last result is read. Macros,
/// links and pictures are not looked at.
/// </summary>
public static class WorkbookReader
{
    private const int MostRows = 20_000;
    private const int MostColumns = 200;

    /// <exception cref="SpreadsheetException">Not a workbook, damaged, or too large when unpacked.</exception>
    public static IReadOnlyList<SheetTable> Read(byte[] package)
    {
        PackageLimits.Check(package);
        try
        {
            using var document = SpreadsheetDocument.Open(
                new MemoryStream(package, writable: false),
                isEditable: false
            );
            var workbook =
                document.WorkbookPart ?? throw new SpreadsheetException(SpreadsheetFault.Unreadable);
            var shared = SharedWords(workbook);
            return
            [
                .. (
                    workbook.Workbook?.Sheets?.Elements<DocumentFormat.OpenXml.Spreadsheet.Sheet>() ?? []
                ).Select(sheet => ReadSheet(workbook, sheet, shared)),
            ];
        }
        catch (Exception error)
            when (error
                    is OpenXmlPackageException
                        or FileFormatException
                        or XmlException
                        or FormatException
                        or InvalidDataException
                        or ArgumentOutOfRangeException
                        or InvalidOperationException
            )
        {
            throw new SpreadsheetException(SpreadsheetFault.Unreadable, error);
        }
    }

    private static SheetTable ReadSheet(
        WorkbookPart workbook,
        DocumentFormat.OpenXml.Spreadsheet.Sheet sheet,
        IReadOnlyList<string> shared
    )
    {
        var name = sheet.Name?.Value ?? "";
        if (
            sheet.Id?.Value is not { } id
            || !workbook.TryGetPartById(id, out var part)
            || part is not WorksheetPart worksheet
        )
        {
            return new SheetTable(name, []);
        }

        var rows = new List<SheetTableRow>();
        using var reader = OpenXmlReader.Create(worksheet);
        while (reader.Read() && rows.Count < MostRows)
        {
            if (
                reader.ElementType == typeof(Row)
                && reader.IsStartElement
                && reader.LoadCurrentElement() is Row row
            )
            {
                AddRow(rows, row, shared);
            }
        }

        return new SheetTable(name, rows);
    }

    private static void AddRow(List<SheetTableRow> rows, Row row, IReadOnlyList<string> shared)
    {
        var number = row.RowIndex?.Value is { } index
            ? (int)index
            : (rows.Count == 0 ? 1 : rows[^1].Number + 1);
        var cells = new List<string>();
        foreach (var cell in row.Elements<Cell>())
        {
            var column = cell.CellReference?.Value is { } reference ? Column(reference) : cells.Count;
            if (column >= MostColumns || column < cells.Count)
            {
                continue;
            }

            cells.AddRange(Enumerable.Repeat("", column - cells.Count));
            cells.Add(Words(cell, shared));
        }

        if (cells.Exists(cell => cell.Length > 0))
        {
            rows.Add(new SheetTableRow(number, cells));
        }
    }

    private static string Words(Cell cell, IReadOnlyList<string> shared)
    {
        var value = cell.CellValue?.Text ?? "";
        var type = cell.DataType?.Value;
        if (type == CellValues.SharedString)
        {
            return
                int.TryParse(value, CultureInfo.InvariantCulture, out var index)
                && index >= 0
                && index < shared.Count
                ? shared[index]
                : "";
        }

        if (type == CellValues.InlineString)
        {
            return Words(cell.InlineString);
        }

        return type is null || type == CellValues.Number ? Number(value) : value.Trim();
    }

    /// <summary>A SIRET that a spreadsheet took for a number may be stored as 2.1130001700012E13.</summary>
    private static string Number(string value) =>
        value.Contains('E', StringComparison.OrdinalIgnoreCase)
        && decimal.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number.ToString("0.############", CultureInfo.InvariantCulture)
            : value.Trim();

    private static IReadOnlyList<string> SharedWords(WorkbookPart workbook) =>
        [
            .. (workbook.SharedStringTablePart?.SharedStringTable?.Elements<SharedStringItem>() ?? []).Select(
                Words
            ),
        ];

    /// <summary>The text of all runs; phonetic help, which is not part of the words, is left out.</summary>
    private static string Words(OpenXmlElement? item) =>
        item is null
            ? ""
            : string.Concat(
                    item.Descendants<Text>()
                        .Where(text => text.Parent is not PhoneticRun)
                        .Select(text => text.Text)
                )
                .Trim();

    /// <summary><c>A1</c> gives 0, <c>AB7</c> gives 27.</summary>
    private static int Column(string reference) =>
        reference
            .TakeWhile(char.IsAsciiLetter)
            .Take(3)
            .Aggregate(0, (sum, letter) => (sum * 26) + char.ToUpperInvariant(letter) - 'A' + 1) - 1;
}
