using System.Globalization;
using Connector.Domain.Territories;
using Connector.Domain.Workspaces;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;

namespace Connector.CalendarSync;

/// <summary>
/// The iCalendar object of a milestone: an event of one whole day that makes nobody busy (RFC 5545, 3.6.1: DTEND is the
/// day after). No ORGANIZER and no ATTENDEE, as in <see cref="MeetingCalendar"/>.
/// </summary>
internal static class MilestoneCalendar
{
    /// <summary>A series' identifier has no dot: no meeting has such a UID.</summary>
    public static string Uid(Territory territory, WorkingGroup group, MilestoneEvent milestone) =>
        $"{Slug.Of(territory.Name)}.{group.Id}.jalon.{milestone.Milestone.Id}@connector";

    /// <summary>CRLF text, folded at 75 octets. Same milestone, same text: DTSTAMP is its own day.</summary>
    public static string Write(Territory territory, WorkingGroup group, MilestoneEvent milestone)
    {
        var day = milestone.Date;
        var (title, workstream) = (milestone.Milestone.Title, milestone.Milestone.Workstream);
        var calendar = new Ical.Net.Calendar { ProductId = "-//Connector//Jalons//FR" };
        var item = new CalendarEvent
        {
            Uid = Uid(territory, group, milestone),
            DtStamp = new CalDateTime(
                DateTime.SpecifyKind(day.ToDateTime(TimeOnly.MinValue), DateTimeKind.Utc)
            ),
            DtStart = new CalDateTime(day),
            DtEnd = new CalDateTime(day.AddDays(1)),
            Summary = $"Jalon\u00a0: {EventWords.OneLine(title)}",
            Description = string.Create(
                CultureInfo.InvariantCulture,
                $"{(workstream.Length > 0 ? $"Chantier\u00a0: {EventWords.OneLine(workstream)}\n" : "")}Feuille de route – {EventWords.OneLine(group.Name)}"
            ),
            Transparency = "TRANSPARENT",
            Status = milestone.IsCancelled ? "CANCELLED" : null,
            Sequence = 0,
        };
        item.Categories.Add("Jalon");
        calendar.Events.Add(item);
        return new CalendarSerializer().SerializeToString(calendar)
            ?? throw new InvalidOperationException("empty calendar");
    }
}
