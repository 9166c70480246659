namespace Connector.Domain.Inspirations;

/// <summary>The columns of an index, in its order.</summary>
public enum IndexColumn
{
    Title,
    Where,
    Lead,
    Audience,
    Since,
    Means,
    Need,
    Taken,
    Talked,
    Link,
    File,
}

/// <summary>A row of the index: what its columns say, by the sheet's number.</summary>
public sealed record IndexRow(long FileId, IReadOnlyDictionary<IndexColumn, string> Words)
{
    /// <summary>What a sheet gives.</summary>
    public static IndexRow Of(Inspiration sheet)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        return new IndexRow(
            sheet.FileId,
            new Dictionary<IndexColumn, string>
            {
                [IndexColumn.Title] = sheet.Name,
                [IndexColumn.Where] = sheet.Where,
                [IndexColumn.Lead] = sheet.Lead,
                [IndexColumn.Audience] = sheet.Audience,
                [IndexColumn.Since] = sheet.Since,
                [IndexColumn.Means] = sheet.Means,
                [IndexColumn.Need] = sheet.Need,
                [IndexColumn.Taken] = sheet.Taken,
                [IndexColumn.Talked] = sheet.Talked,
                [IndexColumn.Link] = sheet.Link,
                [IndexColumn.File] = sheet.Path.Split('/')[^1],
            }
        );
    }

    public string this[IndexColumn column] => Words.GetValueOrDefault(column, "");
}

/// <summary>Another word in a cell of the index.</summary>
public sealed record IndexChange(long FileId, IndexColumn Column, string Words);

/// <summary>A cell that somebody changed, and what its sheet says.</summary>
public sealed record KeptCell(long FileId, IndexColumn Column, string Kept, string Sheet);

/// <summary>What is to be written into an index that people may have written in.</summary>
public sealed record IndexChanges
{
    public required IReadOnlyList<IndexChange> Cells { get; init; }

    public required IReadOnlyList<IndexRow> Added { get; init; }

    /// <summary>Cells that are people's, where the sheet says something else since.</summary>
    public required IReadOnlyList<KeptCell> Kept { get; init; }

    /// <summary>Sheets whose row somebody deleted: it is not put back.</summary>
    public required IReadOnlyList<long> Deleted { get; init; }

    public bool Any => Cells.Count + Added.Count > 0;

    /// <summary>
    /// Compares three ways: a cell that still says what was last written there follows its sheet, any other one is a person's.
    /// </summary>
    /// <param name="written">What Connector last wrote, by the sheet's number.</param>
    /// <param name="seen">What the index says now.</param>
    /// <param name="sheets">What the sheets say now.</param>
    public static IndexChanges Of(
        IReadOnlyDictionary<long, IndexRow> written,
        IReadOnlyDictionary<long, IndexRow> seen,
        IReadOnlyList<IndexRow> sheets
    )
    {
        ArgumentNullException.ThrowIfNull(written);
        ArgumentNullException.ThrowIfNull(seen);
        ArgumentNullException.ThrowIfNull(sheets);
        var (cells, kept) = (new List<IndexChange>(), new List<KeptCell>());
        foreach (var sheet in sheets.Where(sheet => seen.ContainsKey(sheet.FileId)))
        {
            var (before, now) = (written.GetValueOrDefault(sheet.FileId), seen[sheet.FileId]);
            foreach (var column in now.Words.Keys.Where(column => now[column] != sheet[column]).Order())
            {
                var isOurs = before is not null ? now[column] == before[column] : now[column].Length == 0;
                var hasMoved = before is null || before[column] != sheet[column];
                if (isOurs)
                {
                    cells.Add(new IndexChange(sheet.FileId, column, sheet[column]));
                }
                else if (hasMoved && sheet[column].Length > 0)
                {
                    kept.Add(new KeptCell(sheet.FileId, column, now[column], sheet[column]));
                }
            }
        }

        var missing = sheets
            .Where(sheet => !seen.ContainsKey(sheet.FileId))
            .ToLookup(sheet => written.ContainsKey(sheet.FileId));
        return new IndexChanges
        {
            Cells = cells,
            Added = [.. missing[false]],
            Kept = kept,
            Deleted = [.. missing[true].Select(sheet => sheet.FileId)],
        };
    }
}
