using System.Text;
using Connector.Domain;
using Connector.Templates.Spreadsheets;
using Connector.TerritoryFiles;
using Connector.TerritoryFiles.Records;
using Connector.TerritoryFiles.Tables;
using Connector.TerritoryFiles.Yaml;

namespace Connector.Directories;

/// <summary>
/// One file that holds records of the directory, to read one of them as it is written and to change its words, cell by cell:
/// all else in the file stays. A table or the territory file.
/// </summary>
internal sealed partial class RecordBook(string file, byte[] bytes)
{
    private static readonly byte[] Mark = [0xEF, 0xBB, 0xBF];

    /// <summary>Whether it is the territory file itself.</summary>
    public bool IsTerritory =>
        file.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase)
        || file.EndsWith(".yml", StringComparison.OrdinalIgnoreCase);

    /// <summary>The words of a record; null when the file has none of that identifier.</summary>
    public IReadOnlyDictionary<string, string>? Find(RecordKind kind, string id)
    {
        var fields = RecordFields.Of(kind);
        if (IsTerritory)
        {
            return Patch() is { } patch && Item(patch, kind, id) is { } item
                ? fields
                    .Where(field => field.Key is not null)
                    .ToDictionary(field => field.Name, field => YamlPatch.Words(item, field.Key!) ?? "")
                : null;
        }

        return Row(kind, id) is var (table, row)
            ? fields.ToDictionary(field => field.Name, field => row[Column(table, field)])
            : null;
    }

    /// <summary>The file with other words in one record; null where that cannot be done.</summary>
    /// <exception cref="SpreadsheetException">Not a workbook, damaged, or too large.</exception>
    public byte[]? With(RecordKind kind, string id, IReadOnlyList<FieldChange> changes)
    {
        if (IsTerritory)
        {
            return InTerritory(kind, id, changes);
        }

        if (Row(kind, id) is not var (table, row))
        {
            return null;
        }

        var cells = Placed(table, changes.Select(change => (change.Field, change.Now)));
        return table.Sheet is null ? InCsv(table, row, cells) : InSheet(table, row, cells);
    }

    /// <summary>Where the words of each field go; a field without a column gets one at the end.</summary>
    private static List<(int Column, string Words, string? Header)> Placed(
        Table table,
        IEnumerable<(RecordField Field, string Words)> words
    )
    {
        var next = table.Headers.Count;
        var cells = new List<(int Column, string Words, string? Header)>();
        foreach (var (field, word) in words)
        {
            var known = Column(table, field);
            cells.Add((known ?? next, word, known is null ? field.Header : null));
            next += known is null ? 1 : 0;
        }

        return cells;
    }

    private static IEnumerable<CellEdit> NewHeaders(
        Table table,
        List<(int Column, string Words, string? Header)> cells
    ) =>
        cells
            .Where(cell => cell.Header is not null)
            .Select(cell => new CellEdit(table.HeaderLine, cell.Column, SheetCell.Of(cell.Header!)));

    private byte[]? InSheet(Table table, TableRow row, List<(int Column, string Words, string? Header)> cells)
    {
        using var workbook = WorkbookFile.Open(bytes);
        var sheet = workbook.SheetNames.ToList().IndexOf(table.Sheet!);
        var there = workbook.Rows(sheet).First(one => one.Number == row.Line);
        if (cells.Exists(cell => there[cell.Column].IsFormula))
        {
            return null;
        }

        var edits = NewHeaders(table, cells)
            .Concat(
                cells.Select(cell => new CellEdit(
                    row.Line,
                    cell.Column,
                    cell.Words.Length == 0 ? SheetCell.Empty : SheetCell.Of(cell.Words)
                ))
            )
            .ToList();
        return WorkbookEdit.Apply(bytes, sheet, edits, [], table.HeaderLine);
    }

    private byte[]? InCsv(Table table, TableRow row, List<(int Column, string Words, string? Header)> cells)
    {
        if (CsvLines.Read(bytes, table) is not { } lines)
        {
            return null;
        }

        var index = lines.All.ToList().FindIndex(line => line.Number == row.Line);
        foreach (var (column, words, header) in cells)
        {
            if (header is not null)
            {
                lines.Set(lines.Header, column, header);
            }

            lines.Set(index, column, words);
        }

        return lines.ToBytes();
    }

    private byte[]? InTerritory(RecordKind kind, string id, IReadOnlyList<FieldChange> changes)
    {
        if (Patch() is not { } patch || Item(patch, kind, id) is not { } item)
        {
            return null;
        }

        return changes.All(change => change.Field.Key is { } key && patch.Set(item, key, change.Now))
            ? Written(patch)
            : null;
    }

    private byte[]? Written(YamlPatch patch) =>
        patch.Result() is { } after
            ? [.. bytes.AsSpan().StartsWith(Mark) ? Mark : [], .. new UTF8Encoding(false).GetBytes(after)]
            : null;

    private YamlPatch? Patch() =>
        YamlPatch.Open(new UTF8Encoding(false).GetString(bytes).TrimStart('\uFEFF'));

    private static SpanMap? Item(YamlPatch patch, RecordKind kind, string id)
    {
        var key = RecordFields.IdOf(kind).Key!;
        return YamlPatch
            .Maps(patch.Top, ListOf(kind))
            .FirstOrDefault(item => YamlPatch.Words(item, key)?.Trim() == id);
    }

    private static TerritoryFiles.Shapes.Key ListOf(RecordKind kind) =>
        kind == RecordKind.Person ? TerritoryRecord.People : TerritoryRecord.Organisations;

    private (Table Table, TableRow Row)? Row(RecordKind kind, string id)
    {
        foreach (var table in Tables().Where(table => Fits(table, kind)))
        {
            var column = table.Column(kind == RecordKind.Person ? PersonRecord.Id : OrganisationRecord.Id);
            if (table.Rows.FirstOrDefault(row => row[column] == id) is { } row)
            {
                return (table, row);
            }
        }

        return null;
    }

    /// <summary>As the directory is read: a table that could be of people is.</summary>
    private static bool Fits(Table table, RecordKind kind) =>
        !VisitTable.Fits(table)
        && !ParticipationTable.Fits(table)
        && (
            PeopleTable.Fits(table)
                ? kind == RecordKind.Person
                : kind == RecordKind.Organisation && OrganisationTable.Fits(table)
        );

    private IReadOnlyList<Table> Tables()
    {
        // What is wrong with the file is told elsewhere.
        var unheard = new ProblemList(file);
        return bytes is [(byte)'P', (byte)'K', ..] ? WorkbookTables.Read(file, bytes, unheard)
            : CsvTable.Read(file, bytes, unheard) is { } table ? [table]
            : [];
    }

    private static int? Column(Table table, RecordField field)
    {
        for (var index = 0; index < table.Headers.Count; index++)
        {
            if (field.Answers(table.Headers[index]))
            {
                return index;
            }
        }

        return null;
    }
}
