using System.Text;
using Connector.CalendarSync;
using Connector.Domain.Meetings;
using Connector.Domain.Territories;
using Connector.Domain.Workspaces;
using Language = Connector.Domain.Language;

namespace Connector.Provisioning;

/// <summary>
/// Which events lead where: a series to the group's folder of meetings, a single event and an occurrence that was changed by
/// itself to its own minutes. No occurrence is parted from its series for the sake of a link.
/// </summary>
internal sealed class MeetingLinks(Territory territory, Uri server)
{
    /// <summary>The same spec with the links that its events should have, and those that our own are written with.</summary>
    public WorkspaceSpec Add(
        WorkspaceSpec spec,
        IReadOnlyDictionary<string, GroupMeetings> meetings,
        KnownWorkspace known
    ) =>
        spec with
        {
            Areas =
            [
                .. spec.Areas.Select(area =>
                    area is { WorkingGroupId: { } group, Calendar: { } calendar }
                    && FolderOf(area) is { } folder
                        ? area with
                        {
                            Links =
                            [
                                .. meetings[group]
                                    .Slots.SelectMany(slot =>
                                        Of(area, slot, folder, IsMovedByUs(group, slot))
                                    )
                                    .DistinctBy(link => (link.ObjectName, link.OverrideId)),
                            ],
                            Calendar = calendar with
                            {
                                Events =
                                [
                                    .. calendar.Events.Select(item => Linked(group, item, folder, known)),
                                ],
                            },
                        }
                        : area
                ),
            ],
        };

    /// <summary>The line that leads to something; null while its number is not known.</summary>
    public EventLinkLine? Line(bool isFolder, long? number)
    {
        var words =
            territory.Language != Language.French ? "Minutes:"
            : isFolder ? "Comptes rendus\u00A0:"
            : "Compte-rendu\u00A0:";
        return number is { } id
            ? new EventLinkLine($"{words} {new Uri(server, "index.php/f/").AbsoluteUri}", id)
            : null;
    }

    /// <summary>The iCalendar text of one of our own events, with its link where it has one.</summary>
    public string Text(string groupId, EventSpec item, long? folder)
    {
        var group = territory.Groups.Single(group => group.Id == groupId);
        var text = MeetingCalendar.Write(territory, group, item.Series);
        return Line(isFolder: true, folder) is { } line
            ? EventPatch.WithLinks(
                text,
                MeetingCalendar
                    .Overrides(territory, item.Series)
                    .Prepend("")
                    .ToDictionary(id => id, _ => line)
            )
            : text;
    }

    private EventSpec Linked(string group, EventSpec item, string folder, KnownWorkspace known) =>
        item with
        {
            LinkKey = folder,
            LinkedHash = known.Find(folder)?.Number is { } number
                ? ContentHash.Md5(Encoding.UTF8.GetBytes(Text(group, item, number)))
                : null,
        };

    /// <summary>An occurrence that gives way to a day off has the link of its series, with which it was written.</summary>
    private bool IsMovedByUs(string groupId, MeetingSlot slot) =>
        slot.Now is { OverrideId: { } id, SeriesId: { } seriesId }
        && territory
            .Groups.Single(group => group.Id == groupId)
            .Meetings.FirstOrDefault(series => series.Id == seriesId)
            is { GivesWay: true } series
        && MeetingCalendar.Overrides(territory, series).Contains(id);

    private static IEnumerable<EventLink> Of(AreaSpec area, MeetingSlot slot, string folder, bool isMovedByUs)
    {
        if (slot.Now is not { ObjectName: { } name, IsCancelled: false } meeting)
        {
            return [];
        }

        if (meeting is { IsRecurring: true, OverrideId: null } || isMovedByUs)
        {
            return [new EventLink(name, "", folder, IsFolder: true, meeting.Description, meeting.Title)];
        }

        var minutes = area.Documents.FirstOrDefault(document =>
            document.Kind == DocumentKind.Minutes && document.Meeting == meeting
        );
        return minutes is null
            ? []
            :
            [
                new EventLink(
                    name,
                    meeting.OverrideId ?? "",
                    minutes.Key,
                    IsFolder: false,
                    meeting.Description,
                    meeting.Title
                ),
            ];
    }

    /// <summary>The folder in which those of years or of single meetings stand; null where the area itself is that.</summary>
    private static string? FolderOf(AreaSpec area) =>
        area
            .PassingNames.Select(passing => passing.ParentKey)
            .FirstOrDefault(key => key != area.Key && area.Folders.Any(folder => folder.Key == key));
}
