namespace Connector.Domain.Documents;

/// <summary>
/// Hears what minutes and sheets say, against what was last seen in each: a value that one of them changed holds from now on,
/// one that two changed differently is disputed and stays everywhere as it is. Nothing is ever deleted.
/// </summary>
public static class ActionMerge
{
    /// <param name="board">What held.</param>
    /// <param name="readings">The places that changed since.</param>
    public static ActionBoard Hear(ActionBoard board, IReadOnlyList<ActionReading> readings)
    {
        ArgumentNullException.ThrowIfNull(board);
        ArgumentNullException.ThrowIfNull(readings);
        if (readings.Count == 0)
        {
            return board;
        }

        var now = new Dictionary<string, TrackedAction>(StringComparer.Ordinal);
        var order = new List<string>();
        foreach (var action in board.Actions)
        {
            now[action.Id] = action;
            order.Add(action.Id);
        }

        var heard = new ActionHearing(now, order);
        foreach (
            var reading in readings
                .OrderBy(reading => reading.Place.Kind)
                .ThenBy(reading => reading.Place.Date)
                .ThenBy(reading => reading.Place.Key, StringComparer.Ordinal)
        )
        {
            board = board.With(reading.Place);
            if (!reading.IsSilent)
            {
                heard.Hear(reading);
            }
        }

        heard.Settle();
        return board with { Actions = [.. order.Select(id => now[id])] };
    }
}
