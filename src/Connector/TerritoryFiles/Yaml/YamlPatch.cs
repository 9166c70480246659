using System.Text;
using Connector.TerritoryFiles.Shapes;
using YamlDotNet.Core;

namespace Connector.TerritoryFiles.Yaml;

/// <summary>
/// Changes single values of a YAML text that people write. All other characters, comments, order and line ends stay as they
/// are; what was written is read again before it is given out, and nothing else may say anything else then.
/// </summary>
internal sealed partial class YamlPatch
{
    private readonly string _text;
    private readonly string _newLine;
    private readonly List<(int Start, int End, string With)> _edits = [];
    private readonly Dictionary<int, string> _values = [];
    private readonly HashSet<int> _gone = [];
    private int _added; // keys and values that were not there before

    private YamlPatch(string text, SpanMap top) =>
        (_text, Top, _newLine) = (text, top, text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n");

    public SpanMap Top { get; }

    /// <summary>Null for a text that is not one map of plain YAML.</summary>
    public static YamlPatch? Open(string text) =>
        SpanNode.Read(text) is SpanMap top ? new YamlPatch(text, top) : null;

    /// <summary>The value under a key; null when it is not there.</summary>
    public static SpanNode? Find(SpanMap map, Key key) =>
        map.Entries.FirstOrDefault(entry => entry.Key is SpanValue name && key.Answers(name.Value)).Value;

    /// <summary>The words under a key; null when it is not there, or is no single value.</summary>
    public static string? Words(SpanMap map, Key key) => (Find(map, key) as SpanValue)?.Value.TrimEnd('\n');

    /// <summary>The maps of a list under a key.</summary>
    public static IEnumerable<SpanMap> Maps(SpanMap map, Key key) =>
        (Find(map, key) as SpanList)?.Items.OfType<SpanMap>() ?? [];

    /// <summary>Puts a value under a key, in place of the one that is there, else below the map's first.</summary>
    /// <returns>Whether it can be; not where a list or a map stands there.</returns>
    public bool Set(SpanMap map, Key key, string value)
    {
        var words = value.ReplaceLineEndings("\n");
        switch (Find(map, key))
        {
            case SpanValue there when there.Value.TrimEnd('\n') == words:
                return true;
            case SpanValue there:
                Replace(map, there, words);
                return true;
            case null when words.Length == 0:
                return true;
            case null:
                return Add(map, key, words);
            default:
                return false;
        }
    }

    /// <summary>Adds one entry to a list, behind its last one.</summary>
    /// <param name="list">As it stands.</param>
    /// <param name="entry">On one line, as YAML.</param>
    /// <returns>Whether it can be; not where the list stands within brackets with a comment behind its last entry.</returns>
    public bool Append(SpanList list, string entry)
    {
        if (SpanNode.Read($"- {entry}") is not SpanList { Items: [var read] })
        {
            return false;
        }

        _added += Values(read).Count();
        if (_text[list.Start] == '[')
        {
            return list.Items.Count == 0 ? Begin(list, entry) : AppendFlow(list, entry);
        }

        var end = _text.IndexOf('\n', LastOf(list));
        var line = $"{new string(' ', list.Column - 1)}- {entry}";
        _edits.Add(
            end < 0
                ? (_text.Length, _text.Length, $"{_newLine}{line}")
                : (end + 1, end + 1, $"{line}{_newLine}")
        );
        return true;
    }

    /// <summary>Brackets with nothing in them become lines.</summary>
    private bool Begin(SpanList list, string entry)
    {
        var close = _text.IndexOf(']', list.Start);
        var start = _text[..list.Start].TrimEnd(' ').Length;
        _edits.Add((start, close + 1, $"{_newLine}  - {entry}"));
        return close >= 0;
    }

    private bool AppendFlow(SpanList list, string entry)
    {
        var from = LastOf(list) + 1;
        var close = _text.IndexOf(']', from);
        if (close < 0 || _text[from..close].Contains('#', StringComparison.Ordinal))
        {
            return false;
        }

        var at = from + _text[from..close].TrimEnd().Length;
        _edits.Add((at, at, $", {entry}"));
        return true;
    }

    /// <summary>Index behind the last value in it.</summary>
    private static int LastOf(SpanNode node) =>
        node switch
        {
            SpanList { Items: [.., var last] } => LastOf(last),
            SpanMap { Entries: [.., var (_, last)] } => LastOf(last),
            _ => Math.Max(node.Start, node.End - 1),
        };

    private void Replace(SpanMap map, SpanValue there, string words)
    {
        var old = _text[there.Start..there.End].TrimEnd();
        var end = there.Start + old.Length;
        var isBlock = there.Style is ScalarStyle.Folded or ScalarStyle.Literal;
        var written = Written(words, there.Style, map, mayBlock: isBlock || IsLast(end));
        if (
            isBlock
            && old.Split('\n')[0] is var head
            && head.IndexOf('#', StringComparison.Ordinal) is > 0 and var sign
        )
        {
            // « > # why »: the comment is no part of the value.
            var line = written.IndexOf('\n', StringComparison.Ordinal) is > 0 and var first
                ? first
                : written.Length;
            var at = written[..line].TrimEnd('\r').Length;
            written = $"{written[..at]} {head[sign..].TrimEnd()}{written[at..]}";
        }

        // An empty value begins right behind its colon.
        _edits.Add((there.Start, end, old.Length == 0 ? $" {written}" : written));
        _values[there.Start] = words;
    }

    /// <summary>Whether nothing follows on the same line: a comment behind a block of text would become a part of it.</summary>
    private bool IsLast(int end)
    {
        var line = _text.IndexOf('\n', end);
        return string.IsNullOrWhiteSpace(_text[end..(line < 0 ? _text.Length : line)]);
    }

    /// <summary>The text with all of that; null where it could not be written so that nothing else changes.</summary>
    public string? Result()
    {
        var text = new StringBuilder(_text);
        foreach (var (start, end, with) in _edits.OrderByDescending(edit => edit.Start))
        {
            text.Remove(start, end - start).Insert(start, with);
        }

        var after = text.ToString();
        return SpanNode.Read(after) is { } read && IsMeant(read) ? after : null;
    }

    private bool Add(SpanMap map, Key key, string words) =>
        Insert(map, key.Name, Written(words, ScalarStyle.Plain, map, mayBlock: true), 2);

    /// <param name="map">Where.</param>
    /// <param name="name">Its key.</param>
    /// <param name="value">As it is to be written.</param>
    /// <param name="count">Keys and values in all of that.</param>
    private bool Insert(SpanMap map, string name, string value, int count)
    {
        if (map.Entries is not [(SpanValue, SpanValue first), ..])
        {
            return false;
        }

        var written = $"{name}: {value}";
        _added += count;
        if (map.IsFlow)
        {
            _edits.Add((first.End, first.End, $", {written}"));
            return true;
        }

        var last = first.Start + _text[first.Start..first.End].TrimEnd().Length;
        var end = _text.IndexOf('\n', last);
        var indent = new string(' ', map.Column - 1);
        _edits.Add(
            end < 0
                ? (_text.Length, _text.Length, $"{_newLine}{indent}{written}")
                : (end + 1, end + 1, $"{indent}{written}{_newLine}")
        );
        return true;
    }

    private string Written(string words, ScalarStyle style, SpanMap map, bool mayBlock) =>
        map.IsFlow || !mayBlock
            ? YamlWords.OnOneLine(words, style, map.IsFlow)
            : YamlWords.Of(words, style, map.Column + 1, _newLine);

    /// <summary>Every value is what it was, but those that were to change, and those that were to come.</summary>
    private bool IsMeant(SpanNode after)
    {
        var expected = Values(Top)
            .Where(value => !_gone.Contains(value.Start))
            .Select(value => _values.GetValueOrDefault(value.Start, value.Value.TrimEnd('\n')))
            .ToList();
        var found = Values(after).Select(value => value.Value.TrimEnd('\n')).ToList();
        var at = 0;
        foreach (var value in found)
        {
            if (at < expected.Count && expected[at] == value)
            {
                at++;
            }
        }

        return at == expected.Count && found.Count == expected.Count + _added;
    }

    private static IEnumerable<SpanValue> Values(SpanNode node) =>
        node switch
        {
            SpanValue value => [value],
            SpanList list => list.Items.SelectMany(Values),
            SpanMap map => map.Entries.SelectMany(entry => Values(entry.Key).Concat(Values(entry.Value))),
            _ => [],
        };
}
