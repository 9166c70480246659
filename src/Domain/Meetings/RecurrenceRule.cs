using System.Globalization;

namespace Connector.Domain.Meetings;

/// <summary>The parts of an RRULE that French rules produce (RFC 5545, 3.3.10).</summary>
internal sealed record RecurrenceRule(string Frequency)
{
    /// <summary>Monday to Friday, as values of BYDAY.</summary>
    public static readonly IReadOnlyList<string> WorkingDays = ["MO", "TU", "WE", "TH", "FR"];

    public int Interval { get; init; } = 1;

    /// <summary>1 to 12; empty for all of them.</summary>
    public IReadOnlyList<int> Months { get; init; } = [];

    /// <summary>1 to 31, or -1 for the last day of the month and so on.</summary>
    public IReadOnlyList<int> MonthDays { get; init; } = [];

    /// <summary><c>TH</c>, <c>1TH</c>, <c>-1FR</c>.</summary>
    public IReadOnlyList<string> Days { get; init; } = [];

    /// <summary>BYSETPOS: which of the days of a period, 1 the first, -1 the last; null for all of them.</summary>
    public int? Position { get; init; }

    public DateOnly? Until { get; init; }

    /// <summary>The value, its parts always in this order: the same words give the same rule.</summary>
    public override string ToString()
    {
        var parts = new List<string> { $"FREQ={Frequency}" };
        if (Interval > 1)
        {
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"INTERVAL={Interval}"));
        }

        if (Months.Count > 0)
        {
            parts.Add($"BYMONTH={string.Join(',', Months.Distinct().Order())}");
        }

        if (MonthDays.Count > 0)
        {
            parts.Add($"BYMONTHDAY={string.Join(',', MonthDays.Distinct())}");
        }

        if (Days.Count > 0)
        {
            parts.Add($"BYDAY={string.Join(',', Days.Distinct())}");
        }

        if (Position is { } position)
        {
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"BYSETPOS={position}"));
        }

        if (Until is { } until)
        {
            parts.Add($"UNTIL={until.ToString("yyyyMMdd", CultureInfo.InvariantCulture)}");
        }

        return string.Join(';', parts);
    }
}
