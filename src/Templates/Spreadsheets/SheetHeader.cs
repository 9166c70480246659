namespace Connector.Templates.Spreadsheets;

/// <summary>
/// The row of labels of a table, found where people left it: under a title, a date or an empty row. Case, accents, spaces
/// and a colon at the end do not matter; columns may stand in any order, among others.
/// </summary>
public sealed class SheetHeader
{
    /// <summary>Rows among which it is looked for.</summary>
    public const int Deepest = 20;

    private readonly Dictionary<string, int> columns = new(StringComparer.Ordinal);

    private SheetHeader(SheetTableRow row)
    {
        Row = row.Number;
        for (var index = 0; index < row.Cells.Count; index++)
        {
            if (row.Cells[index].Kind == CellKind.Text)
            {
                columns.TryAdd(WordText.Label(row.Cells[index].Words), index);
            }
        }
    }

    /// <summary>Number of its row.</summary>
    public int Row { get; }

    /// <summary>The first row that has one of the labels of each need; null when there is none.</summary>
    /// <param name="rows">From the top of the sheet.</param>
    /// <param name="needs">For each column that must be there, the labels it may have.</param>
    public static SheetHeader? Find(
        IEnumerable<SheetTableRow> rows,
        IReadOnlyList<IReadOnlyList<string>> needs
    ) =>
        rows.Take(Deepest)
            .Select(row => new SheetHeader(row))
            .FirstOrDefault(header => needs.All(labels => header.Column(labels) is not null));

    /// <summary>Index of the column that has one of the labels; null when there is none.</summary>
    public int? Column(IReadOnlyList<string> labels)
    {
        foreach (var label in labels)
        {
            if (columns.TryGetValue(WordText.Label(label), out var index))
            {
                return index;
            }
        }

        return null;
    }
}
