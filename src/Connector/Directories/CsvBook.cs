using Connector.Domain.Directories;
using Connector.TerritoryFiles.Tables;

namespace Connector.Directories;

/// <summary>
/// A directory in CSV. Lines that do not change keep their bytes: delimiter, quotes, encoding and line ends are the file's own.
/// </summary>
internal sealed class CsvBook : DirectoryBook
{
    private readonly CsvLines _lines;
    private readonly int _headerLine;
    private readonly BookHeader _header;
    private readonly List<int> _rowLines = [];

    private CsvBook(CsvLines lines, int headerLine, BookHeader header) =>
        (_lines, _headerLine, _header) = (lines, headerLine, header);

    /// <returns>Null where no line is the header of a list of organisations.</returns>
    public static CsvBook? Open(string path, byte[] bytes)
    {
        var text = CsvText.Read(bytes);
        foreach (var delimiter in text.Delimiters)
        {
            var lines = new CsvLines(text, delimiter);
            var header = lines
                .All.Take(DirectoryFile.DeepestHeader)
                .ToList()
                .FindIndex(line => ImportFile.Fits(new Table(path, null, 1, line.Cells, [])));
            if (header >= 0)
            {
                return Read(lines, header);
            }
        }

        return null;
    }

    private static CsvBook Read(CsvLines lines, int headerLine)
    {
        var header = new BookHeader(lines.All[headerLine].Cells, ContactHeader);
        var rows = new List<BookRow>();
        var book = new CsvBook(lines, headerLine, header) { Rows = rows };
        for (var index = headerLine + 1; index < lines.All.Count; index++)
        {
            var cells = lines.All[index].Cells;
            var place = header.Read(column => column < cells.Count ? cells[column] : "");
            if (place.Filled.Any())
            {
                rows.Add(new BookRow(lines.All[index].Number, place));
                book._rowLines.Add(index);
            }
        }

        return book;
    }

    public override byte[] With(
        IReadOnlyList<(int Index, IReadOnlyDictionary<StandardColumn, string> Words)> filled,
        IReadOnlyList<PlaceRecord> added,
        IReadOnlyList<ReplacedCell> replaced
    )
    {
        var headers = _header.Add(Wanted(filled, added), added.Count > 0 ? ContactHeader : null);
        FillIn(_headerLine, headers.Select(one => (one.Index, one.Header)));
        foreach (var (index, words) in filled)
        {
            FillIn(_rowLines[index], words.Select(pair => (_header.Columns[pair.Key], pair.Value)));
        }

        foreach (var one in replaced)
        {
            _lines.Set(_rowLines[one.Index], _header.Columns[one.Column], one.Words);
        }

        foreach (var place in added)
        {
            var cells = place
                .Filled.Select(column => (Column: _header.Columns[column], Words: place[column]!))
                .Append((_header.Contact!.Value, ToMeet))
                .ToDictionary();
            _lines.Add([
                .. Enumerable
                    .Range(0, cells.Keys.Max() + 1)
                    .Select(column => cells.GetValueOrDefault(column, "")),
            ]);
        }

        return _lines.ToBytes();
    }

    /// <summary>A cell that says something keeps it.</summary>
    private void FillIn(int index, IEnumerable<(int Column, string Words)> words)
    {
        foreach (var (column, value) in words)
        {
            var cells = _lines.All[index].Cells;
            if (column >= cells.Count || cells[column].Length == 0)
            {
                _lines.Set(index, column, value);
            }
        }
    }
}
