using Connector.Directories;
using Connector.Domain;
using Connector.Domain.Territories;
using Connector.Templates.Spreadsheets;
using Connector.TerritoryFiles.Tables;

namespace Connector.Invitations;

/// <summary>An invitation to write down.</summary>
/// <param name="Organisation">Its identifier.</param>
/// <param name="On">When the letter was written.</param>
/// <param name="Until">When to remind.</param>
internal sealed record InvitationRow(string Organisation, DateOnly On, DateOnly Until);

/// <summary>The directory with invitations written down.</summary>
/// <param name="Xlsx">The same bytes where there was nothing to write.</param>
/// <param name="States">Organisations that become « invité ».</param>
/// <param name="Reminders">Rows added to « Rencontres ».</param>
internal sealed record NotedInvitations(byte[] Xlsx, int States, int Reminders)
{
    /// <summary>What could not be written, and why.</summary>
    public IReadOnlyList<Text> Doubts { get; init; } = [];
}

/// <summary>
/// Writes « invité » over « à rencontrer » or « rencontré », and a row with the reminder into « Rencontres ». A state that says
/// something else stays, and so does every other cell; an invitation that stands there already is not written twice.
/// </summary>
internal static class InvitationRows
{
    private const string Invited = "invité";

    private static readonly string[] Before =
    [
        "",
        Folded.Key("à rencontrer"),
        Folded.Key("rencontré"),
        Folded.Key("rencontrée"),
    ];

    private static readonly IReadOnlyList<string> Id = ["id", "identifiant"];

    /// <exception cref="SpreadsheetException">Not a workbook, damaged, or too large.</exception>
    public static NotedInvitations Write(
        byte[] xlsx,
        IReadOnlyList<InvitationRow> rows,
        IReadOnlyDictionary<string, string> names
    )
    {
        var doubts = new List<Text>();
        var (states, sheet) = States(xlsx, rows, doubts);
        var bytes = states.Count == 0 ? xlsx : WorkbookEdit.Apply(xlsx, sheet, states, []);
        var (reminders, meetings, header) = Reminders(bytes, rows, names, doubts);
        bytes = reminders.Count == 0 ? bytes : WorkbookEdit.Apply(bytes, meetings, [], reminders, header);
        return new NotedInvitations(bytes, states.Count, reminders.Count) { Doubts = doubts };
    }

    private static (List<CellEdit> Cells, int Sheet) States(
        byte[] xlsx,
        IReadOnlyList<InvitationRow> rows,
        List<Text> doubts
    )
    {
        using var workbook = WorkbookFile.Open(xlsx);
        if (NamedSheet.Find(workbook, "organisation", [Id, VisitColumns.State]) is not var (sheet, header))
        {
            doubts.Add(NoState);
            return ([], 0);
        }

        var wanted = rows.Select(row => row.Organisation).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var (id, state) = (header.Column(Id), header.Column(VisitColumns.State)!.Value);
        var cells = new List<CellEdit>();
        foreach (
            var row in Below(workbook, sheet, header).Where(row => wanted.Contains(row[id].Words.Trim()))
        )
        {
            var said = Folded.Key(row[state].Words);
            if (Before.Contains(said) && !row[state].IsFormula)
            {
                cells.Add(new CellEdit(row.Number, state, SheetCell.Of(Invited)));
            }
            else if (said != Folded.Key(Invited) && said != Folded.Key("invitée"))
            {
                doubts.Add(Stays(row[id].Words, row[state].Words));
            }
        }

        return (cells, sheet);
    }

    private static (List<IReadOnlyDictionary<int, SheetCell>> Rows, int Sheet, int Header) Reminders(
        byte[] xlsx,
        IReadOnlyList<InvitationRow> rows,
        IReadOnlyDictionary<string, string> names,
        List<Text> doubts
    )
    {
        using var workbook = WorkbookFile.Open(xlsx);
        if (
            NamedSheet.Find(
                workbook,
                VisitColumns.Sheet,
                [
                    VisitColumns.Organisation,
                    VisitColumns.Date,
                    VisitColumns.State,
                    VisitColumns.Next,
                    VisitColumns.Due,
                ]
            )
            is not var (sheet, header)
        )
        {
            doubts.Add(NoMeetings);
            return ([], 0, 0);
        }

        var (organisation, state) = (
            header.Column(VisitColumns.Organisation),
            header.Column(VisitColumns.State)
        );
        var invited = Below(workbook, sheet, header)
            .Where(row => Folded.Key(row[state].Words).TrimEnd('e') == Folded.Key(Invited).TrimEnd('e'))
            .Select(row => Folded.Key(row[organisation].Words))
            .ToHashSet(StringComparer.Ordinal);
        return (
            [
                .. rows.Where(row =>
                        !invited.Contains(Folded.Key(row.Organisation))
                        && !invited.Contains(Folded.Key(names[row.Organisation]))
                    )
                    .Select(row => Cells(row, NamedSheet.Called(row.Organisation, names), header)),
            ],
            sheet,
            header.Row
        );
    }

    private static IReadOnlyDictionary<int, SheetCell> Cells(
        InvitationRow row,
        string name,
        SheetHeader header
    ) =>
        new Dictionary<int, SheetCell>
        {
            [header.Column(VisitColumns.Organisation)!.Value] = SheetCell.Of(name),
            [header.Column(VisitColumns.Date)!.Value] = SheetCell.Of(row.On),
            [header.Column(VisitColumns.State)!.Value] = SheetCell.Of(Invited),
            [header.Column(VisitColumns.Next)!.Value] = SheetCell.Of("relancer l'invitation"),
            [header.Column(VisitColumns.Due)!.Value] = SheetCell.Of(row.Until),
        };

    private static IEnumerable<SheetTableRow> Below(WorkbookFile workbook, int sheet, SheetHeader header) =>
        workbook.Rows(sheet).Where(row => row.Number > header.Row);

    private static Text Stays(string organisation, string state) =>
        new(
            $"« {organisation} » : l'état « {state} » reste tel quel",
            $"'{organisation}': the state '{state}' stays as it is"
        );

    private static readonly Text NoState = new(
        "la feuille « Organisations » n'a pas de colonnes « id » et « état » : l'état n'y est pas noté",
        "the sheet 'Organisations' has no columns 'id' and 'état': the state is not written there"
    );

    private static readonly Text NoMeetings = new(
        "la feuille « Rencontres » n'a pas les colonnes organisation, date, état, suite et « pour le » : la relance n'y est pas notée",
        "the sheet 'Rencontres' lacks the columns organisation, date, état, suite and 'pour le': the reminder is not written there"
    );
}
