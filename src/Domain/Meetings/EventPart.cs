using System.Globalization;

namespace Connector.Domain.Meetings;

/// <summary>
/// The fields of one component of an event: of its master, or of what somebody made of one occurrence. A field that is not
/// said is the empty text. Two parts are equal when all their fields are.
/// </summary>
public sealed class EventPart : IEquatable<EventPart>
{
    /// <summary>Of <see cref="EventField.Status"/>.</summary>
    public const string Cancelled = "CANCELLED";

    private const string DayShape = "yyyy-MM-dd";

    private static readonly EventField[] OfTheSeries =
    [
        EventField.Rule,
        EventField.Exceptions,
        EventField.Additions,
    ];

    private readonly SortedDictionary<EventField, string> _values = [];

    public EventPart(IEnumerable<KeyValuePair<EventField, string>> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        foreach (var (field, value) in values.Where(pair => pair.Value.Length > 0))
        {
            _values[field] = value;
        }
    }

    public string this[EventField field] => _values.GetValueOrDefault(field, "");

    public IEnumerable<EventField> Fields => _values.Keys;

    public DateOnly? Day => DateOnly.TryParseExact(this[EventField.Day], DayShape, out var day) ? day : null;

    public bool Recurs => this[EventField.Rule].Length > 0 || this[EventField.Additions].Length > 0;

    public bool IsCancelled => this[EventField.Status] == Cancelled;

    /// <summary>Day and time, <c>2026-12-03 14:00</c>; the day alone for a whole one.</summary>
    public string When =>
        this[EventField.Time] is { Length: >= 5 } time
            ? $"{this[EventField.Day]} {time[..5]}"
            : this[EventField.Day];

    public static string Write(DateOnly day) => day.ToString(DayShape, CultureInfo.InvariantCulture);

    /// <summary>The members of a field that is a set.</summary>
    public IReadOnlyList<string> Set(EventField field) =>
        this[field].Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public static string Join(IEnumerable<string> members) =>
        string.Join('\n', members.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

    public EventPart With(EventField field, string value) =>
        new(_values.Where(pair => pair.Key != field).Append(KeyValuePair.Create(field, value)));

    /// <summary>What a master says of its occurrence of a day, before anybody changed that by itself.</summary>
    public EventPart Of(DateOnly day) =>
        new EventPart(_values.Where(pair => !OfTheSeries.Contains(pair.Key))).With(
            EventField.Day,
            Write(day)
        );

    /// <summary>Whether a master leaves out the occurrence of a day.</summary>
    public bool LeavesOut(DateOnly day) => Set(EventField.Exceptions).Contains(Write(day));

    public bool Equals(EventPart? other) => other is not null && _values.SequenceEqual(other._values);

    public override bool Equals(object? obj) => Equals(obj as EventPart);

    public override int GetHashCode() =>
        _values.Aggregate(17, (hash, pair) => HashCode.Combine(hash, pair.Key, pair.Value));

    public override string ToString() =>
        string.Join("; ", _values.Select(pair => $"{pair.Key}={pair.Value}"));
}
