namespace Connector.Domain.Meetings;

/// <summary>
/// Where a series that gets another rhythm has the occurrences that people changed or took out: each goes along to the
/// nearest day of the new rhythm, and no two to the same. One that has none near stays where it is: a meeting beside the
/// series, which is what people agreed on.
/// </summary>
internal sealed class DayMoves
{
    private readonly Dictionary<DateOnly, DateOnly> _moved = [];
    private readonly EventObject _theirs;
    private readonly EventPart _before;
    private readonly EventPart _ours;
    private readonly EventPart _master;

    public DayMoves(
        EventObject theirs,
        EventPart before,
        EventPart ours,
        EventPart master,
        Func<EventPart, DateOnly, DateOnly?> nearest
    )
    {
        (_theirs, _before, _ours, _master) = (theirs, before, ours, master);
        var isSame =
            theirs.Master[EventField.Rule] == master[EventField.Rule]
            && theirs.Master[EventField.Day] == master[EventField.Day];
        if (isSame)
        {
            return;
        }

        var taken = new HashSet<DateOnly>();
        foreach (var day in theirs.Overrides.Keys.Concat(TakenOut()).Distinct().Order())
        {
            if (nearest(master, day) is { } there && taken.Add(there))
            {
                _moved[day] = there;
            }
            else
            {
                taken.Add(day);
            }
        }
    }

    public IReadOnlyDictionary<DateOnly, DateOnly> Moved =>
        _moved.Where(pair => pair.Key != pair.Value).ToDictionary();

    public DateOnly Of(DateOnly day) => _moved.GetValueOrDefault(day, day);

    /// <summary>The exceptions of the merged master: those that people made have moved along.</summary>
    public string Exceptions()
    {
        var theirs = TakenOut().Select(EventPart.Write).ToHashSet(StringComparer.Ordinal);
        return EventPart.Join(
            _master
                .Set(EventField.Exceptions)
                .Where(day => !theirs.Contains(day) || _ours.Set(EventField.Exceptions).Contains(day))
                .Concat(TakenOut().Where(IsStillOut).Select(day => EventPart.Write(Of(day))))
        );
    }

    private bool IsStillOut(DateOnly day) => _master.LeavesOut(day);

    private IEnumerable<DateOnly> TakenOut() =>
        _theirs
            .Master.Set(EventField.Exceptions)
            .Except(_before.Set(EventField.Exceptions), StringComparer.Ordinal)
            .Select(day => DateOnly.TryParse(day, out var date) ? date : (DateOnly?)null)
            .OfType<DateOnly>();
}
