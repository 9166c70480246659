using System.Collections.Concurrent;
using Ical.Net.CalendarComponents;
using Ical.Net.Serialization;
using NodaTime;

namespace Connector.CalendarSync;

/// <summary>The VTIMEZONE of a zone (RFC 5545, 3.6.5), as a text to put into a calendar.</summary>
internal static class ZoneTexts
{
    private static readonly ConcurrentDictionary<(string Id, DateTime From), string> Written = [];

    /// <param name="zone">One of the tz database.</param>
    /// <param name="from">The first day that it has to hold for.</param>
    /// <returns>Lines with their CRLF; no text for UTC, which needs none.</returns>
    public static string Of(DateTimeZone zone, DateTime from) =>
        zone == DateTimeZone.Utc ? "" : Written.GetOrAdd((zone.Id, from), Write);

    private static string Write((string Id, DateTime From) wanted)
    {
        var calendar = new Ical.Net.Calendar();
        calendar.AddTimeZone(VTimeZone.FromDateTimeZone(wanted.Id, wanted.From, false));
        var text = new CalendarSerializer().SerializeToString(calendar) ?? "";
        var begin = text.IndexOf("BEGIN:VTIMEZONE", StringComparison.Ordinal);
        var end = text.LastIndexOf("END:VTIMEZONE", StringComparison.Ordinal);
        return begin < 0 || end < 0 ? "" : text[begin..end] + "END:VTIMEZONE\r\n";
    }
}
