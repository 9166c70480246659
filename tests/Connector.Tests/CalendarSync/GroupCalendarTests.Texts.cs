using Connector.CalendarSync;
using Connector.Domain.Meetings;
using Connector.Domain.Workspaces;
using Connector.Testing;

namespace Connector.Tests.CalendarSync;

internal sealed partial class GroupCalendarTests
{
    [Test]
    public void Folded_lines_and_escapes_are_read_as_meant()
    {
        var text = Calendar(
            Event(
                "u",
                $"{Paris}20261105T140000",
                "SUMMARY:Café\\, thé\r\n  et suites\\; fin",
                "LOCATION:A\\nB"
            )
        );
        var meeting = Read(text).Between(From, To).Single();
        Assert.That(meeting.Title, Is.EqualTo("Café, thé et suites; fin"));
        Assert.That(meeting.Place, Is.EqualTo("A\nB"));
    }

    private static object Identity(MeetingOccurrence meeting) =>
        (
            meeting.Uid,
            meeting.OriginalStart,
            meeting.Start,
            meeting.End,
            meeting.Title,
            meeting.Place,
            meeting.SeriesId
        );

    private static IEnumerable<DateTime> Starts(string start, params string[] lines) =>
        Read(Calendar(Event("u", start, lines))).Between(From, To).Select(meeting => meeting.Start);

    private static GroupCalendar Read(params string[]? events)
    {
        var territory = Some.Territory();
        var text =
            events is null ? null
            : events.Length == 1 ? events[0]
            : Calendar(string.Concat(events));
        return new GroupCalendar(
            territory,
            territory.Groups[0],
            text is null
                ? null
                : new Dictionary<string, CalendarText>
                {
                    ["a.ics"] = new(
                        "e",
                        text.StartsWith("BEGIN:VCAL", StringComparison.Ordinal) ? text : Calendar(text)
                    ),
                }
        );
    }

    /// <summary>First Thursdays from October to March.</summary>
    private static string Series(params string[] lines) =>
        Event("u", $"{Paris}20261001T140000", ["RRULE:FREQ=MONTHLY;BYDAY=1TH;COUNT=6", .. lines]);

    private static string Override(string id, string start, params string[] lines) =>
        Event("u", start, [id, .. lines]);

    internal static string Event(string uid, string start, params string[] lines) =>
        string.Join("\r\n", ["BEGIN:VEVENT", $"UID:{uid}", start, .. lines, "END:VEVENT", ""]);

    internal static string Calendar(string events) =>
        $"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//test//FR\r\n{events.ReplaceLineEndings("\r\n")}END:VCALENDAR\r\n";

    private static DateTime At(int year, int month, int day, int hour) => new(year, month, day, hour, 0, 0);
}
