namespace Connector.Templates;

/// <summary>What a register of actions says, and what in it a person has to look at.</summary>
public sealed record ReadActions
{
    /// <summary>In their order.</summary>
    public IReadOnlyList<RegisterRow> Rows { get; init; } = [];

    /// <summary>The lines that say what to do.</summary>
    public IReadOnlyList<RegisteredAction> Actions =>
        [.. Rows.Select(row => row.Action).Where(action => action.What.Length > 0)];

    /// <summary>Columns that are not there.</summary>
    public IReadOnlyList<ActionColumn> Missing { get; init; } = [];

    public IReadOnlyList<ActionDoubt> Doubts { get; init; } = [];
}

/// <summary>Something in a register that could not be taken as it stands.</summary>
/// <param name="Sheet">As on its tab.</param>
/// <param name="Row">Its number as the spreadsheet shows it.</param>
/// <param name="Column">The column's usual label.</param>
/// <param name="Kind">What is wrong.</param>
/// <param name="Words">What stands there.</param>
public sealed record ActionDoubt(string Sheet, int Row, string Column, ActionDoubtKind Kind, string Words);

/// <summary>What is wrong with a line of a register.</summary>
public enum ActionDoubtKind
{
    /// <summary>No row has the label « Action » and that of another column.</summary>
    NoHeader,

    /// <summary>A line that says something, but not what to do.</summary>
    NoAction,

    /// <summary>Words where a date belongs; the action is read without it.</summary>
    NotADate,

    /// <summary>A formula that failed; the cell is read as empty.</summary>
    CellError,
}
