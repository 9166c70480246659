using Connector.Templates.Spreadsheets;

namespace Connector.Templates;

/// <summary>A column of the register of actions.</summary>
public enum ActionColumn
{
    Group,
    What,
    Who,
    Due,
    Status,
    DecidedOn,
    Note,
    Key,
}

/// <summary>The columns by the words that people may have above them.</summary>
internal static class RegisterColumns
{
    private static readonly Dictionary<ActionColumn, string[]> Labels = new()
    {
        [ActionColumn.Group] = ["Groupe", "Groupe de travail", "Comité"],
        [ActionColumn.What] = ["Action", "Quoi", "À faire"],
        [ActionColumn.Who] = ["Qui", "Responsable", "Porteur"],
        [ActionColumn.Due] = ["Pour quand", "Échéance", "Quand"],
        [ActionColumn.Status] = ["Statut", "État", "Avancement"],
        [ActionColumn.DecidedOn] = ["Décidée le", "Réunion du", "Date de la réunion"],
        [ActionColumn.Note] = ["À trancher"],
        [ActionColumn.Key] = ["Repère", "Identifiant"],
    };

    /// <summary>All that may stand above a column, the usual label first.</summary>
    internal static IReadOnlyList<string> Of(ActionColumn column) => Labels[column];

    internal static string Label(ActionColumn column) => Labels[column][0];

    /// <summary>The row with the label « Action » and one more of a column that is written.</summary>
    internal static SheetHeader? Header(IEnumerable<SheetTableRow> rows) =>
        SheetHeader.Find(
            rows,
            [
                Labels[ActionColumn.What],
                [
                    .. Labels[ActionColumn.Status],
                    .. Labels[ActionColumn.Who],
                    .. Labels[ActionColumn.Due],
                    .. Labels[ActionColumn.Key],
                ],
            ]
        );
}
