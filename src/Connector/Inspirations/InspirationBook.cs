using System.Globalization;
using Connector.Domain.Inspirations;
using Connector.Templates.Spreadsheets;

namespace Connector.Inspirations;

/// <summary>« Inspirations.xlsx »: one row a sheet, in columns that people may move and complete; changed cell by cell.</summary>
internal static class InspirationBook
{
    private const string KeyLabel = "Repère";

    private static readonly IReadOnlyList<IReadOnlyList<string>> Needs =
    [
        [KeyLabel],
        [Label(IndexColumn.Title)],
    ];

    /// <summary>The same rows, the same bytes.</summary>
    public static byte[] Write(IEnumerable<IndexRow> rows)
    {
        var columns = Enum.GetValues<IndexColumn>();
        return WorkbookWriter.Write([
            new Sheet
            {
                Name = "Inspirations",
                Columns =
                [
                    .. columns.Select(column => new SheetColumn(Label(column), Width(column))),
                    new SheetColumn(KeyLabel, 10),
                ],
                Rows = rows.Select(
                    IReadOnlyList<SheetCell?> (row) =>
                        [.. columns.Select(column => SheetCell.Of(row[column])), Key(row.FileId)]
                ),
            },
        ]);
    }

    /// <summary>What the index says now, by the sheet's number; null where it has lost its columns.</summary>
    /// <exception cref="SpreadsheetException">Not a workbook, damaged, or too large.</exception>
    public static IReadOnlyDictionary<long, IndexRow>? Read(ReadOnlyMemory<byte> xlsx)
    {
        using var workbook = WorkbookFile.Open(xlsx);
        if (Find(workbook) is not var (sheet, header))
        {
            return null;
        }

        var columns = Columns(header);
        return Rows(workbook, sheet, header)
            .ToDictionary(
                pair => pair.FileId,
                pair => new IndexRow(
                    pair.FileId,
                    columns.ToDictionary(column => column.Key, column => pair.Row[column.Value].Words.Trim())
                )
            );
    }

    /// <summary>The same workbook with other words in some cells and rows at its end.</summary>
    /// <exception cref="SpreadsheetException">Not such an index, damaged, or too large.</exception>
    public static byte[] Change(byte[] xlsx, IndexChanges changes)
    {
        using var workbook = WorkbookFile.Open(xlsx);
        if (Find(workbook) is not var (sheet, header))
        {
            throw new SpreadsheetException(SpreadsheetFault.Unreadable);
        }

        var columns = Columns(header);
        var rows = Rows(workbook, sheet, header).ToDictionary(pair => pair.FileId, pair => pair.Row);
        var cells = changes
            .Cells.Where(change => !rows[change.FileId][columns[change.Column]].IsFormula)
            .Select(change => new CellEdit(
                rows[change.FileId].Number,
                columns[change.Column],
                SheetCell.Of(change.Words)
            ));
        var key = header.Column([KeyLabel])!.Value;
        return WorkbookEdit.Apply(
            xlsx,
            sheet,
            [.. cells],
            [.. changes.Added.Select(row => Cells(row, columns, key))],
            header.Row
        );
    }

    private static IReadOnlyDictionary<int, SheetCell> Cells(
        IndexRow row,
        IReadOnlyDictionary<IndexColumn, int> columns,
        int key
    )
    {
        var cells = columns
            .Where(column => row[column.Key].Length > 0)
            .ToDictionary(column => column.Value, column => SheetCell.Of(row[column.Key]));
        cells[key] = Key(row.FileId);
        return cells;
    }

    private static (int Sheet, SheetHeader Header)? Find(WorkbookFile workbook)
    {
        for (var sheet = 0; sheet < workbook.SheetNames.Count; sheet++)
        {
            if (SheetHeader.Find(workbook.Rows(sheet), Needs) is { } header)
            {
                return (sheet, header);
            }
        }

        return null;
    }

    private static Dictionary<IndexColumn, int> Columns(SheetHeader header) =>
        Enum.GetValues<IndexColumn>()
            .Select(column => (column, index: header.Column([Label(column)])))
            .Where(pair => pair.index is not null)
            .ToDictionary(pair => pair.column, pair => pair.index!.Value);

    /// <summary>Of a row that somebody copied, the first counts.</summary>
    private static IEnumerable<(long FileId, SheetTableRow Row)> Rows(
        WorkbookFile workbook,
        int sheet,
        SheetHeader header
    ) =>
        workbook
            .Rows(sheet)
            .Where(row => row.Number > header.Row)
            .Select(row =>
                (
                    FileId: long.TryParse(
                        row[header.Column([KeyLabel])].Words,
                        NumberStyles.None,
                        CultureInfo.InvariantCulture,
                        out var number
                    )
                        ? number
                        : 0,
                    Row: row
                )
            )
            .Where(pair => pair.FileId > 0)
            .DistinctBy(pair => pair.FileId);

    private static SheetCell Key(long fileId) => SheetCell.Of(fileId.ToString(CultureInfo.InvariantCulture));

    private static double Width(IndexColumn column) =>
        column switch
        {
            IndexColumn.Title or IndexColumn.Need or IndexColumn.Taken => 44,
            IndexColumn.Lead or IndexColumn.Link or IndexColumn.File => 34,
            _ => 24,
        };

    internal static string Label(IndexColumn column) =>
        column switch
        {
            IndexColumn.Title => "Expérience",
            IndexColumn.Where => "Où",
            IndexColumn.Lead => "Qui la porte",
            IndexColumn.Audience => "Public",
            IndexColumn.Since => "Depuis",
            IndexColumn.Means => "Moyens et outils",
            IndexColumn.Need => "À quel besoin elle répond",
            IndexColumn.Taken => "Ce que nous en reprenons",
            IndexColumn.Talked => "Échange avec qui la porte",
            IndexColumn.Link => "En savoir plus",
            _ => "Fiche",
        };
}
