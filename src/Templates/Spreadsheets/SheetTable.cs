namespace Connector.Templates.Spreadsheets;

/// <summary>One sheet of a workbook, as words.</summary>
/// <param name="Name">As on its tab.</param>
/// <param name="Rows">Rows that hold anything, in order.</param>
public sealed record SheetTable(string Name, IReadOnlyList<SheetTableRow> Rows);

/// <summary>One row: its number as the spreadsheet shows it, and its cells from column A on (empty where nothing is).</summary>
public sealed record SheetTableRow(int Number, IReadOnlyList<string> Cells);
