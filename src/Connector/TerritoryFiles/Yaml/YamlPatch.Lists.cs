using Connector.TerritoryFiles.Shapes;
using YamlDotNet.Core;

namespace Connector.TerritoryFiles.Yaml;

/// <summary>
/// Lists of single values: entries that stay keep their line with its comment, those that go take theirs along, those that come
/// get a line of their own.
/// </summary>
internal sealed partial class YamlPatch
{
    /// <summary>The entries under a key, in order; a single value is a list of one. Null where something else stands there.</summary>
    public static IReadOnlyList<string>? Entries(SpanMap map, Key key) =>
        Find(map, key) switch
        {
            null => [],
            SpanValue { Value: "", Style: ScalarStyle.Plain } => [],
            SpanValue one => [one.Value.TrimEnd('\n')],
            SpanList list when list.Items.All(item => item is SpanValue) =>
            [
                .. list.Items.OfType<SpanValue>().Select(item => item.Value.TrimEnd('\n')),
            ],
            _ => null,
        };

    /// <summary>Makes a list under a key what it is to be.</summary>
    /// <returns>Whether it can be; not where something else stands there, or entries of several lines.</returns>
    public bool SetList(SpanMap map, Key key, IReadOnlyList<string> wanted)
    {
        if (Entries(map, key) is not { } entries)
        {
            return false;
        }

        if (entries.SequenceEqual(wanted, StringComparer.Ordinal))
        {
            return true;
        }

        return Find(map, key) switch
        {
            SpanValue one => ReplaceOne(one, wanted),
            SpanList list when _text[list.Start] == '[' => ReplaceFlow(list, wanted),
            SpanList list when !map.IsFlow && wanted.Count > 0 => EditBlock(list, wanted),
            SpanList list when !map.IsFlow => EmptyBlock(list),
            null => Insert(map, key.Name, Flow(wanted), 1 + wanted.Count),
            _ => false,
        };
    }

    private static string Flow(IReadOnlyList<string> entries) =>
        $"[{string.Join(", ", entries.Select(entry => YamlWords.OnOneLine(entry, ScalarStyle.Plain, isFlow: true)))}]";

    private bool ReplaceOne(SpanValue one, IReadOnlyList<string> wanted)
    {
        var old = _text[one.Start..one.End].TrimEnd();
        if (old.Contains('\n', StringComparison.Ordinal))
        {
            return false;
        }

        _gone.Add(one.Start);
        _added += wanted.Count;
        _edits.Add((one.Start, one.Start + old.Length, old.Length == 0 ? $" {Flow(wanted)}" : Flow(wanted)));
        return true;
    }

    private bool ReplaceFlow(SpanList list, IReadOnlyList<string> wanted)
    {
        var from = list.Items.Count == 0 ? list.Start + 1 : LastOf(list) + 1;
        var close = _text.IndexOf(']', from);
        if (close < 0 || _text[list.Start..close].Contains('#', StringComparison.Ordinal))
        {
            return false;
        }

        foreach (var item in list.Items)
        {
            _gone.Add(item.Start);
        }

        _added += wanted.Count;
        _edits.Add((list.Start, close + 1, Flow(wanted)));
        return true;
    }

    private bool EditBlock(SpanList list, IReadOnlyList<string> wanted)
    {
        var items = list.Items.OfType<SpanValue>().ToList();
        if (!items.TrueForAll(IsOnItsLine))
        {
            return false;
        }

        var kept = Kept([.. items.Select(item => item.Value)], wanted);
        var margin = new string(' ', list.Column - 1);
        var (at, place) = (0, LineStart(items[0].Start));
        for (var index = 0; index <= items.Count; index++)
        {
            var until = index == items.Count ? wanted.Count : kept[index];
            if (until < 0)
            {
                _gone.Add(items[index].Start);
                place = LineStart(items[index].Start);
                _edits.Add((place, LineEnd(place), ""));
                continue;
            }

            var lines = wanted.Skip(at).Take(until - at).ToList();
            if (lines.Count > 0)
            {
                _added += lines.Count;
                var text = string.Concat(
                    lines.Select(line =>
                        $"{margin}- {YamlWords.OnOneLine(line, ScalarStyle.Plain, isFlow: false)}{_newLine}"
                    )
                );
                // Behind a last line without an end the break comes first.
                _edits.Add(
                    place == _text.Length && _text[^1] != '\n'
                        ? (place, place, _newLine + text[..^_newLine.Length])
                        : (place, place, text)
                );
            }

            at = until + 1;
            place = index == items.Count ? place : LineEnd(items[index].Start);
        }

        return true;
    }

    /// <summary>The key stays, with nothing in it.</summary>
    private bool EmptyBlock(SpanList list)
    {
        var items = list.Items.OfType<SpanValue>().ToList();
        var colon = _text.LastIndexOf(':', LineStart(items[0].Start));
        if (!items.TrueForAll(IsOnItsLine) || colon < 0)
        {
            return false;
        }

        _edits.Add((colon + 1, colon + 1, " []"));
        foreach (var item in items)
        {
            _gone.Add(item.Start);
            _edits.Add((LineStart(item.Start), LineEnd(item.Start), ""));
        }

        return true;
    }

    /// <summary>Whether « - value » is all of a line, but for a comment.</summary>
    private bool IsOnItsLine(SpanValue item) =>
        _text[LineStart(item.Start)..item.Start].Trim() == "-"
        && !_text[item.Start..Math.Max(item.Start, item.End)]
            .TrimEnd()
            .Contains('\n', StringComparison.Ordinal)
        && item.Style is not (ScalarStyle.Folded or ScalarStyle.Literal);

    private int LineStart(int index) => index == 0 ? 0 : _text.LastIndexOf('\n', index - 1) + 1;

    /// <summary>Index of the next line.</summary>
    private int LineEnd(int index)
    {
        var end = _text.IndexOf('\n', index);
        return end < 0 ? _text.Length : end + 1;
    }

    /// <summary>For each entry its index among the wanted ones, -1 for one that goes: the longest common part stays.</summary>
    private static int[] Kept(IReadOnlyList<string> entries, IReadOnlyList<string> wanted)
    {
        var common = new int[entries.Count + 1, wanted.Count + 1];
        for (var entry = entries.Count - 1; entry >= 0; entry--)
        {
            for (var one = wanted.Count - 1; one >= 0; one--)
            {
                common[entry, one] =
                    entries[entry] == wanted[one]
                        ? common[entry + 1, one + 1] + 1
                        : Math.Max(common[entry + 1, one], common[entry, one + 1]);
            }
        }

        var (kept, at) = (new int[entries.Count], 0);
        for (var entry = 0; entry < entries.Count; entry++)
        {
            while (
                at < wanted.Count
                && entries[entry] != wanted[at]
                && common[entry, at + 1] == common[entry, at]
            )
            {
                at++;
            }

            kept[entry] = at < wanted.Count && entries[entry] == wanted[at] ? at++ : -1;
        }

        return kept;
    }
}
