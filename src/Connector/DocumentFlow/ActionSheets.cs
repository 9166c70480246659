using Connector.Domain;
using Connector.Domain.Documents;
using Connector.Domain.Territories;
using Connector.Domain.Workspaces;
using Connector.Provisioning;
using Connector.Templates;
using Connector.Templates.Spreadsheets;

namespace Connector.DocumentFlow;

/// <summary>« Suivi des actions » as it is made, read and changed: between actions and the rows of a workbook.</summary>
internal static class ActionSheets
{
    private static readonly Dictionary<ActionField, ActionColumn> Columns = new()
    {
        [ActionField.What] = ActionColumn.What,
        [ActionField.Who] = ActionColumn.Who,
        [ActionField.Due] = ActionColumn.Due,
        [ActionField.Status] = ActionColumn.Status,
    };

    /// <summary>The sheet of a group, or of all groups, that nobody wrote in yet.</summary>
    public static MadeDocument Compose(ComposedTerritory context, AreaSpec area)
    {
        var groups = area.WorkingGroupId is { } id
            ? context.Territory.Groups.Where(group => group.Id == id)
            : context.Territory.Groups;
        var rows = groups.SelectMany(group =>
            ActionBoard.Sorted(context.Board.Of(group.Id)).Select(action => Row(action, group.Name))
        );
        return new MadeDocument(
            ActionRegister.Write(rows, withGroup: area.WorkingGroupId is null),
            MadeDocument.Xlsx
        );
    }

    /// <summary>Rows as they are now, and the workbook's own account of them, in the same order.</summary>
    /// <exception cref="SpreadsheetException">Not a workbook, damaged, or too large.</exception>
    public static (IReadOnlyList<ReadAction> Rows, ReadActions Register) Read(
        ReadOnlyMemory<byte> xlsx,
        Territory territory,
        DateOnly today
    )
    {
        var register = ActionRegister.Read(xlsx, today);
        var groups = territory
            .Groups.SelectMany(group =>
                new[] { group.Id, group.Name }.Select(name => (Folded.Key(name), group.Id))
            )
            .DistinctBy(pair => pair.Item1)
            .ToDictionary(pair => pair.Item1, pair => pair.Id, StringComparer.Ordinal);
        return ([.. register.Rows.Select(row => Read(row, register, groups))], register);
    }

    /// <summary>Fields whose column is not there.</summary>
    public static IReadOnlyList<ActionField> Missing(ReadActions register) =>
        [.. ActionWords.Fields.Where(field => register.Missing.Contains(Columns[field]))];

    /// <summary>The same sheet with what has to be changed.</summary>
    /// <param name="xlsx">As it is.</param>
    /// <param name="territory">For the names of groups.</param>
    /// <param name="register">As it was read.</param>
    /// <param name="changes">What has to be changed.</param>
    public static byte[] Change(
        ReadOnlyMemory<byte> xlsx,
        Territory territory,
        ReadActions register,
        (IReadOnlyList<SheetCellChange> Cells, IReadOnlyList<TrackedAction> Added) changes
    )
    {
        var names = territory.Groups.ToDictionary(group => group.Id, group => group.Name);
        return ActionRegister.Change(
            xlsx,
            [
                .. changes.Cells.Select(cell => new RegisterChange(
                    register.Rows[cell.Row].Number,
                    cell.Field is { } field ? Columns[field]
                        : cell.IsKey ? ActionColumn.Key
                        : ActionColumn.Note,
                    cell.Field == ActionField.Due ? SheetCell.Of(ActionWords.Day(cell.Value)) : cell.Value
                )),
            ],
            [
                .. changes.Added.Select(action =>
                    Row(action, names.GetValueOrDefault(action.GroupId) ?? action.GroupId)
                ),
            ]
        );
    }

    private static RegisteredAction Row(TrackedAction action, string group) =>
        new()
        {
            Key = action.Id,
            Group = group,
            What = action.Words.What,
            Who = action.Words.Who,
            Due = action.Words.Due,
            Status = action.Words.Status,
            DecidedOn = action.DecidedOn,
        };

    private static ReadAction Read(RegisterRow row, ReadActions register, Dictionary<string, string> groups)
    {
        var (action, locked) = (row.Action, row.Locked);
        return new ReadAction
        {
            Key = action.Key,
            IsMarked = action.Key is not null,
            GroupId = groups.GetValueOrDefault(Folded.Key(action.Group ?? "")),
            What = action.What.Length > 0 ? action.What : null,
            Who = Said(action.Who, ActionColumn.Who),
            Due =
                action.Due is null && locked.Contains(ActionColumn.Due)
                    ? null
                    : Said(ActionWords.Written(action.Due), ActionColumn.Due),
            Status = Said(action.Status, ActionColumn.Status),
            DecidedOn = action.DecidedOn,
            Locked = [.. ActionWords.Fields.Where(field => locked.Contains(Columns[field]))],
            Note = row.Note,
        };

        string? Said(string? words, ActionColumn column) =>
            register.Missing.Contains(column) || (words is null && locked.Contains(column))
                ? null
                : words ?? "";
    }
}
