namespace Connector.Templates;

/// <summary>Finds which known row each turn of a list is: by key, by bookmark, by likeness; a column by its place at last.</summary>
internal sealed class TurnKeys
{
    /// <summary>Share of a row's words from which it is taken for a known one.</summary>
    private const double Likeness = 0.5;

    private readonly TypedValue typed;
    private readonly Dictionary<SeenTurn, (KnownTurn? Row, ReadRung Rung, double Confidence)> found = [];
    private readonly HashSet<KnownTurn> taken = [];

    internal TurnKeys(IReadOnlyList<SeenTurn> turns, IReadOnlyList<KnownTurn> rows, TypedValue typed)
    {
        this.typed = typed;
        var known = rows.ToHashSet();
        // What is cut out of a table may leave an empty row with its bookmark: the words come first, wherever they went.
        List<SeenTurn> told = [.. turns.Where(turn => !turn.IsEmpty)];
        ByMarks(told, known);
        var open = told.Where(turn => !found.ContainsKey(turn)).ToList();
        ByLikeness(open, [.. rows.Where(row => !taken.Contains(row))], 0.999);
        ByLikeness(open, [.. rows.Where(row => !taken.Contains(row))], Likeness);
        ByMarks([.. turns.Where(turn => turn.IsEmpty)], known);
        if (turns.Count == rows.Count && turns is [{ List.IsColumns: true }, ..])
        {
            ByPlace(turns, rows);
        }
    }

    internal (KnownTurn? Row, ReadRung Rung, double Confidence) this[SeenTurn turn] =>
        found.TryGetValue(turn, out var match) ? match : (null, Rung(turn), 0.6);

    internal bool IsTaken(KnownTurn row) => taken.Contains(row);

    private static ReadRung Rung(SeenTurn turn) => turn.IsRow ? ReadRung.TableHeader : ReadRung.Place;

    private void ByMarks(IReadOnlyList<SeenTurn> turns, HashSet<KnownTurn> known)
    {
        Claim(turns, turn => turn.ByTag.Where(known.Contains), ReadRung.ControlTag, 1);
        Claim(turns, turn => turn.ByBookmark.Where(known.Contains), ReadRung.Bookmark, 0.95);
    }

    /// <summary>A copied and pasted row carries the key of its model: the one most like the known row has it.</summary>
    private void Claim(
        IReadOnlyList<SeenTurn> turns,
        Func<SeenTurn, IEnumerable<KnownTurn>> marks,
        ReadRung rung,
        double confidence
    )
    {
        var marked = turns
            .Where(turn => !found.ContainsKey(turn))
            .SelectMany(turn => marks(turn).Select(row => (Row: row, Turn: turn)))
            .GroupBy(pair => pair.Row, pair => pair.Turn)
            .Where(group => !taken.Contains(group.Key));
        foreach (var group in marked)
        {
            var free = group.Where(turn => !found.ContainsKey(turn)).ToList();
            if (free.Count > 0)
            {
                Take(
                    free.Count == 1 ? free[0] : free.MaxBy(turn => Alike(group.Key, turn))!,
                    group.Key,
                    rung,
                    confidence
                );
            }
        }
    }

    private void Take(SeenTurn turn, KnownTurn row, ReadRung rung, double confidence)
    {
        found[turn] = (row, rung, confidence);
        taken.Add(row);
    }

    private void ByLikeness(IReadOnlyList<SeenTurn> open, IReadOnlyList<KnownTurn> rows, double least)
    {
        if (open.Count == 0 || rows.Count == 0)
        {
            return;
        }

        var index = new WordLikeness(open.Select(turn => string.Join(' ', Words(turn))));
        foreach (var row in rows)
        {
            var near = index
                .Near(
                    string.Join(' ', Words(row, open[0])),
                    candidate => found.ContainsKey(open[candidate]),
                    candidate => !found.ContainsKey(open[candidate])
                )
                .Select(candidate => (Turn: open[candidate], Score: Alike(row, open[candidate])))
                .Where(pair => pair.Score >= least)
                .OrderByDescending(pair => pair.Score)
                .FirstOrDefault();
            if (near.Turn is not null)
            {
                Take(near.Turn, row, Rung(near.Turn), 0.8 * near.Score);
            }
        }
    }

    private void ByPlace(IReadOnlyList<SeenTurn> turns, IReadOnlyList<KnownTurn> rows)
    {
        foreach (var (turn, row) in turns.Zip(rows))
        {
            if (!found.ContainsKey(turn) && !taken.Contains(row))
            {
                Take(turn, row, ReadRung.Place, 0.5);
            }
        }
    }

    /// <summary>Mean over the values of the words that both have, from 0 to 1; a turn within counts as one value.</summary>
    private double Alike(KnownTurn row, SeenTurn turn)
    {
        var pairs = turn
            .Values.Select(value => (Old: Printed(row, value.Field), New: value.Text))
            .Concat(
                turn.Lists.Select(shown =>
                    (
                        string.Join(
                            ' ',
                            row.Turns(shown.List)
                                .SelectMany(inside => Words(inside, shown.Turns.FirstOrDefault()))
                        ),
                        string.Join(' ', shown.Turns.SelectMany(Words))
                    )
                )
            )
            .Where(pair => pair.Item1.Length + pair.Item2.Length > 0)
            .ToList();
        return pairs.Count == 0 ? 0 : pairs.Average(pair => WordLikeness.Share(pair.Item1, pair.Item2));
    }

    private static IEnumerable<string> Words(SeenTurn turn) =>
        turn
            .Values.Select(value => value.Text)
            .Concat(turn.Lists.SelectMany(shown => shown.Turns).SelectMany(Words));

    /// <summary>What filling wrote for a row where <paramref name="like"/> shows it.</summary>
    private IEnumerable<string> Words(KnownTurn row, SeenTurn? like) =>
        like is null
            ? []
            : like
                .Values.Select(value => Printed(row, value.Field))
                .Concat(
                    like.Lists.SelectMany(shown =>
                        row.Turns(shown.List)
                            .SelectMany(inside => Words(inside, shown.Turns.FirstOrDefault()))
                    )
                );

    private string Printed(KnownTurn row, KnownField field) =>
        row.Row?.Fields.GetValueOrDefault(field.Name) is { } value ? typed.Printed(value) : "";
}
