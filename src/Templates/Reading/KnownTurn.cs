namespace Connector.Templates;

/// <summary>A row of the data where the template shows it.</summary>
internal sealed class KnownTurn(ShapeList list, KnownTurn? outer, DocumentRow? row)
{
    private readonly Dictionary<ShapeList, List<KnownTurn>> inside = [];

    internal ShapeList List { get; } = list;

    internal KnownTurn? Outer { get; } = outer;

    /// <summary>Null for the document itself.</summary>
    internal DocumentRow? Row { get; } = row;

    /// <summary><c>chantiers.bus</c>; empty for the document itself.</summary>
    internal string Path { get; } =
        row is null ? ""
        : outer!.Path.Length == 0 ? $"{list.Name}.{row.Key}"
        : $"{outer.Path}.{list.Name}.{row.Key}";

    internal IReadOnlyList<KnownTurn> Turns(ShapeList of) => inside.GetValueOrDefault(of) ?? [];

    internal void Add(ShapeList of, KnownTurn turn)
    {
        if (!inside.TryGetValue(of, out var turns))
        {
            inside[of] = turns = [];
        }

        turns.Add(turn);
    }

    /// <summary>This turn or the one around it that belongs to <paramref name="of"/>; null when none does.</summary>
    internal KnownTurn? At(ShapeList of)
    {
        for (var turn = this; turn is not null; turn = turn.Outer)
        {
            if (turn.List == of)
            {
                return turn;
            }
        }

        return null;
    }
}
