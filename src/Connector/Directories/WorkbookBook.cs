using Connector.Domain;
using Connector.Domain.Directories;
using Connector.Templates.Spreadsheets;
using Connector.TerritoryFiles.Tables;

namespace Connector.Directories;

/// <summary>The sheet « Organisations » of an .xlsx directory, changed cell by cell (decision 0053).</summary>
internal sealed class WorkbookBook : DirectoryBook
{
    private readonly byte[] _xlsx;
    private readonly int _sheet;
    private readonly int _headerRow;
    private readonly BookHeader _header;

    private WorkbookBook(byte[] xlsx, int sheet, int headerRow, BookHeader header) =>
        (_xlsx, _sheet, _headerRow, _header) = (xlsx, sheet, headerRow, header);

    /// <returns>Null where no sheet is a list of organisations.</returns>
    /// <exception cref="SpreadsheetException">Not a workbook, damaged, or too large.</exception>
    public static WorkbookBook? Open(string path, byte[] xlsx)
    {
        using var workbook = WorkbookFile.Open(xlsx);
        var sheets = workbook
            .SheetNames.Select((name, index) => (Name: name, Index: index))
            .OrderBy(sheet =>
                Folded.Key(sheet.Name).StartsWith("organisation", StringComparison.Ordinal) ? 0 : 1
            );
        foreach (var sheet in sheets)
        {
            var rows = workbook.Rows(sheet.Index).ToList();
            var header = rows.Take(SheetHeader.Deepest).FirstOrDefault(row => Fits(path, row));
            if (header is not null)
            {
                return Read(xlsx, sheet.Index, header, rows);
            }
        }

        return null;
    }

    private static bool Fits(string path, SheetTableRow row) =>
        ImportFile.Fits(new Table(path, null, row.Number, [.. row.Cells.Select(cell => cell.Words)], []));

    private static WorkbookBook Read(
        byte[] xlsx,
        int sheet,
        SheetTableRow headerRow,
        IReadOnlyList<SheetTableRow> rows
    )
    {
        var header = new BookHeader([.. headerRow.Cells.Select(cell => cell.Words)], ContactHeader);
        return new WorkbookBook(xlsx, sheet, headerRow.Number, header)
        {
            Rows =
            [
                .. rows.Where(row => row.Number > headerRow.Number)
                    .Select(row => new BookRow(row.Number, header.Read(column => row[column].Words)))
                    .Where(row => row.Place.Filled.Any()),
            ],
        };
    }

    public override byte[] With(
        IReadOnlyList<(int Index, IReadOnlyDictionary<StandardColumn, string> Words)> filled,
        IReadOnlyList<PlaceRecord> added,
        IReadOnlyList<ReplacedCell> replaced
    )
    {
        var headers = _header.Add(Wanted(filled, added), added.Count > 0 ? ContactHeader : null);
        var cells = headers
            .Select(one => new CellEdit(_headerRow, one.Index, one.Header))
            .Concat(
                filled.SelectMany(one =>
                    one.Words.Select(pair => new CellEdit(
                        Rows[one.Index].Line,
                        _header.Columns[pair.Key],
                        Cell(pair.Key, pair.Value)
                    ))
                )
            )
            .Select(edit => edit with { OnlyIfEmpty = true })
            .Concat(
                replaced.Select(one => new CellEdit(
                    Rows[one.Index].Line,
                    _header.Columns[one.Column],
                    Cell(one.Column, one.Words)
                ))
            )
            .ToList();
        var rows = added
            .Select(
                IReadOnlyDictionary<int, SheetCell> (place) =>
                    place
                        .Filled.Select(column =>
                            KeyValuePair.Create(_header.Columns[column], Cell(column, place[column]!))
                        )
                        .Append(KeyValuePair.Create(_header.Contact!.Value, SheetCell.Of(ToMeet)))
                        .ToDictionary()
            )
            .ToList();
        return WorkbookEdit.Apply(_xlsx, _sheet, cells, rows, _headerRow);
    }

    private static SheetCell Cell(StandardColumn column, string words) =>
        column == StandardColumn.UpdatedOn && DateOnly.TryParseExact(words, "yyyy-MM-dd", out var day)
            ? SheetCell.Of(day)
            : SheetCell.Of(words);
}
