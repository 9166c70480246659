using System.Globalization;

namespace Connector.Domain;

/// <summary>Dates as French writes them: the first of a month is « 1er », every other day its number.</summary>
public static class FrenchDates
{
    private static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr-FR");

    /// <param name="at">A moment.</param>
    /// <param name="pattern">Of .NET, with <c>d MMM</c> or <c>d MMMM</c> in it: <c>dddd d MMMM yyyy, HH:mm</c>.</param>
    public static string Write(DateTime at, string pattern) =>
        at.ToString(
            at.Day == 1 ? pattern.Replace("d MMM", "d'er' MMM", StringComparison.Ordinal) : pattern,
            French
        );

    /// <inheritdoc cref="Write(DateTime, string)"/>
    public static string Write(DateOnly day, string pattern) =>
        Write(day.ToDateTime(TimeOnly.MinValue), pattern);
}
