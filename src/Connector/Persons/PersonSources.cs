using System.Text;
using Connector.Directories;
using Connector.Domain;
using Connector.Domain.Territories;
using Connector.Reports;
using Connector.Templates.Spreadsheets;
using Connector.TerritoryFiles;
using Connector.TerritoryFiles.Records;
using Connector.TerritoryFiles.Shapes;

namespace Connector.Persons;

/// <summary>
/// The files that a person is written in: the territory file and the directories that it names, beside it or on Nextcloud. Changes
/// are made in memory, and written together, the territory judged as a whole before anything takes the place of what was there.
/// </summary>
internal sealed class PersonSources
{
    private readonly string _path;
    private readonly TerritoryLines _lines;
    private readonly SoughtPerson _who;
    private readonly IOwnDirectory? _cloud;
    private readonly Dictionary<string, byte[]> _directories = new(StringComparer.Ordinal);
    private readonly List<Trace> _traces = [];
    private bool _isTerritoryChanged;
    private byte[]? _cloudAfter;

    private PersonSources(string path, TerritoryLines lines, SoughtPerson who, IOwnDirectory? cloud) =>
        (_path, _lines, _who, _cloud) = (path, lines, who, cloud);

    /// <summary>Null for a territory file that cannot be read as lines.</summary>
    public static PersonSources? Open(string path, SoughtPerson who, IOwnDirectory? cloud) =>
        TerritoryLines.Open(path) is { } lines
            ? new PersonSources(Path.GetFullPath(path), lines, who, cloud)
            : null;

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

        foreach (var source in Sources())
        {
            EraseIn(source);
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

        foreach (var source in Sources())
        {
            SetIn(source, values);
        }

        if (_traces.Count == 0)
        {
            var mentions = _lines.Mentions(_who.Match);
            Tell(TraceFate.Human, Lines(_path, mentions), ByHand);
        }
    }

    /// <returns>What kept it from being written; nothing was, then.</returns>
    public async Task<IReadOnlyList<Problem>> SaveAsync(CancellationToken ct)
    {
        if (_cloudAfter is not { } after)
        {
            return Save();
        }

        // The file on the server is the one that somebody may have written in meanwhile: it goes first, once all else may follow.
        var wrong = _isTerritoryChanged
            ? TerritoryDraftFile.Judge(_path, new UTF8Encoding(false).GetBytes(_lines.Text))
            : [];
        return wrong.Count > 0 ? wrong
            : await _cloud!.SaveAsync(after, ct) is { } problem ? [problem]
            : Save();
    }

    private IReadOnlyList<Problem> Save()
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

    private IEnumerable<Source> Sources() =>
        _lines
            .Directories.Select(Beside)
            .Where(File.Exists)
            .Select(path => new Source(path, File.ReadAllBytes(path), after => _directories[path] = after))
            .Concat(
                _cloud is null ? [] : [new Source(_cloud.ShownAs, _cloud.Bytes, after => _cloudAfter = after)]
            );

    private void EraseIn(Source source)
    {
        if (!source.IsWorkbook)
        {
            EraseInCsv(source);
            return;
        }

        try
        {
            var sheets = new DirectorySheets(source.Bytes);
            var places = _who.Person.Id.Length > 0 ? sheets.Erase(_who.Person.Id, _who.Match) : [];
            if (places.Count > 0)
            {
                source.Keep(sheets.Bytes);
                Tell(TraceFate.Changed, In(source.Path, places), TakenOut);
            }

            if (FileTraces.In(source.Path, sheets.Bytes, _who.Match) is { Count: > 0 } left)
            {
                Tell(TraceFate.Human, In(source.Path, left), Notes);
            }
        }
        catch (SpreadsheetException)
        {
            Tell(TraceFate.Human, In(source.Path, []), Unreadable);
        }
    }

    /// <summary>Whole lines alone: a line that names the person and begins or ends with their identifier is their row.</summary>
    private void EraseInCsv(Source source)
    {
        var lines = source.Lines().ToList();
        var own = Own(lines).ToList();
        // Latin-1 keeps every byte of whatever encoding the file has.
        var raw = Encoding.Latin1.GetString(source.Bytes).Split('\n').ToList();
        foreach (var number in own.OrderDescending())
        {
            raw.RemoveAt(number - 1);
            lines.RemoveAt(number - 1);
        }

        if (own.Count > 0)
        {
            source.Keep(Encoding.Latin1.GetBytes(string.Join('\n', raw)));
            Tell(TraceFate.Changed, Lines(source.Path, own), TakenOut);
        }

        var left = lines
            .Select((line, index) => (line, index))
            .Where(pair => _who.Match.IsIn(pair.line))
            .Select(pair => pair.index + 1)
            .ToList();
        if (left.Count > 0)
        {
            Tell(TraceFate.Human, Lines(source.Path, left), ByHand);
        }
    }

    private void SetIn(Source source, IReadOnlyList<(Key Key, string Value)> values)
    {
        if (!source.IsWorkbook)
        {
            if (Own(source.Lines()).ToList() is { Count: > 0 } numbers)
            {
                Tell(TraceFate.Human, Lines(source.Path, numbers), ByHand);
            }

            return;
        }

        var sheets = new DirectorySheets(source.Bytes);
        var cells = values.Select(pair => (pair.Key, Cell(pair.Value))).ToList();
        if (sheets.Set(_who.Person.Id, cells) is { } place)
        {
            sheets.Purge(_who.Match);
            source.Keep(sheets.Bytes);
            foreach (var (key, _) in values)
            {
                Tell(TraceFate.Changed, In(source.Path, [place]), Written(key));
            }
        }
    }

    /// <summary>Numbers of the lines that have the person's identifier in a cell.</summary>
    private IEnumerable<int> Own(IEnumerable<string> lines) =>
        lines
            .Select((line, index) => (line, index))
            .Where(pair => Cells(pair.line).Contains(_who.Person.Id, StringComparer.Ordinal))
            .Select(pair => pair.index + 1);

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

    /// <summary>A directory, and where its bytes go when they change.</summary>
    private sealed record Source(string Path, byte[] Bytes, Action<byte[]> Keep)
    {
        public bool IsWorkbook => Path.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase);

        public IEnumerable<string> Lines() => Encoding.UTF8.GetString(Bytes).Split('\n');
    }
}
