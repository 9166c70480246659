namespace Connector.Templates;

/// <summary>Follows a way through a template, and opens the turns of lists on it.</summary>
internal sealed class RouteWalk(IReadOnlyList<RouteEvent> events, SeenTurn start)
{
    private readonly Stack<(SeenTurn Turn, List<SeenTurn>? Turns)> outer = [];
    private int at = -1;

    internal SeenTurn Turn { get; private set; } = start;

    internal RouteEvent Now => events[at];

    /// <summary>The nearest event before this one that has to do with a block or the lack of one.</summary>
    internal RouteEvent? Before => Nearest(-1);

    internal RouteEvent? After => Nearest(1);

    internal bool Next()
    {
        if (++at >= events.Count)
        {
            return false;
        }

        switch (Now)
        {
            case { Move: RouteMove.Enter, Item: ShapeGroup group }:
                outer.Push((Turn, group.List is null ? null : Turn.Show(group.List)));
                Open(group);
                break;
            case { Move: RouteMove.Pass, Item: ShapeGroup { List: { } list } }:
                Turn.Show(list);
                break;
            case { Move: RouteMove.Again, Item: ShapeGroup group }:
                Turn = outer.Peek().Turn;
                Open(group);
                break;
            case { Move: RouteMove.Leave }:
                Turn = outer.Pop().Turn;
                break;
        }

        return true;
    }

    /// <summary>The blocks of people's own that follow at once.</summary>
    internal IEnumerable<ReadBlock> ExtraAfter() =>
        events.Skip(at + 1).TakeWhile(later => later.Move == RouteMove.Extra).Select(later => later.Block!);

    /// <summary>The block and those after it that stand for the same item; the walk goes on behind them.</summary>
    internal IReadOnlyList<ReadBlock> TakeRest()
    {
        var item = Now.Item;
        var blocks = new List<ReadBlock> { Now.Block! };
        while (
            at + 1 < events.Count
            && (
                events[at + 1].Move == RouteMove.Extra
                || (events[at + 1].Move, events[at + 1].Item) == (RouteMove.Match, item)
            )
        )
        {
            blocks.Add(events[++at].Block!);
        }

        return blocks;
    }

    private void Open(ShapeGroup group)
    {
        if (group.List is { } list && outer.Peek() is (var around, { } turns))
        {
            Turn = new SeenTurn(list, around) { IsRow = group.Items is [ShapeRow, ..] };
            turns.Add(Turn);
        }
    }

    private RouteEvent? Nearest(int step)
    {
        for (var near = at + step; near >= 0 && near < events.Count; near += step)
        {
            if (events[near].Move is RouteMove.Match or RouteMove.Lack or RouteMove.Extra)
            {
                return events[near];
            }
        }

        return null;
    }
}
