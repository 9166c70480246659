namespace Connector.Templates.Spreadsheets;

/// <summary>One sheet of a workbook.</summary>
/// <param name="Name">As on its tab.</param>
/// <param name="Rows">Rows that hold anything, in order.</param>
public sealed record SheetTable(string Name, IReadOnlyList<SheetTableRow> Rows);

/// <summary>One row: its number as the spreadsheet shows it, and its cells from column A on.</summary>
public sealed record SheetTableRow(int Number, IReadOnlyList<SheetCell> Cells)
{
    /// <summary>Empty beyond the last filled cell, and for a column that is not there.</summary>
    public SheetCell this[int? column] =>
        column is { } index && index >= 0 && index < Cells.Count ? Cells[index] : SheetCell.Empty;
}
