namespace Connector.Domain.Directories;

/// <summary>An organisation or place in the columns of the national standard; a column without a word is null.</summary>
public sealed class PlaceRecord : IEquatable<PlaceRecord>
{
    private readonly string?[] _values;

    private PlaceRecord(string?[] values) => _values = values;

    public static PlaceRecord Empty { get; } = new(new string?[StandardColumns.All.Count]);

    public string? this[StandardColumn column] => _values[(int)column];

    /// <summary>The values of a column that may hold several.</summary>
    public IReadOnlyList<string> List(StandardColumn column) => StandardColumns.Values(this[column]);

    /// <summary>The columns that say something.</summary>
    public IEnumerable<StandardColumn> Filled =>
        StandardColumns.All.Where(column => this[column] is not null);

    public static PlaceRecord Of(IEnumerable<KeyValuePair<StandardColumn, string>> values)
    {
        var record = new string?[StandardColumns.All.Count];
        foreach (var (column, words) in values)
        {
            record[(int)column] = words.Length == 0 ? null : words;
        }

        return new PlaceRecord(record);
    }

    /// <summary>The same with other words in one column; null clears it.</summary>
    public PlaceRecord With(StandardColumn column, string? words)
    {
        var copy = (string?[])_values.Clone();
        copy[(int)column] = string.IsNullOrEmpty(words) ? null : words;
        return new PlaceRecord(copy);
    }

    public bool Equals(PlaceRecord? other) =>
        other is not null && _values.AsSpan().SequenceEqual(other._values);

    public override bool Equals(object? obj) => Equals(obj as PlaceRecord);

    public override int GetHashCode() =>
        HashCode.Combine(this[StandardColumn.Id], this[StandardColumn.Pivot], this[StandardColumn.Name]);

    public override string ToString() => this[StandardColumn.Name] ?? "";
}
