namespace Connector.Domain.Directories;

/// <summary>Finds the row that is meant: by SIRET or RNA, then by name and commune. Looks at few rows, however many there are.</summary>
internal sealed class DirectoryIndex
{
    private readonly List<PlaceKeys> _keys = [];
    private readonly Dictionary<int, SourcePlace> _claimed = [];
    private readonly Dictionary<string, List<int>> _byPivot = new(StringComparer.Ordinal);
    private readonly Dictionary<(string, string), List<int>> _byName = [];
    private readonly Dictionary<string, int> _pivotsCome;
    private readonly Dictionary<(string, string), int> _namesCome;

    internal DirectoryIndex(IReadOnlyList<PlaceRecord> existing, IReadOnlyList<PlaceKeys> incoming)
    {
        _pivotsCome = incoming
            .Select(keys => keys.Pivot)
            .OfType<string>()
            .CountBy(pivot => pivot)
            .ToDictionary();
        _namesCome = incoming.CountBy(keys => keys.NameAndCommune).ToDictionary();
        foreach (var place in existing)
        {
            Add(PlaceKeys.Of(place));
        }
    }

    internal IReadOnlyList<PlaceKeys> Keys => _keys;

    /// <returns>Its index.</returns>
    internal int Add(PlaceKeys keys)
    {
        var index = _keys.Count;
        _keys.Add(keys);
        if (keys.Pivot is { } pivot)
        {
            List(_byPivot, pivot).Add(index);
        }

        List(_byName, keys.NameAndCommune).Add(index);
        return index;
    }

    /// <summary>Takes note of what a row is recognised by now that cells of it are filled.</summary>
    internal void Update(int index, PlaceKeys keys)
    {
        var before = _keys[index];
        _keys[index] = keys;
        if (keys.Pivot is { } pivot && before.Pivot is null)
        {
            List(_byPivot, pivot).Add(index);
        }

        if (keys.NameAndCommune != before.NameAndCommune)
        {
            List(_byName, before.NameAndCommune).Remove(index);
            List(_byName, keys.NameAndCommune).Add(index);
        }
    }

    /// <summary>Where the row stands in the imported file that took it already; null when none did.</summary>
    internal SourcePlace? ClaimedBy(int index) => _claimed.TryGetValue(index, out var at) ? at : null;

    internal void Claim(int index, SourcePlace at) => _claimed[index] = at;

    /// <summary>The row that is meant; null when there is none.</summary>
    internal int? Find(PlaceKeys wanted) => ByPivot(wanted) ?? ByName(wanted);

    /// <summary>Whether the same SIRET or RNA is there: then the row is one more place of an actor that is known.</summary>
    internal bool KnowsPivot(PlaceKeys wanted) => wanted.Pivot is { } pivot && _byPivot.ContainsKey(pivot);

    /// <summary>One SIRET may have many places: name and address tell them apart, and a lone one may have a new name.</summary>
    private int? ByPivot(PlaceKeys wanted)
    {
        if (wanted.Pivot is not { } pivot || !_byPivot.TryGetValue(pivot, out var places))
        {
            return null;
        }

        var named = places.Where(index => _keys[index].Name == wanted.Name).ToList();
        if (Same(named, wanted) is { } same)
        {
            return same;
        }

        var isLone = places.Count == 1 && _pivotsCome.GetValueOrDefault(pivot) == 1;
        return isLone && (named.Count > 0 || ClaimedBy(places[0]) is null) ? places[0] : null;
    }

    private int? ByName(PlaceKeys wanted)
    {
        if (!_byName.TryGetValue(wanted.NameAndCommune, out var namesakes))
        {
            return null;
        }

        var possible = namesakes.Where(index => !_keys[index].Contradicts(wanted)).ToList();
        if (Same(possible, wanted) is { } same)
        {
            return same;
        }

        var isLone =
            possible.Count == 1
            && _namesCome.GetValueOrDefault(wanted.NameAndCommune) == 1
            && ClaimedBy(possible[0]) is null;
        return isLone ? possible[0] : null;
    }

    /// <summary>The one at the same address, else the first that does not say to be elsewhere.</summary>
    private int? Same(List<int> places, PlaceKeys wanted)
    {
        var at = places.FindIndex(index => _keys[index].Address == wanted.Address);
        at =
            at >= 0
                ? at
                : places.FindIndex(index => !_keys[index].IsElsewhere(wanted) && ClaimedBy(index) is null);
        at = at >= 0 ? at : places.FindIndex(index => !_keys[index].IsElsewhere(wanted));
        return at >= 0 ? places[at] : null;
    }

    private static List<int> List<TKey>(Dictionary<TKey, List<int>> lists, TKey key)
        where TKey : notnull
    {
        if (!lists.TryGetValue(key, out var list))
        {
            lists[key] = list = [];
        }

        return list;
    }
}
