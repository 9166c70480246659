using Connector.Templates.Spreadsheets;
using Connector.TerritoryFiles.Tables;

namespace Connector.Directories;

/// <summary>A visit that somebody tells of: what a row of « Rencontres » says; empty words are empty cells.</summary>
internal sealed record VisitEntry
{
    /// <summary>As the directory knows it: its name, or its identifier where another has the same name.</summary>
    public required string Organisation { get; init; }

    public DateOnly? Date { get; init; }

    public string By { get; init; } = "";

    public string Met { get; init; } = "";

    /// <summary>« rencontré », « invité » …</summary>
    public string State { get; init; } = "";

    public string Next { get; init; } = "";

    public DateOnly? NextOn { get; init; }

    /// <summary>The directory with a row more; every other cell stays.</summary>
    /// <returns>Null where no sheet has the columns for what there is to write.</returns>
    /// <exception cref="SpreadsheetException">Not a workbook, damaged, or too large.</exception>
    public byte[]? AddedTo(byte[] xlsx)
    {
        using var workbook = WorkbookFile.Open(xlsx);
        var cells = Cells();
        IReadOnlyList<IReadOnlyList<string>> needs =
        [
            VisitColumns.Date,
            .. cells.Select(cell => cell.Headers),
        ];
        return NamedSheet.Find(workbook, VisitColumns.Sheet, needs) is var (sheet, header)
            ? WorkbookEdit.Apply(
                xlsx,
                sheet,
                [],
                [cells.ToDictionary(cell => header.Column(cell.Headers)!.Value, cell => cell.Cell)],
                header.Row
            )
            : null;
    }

    private List<(IReadOnlyList<string> Headers, SheetCell Cell)> Cells()
    {
        var cells = new List<(IReadOnlyList<string>, SheetCell)>
        {
            (VisitColumns.Organisation, SheetCell.Of(Organisation)),
        };
        if (Date is { } day)
        {
            cells.Add((VisitColumns.Date, SheetCell.Of(day)));
        }

        foreach (
            var (headers, words) in new[]
            {
                (VisitColumns.Visitors, By),
                (VisitColumns.Met, Met),
                (VisitColumns.State, State),
                (VisitColumns.Next, Next),
            }
        )
        {
            if (words.Length > 0)
            {
                cells.Add((headers, SheetCell.Of(words)));
            }
        }

        if (NextOn is { } due)
        {
            cells.Add((VisitColumns.Due, SheetCell.Of(due)));
        }

        return cells;
    }
}
