using System.Globalization;
using System.Text;
using System.Xml.Linq;
using Connector.DevServer.Dav;
using Ical.Net;
using Ical.Net.DataTypes;
using Ical.Net.Evaluation;
using static Connector.DevServer.Dav.DavNames;

namespace Connector.DevServer.Calendars;

/// <summary>The filter of a calendar-query: component and time range (RFC 4791, 9.7). Other conditions let all pass.</summary>
internal sealed record CalendarFilter(string? Component, DateTime? Start, DateTime? End)
{
    public static CalendarFilter Read(XElement query)
    {
        var component = query
            .Element(Cal + "filter")
            ?.Element(Cal + "comp-filter")
            ?.Element(Cal + "comp-filter");
        var range = component?.Element(Cal + "time-range");
        return new CalendarFilter(
            (string?)component?.Attribute("name"),
            Instant((string?)range?.Attribute("start")),
            Instant((string?)range?.Attribute("end"))
        );
    }

    public bool Matches(CalendarItem item)
    {
        if (Component is not null && !item.Component.Equals(Component, StringComparison.OrdinalIgnoreCase))
            return false;
        if (Start is null && End is null)
            return true;
        var calendar = ItemText.Parse(Encoding.UTF8.GetString(item.Data));
        var from = new CalDateTime(DateTime.SpecifyKind(Start ?? DateTime.UnixEpoch, DateTimeKind.Utc));
        var to = new CalDateTime(
            DateTime.SpecifyKind(End ?? DateTime.MaxValue.AddYears(-1), DateTimeKind.Utc)
        );
        return calendar.GetOccurrences(from).TakeWhileBefore(to).Any();
    }

    private static DateTime? Instant(string? text) =>
        text is null ? null
        : DateTime.TryParseExact(
            text,
            "yyyyMMdd'T'HHmmss'Z'",
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
            out var instant
        )
            ? instant
        : throw DavException.BadRequest("The value of the time-range is not a date-time in UTC.");
}
