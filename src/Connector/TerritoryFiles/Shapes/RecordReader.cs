using Connector.Domain;
using Connector.TerritoryFiles.Yaml;

namespace Connector.TerritoryFiles.Shapes;

/// <summary>A cursor over one block: gives the values of its keys, having reported what is wrong with the keys.</summary>
internal sealed class RecordReader
{
    private readonly Dictionary<Key, Node> _values = [];
    private readonly MapNode _map;

    private RecordReader(MapNode map, ProblemList problems) => (_map, Problems) = (map, problems);

    public ProblemList Problems { get; }

    /// <summary>Where the block starts.</summary>
    public SourcePlace Place => Problems.At(_map);

    /// <summary>Reports unknown, doubled and missing keys.</summary>
    public static RecordReader Open(MapNode map, Text name, IReadOnlyList<Key> keys, ProblemList problems)
    {
        var reader = new RecordReader(map, problems);
        foreach (var (written, value) in map.Entries)
        {
            reader.Take(written, value, name, keys);
        }

        foreach (var key in keys)
        {
            reader.CheckRequired(key, name);
        }

        return reader;
    }

    public bool Has(Key key) => _values.ContainsKey(key);

    /// <summary>Where the key's value stands; the block itself when the key is absent.</summary>
    public SourcePlace PlaceOf(Key key) => _values.TryGetValue(key, out var node) ? Problems.At(node) : Place;

    /// <summary>The key's value, or <paramref name="otherwise"/> when it is absent, empty or wrong.</summary>
    public T Get<T>(Key<T> key, T otherwise) =>
        _values.TryGetValue(key, out var node) && key.Shape.TryRead(node, Problems, out var value)
            ? value
            : otherwise;

    /// <summary>The key's value; null when it is absent, empty or wrong.</summary>
    public T? Find<T>(Key<T> key)
        where T : class =>
        _values.TryGetValue(key, out var node) && key.Shape.TryRead(node, Problems, out var value)
            ? value
            : null;

    /// <summary>The key's value; null when it is absent, empty or wrong.</summary>
    public T? FindValue<T>(Key<T> key)
        where T : struct =>
        _values.TryGetValue(key, out var node) && key.Shape.TryRead(node, Problems, out var value)
            ? value
            : null;

    private void Take(ScalarNode written, Node value, Text name, IReadOnlyList<Key> keys)
    {
        var key = keys.FirstOrDefault(key => key.Answers(written.Value));
        if (key is null)
        {
            Problems.Add(
                "unknown-key",
                written,
                new Text(
                    $"La clé « {Words.Shown(written.Value)} » n'existe pas dans « {name.French} ».",
                    $"There is no key '{Words.Shown(written.Value)}' in '{name.English}'."
                ),
                Nearest.Advice(written.Value, [.. keys.Select(known => known.Name)])
            );
            return;
        }

        if (_values.TryGetValue(key, out var first))
        {
            Problems.Add(
                "duplicate-key",
                written,
                new Text(
                    $"La clé « {key.Name} » est déjà à la ligne {first.Line}.",
                    $"The key '{key.Name}' stands on line {first.Line} already."
                ),
                new Text("Gardez l'une des deux.", "Keep one of the two.")
            );
            return;
        }

        if (value is ScalarNode { IsEmpty: true } && !key.IsRequired)
        {
            return;
        }

        _values[key] = value;
    }

    private void CheckRequired(Key key, Text name)
    {
        if (!key.IsRequired || Has(key) || Problems.Incomplete)
        {
            return;
        }

        Problems.Add(
            "missing-key",
            _map,
            new Text(
                $"Il manque la clé « {key.Name} » dans « {name.French} ».",
                $"The key '{key.Name}' is missing in '{name.English}'."
            ),
            new Text(
                $"Ajoutez « {key.Name}: » : {key.Meaning.French}",
                $"Add '{key.Name}:': {key.Meaning.English}"
            )
        );
    }
}
