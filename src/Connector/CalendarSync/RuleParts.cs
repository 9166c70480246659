using System.Globalization;
using NodaTime;

namespace Connector.CalendarSync;

/// <summary>How often a rule repeats, the rarest first: a BY part of a larger unit than this limits, a smaller one expands.</summary>
internal enum RuleFrequency
{
    Yearly,
    Monthly,
    Weekly,
    Daily,
    Hourly,
    Minutely,
    Secondly,
}

/// <summary>A day of the week, or the n-th one of its month or year; negative from the end, 0 for each.</summary>
internal readonly record struct RuleDay(int Place, IsoDayOfWeek Day);

/// <summary>A recurrence rule taken apart (RFC 5545, 3.3.10). Lists are empty where a part is not written.</summary>
internal sealed record RuleParts
{
    private static readonly string[] Days = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

    public required RuleFrequency Frequency { get; init; }

    public int Interval { get; init; } = 1;

    public int? Count { get; init; }

    /// <summary>As written: on the clocks of the event, in UTC with a Z, or a whole day.</summary>
    public string? Until { get; init; }

    public IReadOnlyList<int> Months { get; init; } = [];

    public IReadOnlyList<int> Weeks { get; init; } = [];

    public IReadOnlyList<int> YearDays { get; init; } = [];

    public IReadOnlyList<int> MonthDays { get; init; } = [];

    public IReadOnlyList<RuleDay> WeekDays { get; init; } = [];

    public IReadOnlyList<int> Hours { get; init; } = [];

    public IReadOnlyList<int> Minutes { get; init; } = [];

    public IReadOnlyList<int> Seconds { get; init; } = [];

    public IReadOnlyList<int> Places { get; init; } = [];

    public IsoDayOfWeek WeekStart { get; init; } = IsoDayOfWeek.Monday;

    /// <summary>Whether the rule itself says which days; else the day of DTSTART does.</summary>
    public bool SaysDays => Weeks.Count + YearDays.Count + MonthDays.Count + WeekDays.Count > 0;

    /// <summary>Null for a text that is no rule: no FREQ, a number that is none, a part with an impossible value.</summary>
    public static RuleParts? Read(string rule)
    {
        var parts = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var part in rule.Trim().Split(';', StringSplitOptions.RemoveEmptyEntries))
        {
            if (part.Split('=', 2) is not [var name, var value])
            {
                return null;
            }

            parts[name.Trim()] = value.Trim();
        }

        if (
            !parts.TryGetValue("FREQ", out var frequency)
            || !Enum.TryParse<RuleFrequency>(frequency, ignoreCase: true, out var known)
            || int.TryParse(frequency, CultureInfo.InvariantCulture, out _)
        )
        {
            return null;
        }

        try
        {
            return new RuleParts
            {
                Frequency = known,
                Interval = One(parts, "INTERVAL", 1, int.MaxValue) ?? 1,
                Count = One(parts, "COUNT", 0, int.MaxValue),
                Until = Moment(parts.GetValueOrDefault("UNTIL")),
                Months = Many(parts, "BYMONTH", 1, 12),
                Weeks = Signed(parts, "BYWEEKNO", 53),
                YearDays = Signed(parts, "BYYEARDAY", 366),
                MonthDays = Signed(parts, "BYMONTHDAY", 31),
                WeekDays = [.. Split(parts, "BYDAY").Select(Day)],
                Hours = Many(parts, "BYHOUR", 0, 23),
                Minutes = Many(parts, "BYMINUTE", 0, 59),
                Seconds = Many(parts, "BYSECOND", 0, 60),
                Places = Signed(parts, "BYSETPOS", 366),
                WeekStart = parts.TryGetValue("WKST", out var day) ? Day(day).Day : IsoDayOfWeek.Monday,
            };
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static IEnumerable<string> Split(Dictionary<string, string> parts, string name) =>
        parts.TryGetValue(name, out var list)
            ? list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            : [];

    private static int? One(Dictionary<string, string> parts, string name, int from, int to) =>
        parts.TryGetValue(name, out var text) ? Number(text, from, to) : null;

    private static IReadOnlyList<int> Many(Dictionary<string, string> parts, string name, int from, int to) =>
        [.. Split(parts, name).Select(text => Number(text, from, to)).Distinct().Order()];

    private static IReadOnlyList<int> Signed(Dictionary<string, string> parts, string name, int most)
    {
        var numbers = Many(parts, name, -most, most);
        return numbers.Contains(0) ? throw new FormatException(name) : numbers;
    }

    private static int Number(string text, int from, int to) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
        && number >= from
        && number <= to
            ? number
            : throw new FormatException(text);

    private static string? Moment(string? value) =>
        value is null || CalendarMoment.Wall(value) is not null ? value : throw new FormatException(value);

    /// <summary><c>TH</c>, <c>1TH</c>, <c>-1TH</c>, <c>+2SU</c>.</summary>
    private static RuleDay Day(string text)
    {
        var day = text.Length < 2 ? -1 : Array.IndexOf(Days, text[^2..].ToUpperInvariant());
        if (day < 0)
        {
            throw new FormatException(text);
        }

        return new RuleDay(text.Length == 2 ? 0 : Number(text[..^2], -53, 53), (IsoDayOfWeek)(day + 1));
    }
}
