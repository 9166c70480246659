namespace Connector.Domain.Workspaces;

/// <summary>A folder or document that the blueprint calls otherwise now; all that is below its key moves along.</summary>
public sealed record KeyMove(string From, string To)
{
    /// <summary>What becomes of a key; null for one that does not move.</summary>
    public string? Apply(string key)
    {
        if (!key.StartsWith(From, StringComparison.Ordinal))
        {
            return null;
        }

        var rest = key.AsSpan(From.Length);
        // A doubled « # » is part of a longer name, a single one begins a facet.
        var isOf =
            rest.IsEmpty
            || rest[0] == '/'
            || (rest[0] == '#' && !rest.StartsWith("##", StringComparison.Ordinal));
        return isOf ? $"{To}{rest}" : null;
    }
}

/// <summary>
/// Follows what a newer blueprint renamed (« anciennement »): the ledger goes on knowing each thing, by the server's own
/// identity of it, under the key that its new name gives.
/// </summary>
public static class LedgerMoves
{
    /// <summary>The moves in the order in which they have to be made; none in most runs.</summary>
    public static IReadOnlyList<KeyMove> Of(WorkspaceSpec spec, KnownWorkspace known)
    {
        var moves = new List<KeyMove>();
        foreach (var area in spec.Areas.Where(area => !known.IsClosed(area)))
        {
            var renamed = Renamed(area).ToList();
            if (renamed.Count > 0)
            {
                moves.AddRange(OfArea(area, renamed, known));
            }
        }

        return moves;
    }

    /// <summary>The same memory with the moved keys.</summary>
    public static KnownWorkspace Follow(KnownWorkspace known, IReadOnlyList<KeyMove> moves)
    {
        if (moves.Count == 0)
        {
            return known;
        }

        return known with
        {
            Resources = known
                .Resources.Values.Select(resource => resource with { Key = Moved(resource.Key, moves) })
                .ToDictionary(resource => resource.Key, StringComparer.Ordinal),
            Unfinished = known.Unfinished.Select(key => Moved(key, moves)).ToHashSet(StringComparer.Ordinal),
            SeenAt = known.SeenAt.ToDictionary(
                pair => Moved(pair.Key, moves),
                pair => pair.Value,
                StringComparer.Ordinal
            ),
        };
    }

    private static IEnumerable<KeyMove> OfArea(
        AreaSpec area,
        List<(string Key, string ParentKey, IReadOnlyList<string> FormerNames)> renamed,
        KnownWorkspace known
    )
    {
        var keys = known
            .Resources.Keys.Where(key => key.StartsWith($"{area.Key}/", StringComparison.Ordinal))
            .ToHashSet(StringComparer.Ordinal);
        var wanted = area
            .Folders.Select(folder => folder.Key)
            .Concat(area.Documents.Select(document => document.Key))
            .ToHashSet(StringComparer.Ordinal);
        foreach (var (key, parentKey, names) in renamed)
        {
            var former = names
                .Select(name => WorkspaceKeys.Below(parentKey, name))
                .FirstOrDefault(former => keys.Contains(former) && !wanted.Contains(former));
            if (former is null || keys.Contains(key))
            {
                continue;
            }

            var move = new KeyMove(former, key);
            keys = keys.Select(old => move.Apply(old) ?? old).ToHashSet(StringComparer.Ordinal);
            yield return move;
        }
    }

    private static IEnumerable<(string, string, IReadOnlyList<string>)> Renamed(AreaSpec area) =>
        area
            .Folders.Where(folder => folder.FormerNames.Count > 0)
            .Select(folder => (folder.Key, folder.ParentKey, folder.FormerNames))
            .Concat(
                area.Documents.Where(document => document.FormerNames.Count > 0)
                    .Select(document => (document.Key, document.ParentKey, document.FormerNames))
            );

    private static string Moved(string key, IReadOnlyList<KeyMove> moves) =>
        moves.Aggregate(key, (now, move) => move.Apply(now) ?? now);
}
