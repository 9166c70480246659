using Connector.Templates.Spreadsheets;

namespace Connector.Templates;

/// <summary>
/// The register of actions as a workbook that a coordinator sorts, filters and completes: a list of statuses to choose from,
/// real dates, headers that stay in view.
/// </summary>
public static class ActionRegister
{
    private const string SheetName = "Actions";

    /// <summary>The .xlsx; same actions, same bytes.</summary>
    /// <param name="actions">In their order.</param>
    /// <param name="withGroup">Whether a column tells whose each action is.</param>
    public static byte[] Write(IEnumerable<RegisteredAction> actions, bool withGroup = true)
    {
        ActionColumn[] columns =
        [
            .. Enum.GetValues<ActionColumn>().Where(column => withGroup || column != ActionColumn.Group),
        ];
        return WorkbookWriter.Write([
            new Sheet
            {
                Name = SheetName,
                Columns = [.. columns.Select(Column)],
                Rows = actions.Select(
                    IReadOnlyList<SheetCell?> (action) => [.. columns.Select(column => Cell(action, column))]
                ),
            },
        ]);
    }

    /// <summary>
    /// What a register says now, in any order of columns, from any spreadsheet program. A line without action is passed over
    /// when it is empty, and told when it is not.
    /// </summary>
    /// <param name="xlsx">The workbook.</param>
    /// <param name="reference">Day near which dates without a year lie.</param>
    /// <exception cref="SpreadsheetException">Not a workbook, damaged, or too large.</exception>
    public static ReadActions Read(ReadOnlyMemory<byte> xlsx, DateOnly reference)
    {
        using var workbook = WorkbookFile.Open(xlsx);
        return Find(workbook) is var (sheet, header)
            ? new RegisterReading(workbook, sheet, header, reference).Read()
            : new ReadActions { Doubts = [new ActionDoubt("", 0, "", ActionDoubtKind.NoHeader, "")] };
    }

    /// <summary>
    /// The same register with other words in some cells and with rows added at its end. All else that people made of it stays
    /// as it is, byte for byte: other sheets, columns, comments, formats, formulas, the order of rows.
    /// </summary>
    /// <param name="xlsx">The workbook.</param>
    /// <param name="changes">Cells of rows that are there; a column that is not there is passed over.</param>
    /// <param name="added">Rows to add.</param>
    /// <exception cref="SpreadsheetException">Not a register, damaged, or too large.</exception>
    public static byte[] Change(
        ReadOnlyMemory<byte> xlsx,
        IReadOnlyList<RegisterChange> changes,
        IReadOnlyList<RegisteredAction> added
    )
    {
        ArgumentNullException.ThrowIfNull(changes);
        ArgumentNullException.ThrowIfNull(added);
        using var workbook = WorkbookFile.Open(xlsx);
        if (Find(workbook) is not var (sheet, header))
        {
            throw new SpreadsheetException(SpreadsheetFault.Unreadable);
        }

        var cells = changes
            .Select(change =>
                (change.Row, Column: header.Column(RegisterColumns.Of(change.Column)), change.Cell)
            )
            .Where(change => change.Column is not null)
            .Select(change => new CellEdit(change.Row, change.Column!.Value, change.Cell));
        var rows = added.Select(action =>
            Enum.GetValues<ActionColumn>()
                .Select(column =>
                    (Column: header.Column(RegisterColumns.Of(column)), Cell: Cell(action, column))
                )
                .Where(pair => pair.Column is not null && pair.Cell.Kind != CellKind.Empty)
                .DistinctBy(pair => pair.Column)
                .ToDictionary(pair => pair.Column!.Value, pair => pair.Cell)
        );
        return WorkbookEdit.Apply(xlsx, sheet, [.. cells], [.. rows]);
    }

    private static (int Sheet, SheetHeader Header)? Find(WorkbookFile workbook)
    {
        for (var sheet = 0; sheet < workbook.SheetNames.Count; sheet++)
        {
            if (RegisterColumns.Header(workbook.Rows(sheet)) is { } header)
            {
                return (sheet, header);
            }
        }

        return null;
    }

    private static SheetColumn Column(ActionColumn column) =>
        new(
            RegisterColumns.Label(column),
            column switch
            {
                ActionColumn.What => 60,
                ActionColumn.Group => 28,
                ActionColumn.Who => 26,
                ActionColumn.Note => 44,
                ActionColumn.Key => 24,
                _ => 14,
            }
        )
        {
            Kind = column is ActionColumn.Due or ActionColumn.DecidedOn ? CellKind.Date : CellKind.Text,
            Options = column == ActionColumn.Status ? MinutesContent.ActionStatuses : [],
        };

    private static SheetCell Cell(RegisteredAction action, ActionColumn column) =>
        column switch
        {
            ActionColumn.Group => action.Group,
            ActionColumn.What => action.What,
            ActionColumn.Who => action.Who,
            ActionColumn.Due => SheetCell.Of(action.Due),
            ActionColumn.Status => action.Status,
            ActionColumn.DecidedOn => SheetCell.Of(action.DecidedOn),
            ActionColumn.Note => action.Note,
            _ => action.Key,
        };
}

/// <param name="Row">Number of the row, as the spreadsheet shows it.</param>
/// <param name="Column">Which.</param>
/// <param name="Cell">What stands there from now on; empty clears the cell.</param>
public sealed record RegisterChange(int Row, ActionColumn Column, SheetCell Cell);
