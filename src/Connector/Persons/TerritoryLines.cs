using System.Text;
using System.Text.RegularExpressions;
using Connector.Domain;
using Connector.Domain.Territories;
using Connector.TerritoryFiles;
using Connector.TerritoryFiles.Records;
using Connector.TerritoryFiles.Shapes;
using Connector.TerritoryFiles.Yaml;

namespace Connector.Persons;

/// <summary>
/// Changes to one person's lines of a territory file: all other lines, and every comment on them, stay byte for byte. What cannot
/// be changed by whole lines is left to the coordinator's hand.
/// </summary>
internal sealed class TerritoryLines
{
    private readonly List<string> _lines;
    private readonly string _newLine;
    private readonly MapNode? _top;

    private TerritoryLines(string text, MapNode? top)
    {
        _newLine = text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
        _lines = [.. text.Split('\n').Select(line => line.TrimEnd('\r'))];
        _top = top;
    }

    /// <summary>Null for a file that cannot be read as UTF-8 YAML.</summary>
    public static TerritoryLines? Open(string path)
    {
        var bytes = File.ReadAllBytes(path);
        var problems = new ProblemList(path);
        return YamlReader.Read(bytes, problems) is MapNode top && !problems.Any
            ? new TerritoryLines(new UTF8Encoding(false).GetString(bytes).TrimStart('\uFEFF'), top)
            : null;
    }

    public string Text => string.Join(_newLine, _lines);

    /// <summary>The files that « annuaire » names.</summary>
    public IReadOnlyList<string> Directories =>
        Find(_top, TerritoryRecord.Directories) switch
        {
            ScalarNode { IsEmpty: false } one => [one.Value],
            ListNode many => [.. many.Items.OfType<ScalarNode>().Select(item => item.Value)],
            _ => [],
        };

    /// <summary>Numbers of the lines that tell of somebody.</summary>
    public IReadOnlyList<int> Mentions(PersonalData match) =>
        [
            .. _lines
                .Select((line, index) => (line, index))
                .Where(pair => match.IsIn(pair.line))
                .Select(pair => pair.index + 1),
        ];

    /// <summary>Takes out the person's own block and their place in lists; gives the numbers of the lines that went or changed.</summary>
    public IReadOnlyList<int> Erase(string id)
    {
        var touched = new List<int>();
        foreach (var index in Block(id) is var (start, end) ? Enumerable.Range(start, end - start) : [])
        {
            touched.Add(index + 1);
        }

        var gone = touched.ToHashSet();
        var word = Regex.Escape(id);
        var whole = new Regex(
            $@"^\s*(?:-\s*)?(?:(?:référent|referent)\s*:\s*)?[""']?{word}[""']?\s*(?::\s*[\w' -]+)?\s*(?:#.*)?$",
            RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
            TimeSpan.FromSeconds(1)
        );
        var inline = new Regex(
            $@"(?<=[\[{{,]\s*)[""']?{word}[""']?(?:\s*:\s*[\w' -]+?)?\s*(?:,\s*|(?=[\]}}]))",
            RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
            TimeSpan.FromSeconds(1)
        );
        var alone = new Regex(
            $@"^(\s*(?:-\s*)?(?:coordinat\w+|animat\w+|membres?|observat\w+)\s*:\s*)[""']?{word}[""']?(\s*(?:#.*)?)$",
            RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
            TimeSpan.FromSeconds(1)
        );
        for (var index = 0; index < _lines.Count; index++)
        {
            if (gone.Contains(index + 1))
            {
                continue;
            }

            if (whole.IsMatch(_lines[index]))
            {
                gone.Add(index + 1);
                touched.Add(index + 1);
            }
            else if (alone.IsMatch(_lines[index]))
            {
                _lines[index] = alone.Replace(_lines[index], "$1[]$2");
                touched.Add(index + 1);
            }
            else if (inline.IsMatch(_lines[index]))
            {
                _lines[index] = Regex.Replace(
                    inline.Replace(_lines[index], ""),
                    @",\s*(?=[\]}])",
                    "",
                    RegexOptions.CultureInvariant,
                    TimeSpan.FromSeconds(1)
                );
                touched.Add(index + 1);
            }
        }

        foreach (var number in gone.OrderDescending())
        {
            _lines.RemoveAt(number - 1);
        }

        return [.. touched.Order()];
    }

    /// <summary>Sets a value in the person's block; gives its line, null where that has to be done by hand.</summary>
    public int? Set(string id, Key key, string value)
    {
        if (Item(id) is not { } item || Block(id) is not var (start, end))
        {
            return null;
        }

        var written = Quoted(value);
        if (item.Entries.FirstOrDefault(entry => key.Answers(entry.Key.Value)) is { Key: { } there } entry)
        {
            var line = _lines[there.Line - 1];
            var colon = line.IndexOf(':', there.Column - 1 + there.Value.Length);
            if (
                colon < 0
                || entry.Value is not ScalarNode
                || line.TrimStart().TrimStart('-').TrimStart() is ['{', ..]
            )
            {
                return null;
            }

            var comment = Regex.Match(line[colon..], @"\s+#.*$").Value;
            _lines[there.Line - 1] = $"{line[..(colon + 1)]} {written}{comment}";
            return there.Line;
        }

        var first = _lines[start];
        if (first.TrimStart().TrimStart('-').TrimStart() is ['{', ..])
        {
            return null;
        }

        var indent = new string(' ', item.Entries[0].Key.Column - 1);
        var at = start + 1;
        _lines.Insert(at, $"{indent}{key.Name}: {written}");
        return at + 1;
    }

    /// <summary>The same in a file of its own, judged as a territory before it takes the other's place.</summary>
    /// <returns>What would be wrong with it; nothing is written then.</returns>
    public IReadOnlyList<Problem> Save(string path)
    {
        var draft = $"{path}.part";
        File.WriteAllText(draft, Text, new UTF8Encoding(false));
        var loaded = TerritoryFile.Load(draft);
        if (loaded.Problems.Count > 0)
        {
            File.Delete(draft);
            return loaded.Problems;
        }

        File.Move(draft, path, overwrite: true);
        return [];
    }

    private MapNode? Item(string id) =>
        Find(_top, TerritoryRecord.People) is ListNode people
            ? people
                .Items.OfType<MapNode>()
                .FirstOrDefault(item =>
                    item.Entries.Any(entry =>
                        PersonRecord.Id.Answers(entry.Key.Value)
                        && entry.Value is ScalarNode value
                        && value.Value.Trim() == id
                    )
                )
            : null;

    /// <summary>
    /// From the dash of the person's item to what comes next: blank lines and comments that stand less deep than the item's keys
    /// belong to what follows.
    /// </summary>
    private (int Start, int End)? Block(string id)
    {
        if (Item(id) is not { } item)
        {
            return null;
        }

        var start = item.Line - 1;
        var depth = _lines[start].Length - _lines[start].TrimStart().Length;
        var end = start + 1;
        var last = end;
        while (end < _lines.Count)
        {
            var line = _lines[end];
            var isBlank = line.Trim().Length == 0;
            if (!isBlank && line.Length - line.TrimStart().Length <= depth)
            {
                break;
            }

            end++;
            last = isBlank ? last : end;
        }

        return (start, last);
    }

    private static Node? Find(MapNode? map, Key key) =>
        map?.Entries.FirstOrDefault(entry => key.Answers(entry.Key.Value)).Value;

    private static string Quoted(string value) =>
        Regex.IsMatch(value, @"^[\w@.+-][\w@.+' -]*$", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1))
            ? value
            : $"\"{value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}
