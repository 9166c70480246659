using System.Globalization;
using Connector.TerritoryFiles.Tables;
using CsvHelper;
using CsvHelper.Configuration;

namespace Connector.Directories;

/// <summary>
/// The lines of a CSV file that people keep. Those that do not change keep their bytes: delimiter, quotes, encoding and line ends
/// are the file's own.
/// </summary>
internal sealed class CsvLines
{
    private readonly CsvText _text;
    private readonly List<CsvLine> _lines;
    private readonly List<string> _written;

    public CsvLines(CsvText text, string delimiter)
    {
        _text = text with { Delimiters = [delimiter] };
        _lines = Cut(text.Words, delimiter);
        _written = _lines.ConvertAll(line => line.Raw);
    }

    public IReadOnlyList<CsvLine> All => _lines;

    /// <summary>Index of the line of headers.</summary>
    public int Header { get; private init; }

    /// <summary>The file cut as a table of it was; null when its header is not found in it.</summary>
    public static CsvLines? Read(byte[] bytes, Table table)
    {
        var text = CsvText.Read(bytes);
        foreach (var delimiter in text.Delimiters)
        {
            var lines = new CsvLines(text, delimiter);
            var header = lines._lines.FindIndex(line => line.Number == table.HeaderLine);
            if (header >= 0 && lines._lines[header].Cells.Count >= table.Headers.Count)
            {
                return new CsvLines(text, delimiter) { Header = header };
            }
        }

        return null;
    }

    /// <summary>Puts words into a cell, whatever it said.</summary>
    public void Set(int index, int column, string words)
    {
        var line = _lines[index];
        var cells = line.Cells.ToList();
        while (cells.Count <= column)
        {
            cells.Add("");
        }

        cells[column] = words;
        _lines[index] = line with { Cells = cells };
        _written[index] = Joined(cells) + (line.Raw.EndsWith('\n') ? _text.NewLine : "");
    }

    public void Add(IReadOnlyList<string> cells)
    {
        if (_written.Count > 0 && !_written[^1].EndsWith('\n'))
        {
            _written[^1] += _text.NewLine;
        }

        _written.Add(Joined(cells) + _text.NewLine);
    }

    public byte[] ToBytes() => _text.Bytes(string.Concat(_written));

    private string Joined(IEnumerable<string> cells) =>
        string.Join(_text.Delimiters[0], cells.Select(Quoted));

    private string Quoted(string cell) =>
        cell.AsSpan().ContainsAny(['"', '\n', '\r', _text.Delimiters[0][0]])
            ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : cell;

    private static List<CsvLine> Cut(string text, string delimiter)
    {
        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = delimiter,
            HasHeaderRecord = false,
            BadDataFound = null,
            IgnoreBlankLines = false,
        };
        using var reader = new StringReader(text);
        using var parser = new CsvParser(reader, configuration);
        var (lines, number) = (new List<CsvLine>(), 1);
        while (parser.Read())
        {
            lines.Add(new CsvLine(number, parser.RawRecord, [.. parser.Record!]));
            number = parser.RawRow + 1;
        }

        return lines;
    }
}

/// <param name="Number">Of the line in the file, from 1.</param>
/// <param name="Raw">As it stands, with its end.</param>
/// <param name="Cells">What it says.</param>
internal sealed record CsvLine(int Number, string Raw, IReadOnlyList<string> Cells);
