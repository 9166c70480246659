using Connector.Domain;
using Connector.TerritoryFiles.Shapes;

namespace Connector.TerritoryFiles.Tables;

/// <summary>A CSV file or one sheet of a workbook: headers, and rows of trimmed words.</summary>
/// <param name="File">As shown in messages.</param>
/// <param name="Sheet">Name of the sheet; null for CSV.</param>
/// <param name="HeaderLine">Line of the headers, from 1.</param>
internal sealed record Table(
    string File,
    string? Sheet,
    int HeaderLine,
    IReadOnlyList<string> Headers,
    IReadOnlyList<TableRow> Rows
)
{
    /// <summary>Index of the first column that answers to one of the names; null when there is none.</summary>
    public int? Column(params IEnumerable<string> names)
    {
        var folded = names.Select(Folded.Key).ToHashSet(StringComparer.Ordinal);
        for (var index = 0; index < Headers.Count; index++)
        {
            if (folded.Contains(Folded.Key(Headers[index])))
            {
                return index;
            }
        }

        return null;
    }

    /// <summary>Index of the column of a key, by its name and aliases.</summary>
    public int? Column(Key key, params IEnumerable<string> otherNames) =>
        Column(key.Aliases.Prepend(key.Name).Concat(otherNames));

    public SourcePlace At(TableRow row, int? column) => new(File, row.Line, (column ?? 0) + 1, Sheet);

    public SourcePlace Top => new(File, HeaderLine, 1, Sheet);
}

/// <summary>One row; <see cref="Line"/> is its line in the file or the sheet, from 1.</summary>
internal sealed record TableRow(int Line, IReadOnlyList<string> Cells)
{
    /// <summary>The cell's words; empty for a column or cell that is not there.</summary>
    public string this[int? column] => column is { } index && index < Cells.Count ? Cells[index] : "";
}
