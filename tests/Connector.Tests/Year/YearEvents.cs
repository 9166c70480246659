using System.Globalization;

namespace Connector.Tests.Year;

/// <summary>What Nextcloud's calendar writes when somebody moves, cancels or adds a meeting.</summary>
internal static class YearEvents
{
    private static readonly TimeOnly Hour = new(14, 0);

    /// <summary>The object of a series with one occurrence moved or cancelled.</summary>
    public static string WithOverride(string series, YearMeeting meeting)
    {
        var uid = series.Split("\r\n").First(line => line.StartsWith("UID:", StringComparison.Ordinal));
        var state = meeting.IsCancelled ? "STATUS:CANCELLED" : "STATUS:CONFIRMED";
        var changed = Event(
            [
                uid,
                $"RECURRENCE-ID;TZID=Europe/Paris:{At(meeting.Planned, Hour)}",
                $"SUMMARY:Rencontre {meeting.Group}",
                state,
                "SEQUENCE:1",
            ],
            meeting.Held
        );
        return series.Replace("END:VCALENDAR", $"{changed}END:VCALENDAR", StringComparison.Ordinal);
    }

    public static string Exceptional(YearMeeting meeting) =>
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Nextcloud calendar v4\r\n"
        + Event(
            [
                $"UID:exceptionnelle-{meeting.Group}@example.org",
                $"SUMMARY:Rencontre exceptionnelle {meeting.Group}",
            ],
            meeting.Held
        )
        + "END:VCALENDAR\r\n";

    private static string Event(IEnumerable<string> lines, DateOnly day) =>
        string.Join(
            "\r\n",
            [
                "BEGIN:VEVENT",
                .. lines,
                "DTSTAMP:20270101T080000Z",
                $"DTSTART;TZID=Europe/Paris:{At(day, Hour)}",
                $"DTEND;TZID=Europe/Paris:{At(day, Hour.AddHours(2))}",
                "END:VEVENT",
                "",
            ]
        );

    private static string At(DateOnly day, TimeOnly time) =>
        day.ToDateTime(time).ToString("yyyyMMdd'T'HHmmss", CultureInfo.InvariantCulture);
}
