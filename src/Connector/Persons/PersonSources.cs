using System.Text;
using Connector.Domain;
using Connector.Domain.Territories;
using Connector.Reports;
using Connector.Templates.Spreadsheets;
using Connector.TerritoryFiles;
using Connector.TerritoryFiles.Records;
using Connector.TerritoryFiles.Shapes;

namespace Connector.Persons;

/// <summary>
/// The files that a person is written in: the territory file and the directories that it names. Changes are made in memory, and
/// written together, the territory judged as a whole before anything takes the place of what was there.
/// </summary>
internal sealed class PersonSources
{
    private readonly string _path;
    private readonly TerritoryLines _lines;
    private readonly SoughtPerson _who;
    private readonly Dictionary<string, byte[]> _directories = new(StringComparer.Ordinal);
    private readonly List<Trace> _traces = [];
    private bool _isTerritoryChanged;

    private PersonSources(string path, TerritoryLines lines, SoughtPerson who) =>
        (_path, _lines, _who) = (path, lines, who);

    /// <summary>Null for a territory file that cannot be read as lines.</summary>
    public static PersonSources? Open(string path, SoughtPerson who) =>
        TerritoryLines.Open(path) is { } lines ? new PersonSources(Path.GetFullPath(path), lines, who) : null;

    public IReadOnlyList<Trace> Traces => _traces;

    /// <summary>Full paths of the files looked at.</summary>
    public IReadOnlySet<string> Files =>
        _lines.Directories.Select(Beside).Append(_path).ToHashSet(StringComparer.Ordinal);

    /// <summary>Takes the person out of all of them; what is in the coordinator's own words is told.</summary>
    public void Erase()
    {
        if (_who.Person.Id.Length > 0 && _lines.Erase(_who.Person.Id) is { Count: > 0 } numbers)
        {
            _isTerritoryChanged = true;
            Tell(TraceFate.Changed, Lines(_path, numbers), TakenOut);
        }

        if (_lines.Mentions(_who.Match) is { Count: > 0 } left)
        {
            Tell(TraceFate.Human, Lines(_path, left), ByHand);
        }

        foreach (var path in _lines.Directories.Select(Beside).Where(File.Exists))
        {
            EraseIn(path);
        }
    }

    /// <summary>Writes values wherever the person's own row or block is.</summary>
    public void Set(IReadOnlyList<(Key Key, string Value)> values)
    {
        foreach (var (key, value) in values)
        {
            if (_lines.Set(_who.Person.Id, key, value) is { } number)
            {
                _isTerritoryChanged = true;
                Tell(TraceFate.Changed, Lines(_path, [number]), Written(key));
            }
        }

        foreach (var path in _lines.Directories.Select(Beside).Where(File.Exists))
        {
            SetIn(path, values);
        }

        if (_traces.Count == 0)
        {
            var mentions = _lines.Mentions(_who.Match);
            Tell(TraceFate.Human, Lines(_path, mentions), ByHand);
        }
    }

    /// <returns>What kept it from being written; nothing was, then.</returns>
    public IReadOnlyList<Problem> Save()
    {
        var before = _directories.Keys.ToDictionary(path => path, File.ReadAllBytes, StringComparer.Ordinal);
        foreach (var (path, bytes) in _directories)
        {
            Replace(path, bytes);
        }

        var problems = _isTerritoryChanged ? _lines.Save(_path) : TerritoryFile.Load(_path).Problems;
        if (problems.Count > 0)
        {
            foreach (var (path, bytes) in before)
            {
                Replace(path, bytes);
            }
        }

        return problems;
    }

    private void EraseIn(string path)
    {
        var bytes = File.ReadAllBytes(path);
        if (!path.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase))
        {
            EraseInCsv(path, bytes);
            return;
        }

        try
        {
            var sheets = new DirectorySheets(bytes);
            var places = _who.Person.Id.Length > 0 ? sheets.Erase(_who.Person.Id, _who.Match) : [];
            if (places.Count > 0)
            {
                _directories[path] = sheets.Bytes;
                Tell(TraceFate.Changed, In(path, places), TakenOut);
            }

            if (FileTraces.In(path, sheets.Bytes, _who.Match) is { Count: > 0 } left)
            {
                Tell(TraceFate.Human, In(path, left), Notes);
            }
        }
        catch (SpreadsheetException)
        {
            Tell(TraceFate.Human, In(path, []), Unreadable);
        }
    }

    /// <summary>Whole lines alone: a line that names the person and begins or ends with their identifier is their row.</summary>
    private void EraseInCsv(string path, byte[] bytes)
    {
        var text = Encoding.UTF8.GetString(bytes);
        var lines = text.Split('\n').ToList();
        var own = lines
            .Select((line, index) => (line, index))
            .Where(pair => Cells(pair.line).Contains(_who.Person.Id, StringComparer.Ordinal))
            .Select(pair => pair.index)
            .ToList();
        // Latin-1 keeps every byte of whatever encoding the file has.
        var raw = Encoding.Latin1.GetString(bytes).Split('\n').ToList();
        foreach (var index in own.OrderDescending())
        {
            raw.RemoveAt(index);
            lines.RemoveAt(index);
        }

        if (own.Count > 0)
        {
            _directories[path] = Encoding.Latin1.GetBytes(string.Join('\n', raw));
            Tell(TraceFate.Changed, Lines(path, [.. own.Select(index => index + 1)]), TakenOut);
        }

        var left = lines
            .Select((line, index) => (line, index))
            .Where(pair => _who.Match.IsIn(pair.line))
            .Select(pair => pair.index + 1)
            .ToList();
        if (left.Count > 0)
        {
            Tell(TraceFate.Human, Lines(path, left), ByHand);
        }
    }

    private void SetIn(string path, IReadOnlyList<(Key Key, string Value)> values)
    {
        var bytes = File.ReadAllBytes(path);
        if (!path.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase))
        {
            var numbers = Encoding
                .UTF8.GetString(bytes)
                .Split('\n')
                .Select((line, index) => (line, index))
                .Where(pair => Cells(pair.line).Contains(_who.Person.Id, StringComparer.Ordinal))
                .Select(pair => pair.index + 1)
                .ToList();
            if (numbers.Count > 0)
            {
                Tell(TraceFate.Human, Lines(path, numbers), ByHand);
            }

            return;
        }

        var sheets = new DirectorySheets(bytes);
        var cells = values.Select(pair => (pair.Key, Cell(pair.Value))).ToList();
        if (sheets.Set(_who.Person.Id, cells) is { } place)
        {
            sheets.Purge(_who.Match);
            _directories[path] = sheets.Bytes;
            foreach (var (key, _) in values)
            {
                Tell(TraceFate.Changed, In(path, [place]), Written(key));
            }
        }
    }

    private static SheetCell Cell(string value) =>
        Moments.ReadDate(value) is { } day ? SheetCell.Of(day) : SheetCell.Of(value);

    private static IEnumerable<string> Cells(string line) =>
        line.Split([',', ';', '\t', '|']).Select(cell => cell.Trim().Trim('"').Trim());

    private string Beside(string name) => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(_path)!, name));

    private static void Replace(string path, byte[] bytes)
    {
        var whole = $"{path}.part";
        File.WriteAllBytes(whole, bytes);
        File.Move(whole, path, overwrite: true);
    }

    private void Tell(TraceFate fate, Text where, Text why) => _traces.Add(new Trace(fate, where, why));

    private static Text Lines(string path, IReadOnlyList<int> numbers)
    {
        var list = string.Join(", ", numbers);
        var name = Path.GetFileName(path);
        return numbers.Count == 0
            ? Text.Same(name)
            : new Text($"{name}, ligne(s) {list}", $"{name}, line(s) {list}");
    }

    private static Text In(string path, IReadOnlyList<Text> places) =>
        new(
            $"{Path.GetFileName(path)} : {string.Join(" ; ", places.Select(place => place.French))}",
            $"{Path.GetFileName(path)}: {string.Join("; ", places.Select(place => place.English))}"
        );

    private static Text Written(Key key) => new($"« {key.Name} » est écrit", $"'{key.Name}' is written");

    private static readonly Text TakenOut = new(
        "la personne en est retirée ; le reste, commentaires compris, ne change pas",
        "the person is taken out; all else, comments included, stays"
    );

    private static readonly Text ByHand = new(
        "dans une forme que Connector ne change pas : à corriger à la main",
        "in a form that Connector does not change: to be corrected by hand"
    );

    private static readonly Text Notes = new(
        "vos notes, ou les propriétés du fichier : à relire et à corriger à la main",
        "your notes, or the file's properties: to be read and corrected by hand"
    );

    private static readonly Text Unreadable = new(
        "ce classeur n'est pas lisible : rien n'y est changé",
        "this workbook cannot be read: nothing in it is changed"
    );
}
