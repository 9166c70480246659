namespace Connector.Domain.Needs;

/// <summary>
/// When a place is open in an ordinary week. Public and school holidays are no part of it.
/// </summary>
public sealed record OpeningWeek
{
    /// <summary>From this hour on it is evening, in minutes of the day.</summary>
    public const int Evening = 18 * 60;

    internal const int Day = 24 * 60;

    private readonly IReadOnlyList<OpeningSpan>[] _days;

    internal OpeningWeek(IReadOnlyList<OpeningSpan>[] days) => _days = days;

    /// <summary>Sorted as they are written; a span that goes past midnight ends after 24:00.</summary>
    public IReadOnlyList<OpeningSpan> On(DayOfWeek day) => _days[(int)day];

    /// <summary>Whether it is open after 18 h on some day.</summary>
    public bool InTheEvening => _days.Any(spans => spans.Any(span => span.To > Evening));

    public bool OnSaturday => On(DayOfWeek.Saturday).Count > 0;

    public bool IsNeverOpen => _days.All(spans => spans.Count == 0);
}

/// <summary>Minutes from midnight.</summary>
public readonly record struct OpeningSpan(int From, int To);
