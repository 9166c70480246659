namespace Connector.Domain.Directories;

/// <summary>
/// Cells that an import fills change what rows are recognised by. So the import is gone through again, on the directory that it
/// leaves, until nothing more would change: then the same file a second time has nothing to do either.
/// </summary>
internal sealed class MergeRounds(IReadOnlyList<PlaceRecord> existing, IReadOnlyList<MergeResult> first)
{
    private readonly MergeResult[] _results = [.. first];
    private readonly List<PlaceRecord> _directory = [.. existing];
    private readonly List<int> _addedBy = [];

    internal IReadOnlyList<MergeResult> Results => _results;

    /// <summary>The directory as the import leaves it so far.</summary>
    internal IReadOnlyList<PlaceRecord> Directory => _directory;

    internal static bool Changes(IEnumerable<MergeResult> results) =>
        results.Any(result => result.New is not null || result.Filled.Count > 0);

    /// <summary>Writes the first round's words into <see cref="Directory"/>.</summary>
    internal MergeRounds Begin()
    {
        for (var row = 0; row < _results.Length; row++)
        {
            Write(row, _results[row]);
        }

        return this;
    }

    /// <summary>Takes what another round, on <see cref="Directory"/>, would still do.</summary>
    internal void Take(IReadOnlyList<MergeResult> round)
    {
        for (var row = 0; row < _results.Length; row++)
        {
            var more = round[row];
            if (more.New is null && more.Filled.Count == 0)
            {
                continue;
            }

            Write(row, more);
            if (more.New is not null && _results[row].New is null)
            {
                _results[row] = more with
                {
                    Candidates = [.. more.Candidates.Where(candidate => candidate.Index < existing.Count)],
                };
            }
            else if (more.Index is { } index && index < existing.Count)
            {
                _results[row] = more with { Filled = Union(_results[row], more) };
            }
        }
    }

    private void Write(int row, MergeResult result)
    {
        if (result.New is { } made)
        {
            _directory.Add(made);
            _addedBy.Add(row);
        }

        if (result.Index is not { } index || result.Filled.Count == 0)
        {
            return;
        }

        foreach (var (column, words) in result.Filled)
        {
            _directory[index] = _directory[index].With(column, words);
        }

        if (index >= existing.Count)
        {
            var adder = _addedBy[index - existing.Count];
            _results[adder] = _results[adder] with { New = _directory[index] };
        }
    }

    private static Dictionary<StandardColumn, string> Union(MergeResult before, MergeResult more)
    {
        var filled = new Dictionary<StandardColumn, string>(more.Filled);
        if (before.Index == more.Index)
        {
            foreach (var (column, words) in before.Filled)
            {
                filled.TryAdd(column, words);
            }
        }

        return filled;
    }
}
