using Connector.Domain;
using Connector.Domain.Territories;
using Connector.Templates.Spreadsheets;
using Connector.TerritoryFiles.Records;
using Connector.TerritoryFiles.Shapes;

namespace Connector.Persons;

/// <summary>
/// Changes to one person's rows of an .xlsx directory, cell by cell: sheets « Personnes » and « Participation », and the referents
/// of organisations. The coordinator's own notes on « Rencontres » are not touched.
/// </summary>
internal sealed class DirectorySheets
{
    private const int DeepestHeader = 20;

    /// <summary>What stood in the cells that were cleared or changed: a workbook keeps words that no cell shows any more.</summary>
    private readonly HashSet<string> _former = new(StringComparer.Ordinal);

    private byte[] _xlsx;

    public DirectorySheets(byte[] xlsx) => _xlsx = xlsx;

    public byte[] Bytes => _xlsx;

    /// <summary>Clears what the directory says of somebody; gives the cells' places.</summary>
    /// <param name="id">Of the person.</param>
    /// <param name="match">What may not stay behind in the file.</param>
    public IReadOnlyList<Text> Erase(string id, PersonalData match)
    {
        var places = new List<Text>();
        foreach (var (sheet, index) in Sheets())
        {
            var rows = Rows(index);
            var kind = Kind(sheet);
            var (column, whole) = kind switch
            {
                "personne" => (PersonRecord.Id, true),
                "participation" => (Participant, true),
                "organisation" => (Referent, false),
                _ => ((Key?)null, false),
            };
            if (column is null || Header(rows, column) is not { } header)
            {
                continue;
            }

            var edits = new List<CellEdit>();
            var at = Column(header, column)!.Value;
            foreach (var row in rows.Where(row => row.Number > header.Number && row[at].Words.Trim() == id))
            {
                var columns = whole ? Enumerable.Range(0, row.Cells.Count) : [at];
                edits.AddRange(
                    columns
                        .Where(cell => row[cell].Kind != CellKind.Empty)
                        .Select(cell => new CellEdit(row.Number, cell, SheetCell.Empty))
                );
                places.Add(Place(sheet, row.Number));
            }

            Apply(index, edits, rows, header.Number);
        }

        Purge(match);
        return places;
    }

    /// <summary>Writes values into the person's row of « Personnes »; gives its place, null where there is no such row.</summary>
    /// <param name="id">Of the person.</param>
    /// <param name="values">A column that is not there is added on the right.</param>
    public Text? Set(string id, IReadOnlyList<(Key Key, SheetCell Cell)> values)
    {
        foreach (var (sheet, index) in Sheets().Where(sheet => Kind(sheet.Name) == "personne"))
        {
            var rows = Rows(index);
            if (
                Header(rows, PersonRecord.Id) is not { } header
                || rows.FirstOrDefault(row =>
                    row.Number > header.Number && row[Column(header, PersonRecord.Id)].Words.Trim() == id
                )
                    is not { } row
            )
            {
                continue;
            }

            var edits = new List<CellEdit>();
            var next = header.Cells.Count;
            foreach (var (key, cell) in values)
            {
                var column = Column(header, key);
                if (column is null)
                {
                    edits.Add(new CellEdit(header.Number, next, SheetCell.Of(key.Name)));
                    column = next++;
                }

                edits.Add(new CellEdit(row.Number, column.Value, cell));
            }

            Apply(index, edits, rows, header.Number);
            return Place(sheet, row.Number);
        }

        return null;
    }

    /// <summary>Takes out of the file the words that no cell shows any more.</summary>
    public void Purge(PersonalData match) =>
        _xlsx = WorkbookPurge.Apply(_xlsx, words => _former.Contains(words) || match.IsIn(words));

    private void Apply(int sheet, List<CellEdit> edits, List<SheetTableRow> rows, int header)
    {
        if (edits.Count == 0)
        {
            return;
        }

        var byNumber = rows.ToDictionary(row => row.Number);
        foreach (var edit in edits)
        {
            var words = byNumber[edit.Row][edit.Column].Words;
            if (words.Length > 0)
            {
                _former.Add(words);
            }
        }

        _xlsx = WorkbookEdit.Apply(_xlsx, sheet, edits, [], header);
    }

    private List<(string Name, int Index)> Sheets()
    {
        using var workbook = WorkbookFile.Open(_xlsx);
        return [.. workbook.SheetNames.Select((name, index) => (name, index))];
    }

    private List<SheetTableRow> Rows(int sheet)
    {
        using var workbook = WorkbookFile.Open(_xlsx);
        return [.. workbook.Rows(sheet)];
    }

    private static string Kind(string sheet) => Folded.Key(sheet).TrimEnd('s');

    private static SheetTableRow? Header(List<SheetTableRow> rows, Key key) =>
        rows.Take(DeepestHeader).FirstOrDefault(row => Column(row, key) is not null);

    private static int? Column(SheetTableRow header, Key key)
    {
        for (var index = 0; index < header.Cells.Count; index++)
        {
            if (key.Answers(header[index].Words))
            {
                return index;
            }
        }

        return null;
    }

    private static Text Place(string sheet, int row) =>
        new($"feuille « {sheet} », ligne {row}", $"sheet '{sheet}', row {row}");

    private static readonly Key Participant = new Key<string>(
        "personne",
        Identifiers.Person,
        new Text("identifiant de la personne", "identifier of the person")
    )
    {
        Aliases = ["personnes", "identifiant"],
    };

    private static readonly Key Referent = new Key<string>(
        "référent",
        Identifiers.Person,
        new Text("identifiant du contact référent", "identifier of the referent contact")
    )
    {
        Aliases = ["référente", "contact référent"],
    };
}
