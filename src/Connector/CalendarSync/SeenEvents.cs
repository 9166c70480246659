using Connector.Domain.Documents;
using Connector.Domain.Workspaces;
using NodaTime;

namespace Connector.CalendarSync;

/// <summary>What an event that people changed says now: its first day, and whether it was called off.</summary>
internal static class SeenEvents
{
    /// <param name="text">As whatever program wrote it.</param>
    /// <param name="timeZone">A start on the clocks of another zone is on the day that it is there.</param>
    public static SeenEvent Read(CalendarText text, string timeZone)
    {
        var zone = DateTimeZoneProviders.Tzdb[timeZone];
        var (events, _) = EventReader.Read(text.Text, zone);
        if (events is not [var item, ..])
        {
            return new SeenEvent(text.ETag, null, false);
        }

        var start = item.IsAllDay ? item.Start : item.Start.In(item.Zone, zone);
        return new SeenEvent(text.ETag, start.Date.ToDateOnly(), item.IsCancelled);
    }
}
