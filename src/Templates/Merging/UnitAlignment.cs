namespace Connector.Templates;

/// <summary>
/// Which unit of one document is which of another. Marks decide first; then words that occur once in both, and
/// their equal neighbours (Heckel 1978); then likeness; last, what alone stands between the same neighbours.
/// </summary>
internal sealed class UnitAlignment
{
    /// <summary>Share of the words from which two texts are taken for one that was changed.</summary>
    private const double Likeness = 0.5;

    private const int MostCopies = 8;

    /// <summary>Units between two neighbours, beyond those looked for, among which leftovers are paired.</summary>
    private const int Widest = 64;

    private readonly IReadOnlyList<MergeUnit> left;
    private readonly IReadOnlyList<MergeUnit> right;
    private readonly int[] to;
    private readonly int[] from;

    /// <summary>A number for each text, the same for the same words: they are hashed once.</summary>
    private readonly int[] leftTexts;
    private readonly int[] rightTexts;

    internal UnitAlignment(IReadOnlyList<MergeUnit> left, IReadOnlyList<MergeUnit> right)
    {
        (this.left, this.right) = (left, right);
        (to, from) = (new int[left.Count], new int[right.Count]);
        Array.Fill(to, -1);
        Array.Fill(from, -1);
        (leftTexts, rightTexts) = Numbered(left, right);
        PairByMarks(isSameText: true);
        PairByMarks(isSameText: false);
        PairUniqueTexts();
        PairNeighbours();
        PairAlike();
        PairLeftovers();
    }

    /// <summary>Comparisons made: linear in the number of units.</summary>
    internal int Work { get; private set; }

    /// <summary>Index on the right of the unit at <paramref name="index"/> on the left; -1 when it is gone.</summary>
    internal int To(int index) => to[index];

    /// <summary>Index on the left of the unit at <paramref name="index"/> on the right; -1 when it was added.</summary>
    internal int From(int index) => from[index];

    /// <summary>Whether the units that both have stand in the same order.</summary>
    internal bool IsInOrder
    {
        get
        {
            var known = to.Where(index => index >= 0).ToList();
            return known.Zip(known.Skip(1)).All(pair => pair.First < pair.Second);
        }
    }

    private static (int[] Left, int[] Right) Numbered(
        IReadOnlyList<MergeUnit> left,
        IReadOnlyList<MergeUnit> right
    )
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        return ([.. left.Select(Number)], [.. right.Select(Number)]);

        int Number(MergeUnit unit)
        {
            if (!numbers.TryGetValue(unit.Text, out var number))
            {
                numbers[unit.Text] = number = numbers.Count;
            }

            return number;
        }
    }

    private void Pair(int one, int other) => (to[one], from[other]) = (other, one);

    /// <summary>A copied row carries the marks of its model: the one with the same words, else the most alike, has them.</summary>
    private void PairByMarks(bool isSameText)
    {
        var marked = new Dictionary<(string Mark, int Text), LinkedList<int>>();
        foreach (var index in Enumerable.Range(0, right.Count).Where(index => from[index] < 0))
        {
            foreach (var mark in right[index].Marks.Distinct())
            {
                var key = (mark, isSameText ? rightTexts[index] : 0);
                if (!marked.TryGetValue(key, out var list))
                {
                    marked[key] = list = [];
                }

                list.AddLast(index);
            }
        }

        foreach (var index in Enumerable.Range(0, left.Count).Where(index => to[index] < 0))
        {
            var unit = left[index];
            var best = -1;
            var score = -1.0;
            // Of those with the same words the first one is the best.
            var most = isSameText ? 1 : MostCopies;
            foreach (var candidate in unit.Marks.SelectMany(Free).Distinct().Take(most))
            {
                Work++;
                var share = isSameText ? 1 : WordLikeness.Share(unit.Text, right[candidate].Text);
                (best, score) = share > score ? (candidate, share) : (best, score);
            }

            if (best >= 0)
            {
                Pair(index, best);
            }

            IEnumerable<int> Free(string mark)
            {
                if (!marked.TryGetValue((mark, isSameText ? leftTexts[index] : 0), out var list))
                {
                    return [];
                }

                while (list.First is { } first && from[first.Value] >= 0)
                {
                    list.RemoveFirst();
                }

                return list.Where(other => from[other] < 0 && right[other].Kind == unit.Kind)
                    .Take(MostCopies);
            }
        }
    }

    private void PairUniqueTexts()
    {
        var rights = Unique(right, from);
        foreach (var (text, index) in Unique(left, to))
        {
            Work++;
            if (rights.TryGetValue(text, out var other) && left[index].MayBe(right[other]))
            {
                Pair(index, other);
            }
        }
    }

    private static Dictionary<(UnitKind, string), int> Unique(IReadOnlyList<MergeUnit> units, int[] taken) =>
        Enumerable
            .Range(0, units.Count)
            .Where(index => taken[index] < 0 && units[index].Text.Length > 0)
            .GroupBy(index => (units[index].Kind, units[index].Text))
            .Where(group => group.Count() == 1)
            .ToDictionary(group => group.Key, group => group.First());

    private void PairNeighbours()
    {
        for (var index = -1; index < left.Count - 1; index++)
        {
            PairIfEqual(index + 1, (index < 0 ? -1 : to[index]) + 1, index < 0 || to[index] >= 0);
        }

        for (var index = left.Count; index > 0; index--)
        {
            PairIfEqual(
                index - 1,
                (index == left.Count ? right.Count : to[index]) - 1,
                index == left.Count || to[index] >= 0
            );
        }
    }

    private void PairIfEqual(int one, int other, bool isAnchored)
    {
        Work++;
        if (
            isAnchored
            && other >= 0
            && other < right.Count
            && to[one] < 0
            && from[other] < 0
            && left[one].Text == right[other].Text
            && left[one].MayBe(right[other])
        )
        {
            Pair(one, other);
        }
    }

    private void PairAlike()
    {
        var open = Enumerable.Range(0, right.Count).Where(index => from[index] < 0).ToList();
        if (open.Count == 0)
        {
            return;
        }

        var (after, before) = Bounds();
        var index = new WordLikeness(open.Select(other => right[other].Text));
        foreach (var one in Enumerable.Range(0, left.Count).Where(one => to[one] < 0))
        {
            var best = index.Best(left[one].Text, other => from[open[other]] >= 0, IsFit, Likeness);
            if (best >= 0 && left[one].MayBe(right[open[best]]))
            {
                Pair(one, open[best]);
            }

            bool IsFit(int other) =>
                left[one].Kind == UnitKind.Row || (open[other] > after[one] && open[other] < before[one]);
        }

        Work += index.Work;
    }

    /// <summary>For each on the left, the places on the right of its nearest known neighbours.</summary>
    private (int[] After, int[] Before) Bounds()
    {
        var (after, before) = (new int[left.Count], new int[left.Count]);
        for (int index = 0, place = -1; index < left.Count; index++)
        {
            after[index] = place;
            place = to[index] >= 0 ? to[index] : place;
        }

        for (int index = left.Count - 1, place = right.Count; index >= 0; index--)
        {
            before[index] = place;
            place = to[index] >= 0 ? to[index] : place;
        }

        return (after, before);
    }

    /// <summary>As many on both sides between the same neighbours: each was typed over.</summary>
    private void PairLeftovers()
    {
        for (var start = 0; start < left.Count; start++)
        {
            if (to[start] >= 0)
            {
                continue;
            }

            var end = start;
            while (end < left.Count && to[end] < 0)
            {
                end++;
            }

            var before = start == 0 ? -1 : to[start - 1];
            var after = end == left.Count ? right.Count : to[end];
            var free =
                before < after && after - before < end - start + Widest
                    ? Enumerable
                        .Range(before + 1, after - before - 1)
                        .Where(index => from[index] < 0)
                        .ToList()
                    : [];
            Work += end - start + free.Count;
            if (free.Count == end - start)
            {
                foreach (var (one, other) in Enumerable.Range(start, free.Count).Zip(free))
                {
                    if (MayBeTypedOver(left[one], right[other]))
                    {
                        Pair(one, other);
                    }
                }
            }

            start = end;
        }
    }

    private static bool MayBeTypedOver(MergeUnit one, MergeUnit other) =>
        one.MayBe(other)
        && one.Kind switch
        {
            UnitKind.Table => false,
            UnitKind.Row => one.Marks.Count == 0 && other.Marks.Count == 0,
            _ => true,
        };
}
