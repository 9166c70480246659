using Connector.Templates.Spreadsheets;

namespace Connector.Templates;

/// <summary>One reading of a register, from its header down.</summary>
internal sealed class RegisterReading(
    WorkbookFile workbook,
    int sheet,
    SheetHeader header,
    DateOnly reference
)
{
    private readonly List<RegisterRow> rows = [];
    private readonly List<ActionDoubt> doubts = [];

    internal ReadActions Read()
    {
        foreach (var row in workbook.Rows(sheet).Where(row => row.Number > header.Row))
        {
            Read(row);
        }

        return new ReadActions
        {
            Rows = rows,
            Doubts = doubts,
            Missing = [.. Enum.GetValues<ActionColumn>().Where(column => Index(column) is null)],
        };
    }

    private void Read(SheetTableRow row)
    {
        var locked = new List<ActionColumn>();
        var what = Words(row, ActionColumn.What, locked);
        var action = new RegisteredAction
        {
            Key = Words(row, ActionColumn.Key, locked),
            Group = Words(row, ActionColumn.Group, locked),
            What = what ?? "",
            Who = Words(row, ActionColumn.Who, locked),
            Due = Day(row, ActionColumn.Due, locked),
            Status = Words(row, ActionColumn.Status, locked),
            DecidedOn = Day(row, ActionColumn.DecidedOn, locked),
        };
        if (what is null && row.Cells.Any(cell => cell.Words.Trim().Length > 0))
        {
            Doubt(
                row,
                ActionColumn.What,
                ActionDoubtKind.NoAction,
                string.Join(" ; ", row.Cells.Select(cell => cell.Words))
            );
        }

        if (what is not null || action.Key is not null)
        {
            rows.Add(
                new RegisterRow(row.Number, action)
                {
                    Note = row[Index(ActionColumn.Note)].Words.Trim(),
                    Locked = locked,
                }
            );
        }
    }

    private int? Index(ActionColumn column) => header.Column(RegisterColumns.Of(column));

    private string? Words(SheetTableRow row, ActionColumn column, List<ActionColumn> locked)
    {
        var cell = row[Index(column)];
        if (cell.IsFormula)
        {
            locked.Add(column);
        }

        if (cell.Kind == CellKind.Error)
        {
            Doubt(row, column, ActionDoubtKind.CellError, cell.Words);
            locked.Add(column);
            return null;
        }

        return cell.Words.Trim() is { Length: > 0 } words ? words : null;
    }

    private DateOnly? Day(SheetTableRow row, ActionColumn column, List<ActionColumn> locked)
    {
        if (Words(row, column, locked) is not { } words)
        {
            return null;
        }

        var day = workbook.Day(row[Index(column)]) ?? FrenchDate.Read(words, reference);
        if (day is null)
        {
            Doubt(row, column, ActionDoubtKind.NotADate, words);
            locked.Add(column);
        }

        return day;
    }

    private void Doubt(SheetTableRow row, ActionColumn column, ActionDoubtKind kind, string words) =>
        doubts.Add(
            new ActionDoubt(
                workbook.SheetNames[sheet],
                row.Number,
                RegisterColumns.Label(column),
                kind,
                words
            )
        );
}
