namespace Connector.Templates;

/// <summary>
/// What stands in a document outside of lists, or in one turn of a list, before it is known which row it is.
/// </summary>
internal sealed class SeenTurn(ShapeList list, SeenTurn? outer)
{
    private readonly List<(ShapeList List, List<SeenTurn> Turns)> lists = [];

    internal ShapeList List { get; } = list;

    internal SeenTurn? Outer { get; } = outer;

    internal List<SeenValue> Values { get; } = [];

    /// <summary>Each place where a list is shown, with its turns there.</summary>
    internal IReadOnlyList<(ShapeList List, List<SeenTurn> Turns)> Lists => lists;

    /// <summary>The rows that keys of its controls name.</summary>
    internal HashSet<KnownTurn> ByTag { get; } = [];

    /// <summary>The rows that its bookmarks name.</summary>
    internal HashSet<KnownTurn> ByBookmark { get; } = [];

    /// <summary>Found by the labels of a table's columns.</summary>
    internal bool IsRow { get; init; }

    internal List<SeenTurn> Show(ShapeList of)
    {
        var turns = new List<SeenTurn>();
        lists.Add((of, turns));
        return turns;
    }

    internal void Mark(ReadBlock block)
    {
        foreach (var control in block.Controls)
        {
            Mark(control.Turn, turn => turn.ByTag);
        }

        foreach (var turn in block.Anchors)
        {
            Mark(turn, seen => seen.ByBookmark);
        }
    }

    /// <summary>This turn or the one around it that belongs to <paramref name="of"/>; else the outermost.</summary>
    internal SeenTurn At(ShapeList of)
    {
        var turn = this;
        while (turn.List != of && turn.Outer is not null)
        {
            turn = turn.Outer;
        }

        return turn;
    }

    internal bool IsEmpty =>
        Values.TrueForAll(value => value.Text.Length == 0)
        && lists.TrueForAll(shown => shown.Turns.TrueForAll(turn => turn.IsEmpty));

    private void Mark(KnownTurn? known, Func<SeenTurn, HashSet<KnownTurn>> marks)
    {
        for (var turn = this; turn is { Outer: not null } && known is not null; turn = turn.Outer)
        {
            if (known.At(turn.List) is { } named)
            {
                marks(turn).Add(named);
            }
        }
    }
}

/// <param name="Address">Where a link leads; empty for what is none.</param>
internal sealed record SeenValue(
    KnownField Field,
    string Text,
    ReadRung Rung,
    double Confidence,
    string Address
);
