using System.Globalization;
using Connector.Domain.ContentLines;
using NodaTime;

namespace Connector.CalendarSync;

/// <summary>The moments of an iCalendar text (RFC 5545, 3.3.4 to 3.3.6), and what they are on the territory's clocks.</summary>
internal static class CalendarMoment
{
    public static bool IsDay(ContentLine line) =>
        line.Parameter("VALUE") == "DATE" || line.Value.Trim().Length == 8;

    /// <summary>The value on the wall clocks of its own zone; null when it is no date or date-time.</summary>
    public static LocalDateTime? Wall(string value)
    {
        string[] shapes = ["yyyyMMdd'T'HHmmss", "yyyyMMdd"];
        return DateTime.TryParseExact(
            value.Trim().TrimEnd('Z'),
            shapes,
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var moment
        )
            ? LocalDateTime.FromDateTime(moment)
            : null;
    }

    /// <summary>
    /// What clocks of another zone show then. An hour that the change of clocks skips is the one after it; one that comes
    /// twice is the first.
    /// </summary>
    public static LocalDateTime In(this LocalDateTime wall, DateTimeZone from, DateTimeZone to) =>
        from.AtLeniently(wall).WithZone(to).LocalDateTime;

    /// <summary><c>PT1H30M</c>, <c>P1D</c>, <c>P2W</c>; null for anything else.</summary>
    public static Duration? LengthOf(string value)
    {
        var (length, number, isTime) = (Duration.Zero, "", false);
        foreach (var letter in value.Trim().TrimStart('+').TrimStart('P'))
        {
            if (char.IsAsciiDigit(letter) && number.Length < 6)
            {
                number += letter;
                continue;
            }

            if (letter == 'T')
            {
                isTime = true;
                continue;
            }

            if (!int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var count))
            {
                return null;
            }

            number = "";
            length += (letter, isTime) switch
            {
                ('W', false) => Duration.FromDays(7 * count),
                ('D', false) => Duration.FromDays(count),
                ('H', true) => Duration.FromHours(count),
                ('M', true) => Duration.FromMinutes(count),
                ('S', true) => Duration.FromSeconds(count),
                _ => Duration.Zero,
            };
        }

        return number.Length == 0 ? length : null;
    }
}
