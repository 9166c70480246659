namespace Connector.Templates;

/// <summary>Which column of an edited table is which of the template's, by label first.</summary>
internal sealed class ShapeColumns
{
    private readonly IReadOnlyList<(int Cell, bool IsLabelled)>? byLabel;

    internal ShapeColumns(ShapeTable table, ReadTable read)
    {
        if (table.Labels.Count > 0 && table.Labels.All(label => label.Length > 0))
        {
            byLabel = Match(table.Labels, Labels(read.Header));
        }
    }

    internal static List<string> Labels(ReadTableRow? row) =>
        [.. row?.Cells.Select(cell => WordText.Label(ReadTableRow.TextOf(cell))) ?? []];

    /// <summary>
    /// The cells of a row with what the template has in their place, in the order in which they now stand. A column
    /// that repeats comes as often as it is there, numbered from 0; all others have the number -1.
    /// </summary>
    internal IEnumerable<(ShapeCell Shape, IReadOnlyList<ReadBlock> Cell, bool IsLabelled, int Turn)> Of(
        ShapeRow row,
        ReadTableRow read
    )
    {
        if (byLabel is not null && row.Cells.Count == byLabel.Count)
        {
            return row
                .Cells.Zip(byLabel)
                .Where(pair => pair.Second.Cell >= 0 && pair.Second.Cell < read.Cells.Count)
                .OrderBy(pair => pair.Second.Cell)
                .Select(pair => (pair.First, read.Cells[pair.Second.Cell], pair.Second.IsLabelled, -1));
        }

        return ByPlace(row, read);
    }

    private static IEnumerable<(ShapeCell, IReadOnlyList<ReadBlock>, bool, int)> ByPlace(
        ShapeRow row,
        ReadTableRow read
    )
    {
        var repeated = row.Cells.Count(cell => cell.Repeats is not null);
        var times = repeated == 0 ? 0 : Math.Max(0, read.Cells.Count - row.Cells.Count + repeated) / repeated;
        var at = 0;
        for (var index = 0; index < row.Cells.Count && at < read.Cells.Count; index++)
        {
            if (row.Cells[index].Repeats is null)
            {
                yield return (row.Cells[index], read.Cells[at++], false, -1);
                continue;
            }

            var group = row
                .Cells.Skip(index)
                .TakeWhile(cell => cell.Repeats == row.Cells[index].Repeats)
                .ToList();
            for (var turn = 0; turn < times * group.Count && at < read.Cells.Count; turn++)
            {
                yield return (group[turn % group.Count], read.Cells[at++], false, turn / group.Count);
            }

            index += group.Count - 1;
        }
    }

    /// <summary>By label; a column whose label is gone by its place, when no other column has taken that.</summary>
    private static List<(int, bool)> Match(IReadOnlyList<string> labels, List<string> found)
    {
        var matched = labels.Select(_ => (Cell: -1, IsLabelled: false)).ToList();
        var free = Enumerable.Range(0, found.Count).ToHashSet();
        for (var index = 0; index < labels.Count; index++)
        {
            var cell = Enumerable
                .Range(0, found.Count)
                .FirstOrDefault(other => free.Contains(other) && found[other] == labels[index], -1);
            if (cell >= 0 && free.Remove(cell))
            {
                matched[index] = (cell, true);
            }
        }

        for (var index = 0; index < labels.Count && found.Count == labels.Count; index++)
        {
            if (matched[index].Cell < 0 && free.Remove(index))
            {
                matched[index] = (index, false);
            }
        }

        return matched;
    }
}
