namespace Connector.Domain.Documents;

/// <summary>What has to be written into a sheet of actions that people wrote in: cells and new rows, nothing else.</summary>
public static class SheetChanges
{
    /// <summary>Whether the sheet, as it was last seen, does not say what holds.</summary>
    public static bool IsBehind(ActionBoard board, ActionPlace sheet)
    {
        ArgumentNullException.ThrowIfNull(board);
        ArgumentNullException.ThrowIfNull(sheet);
        return !sheet.IsUnreadable
            && board
                .In(sheet)
                .Any(action =>
                    action.SightIn(sheet.Key) is { } seen
                        ? !seen.IsGone && Cells(board, sheet, action, seen).Any()
                        : true
                );
    }

    /// <summary>The cells to write, by the place of their row among the rows; and the actions that have no row.</summary>
    /// <param name="board">What holds.</param>
    /// <param name="sheet">The sheet.</param>
    /// <param name="rows">As they are now: what somebody changed since the last look is left, and heard with the next.</param>
    public static (IReadOnlyList<SheetCellChange> Cells, IReadOnlyList<TrackedAction> Added) Of(
        ActionBoard board,
        ActionPlace sheet,
        IReadOnlyList<ReadAction> rows
    )
    {
        ArgumentNullException.ThrowIfNull(board);
        ArgumentNullException.ThrowIfNull(sheet);
        ArgumentNullException.ThrowIfNull(rows);
        var actions = board.In(sheet).ToList();
        var matches = ActionMatching.Match(sheet.Key, actions, rows);
        var byId = actions.ToDictionary(action => action.Id, StringComparer.Ordinal);
        var cells = new List<SheetCellChange>();
        for (var index = 0; index < rows.Count; index++)
        {
            if (matches[index] is not { } id || byId[id].SightIn(sheet.Key) is not { } seen)
            {
                continue;
            }

            var row = rows[index];
            cells.AddRange(
                Cells(board, sheet, byId[id], seen)
                    .Where(cell => IsStill(cell, row, seen))
                    .Select(cell => cell with { Row = index })
            );
        }

        var there = matches.OfType<string>().ToHashSet(StringComparer.Ordinal);
        return (
            cells,
            [
                .. ActionBoard.Sorted(
                    actions.Where(action => action.SightIn(sheet.Key) is null && !there.Contains(action.Id))
                ),
            ]
        );
    }

    private static IEnumerable<SheetCellChange> Cells(
        ActionBoard board,
        ActionPlace sheet,
        TrackedAction action,
        ActionSight seen
    )
    {
        foreach (
            var field in ActionWords
                .Fields.Except(sheet.Missing)
                .Except(seen.Locked)
                .Where(field => !action.IsDisputed(field))
        )
        {
            if (!ActionWords.Same(field, action.Words[field], seen.Words[field]))
            {
                yield return new SheetCellChange(field, action.Words[field]);
            }
        }

        if (sheet.HasKeys && seen.Key is null)
        {
            yield return new SheetCellChange(null, action.Id) { IsKey = true };
        }

        var note = ActionNotes.InSheet(board, sheet, action);
        if (sheet.HasNotes && note != seen.Note && (seen.Note.Length == 0 || ActionNotes.IsOurs(seen.Note)))
        {
            yield return new SheetCellChange(null, note);
        }
    }

    private static bool IsStill(SheetCellChange cell, ReadAction row, ActionSight seen) =>
        cell switch
        {
            { Field: { } field } => !row.Locked.Contains(field)
                && row[field] is { } value
                && ActionWords.Same(field, value, seen.Words[field]),
            { IsKey: true } => row.Key is null,
            _ => row.Note == seen.Note,
        };
}

/// <param name="Field">Which column; null for « Repère » and « À trancher ».</param>
/// <param name="Value">What it says from now on; a day as <c>2026-12-03</c>.</param>
public sealed record SheetCellChange(ActionField? Field, string Value)
{
    /// <summary>Place of the row among those that were read.</summary>
    public int Row { get; init; }

    /// <summary>The column « Repère »; else « À trancher ».</summary>
    public bool IsKey { get; init; }
}
