namespace Connector.Templates;

/// <summary>Makes values and rows of what was seen, and finds the known rows that were not.</summary>
internal sealed class ReadingResult(KnownData known)
{
    private readonly TypedValue typed = new(known.Data.Language, known.Day);

    /// <summary>Known rows that were shown and are not there any more.</summary>
    internal List<MissingRow> Missing { get; } = [];

    internal List<ReadValue> Values(IEnumerable<SeenTurn> places, KnownTurn? row) =>
        [
            .. places
                .SelectMany(place => place.Values)
                .GroupBy(value => value.Field)
                .Select(group => Best(group.Key, [.. group], row)),
        ];

    /// <summary>The rows of the lists within: the same row shown in several places is one row.</summary>
    internal List<ReadRow> Rows(IReadOnlyList<SeenTurn> places, ShapeList list, KnownTurn? row)
    {
        var rows = new List<ReadRow>();
        foreach (var inside in list.Lists)
        {
            var shown = places
                .SelectMany(place => place.Lists)
                .Where(place => place.List == inside)
                .Select(place => place.Turns)
                .ToList();
            rows.AddRange(Rows(shown, inside, row));
        }

        return rows;
    }

    private List<ReadRow> Rows(IReadOnlyList<List<SeenTurn>> shown, ShapeList list, KnownTurn? outer)
    {
        var turns = outer?.Turns(list) ?? [];
        var seen = new Dictionary<KnownTurn, List<(SeenTurn Turn, ReadRung Rung, double Confidence)>>();
        var order = new List<(KnownTurn? Row, SeenTurn Turn, double Confidence, ReadRung Rung)>();
        var lost = shown.Count == 0 && !list.MayBeHidden ? turns.ToHashSet() : [];
        foreach (var place in shown)
        {
            var keys = new TurnKeys(place, turns, typed);
            var gone = turns.Where(turn => !keys.IsTaken(turn)).ToHashSet();
            foreach (var turn in place)
            {
                var (row, rung, confidence) = keys[turn];
                if (turn.IsEmpty && !IsEmpty(row))
                {
                    gone.UnionWith(row is null ? [] : [row]);
                    continue;
                }

                if (row is null || !seen.TryGetValue(row, out var others))
                {
                    order.Add((row, turn, confidence, rung));
                    others = [];
                    if (row is not null)
                    {
                        seen[row] = others;
                    }
                }

                others.Add((turn, rung, confidence));
            }

            lost.UnionWith(gone);
        }

        Missing.AddRange(turns.Where(lost.Contains).Select(turn => Candidate(list, turn)));
        var rows = order.Select(entry =>
            Row(
                list,
                entry.Row,
                entry.Rung,
                entry.Confidence,
                entry.Row is null ? [entry.Turn] : [.. seen[entry.Row].Select(other => other.Turn)]
            )
        );
        return [.. rows.Where(row => !list.IsColumns || row.Key is null || row.Values.Count > 0)];
    }

    private ReadRow Row(
        ShapeList list,
        KnownTurn? row,
        ReadRung rung,
        double confidence,
        IReadOnlyList<SeenTurn> places
    ) =>
        new(
            list.Name,
            row?.Row?.Key,
            rung,
            confidence,
            [.. Values(places, row).Where(value => !IsFromOutside(value, row))]
        )
        {
            Rows = Rows(places, list, row),
        };

    /// <summary>A row without a value of its own shows that of what is around it.</summary>
    private bool IsFromOutside(ReadValue value, KnownTurn? row) =>
        row?.Row is { } own
        && !own.Fields.ContainsKey(value.Key)
        && known.Find(row.Outer!, value.Key) is { } around
        && typed.Printed(around) == value.Text;

    private static MissingRow Candidate(ShapeList list, KnownTurn turn) =>
        new(turn.Outer!.Path.Length == 0 ? list.Name : $"{turn.Outer.Path}.{list.Name}", turn.Row!.Key);

    /// <summary>Whether filling had nothing to write for a row.</summary>
    private bool IsEmpty(KnownTurn? turn) =>
        turn?.Row is { } row
        && turn.List.Fields.All(field =>
            row.Fields.GetValueOrDefault(field.Name) is not { } value || typed.Printed(value).Length == 0
        )
        && turn.List.Lists.All(list => turn.Turns(list).All(IsEmpty));

    /// <summary>A field shown several times and changed in one place: the change is what the person meant.</summary>
    private ReadValue Best(KnownField field, IReadOnlyList<SeenValue> seen, KnownTurn? row)
    {
        var value = known.ValueOf(field, row);
        var before = value is null ? null : typed.Printed(value);
        var surest = seen.OrderBy(one => one.Rung).ThenByDescending(one => one.Confidence).ToList();
        var likely = surest.Where(one => one == surest[0] || one.Confidence >= 0.6).ToList();
        var isOne = likely.TrueForAll(one => WordSet.Plain(one.Text) == WordSet.Plain(surest[0].Text));
        var chosen =
            isOne || before is null
                ? surest[0]
                : likely.Find(one => WordSet.Plain(one.Text) != WordSet.Plain(before)) ?? surest[0];
        var (read, isSure) = typed.Read(field, value, chosen.Text, chosen.Address);
        var confidence = isOne ? chosen.Confidence : chosen.Confidence / 2;
        return new ReadValue(
            field.Name,
            chosen.Text,
            chosen.Rung,
            isSure ? confidence : Math.Min(confidence, 0.5)
        )
        {
            Value = read,
        };
    }
}
