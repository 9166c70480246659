using Connector.Templates.Spreadsheets;

namespace Connector.Templates;

/// <summary>
/// The register of actions as a workbook that a coordinator sorts, filters and completes: a list of statuses to choose from,
/// real dates, headers that stay in view.
/// </summary>
public static class ActionRegister
{
    private const string SheetName = "Actions";

    private static readonly string[] Group = ["Groupe", "Groupe de travail", "Comité"];
    private static readonly string[] What = ["Action", "Quoi", "À faire"];
    private static readonly string[] Who = ["Qui", "Responsable", "Porteur"];
    private static readonly string[] Due = ["Pour quand", "Échéance", "Quand"];
    private static readonly string[] Status = ["Statut", "État", "Avancement"];
    private static readonly string[] DecidedOn = ["Décidée le", "Réunion du", "Date de la réunion"];
    private static readonly string[] Key = ["Repère", "Identifiant"];

    /// <summary>The .xlsx; same actions, same bytes.</summary>
    public static byte[] Write(IEnumerable<RegisteredAction> actions) =>
        WorkbookWriter.Write([
            new Sheet
            {
                Name = SheetName,
                Columns =
                [
                    new(Group[0], 28),
                    new(What[0], 60),
                    new(Who[0], 26),
                    new(Due[0], 14) { Kind = CellKind.Date },
                    new(Status[0], 14) { Options = MinutesContent.ActionStatuses },
                    new(DecidedOn[0], 14) { Kind = CellKind.Date },
                    new(Key[0], 24),
                ],
                Rows = actions.Select(Row),
            },
        ]);

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
        for (var sheet = 0; sheet < workbook.SheetNames.Count; sheet++)
        {
            if (SheetHeader.Find(workbook.Rows(sheet), [What, Status]) is { } header)
            {
                return new RegisterReading(workbook, sheet, header, reference).Read();
            }
        }

        return new ReadActions { Doubts = [new ActionDoubt("", 0, "", ActionDoubtKind.NoHeader, "")] };
    }

    private static IReadOnlyList<SheetCell?> Row(RegisteredAction action) =>
        [
            action.Group,
            action.What,
            action.Who,
            SheetCell.Of(action.Due),
            action.Status,
            SheetCell.Of(action.DecidedOn),
            action.Key,
        ];

    private sealed class RegisterReading(
        WorkbookFile workbook,
        int sheet,
        SheetHeader header,
        DateOnly reference
    )
    {
        private readonly List<RegisteredAction> actions = [];
        private readonly List<ActionDoubt> doubts = [];

        internal ReadActions Read()
        {
            foreach (var row in workbook.Rows(sheet).Where(row => row.Number > header.Row))
            {
                Read(row);
            }

            return new ReadActions { Actions = actions, Doubts = doubts };
        }

        private void Read(SheetTableRow row)
        {
            var what = Words(row, What);
            var action = new RegisteredAction
            {
                Key = Words(row, Key),
                Group = Words(row, Group),
                What = what ?? "",
                Who = Words(row, Who),
                Due = Day(row, Due),
                Status = Words(row, Status),
                DecidedOn = Day(row, DecidedOn),
            };
            if (what is not null)
            {
                actions.Add(action);
            }
            else if (row.Cells.Any(cell => cell.Words.Trim().Length > 0))
            {
                Doubt(
                    row,
                    What[0],
                    ActionDoubtKind.NoAction,
                    string.Join(" ; ", row.Cells.Select(cell => cell.Words))
                );
            }
        }

        private string? Words(SheetTableRow row, string[] labels)
        {
            var cell = row[header.Column(labels)];
            if (cell.Kind == CellKind.Error)
            {
                Doubt(row, labels[0], ActionDoubtKind.CellError, cell.Words);
                return null;
            }

            return cell.Words.Trim() is { Length: > 0 } words ? words : null;
        }

        private DateOnly? Day(SheetTableRow row, string[] labels)
        {
            if (Words(row, labels) is not { } words)
            {
                return null;
            }

            var day = workbook.Day(row[header.Column(labels)]) ?? FrenchDate.Read(words, reference);
            if (day is null)
            {
                Doubt(row, labels[0], ActionDoubtKind.NotADate, words);
            }

            return day;
        }

        private void Doubt(SheetTableRow row, string column, ActionDoubtKind kind, string words) =>
            doubts.Add(new ActionDoubt(workbook.SheetNames[sheet], row.Number, column, kind, words));
    }
}
