using Connector.TerritoryFiles.Shapes;
using YamlDotNet.Core;

namespace Connector.TerritoryFiles.Yaml;

/// <summary>Maps that come and go: entries of a list, and a map at the top of the file that was not there.</summary>
internal sealed partial class YamlPatch
{
    /// <summary>Adds a map to the list under a key, and the list where there is none.</summary>
    /// <param name="map">Where the key is.</param>
    /// <param name="key">The list's.</param>
    /// <param name="entry">What the new map says, in this order.</param>
    /// <param name="within">A map of one word in it, under a key of its own; null for none.</param>
    /// <returns>Whether it can be; not where something else stands there.</returns>
    public bool AddEntry(
        SpanMap map,
        Key key,
        IReadOnlyList<(Key Key, string Words)> entry,
        (Key Key, string Name, string Words)? within = null
    )
    {
        var pairs = entry.Select(pair => Pair(pair.Key.Name, Word(pair.Words)));
        if (within is { } inner)
        {
            pairs = pairs.Append(Pair(inner.Key.Name, $"{{ {Pair(Word(inner.Name), Word(inner.Words))} }}"));
        }

        var written = $"{{ {string.Join(", ", pairs)} }}";
        var count = 1 + (2 * entry.Count) + (within is null ? 0 : 3);
        return Find(map, key) switch
        {
            SpanList list => Append(list, written),
            null when map == Top => AddAtEnd(key, [$"  - {written}"], count),
            null => Insert(map, key.Name, $"[{written}]", count),
            _ => false,
        };

        static string Pair(string name, string value) => $"{name}: {value}";

        static string Word(string words) => YamlWords.OnOneLine(words, ScalarStyle.Plain, isFlow: true);
    }

    /// <summary>Adds a name to what stands under a key: a list of names, or a map from names to words.</summary>
    /// <param name="map">Where the key is.</param>
    /// <param name="key">Of the list or map; one that is not there is added.</param>
    /// <param name="name">The name.</param>
    /// <param name="words">What a map says of it.</param>
    /// <param name="meant">What a list means by a name alone: with other words it takes none.</param>
    /// <returns>Whether it can be.</returns>
    public bool AddTo(SpanMap map, Key key, string name, string words, string meant)
    {
        var entry = YamlWords.OnOneLine(name, ScalarStyle.Plain, isFlow: true);
        return Find(map, key) switch
        {
            SpanList list => words == meant && Append(list, entry),
            SpanMap names => Insert(
                names,
                entry,
                YamlWords.OnOneLine(words, ScalarStyle.Plain, names.IsFlow),
                2
            ),
            null => Insert(
                map,
                key.Name,
                $"{{ {entry}: {YamlWords.OnOneLine(words, ScalarStyle.Plain, isFlow: true)} }}",
                3
            ),
            _ => false,
        };
    }

    /// <summary>Takes a map out of the list under a key; the key stays.</summary>
    /// <returns>Whether it can be.</returns>
    public bool RemoveEntry(SpanMap map, Key key, SpanMap entry)
    {
        var (name, value) = map.Entries.FirstOrDefault(pair =>
            pair.Key is SpanValue word && key.Answers(word.Value)
        );
        if (value is not SpanList list)
        {
            return false;
        }

        foreach (var gone in Values(entry))
        {
            _gone.Add(gone.Start);
        }

        return _text[list.Start] == '['
            ? RemoveFlow(list, entry)
            : RemoveLines(list, entry, colon: _text.IndexOf(':', Math.Max(name.Start, name.End - 1)));
    }

    /// <summary>Adds a map under a key at the top of the file, behind all that is there.</summary>
    /// <param name="key">Which is not there.</param>
    /// <param name="entries">What it says: words, or entries of a list.</param>
    public bool AddMap(
        Key key,
        IReadOnlyList<(Key Key, string? Words, IReadOnlyList<string>? List)> entries
    ) =>
        AddAtEnd(
            key,
            [
                .. entries.Select(entry =>
                    $"  {entry.Key.Name}: {(entry.List is { } list ? Flow(list) : YamlWords.OnOneLine(entry.Words!, ScalarStyle.Plain, isFlow: false))}"
                ),
            ],
            1 + entries.Sum(entry => 1 + (entry.List?.Count ?? 1))
        );

    private bool AddAtEnd(Key key, IEnumerable<string> lines, int count)
    {
        if (Top.IsFlow)
        {
            return false;
        }

        var start = _text.Length == 0 || _text[^1] == '\n' ? "" : _newLine;
        _added += count;
        _edits.Add(
            (
                _text.Length,
                _text.Length,
                $"{start}{_newLine}{key.Name}:{_newLine}{string.Concat(lines.Select(line => line + _newLine))}"
            )
        );
        return true;
    }

    private bool RemoveFlow(SpanList list, SpanMap entry)
    {
        // One among others within brackets is left to the file's owner.
        var close = _text.IndexOf(']', LastOf(entry));
        if (
            list.Items.Count != 1
            || close < 0
            || _text[list.Start..close].Contains('#', StringComparison.Ordinal)
        )
        {
            return false;
        }

        _edits.Add((list.Start, close + 1, "[]"));
        return true;
    }

    private bool RemoveLines(SpanList list, SpanMap entry, int colon)
    {
        var from = LineStart(entry.Start);
        if (_text[from..entry.Start].Trim() != "-" || colon < 0)
        {
            return false;
        }

        _edits.Add((from, LineEnd(LastOf(entry)), ""));
        if (list.Items.Count == 1)
        {
            _edits.Add((colon + 1, colon + 1, " []"));
        }

        return true;
    }
}
