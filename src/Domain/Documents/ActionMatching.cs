namespace Connector.Domain.Documents;

/// <summary>
/// Which row is which action: by its mark, by its words, by most of its words. No action is two rows, no row two actions.
/// </summary>
public static class ActionMatching
{
    /// <summary>Words in both over words in either: under it, a row of this place is another one.</summary>
    private const double LikeItself = 0.5;

    /// <summary>The same for a row of another place, which nobody had seen here.</summary>
    private const double LikeAnother = 0.75;

    /// <summary>Comparisons of each with each beyond which likeness is not asked.</summary>
    private const int MostPairs = 250_000;

    /// <param name="place">Key of the place.</param>
    /// <param name="actions">Those that may stand there.</param>
    /// <param name="rows">As read.</param>
    /// <returns>For each row the identifier of its action; null for a row that is none of them.</returns>
    public static string?[] Match(
        string place,
        IReadOnlyList<TrackedAction> actions,
        IReadOnlyList<ReadAction> rows
    )
    {
        var found = new string?[rows.Count];
        var taken = new HashSet<string>(StringComparer.Ordinal);
        ByMark(place, actions, rows, found, taken);
        var here = actions.Where(action => action.SightIn(place) is not null).ToList();
        var elsewhere = actions.Where(action => action.SightIn(place) is null).ToList();
        ByWords(here, rows, found, taken, action => action.SightIn(place)!.Words);
        var still = here.Where(action => action.Words.IsOpen).ToList();
        ByLikeness(still, rows, found, taken, action => action.SightIn(place)!.Words, LikeItself);
        var open = elsewhere.Where(action => action.Words.IsOpen).ToList();
        ByWords(open, rows, found, taken, action => action.Words);
        ByLikeness(open, rows, found, taken, action => action.Words, LikeAnother);
        return found;
    }

    /// <summary>Rows without action that say what another row of the place says: copied, it is not promised twice.</summary>
    public static HashSet<int> Doubles(IReadOnlyList<ReadAction> rows, string?[] matches)
    {
        var said = new Dictionary<(string?, string), HashSet<string>>();
        var doubles = new HashSet<int>();
        foreach (var index in Enumerable.Range(0, rows.Count).OrderBy(index => matches[index] is null))
        {
            var row = rows[index];
            var key = (row.GroupId, Words(row));
            var who = Folded.Key(row.Who ?? "");
            if (!said.TryGetValue(key, out var people))
            {
                said[key] = [who];
            }
            else if (matches[index] is null && (who.Length == 0 || people.Contains(who)))
            {
                doubles.Add(index);
            }
            else
            {
                people.Add(who);
            }
        }

        return doubles;
    }

    private static void ByMark(
        string place,
        IReadOnlyList<TrackedAction> actions,
        IReadOnlyList<ReadAction> rows,
        string?[] found,
        HashSet<string> taken
    )
    {
        var marked = new Dictionary<string, TrackedAction>(StringComparer.Ordinal);
        foreach (var action in actions)
        {
            marked[action.SightIn(place)?.Key ?? action.Id] = action;
        }

        // A row that was copied has its model's mark: the one that says what the action says is the action.
        foreach (
            var copies in rows.Select((row, index) => (row, index))
                .Where(pair => pair.row.Key is not null && marked.ContainsKey(pair.row.Key))
                .GroupBy(pair => pair.row.Key!, StringComparer.Ordinal)
        )
        {
            var action = marked[copies.Key];
            var known = Folded.Key((action.SightIn(place)?.Words ?? action.Words).What);
            var best = copies.MaxBy(pair => Words(pair.row) == known);
            found[best.index] = action.Id;
            taken.Add(action.Id);
        }
    }

    private static void ByWords(
        IReadOnlyList<TrackedAction> actions,
        IReadOnlyList<ReadAction> rows,
        string?[] found,
        HashSet<string> taken,
        Func<TrackedAction, ActionWords> words
    )
    {
        var same = actions
            .Where(action => !taken.Contains(action.Id))
            .ToLookup(action => Folded.Key(words(action).What), StringComparer.Ordinal);
        for (var index = 0; index < rows.Count; index++)
        {
            var row = rows[index];
            if (found[index] is not null || row.What is null)
            {
                continue;
            }

            var free = same[Words(row)].Where(action => Fits(action, row) && !taken.Contains(action.Id));
            var best = free.MaxBy(action => Folded.Key(words(action).Who) == Folded.Key(row.Who ?? ""));
            Take(best, index, found, taken);
        }
    }

    private static void ByLikeness(
        IReadOnlyList<TrackedAction> actions,
        IReadOnlyList<ReadAction> rows,
        string?[] found,
        HashSet<string> taken,
        Func<TrackedAction, ActionWords> words,
        double least
    )
    {
        var free = actions.Where(action => !taken.Contains(action.Id)).ToList();
        var left = Enumerable
            .Range(0, rows.Count)
            .Where(index => found[index] is null && rows[index].What is not null)
            .ToList();
        if ((long)free.Count * left.Count is 0 or > MostPairs)
        {
            return;
        }

        var known = free.ToDictionary(action => action.Id, action => Set(words(action).What));
        foreach (var index in left)
        {
            var said = Set(rows[index].What!);
            var best = free.Where(action => Fits(action, rows[index]) && !taken.Contains(action.Id))
                .Select(action => (action, share: Share(said, known[action.Id])))
                .Where(pair => pair.share >= least)
                .OrderByDescending(pair => pair.share)
                .FirstOrDefault();
            Take(best.action, index, found, taken);
        }
    }

    private static void Take(TrackedAction? action, int index, string?[] found, HashSet<string> taken)
    {
        if (action is not null)
        {
            found[index] = action.Id;
            taken.Add(action.Id);
        }
    }

    private static bool Fits(TrackedAction action, ReadAction row) =>
        row.GroupId is null || row.GroupId == action.GroupId;

    private static string Words(ReadAction row) => Folded.Key(row.What ?? "");

    private static bool IsNumber(string word) => word.Any(char.IsAsciiDigit);

    private static HashSet<string> Set(string words) =>
        Folded
            .Words(words)
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .ToHashSet(StringComparer.Ordinal);

    /// <summary>« Former 10 aidants » is not « Former 12 aidants »: where the numbers differ nothing is alike.</summary>
    private static double Share(HashSet<string> one, HashSet<string> other)
    {
        if (!one.Where(IsNumber).ToHashSet(StringComparer.Ordinal).SetEquals(other.Where(IsNumber)))
        {
            return 0;
        }

        var both = one.Count(other.Contains);
        return both == 0 ? 0 : both / (double)(one.Count + other.Count - both);
    }
}
