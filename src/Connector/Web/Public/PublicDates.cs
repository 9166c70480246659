using Connector.Domain.Publicity;
using Connector.Web.Console;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;

namespace Connector.Web.Public;

/// <summary>The convivial dates as a calendar that a phone subscribes to (RFC 5545).</summary>
internal static class PublicDates
{
    public static string Write(PublicNetwork network, PageScope page)
    {
        var zone = page.Reading.Territory.TimeZone;
        var calendar = new Ical.Net.Calendar { ProductId = "-//Connector//Rencontres//FR" };
        calendar.AddProperty("X-WR-CALNAME", network.Name);
        foreach (var meeting in network.Dates)
        {
            calendar.Events.Add(
                new CalendarEvent
                {
                    Uid = $"{meeting.Uid}-{meeting.OriginalStart:yyyyMMddTHHmm}",
                    Summary = meeting.Title,
                    Location = meeting.Place,
                    DtStamp = new CalDateTime(page.Reading.At.UtcDateTime, "UTC"),
                    DtStart = Utc(meeting.Start, zone),
                    DtEnd = Utc(meeting.End, zone),
                }
            );
        }

        return new CalendarSerializer().SerializeToString(calendar)
            ?? throw new InvalidOperationException("empty calendar");
    }

    /// <summary>Single events need no time zone of their own.</summary>
    private static CalDateTime Utc(DateTime local, string zone) =>
        new(
            TimeZoneInfo.ConvertTimeToUtc(
                DateTime.SpecifyKind(local, DateTimeKind.Unspecified),
                TimeZoneInfo.FindSystemTimeZoneById(zone)
            ),
            "UTC"
        );
}
