namespace Connector.Domain.Directories;

/// <summary>A row as it was read, and what in it does not follow the standard.</summary>
public sealed record PlaceReading(PlaceRecord Place, IReadOnlyList<ValueDoubt> Doubts)
{
    /// <summary>
    /// Reads the words of a row, column by column: values of today and of files before version 1, either separator, numbers
    /// and days as spreadsheets write them. Words that mean nothing to the standard are kept as they are, and told.
    /// </summary>
    public static PlaceReading Of(IEnumerable<KeyValuePair<StandardColumn, string>> cells)
    {
        ArgumentNullException.ThrowIfNull(cells);
        var values = new Dictionary<StandardColumn, string>();
        var doubts = new List<ValueDoubt>();
        foreach (var (column, words) in cells.Where(cell => !string.IsNullOrWhiteSpace(cell.Value)))
        {
            foreach (var (target, value) in PlaceValue.Read(column, words.Trim(), doubts))
            {
                values[target] =
                    values.TryGetValue(target, out var before) && IsList(target)
                        ? string.Join(
                            StandardColumns.Separator,
                            StandardColumns.Values(before).Union(StandardColumns.Values(value))
                        )
                        : value;
            }
        }

        return new PlaceReading(PlaceRecord.Of(values), doubts);
    }

    private static bool IsList(StandardColumn column) =>
        StandardColumns.Kind(column) is ColumnKind.List or ColumnKind.Choices;
}

/// <summary>A value that does not follow the standard.</summary>
/// <param name="Column">Where.</param>
/// <param name="Code">Stable identifier in kebab-case.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Remedy">What to do.</param>
public sealed record ValueDoubt(StandardColumn Column, string Code, Text Message, Text Remedy);
