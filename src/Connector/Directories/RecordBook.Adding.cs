using Connector.Templates.Spreadsheets;
using Connector.TerritoryFiles.Records;
using Connector.TerritoryFiles.Tables;

namespace Connector.Directories;

/// <summary>A record more: a row at the end of a table, an entry at the end of a list. All else in the file stays.</summary>
internal sealed partial class RecordBook
{
    /// <summary>Whether records of this kind can be written into the file.</summary>
    public bool Takes(RecordKind kind) => IsTerritory || Tables().Any(table => Fits(table, kind));

    /// <returns>Null where that cannot be done.</returns>
    /// <exception cref="SpreadsheetException">Not a workbook, damaged, or too large.</exception>
    public byte[]? Plus(NewRecord record)
    {
        if (IsTerritory)
        {
            return ToTerritory(record);
        }

        var tables = Tables();
        if (tables.FirstOrDefault(table => Fits(table, record.Kind)) is not { } table)
        {
            return null;
        }

        if (record.Place is not { } place)
        {
            return WithRow(bytes, table, record.Cells);
        }

        return Participations(tables) is not { } places
                ? WithRow(bytes, table, [.. record.Cells, (RecordFields.Groups, Cell(place))])
            : WithRow(bytes, table, record.Cells) is { } after
                ? WithRow(after, places, Participation(places, record.Id, place), [])
            : null;
    }

    /// <summary>The file with a group more for a person who is in it, of which they are not.</summary>
    /// <returns>Null where that cannot be done.</returns>
    /// <exception cref="SpreadsheetException">Not a workbook, damaged, or too large.</exception>
    public byte[]? With(string person, GroupPlace place)
    {
        if (IsTerritory)
        {
            return
                Patch() is { } patch
                && Item(patch, RecordKind.Person, person) is { } item
                && patch.AddTo(item, PersonRecord.Groups, place.Group, place.Role, RoleOfLists)
                ? Written(patch)
                : null;
        }

        if (Row(RecordKind.Person, person) is not var (table, row))
        {
            return null;
        }

        if (Participations(Tables()) is { } places)
        {
            return WithRow(bytes, places, Participation(places, person, place), []);
        }

        var said = row[Column(table, RecordFields.Groups)];
        var now = said.Length == 0 ? Cell(place) : $"{said} | {Cell(place)}";
        return With(RecordKind.Person, person, [new FieldChange(RecordFields.Groups, said, now)]);
    }

    /// <summary>What somebody is in a group that the territory file only names.</summary>
    private const string RoleOfLists = "membre";

    private static string Cell(GroupPlace place) => $"{place.Group}: {place.Role}";

    private static Table? Participations(IReadOnlyList<Table> tables) =>
        tables.FirstOrDefault(table => table.Sheet is not null && ParticipationTable.Fits(table));

    private static Dictionary<int, string> Participation(Table places, string person, GroupPlace place)
    {
        var cells = new Dictionary<int, string>
        {
            [places.Column(ParticipationTable.Person)!.Value] = person,
            [places.Column(ParticipationTable.Group)!.Value] = place.Group,
        };
        if (places.Column(ParticipationTable.Role) is { } column)
        {
            cells[column] = place.Role;
        }

        return cells;
    }

    private static byte[]? WithRow(
        byte[] bytes,
        Table table,
        IReadOnlyList<(RecordField Field, string Words)> words
    )
    {
        var next = table.Headers.Count;
        var cells = new Dictionary<int, string>();
        var headers = new List<(int Column, string Header)>();
        foreach (var (field, word) in words)
        {
            if (Column(table, field) is not { } column)
            {
                column = next++;
                headers.Add((column, field.Header));
            }

            cells[column] = word;
        }

        return WithRow(bytes, table, cells, headers);
    }

    private static byte[]? WithRow(
        byte[] bytes,
        Table table,
        Dictionary<int, string> cells,
        IReadOnlyList<(int Column, string Header)> headers
    )
    {
        if (table.Sheet is { } name)
        {
            using var workbook = WorkbookFile.Open(bytes);
            return WorkbookEdit.Apply(
                bytes,
                workbook.SheetNames.ToList().IndexOf(name),
                [
                    .. headers.Select(one => new CellEdit(
                        table.HeaderLine,
                        one.Column,
                        SheetCell.Of(one.Header)
                    )),
                ],
                [cells.ToDictionary(cell => cell.Key, cell => SheetCell.Of(cell.Value))],
                table.HeaderLine
            );
        }

        if (CsvLines.Read(bytes, table) is not { } lines)
        {
            return null;
        }

        foreach (var (column, header) in headers)
        {
            lines.Set(lines.Header, column, header);
        }

        lines.Add([
            .. Enumerable
                .Range(0, Math.Max(table.Headers.Count, cells.Keys.Max() + 1))
                .Select(column => cells.GetValueOrDefault(column, "")),
        ]);
        return lines.ToBytes();
    }

    private byte[]? ToTerritory(NewRecord record)
    {
        if (Patch() is not { } patch || record.Cells.Any(cell => cell.Field.Key is null))
        {
            return null;
        }

        return patch.AddEntry(
            patch.Top,
            ListOf(record.Kind),
            [.. record.Cells.Select(cell => (cell.Field.Key!, cell.Words))],
            record.Place is { } place ? (PersonRecord.Groups, place.Group, place.Role) : null
        )
            ? Written(patch)
            : null;
    }
}
