using Connector.Templates.Spreadsheets;
using Connector.TerritoryFiles;
using Connector.TerritoryFiles.Tables;

namespace Connector.Directories;

/// <summary>The sheets of a directory by name, to add rows to and to fill empty cells in (decision 0053).</summary>
internal sealed class SheetRows
{
    private readonly string _file;
    private byte[] _xlsx;

    public SheetRows(string file, byte[] xlsx) => (_file, _xlsx) = (file, xlsx);

    public byte[] Bytes => _xlsx;

    /// <summary>The sheet that has all of these columns; null when there is none.</summary>
    public Table? Find(params string[] headers) =>
        WorkbookTables
            .Read(_file, _xlsx, new ProblemList(_file))
            .FirstOrDefault(table => headers.All(header => table.Column(header) is not null));

    /// <summary>Adds rows below the last one that says something; words of columns that are not there are left out.</summary>
    public void Add(Table table, IEnumerable<IReadOnlyDictionary<string, string>> rows)
    {
        var added = rows.Select(
                IReadOnlyDictionary<int, SheetCell> (row) =>
                    row.Where(pair => pair.Value.Length > 0 && table.Column(pair.Key) is not null)
                        .ToDictionary(pair => table.Column(pair.Key)!.Value, pair => SheetCell.Of(pair.Value))
            )
            .ToList();
        if (added.Count > 0)
        {
            _xlsx = WorkbookEdit.Apply(_xlsx, Index(table), [], added, table.HeaderLine);
        }
    }

    /// <summary>Fills empty cells; those that say something keep it.</summary>
    public void Fill(Table table, IEnumerable<(int Row, string Header, string Words)> cells)
    {
        var edits = cells
            .Where(cell => table.Column(cell.Header) is not null)
            .Select(cell => new CellEdit(cell.Row, table.Column(cell.Header)!.Value, cell.Words)
            {
                OnlyIfEmpty = true,
            })
            .ToList();
        if (edits.Count > 0)
        {
            _xlsx = WorkbookEdit.Apply(_xlsx, Index(table), edits, [], table.HeaderLine);
        }
    }

    private int Index(Table table)
    {
        using var workbook = WorkbookFile.Open(_xlsx);
        return workbook.SheetNames.ToList().IndexOf(table.Sheet!);
    }
}
