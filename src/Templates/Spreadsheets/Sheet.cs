namespace Connector.Templates.Spreadsheets;

/// <summary>One sheet of a workbook: a header row and rows of text.</summary>
public sealed record Sheet
{
    /// <summary>At most 31 characters, none of <c>[ ] : * ? / \</c>.</summary>
    public required string Name { get; init; }

    public required IReadOnlyList<SheetColumn> Columns { get; init; }

    /// <summary>Cells in the order of the columns; a null or missing cell stays empty.</summary>
    public required IReadOnlyList<IReadOnlyList<string?>> Rows { get; init; }
}

/// <summary>A column.</summary>
/// <param name="Header">What people read above it.</param>
/// <param name="Width">In characters of the default font.</param>
public sealed record SheetColumn(string Header, double Width);
