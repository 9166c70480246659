using Connector.Domain;
using Connector.Domain.Directories;
using Connector.Domain.Territories;
using Connector.TerritoryFiles.Records;
using Connector.TerritoryFiles.Shapes;

namespace Connector.TerritoryFiles.Tables;

/// <summary>
/// The sheet « Rencontres »: organisation, date, par, avec, état, suite, pour le, fait. A coordinator's own list: what is wrong
/// in it is told, and stops nothing. Columns of other names, private notes above all, are not read.
/// </summary>
internal sealed class VisitTable
{
    public const string SheetName = "Rencontres";

    private readonly Table _table;
    private readonly ProblemList _problems;
    private readonly int? _organisation;
    private readonly int? _date;
    private readonly int? _next;
    private readonly int? _due;

    private VisitTable(Table table, ProblemList problems)
    {
        (_table, _problems) = (table, problems);
        _organisation = Organisation(table);
        _date = Date(table);
        _next = table.Column(VisitColumns.Next);
        _due = table.Column(VisitColumns.Due);
    }

    public static bool Fits(Table table) =>
        Organisation(table) is not null
        && Date(table) is not null
        && table.Column("avec", "suite", "état", "par") is not null
        && table.Column("nom", "personne", "courriel") is null;

    /// <summary>Whether a table is meant to be visits, whatever its headers.</summary>
    public static bool IsNamed(Table table) =>
        table.Sheet is { } sheet
        && Folded
            .Key(sheet)
            .TrimEnd('s')
            .Equals(Folded.Key(SheetName).TrimEnd('s'), StringComparison.Ordinal);

    public static IReadOnlyList<VisitDraft> Read(Table table, ProblemList problems)
    {
        var reader = new VisitTable(table, problems);
        return [.. table.Rows.Select(reader.Read).OfType<VisitDraft>()];
    }

    public static void TellUnread(Table table, ProblemList problems) =>
        problems.Warn("unknown-table", table.Top, NotVisits, Headers);

    private VisitDraft? Read(TableRow row)
    {
        var cells = new CellReader(_table, row, _problems);
        var organisation = cells.Lenient(_organisation, TextShape.Name);
        if (row[_organisation].Length == 0)
        {
            _problems.Warn("missing-value", cells.At(_organisation), NoOrganisation, FillIn);
        }

        var next = cells.Lenient(_next, TextShape.Line);
        var due = cells.Day(_due);
        if (next is null && due is not null && row[_next].Length == 0)
        {
            _problems.Warn("missing-value", cells.At(_next), NoNext, SayWhat);
        }

        return organisation is null
            ? null
            : new VisitDraft(
                new Located<string>(organisation, cells.At(_organisation)),
                new Visit
                {
                    Organisation = "",
                    Place = _table.At(row, null),
                    Date = cells.Day(_date),
                    Visitors = cells.Lenient(_table.Column(VisitColumns.Visitors), TextShape.Line),
                    Met = cells.Lenient(_table.Column(VisitColumns.Met), TextShape.Line),
                    State = cells.Choice(_table.Column(VisitColumns.State), OrganisationRecord.ContactShape),
                    Next = next,
                    NextOn = due,
                    IsDone = cells.Choice(_table.Column("fait"), OrganisationRecord.YesNo) ?? false,
                }
            );
    }

    private static int? Organisation(Table table) => table.Column(VisitColumns.Organisation);

    private static int? Date(Table table) => table.Column(VisitColumns.Date);

    private static readonly Text NotVisits = new(
        "Ces titres de colonnes ne sont pas ceux des rencontres : la feuille n'est pas lue.",
        "These headers are not those of visits: the sheet is not read."
    );

    private static readonly Text Headers = new(
        "Il faut « organisation », « date » et au moins « avec », « état » ou « suite ».",
        "'organisation', 'date' and at least 'avec', 'état' or 'suite' are needed."
    );

    private static readonly Text NoOrganisation = new(
        "La colonne « organisation » est vide : la ligne n'est pas suivie.",
        "The column 'organisation' is empty: the row is not followed."
    );

    private static readonly Text FillIn = new(
        "Écrivez l'identifiant ou le nom de la structure, ou supprimez la ligne.",
        "Write the identifier or the name of the organisation, or delete the row."
    );

    private static readonly Text NoNext = new(
        "« pour le » dit une date, et « suite » ne dit pas quoi faire.",
        "'pour le' says a day, and 'suite' does not say what to do."
    );

    private static readonly Text SayWhat = new(
        "Écrivez la suite à donner, ou effacez la date.",
        "Write the next step, or clear the day."
    );
}
