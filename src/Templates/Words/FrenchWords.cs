using System.Globalization;

namespace Connector.Templates;

/// <summary>Dates and times as French writes them, with no-break spaces where a line must not break.</summary>
internal static class FrenchWords
{
    internal const char NoBreakSpace = '\u00A0';

    /// <summary>Only names of days and months are asked of it, so that the machine's settings change nothing.</summary>
    private static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr-FR");

    internal static string Date(DateOnly date, DateStyle style) =>
        style switch
        {
            DateStyle.Digits => date.ToString("dd'/'MM'/'yyyy", CultureInfo.InvariantCulture),
            DateStyle.Words => $"{DayOfMonth(date)}{NoBreakSpace}{Month(date.Month)} {Year(date)}",
            DateStyle.Weekday =>
                $"{French.DateTimeFormat.GetDayName(date.DayOfWeek)} {DayOfMonth(date)}{NoBreakSpace}{Month(date.Month)} {Year(date)}",
            _ => throw new ArgumentOutOfRangeException(nameof(style), style, "unknown date style"),
        };

    /// <summary>The same pattern as a word processor writes it, for the day somebody picks another date.</summary>
    internal static string WordPattern(DateStyle style) =>
        style switch
        {
            DateStyle.Digits => "dd/MM/yyyy",
            DateStyle.Words => "d MMMM yyyy",
            _ => "dddd d MMMM yyyy",
        };

    /// <summary><c>14 h</c>, <c>9 h 05</c></summary>
    internal static string Time(DateTime time) =>
        time.Minute == 0
            ? $"{time.Hour}{NoBreakSpace}h"
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{time.Hour}{NoBreakSpace}h{NoBreakSpace}{time.Minute:00}"
            );

    /// <summary><c>14 h – 16 h 30</c>; the second day is named when it is another one.</summary>
    internal static string TimeRange(DateTime start, DateTime end) =>
        start.Date == end.Date
            ? $"{Time(start)}{NoBreakSpace}– {Time(end)}"
            : $"{Time(start)}{NoBreakSpace}– {Date(DateOnly.FromDateTime(end), DateStyle.Weekday)}, {Time(end)}";

    /// <summary><c>jeudi 3 décembre 2026, 14 h – 16 h</c></summary>
    internal static string Meeting(DateTime start, DateTime end) =>
        $"{Date(DateOnly.FromDateTime(start), DateStyle.Weekday)}, {TimeRange(start, end)}";

    private static string DayOfMonth(DateOnly date) =>
        date.Day == 1 ? "1er" : date.Day.ToString(CultureInfo.InvariantCulture);

    /// <param name="number">From 1 to 12.</param>
    internal static string Month(int number) => French.DateTimeFormat.GetMonthName(number);

    private static string Year(DateOnly date) => date.Year.ToString(CultureInfo.InvariantCulture);
}
