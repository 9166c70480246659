using System.Globalization;

namespace Connector.Domain.Meetings;

/// <summary>
/// The days of a rule that words gave (RFC 5545, 3.3.10), counted out on a wall calendar: a period after the other, the days
/// in it that fit, the ones that BYSETPOS picks.
/// </summary>
internal static class RuleDays
{
    /// <summary>A rule that falls on nothing for so long falls on nothing.</summary>
    private const int HorizonYears = 10;

    private static readonly string[] Codes = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"];

    /// <summary>
    /// Days in their order. The first is the first that fits, wherever intervals would begin: « un mardi sur deux » starts
    /// on the first Tuesday and counts from there.
    /// </summary>
    public static IEnumerable<DateOnly> Of(RecurrenceRule rule, DateOnly from)
    {
        var end = from.AddYears(HorizonYears);
        var first = Evaluate(rule with { Interval = 1 }, from, from, end).Cast<DateOnly?>().FirstOrDefault();
        return first is null ? [] : Evaluate(rule, first.Value, first.Value, end);
    }

    private static IEnumerable<DateOnly> Evaluate(
        RecurrenceRule rule,
        DateOnly start,
        DateOnly from,
        DateOnly end
    )
    {
        var until = rule.Until ?? DateOnly.MaxValue;
        for (var period = PeriodOf(rule, start); period < end; period = After(rule, period, rule.Interval))
        {
            var days = Enumerable
                .Range(0, After(rule, period, 1).DayNumber - period.DayNumber)
                .Select(period.AddDays)
                .Where(day => Fits(rule, day))
                .ToList();
            foreach (var day in Picked(rule, days).Where(day => day >= from && day < end && day <= until))
            {
                yield return day;
            }
        }
    }

    private static DateOnly PeriodOf(RecurrenceRule rule, DateOnly day) =>
        rule.Frequency switch
        {
            "YEARLY" => new DateOnly(day.Year, 1, 1),
            "MONTHLY" => new DateOnly(day.Year, day.Month, 1),
            "WEEKLY" => day.AddDays(-(((int)day.DayOfWeek + 6) % 7)),
            _ => day,
        };

    private static DateOnly After(RecurrenceRule rule, DateOnly period, int count) =>
        rule.Frequency switch
        {
            "YEARLY" => period.AddYears(count),
            "MONTHLY" => period.AddMonths(count),
            "WEEKLY" => period.AddDays(7 * count),
            _ => period.AddDays(count),
        };

    private static bool Fits(RecurrenceRule rule, DateOnly day)
    {
        var last = DateTime.DaysInMonth(day.Year, day.Month);
        return (rule.Months.Count == 0 || rule.Months.Contains(day.Month))
            && (
                rule.MonthDays.Count == 0
                || rule.MonthDays.Any(date => (date > 0 ? date : last + 1 + date) == day.Day)
            )
            && (rule.Days.Count == 0 || rule.Days.Any(name => IsOn(name, day, last)));
    }

    /// <summary><c>TH</c> any Thursday, <c>1TH</c> the first of its month, <c>-1TH</c> the last.</summary>
    private static bool IsOn(string name, DateOnly day, int last)
    {
        if (name[^2..] != Codes[(int)day.DayOfWeek])
        {
            return false;
        }

        var rank = name.Length == 2 ? 0 : int.Parse(name[..^2], CultureInfo.InvariantCulture);
        return rank == 0
            || (rank > 0 ? ((day.Day - 1) / 7) + 1 == rank : ((last - day.Day) / 7) + 1 == -rank);
    }

    private static IEnumerable<DateOnly> Picked(RecurrenceRule rule, List<DateOnly> days) =>
        rule.Position is not { } position ? days
        : position > 0 ? days.Skip(position - 1).Take(1)
        : days.SkipLast(-position - 1).TakeLast(1);
}
