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
                ? WithRow(after, places, Participation(places, record.Id, place))
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
            return WithRow(bytes, places, Participation(places, person, place));
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

    private static List<(int Column, string Words, string? Header)> Participation(
        Table places,
        string person,
        GroupPlace place
    ) =>
        [
            (places.Column(ParticipationTable.Person)!.Value, person, null),
            (places.Column(ParticipationTable.Group)!.Value, place.Group, null),
            .. places.Column(ParticipationTable.Role) is { } column
                ? new[] { (column, place.Role, (string?)null) }
                : [],
        ];

    private static byte[]? WithRow(
        byte[] bytes,
        Table table,
        IReadOnlyList<(RecordField Field, string Words)> words
    ) => WithRow(bytes, table, Placed(table, words));

    private static byte[]? WithRow(
        byte[] bytes,
        Table table,
        List<(int Column, string Words, string? Header)> cells
    )
    {
        if (table.Sheet is { } name)
        {
            using var workbook = WorkbookFile.Open(bytes);
            return WorkbookEdit.Apply(
                bytes,
                workbook.SheetNames.ToList().IndexOf(name),
                [.. NewHeaders(table, cells)],
                [cells.ToDictionary(cell => cell.Column, cell => SheetCell.Of(cell.Words))],
                table.HeaderLine
            );
        }

        if (CsvLines.Read(bytes, table) is not { } lines)
        {
            return null;
        }

        foreach (var (column, _, header) in cells)
        {
            if (header is not null)
            {
                lines.Set(lines.Header, column, header);
            }
        }

        var words = cells.ToDictionary(cell => cell.Column, cell => cell.Words);
        lines.Add([
            .. Enumerable
                .Range(0, Math.Max(table.Headers.Count, words.Keys.Max() + 1))
                .Select(column => words.GetValueOrDefault(column, "")),
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
