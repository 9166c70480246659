using NodaTime;

namespace Connector.CalendarSync;

/// <summary>
/// Which days a rule allows (RFC 5545, 3.3.10): every BY part that names days, as one question about one day. A part that
/// expands a period is the same question asked of each day in it.
/// </summary>
/// <param name="rule">The rule.</param>
/// <param name="start">The day of DTSTART, which says what the rule leaves open.</param>
internal sealed class RuleDays(RuleParts rule, LocalDate start)
{
    /// <summary>The n-th weekday is that of the month where the rule has months, else that of the year.</summary>
    private readonly bool _isPlaceInYear = rule.Frequency == RuleFrequency.Yearly && rule.Months.Count == 0;

    public bool Allow(LocalDate day) =>
        (rule.Months.Count == 0 || rule.Months.Contains(day.Month))
        && (rule.YearDays.Count == 0 || Has(rule.YearDays, day.DayOfYear, DaysInYear(day.Year)))
        && (rule.MonthDays.Count == 0 || Has(rule.MonthDays, day.Day, DaysInMonth(day)))
        && (rule.Weeks.Count == 0 || IsInWeeks(day))
        && (rule.WeekDays.Count == 0 || rule.WeekDays.Any(wanted => Is(day, wanted)))
        && IsLikeStart(day);

    /// <summary>What the rule does not say, DTSTART says: the day of the week, of the month, the month.</summary>
    private bool IsLikeStart(LocalDate day) =>
        rule.Frequency switch
        {
            RuleFrequency.Yearly when rule.Weeks.Count > 0 && rule.WeekDays.Count == 0 => day.DayOfWeek
                == start.DayOfWeek,
            RuleFrequency.Yearly when !rule.SaysDays => day.Day == start.Day
                && (rule.Months.Count > 0 || day.Month == start.Month),
            RuleFrequency.Monthly when !rule.SaysDays => day.Day == start.Day,
            RuleFrequency.Weekly when !rule.SaysDays => day.DayOfWeek == start.DayOfWeek,
            _ => true,
        };

    private bool Is(LocalDate day, RuleDay wanted)
    {
        if (day.DayOfWeek != wanted.Day)
        {
            return false;
        }

        // A place has a meaning in months and years alone.
        if (wanted.Place == 0 || rule.Frequency > RuleFrequency.Monthly)
        {
            return true;
        }

        var (number, last) = _isPlaceInYear
            ? (day.DayOfYear, DaysInYear(day.Year))
            : (day.Day, DaysInMonth(day));
        return wanted.Place > 0
            ? (number - 1) / 7 + 1 == wanted.Place
            : (last - number) / 7 + 1 == -wanted.Place;
    }

    /// <summary>Weeks of ISO 8601, begun on WKST: the first is the one with four days or more in its year.</summary>
    private bool IsInWeeks(LocalDate day)
    {
        var begin = Week(day, rule.WeekStart);
        // The year that has four days of the week is the one that the fourth of them is in.
        var year = begin.PlusDays(3).Year;
        var number = Period.DaysBetween(FirstWeek(year), begin) / 7 + 1;
        var weeks = Period.DaysBetween(FirstWeek(year), FirstWeek(year + 1)) / 7;
        return Has(rule.Weeks, number, weeks);
    }

    private LocalDate FirstWeek(int year) => Week(new LocalDate(year, 1, 4), rule.WeekStart);

    /// <summary>The first day of the week that a day is in.</summary>
    public static LocalDate Week(LocalDate day, IsoDayOfWeek weekStart) =>
        day.PlusDays(-(((int)day.DayOfWeek - (int)weekStart + 7) % 7));

    private static bool Has(IReadOnlyList<int> numbers, int number, int last) =>
        numbers.Contains(number) || numbers.Contains(number - last - 1);

    private static int DaysInYear(int year) => CalendarSystem.Iso.GetDaysInYear(year);

    private static int DaysInMonth(LocalDate day) => CalendarSystem.Iso.GetDaysInMonth(day.Year, day.Month);
}
