namespace Connector.Templates.Spreadsheets;

/// <summary>One sheet of a workbook to write: a header row, and rows.</summary>
public sealed record Sheet
{
    /// <summary>At most 31 characters, none of <c>[ ] : * ? / \</c>.</summary>
    public required string Name { get; init; }

    public required IReadOnlyList<SheetColumn> Columns { get; init; }

    /// <summary>
    /// Cells in the order of the columns; an empty or missing cell stays empty. Asked for once, row by row, so that they need
    /// not all be in memory.
    /// </summary>
    public required IEnumerable<IReadOnlyList<SheetCell?>> Rows { get; init; }
}

/// <summary>A column.</summary>
/// <param name="Header">What people read above it.</param>
/// <param name="Width">In characters of the default font.</param>
public sealed record SheetColumn(string Header, double Width)
{
    /// <summary>
    /// Of what people type in it. In a column of text « 01990 » keeps its zero, and « =1+1 » is words; in a column of dates
    /// « 3/12/2026 » becomes a date.
    /// </summary>
    public CellKind Kind { get; init; } = CellKind.Text;

    /// <summary>What is told to whoever selects the header or a cell below it; null for nothing. At most 255 characters.</summary>
    public string? Help { get; init; }

    /// <summary>Whether long words go on in the next line of their cell.</summary>
    public bool IsWrapped { get; init; }

    /// <summary>Words to choose from in a drop-down list; other words are kept after a question. None: no list.</summary>
    public IReadOnlyList<string> Options { get; init; } = [];
}
