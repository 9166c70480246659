using System.Globalization;
using Connector.Domain.Territories;

namespace Connector.Domain.Directories;

/// <summary>
/// Brings the rows of a file into a directory without destroying anything: only empty cells are filled, and only where the
/// same organisation is meant beyond doubt. The same file a second time changes nothing.
/// </summary>
public sealed class DirectoryMerge
{
    private const double SamePlace = 0.0002;

    /// <summary>Two do, but where cells that were filled change who is recognised.</summary>
    private const int MostRounds = 8;

    private readonly IReadOnlyList<PlaceRecord> _existing;
    private readonly bool _addAlike;
    private readonly DirectoryIndex _index;
    private readonly Likeness _likeness;
    private readonly HashSet<string> _ids;
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);

    private DirectoryMerge(IReadOnlyList<PlaceRecord> existing, IReadOnlyList<PlaceKeys> keys, bool addAlike)
    {
        (_existing, _addAlike) = (existing, addAlike);
        _index = new DirectoryIndex(existing, keys);
        _likeness = new Likeness(existing);
        _ids = existing
            .Select(place => place[StandardColumn.Id])
            .OfType<string>()
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
    }

    /// <param name="existing">The directory's rows.</param>
    /// <param name="incoming">The file's.</param>
    /// <param name="addAlike">Whether rows that only look like one that is there are added.</param>
    public static MergeReport Merge(
        IReadOnlyList<PlaceRecord> existing,
        IReadOnlyList<IncomingPlace> incoming,
        bool addAlike = false
    )
    {
        ArgumentNullException.ThrowIfNull(existing);
        ArgumentNullException.ThrowIfNull(incoming);
        var keys = incoming.Select(one => PlaceKeys.Of(one.Place)).ToList();
        var first = new DirectoryMerge(existing, keys, addAlike);
        var rounds = new MergeRounds(existing, first.Round(incoming)).Begin();
        var comparisons = first._likeness.Comparisons;
        var isSettled = !MergeRounds.Changes(rounds.Results);
        for (var round = 0; !isSettled && round < MostRounds; round++)
        {
            var again = new DirectoryMerge([.. rounds.Directory], keys, addAlike);
            var more = again.Round(incoming);
            comparisons += again._likeness.Comparisons;
            isSettled = !MergeRounds.Changes(more);
            rounds.Take(more);
        }

        return new MergeReport(rounds.Results, comparisons);
    }

    private IReadOnlyList<MergeResult> Round(IReadOnlyList<IncomingPlace> incoming) =>
        [.. incoming.Select(one => Take(one, PlaceKeys.Of(one.Place)))];

    private MergeResult Take(IncomingPlace incoming, PlaceKeys keys)
    {
        if (keys.Name.Length == 0)
        {
            return Refused(incoming, new Text("elle n'a pas de nom", "it has no name"));
        }

        if (_index.Find(keys) is { } index)
        {
            return _index.ClaimedBy(index) is { } at
                ? Refused(
                    incoming,
                    new Text(
                        $"c'est la même que celle de la ligne {at.Line}",
                        $"it is the same as the one of line {at.Line}"
                    )
                )
                : Compared(incoming, index);
        }

        var candidates = _index.KnowsPivot(keys) ? [] : _likeness.Of(incoming.Place);
        if (candidates.Count > 0 && !_addAlike)
        {
            return new MergeResult
            {
                Incoming = incoming,
                Outcome = MergeOutcome.Undecided,
                Candidates = candidates,
            };
        }

        _index.Claim(_index.Add(keys), incoming.At);
        return new MergeResult
        {
            Incoming = incoming,
            Outcome = MergeOutcome.Added,
            New = incoming.Place.With(StandardColumn.Id, Identifier(incoming.Place)),
            Candidates = candidates,
        };
    }

    private static MergeResult Refused(IncomingPlace incoming, Text reason) =>
        new()
        {
            Incoming = incoming,
            Outcome = MergeOutcome.Refused,
            Reason = reason,
        };

    private MergeResult Compared(IncomingPlace incoming, int index)
    {
        _index.Claim(index, incoming.At);
        var mine = _existing[index];
        var filled = new Dictionary<StandardColumn, string>();
        var conflicts = new List<MergeConflict>();
        foreach (var column in incoming.Place.Filled)
        {
            var offered = incoming.Place[column]!;
            if (mine[column] is not { } kept)
            {
                filled[column] = offered;
            }
            else if (IsCompared(column) && !IsSame(column, kept, offered))
            {
                conflicts.Add(new MergeConflict(column, kept, offered));
            }
        }

        if (filled.Count > 0)
        {
            var whole = filled.Aggregate(mine, (place, pair) => place.With(pair.Key, pair.Value));
            _index.Update(index, PlaceKeys.Of(whole));
        }

        return new MergeResult
        {
            Incoming = incoming,
            Index = index,
            Filled = filled,
            Conflicts = conflicts,
            Outcome =
                conflicts.Count > 0 ? MergeOutcome.Conflicting
                : filled.Count > 0 ? MergeOutcome.Completed
                : MergeOutcome.Unchanged,
        };
    }

    /// <summary>Identifiers, sources and dates belong to the file that each row came from.</summary>
    private static bool IsCompared(StandardColumn column) =>
        column is not (StandardColumn.Id or StandardColumn.Source or StandardColumn.UpdatedOn);

    private static bool IsSame(StandardColumn column, string kept, string offered) =>
        StandardColumns.Kind(column) switch
        {
            ColumnKind.List or ColumnKind.Choices => Keys(offered).IsSubsetOf(Keys(kept)),
            ColumnKind.Number => Number(kept) is { } a
                && Number(offered) is { } b
                && Math.Abs(a - b) < SamePlace,
            _ => Folded.Key(kept) == Folded.Key(offered),
        };

    private static HashSet<string> Keys(string words) =>
        StandardColumns.Values(words).Select(Folded.Key).ToHashSet(StringComparer.Ordinal);

    private static double? Number(string words) =>
        double.TryParse(words, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    /// <summary>The file's own where it is free and fit to be one, else one from name and commune.</summary>
    private string Identifier(PlaceRecord place)
    {
        var given = place[StandardColumn.Id];
        if (given is { Length: <= 100 } && !given.Any(char.IsWhiteSpace) && _ids.Add(given))
        {
            return given;
        }

        var slug = Slug.Of($"{place[StandardColumn.Name]} {place[StandardColumn.Commune]}");
        slug = slug.Length == 0 ? "structure" : slug[..Math.Min(slug.Length, 80)].TrimEnd('-');
        var id = slug;
        while (!_ids.Add(id))
        {
            _numbers[slug] = _numbers.GetValueOrDefault(slug, 1) + 1;
            id = string.Create(CultureInfo.InvariantCulture, $"{slug}-{_numbers[slug]}");
        }

        return id;
    }
}
