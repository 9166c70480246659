using Connector.Announcing;
using Connector.Domain;
using Connector.Domain.Directories;
using Connector.Domain.Documents;
using Connector.Domain.Meetings;
using Connector.Domain.Territories;
using Connector.Domain.Workspaces;
using Connector.Reports;
using Connector.TerritoryFiles;

namespace Connector.Web.Console.Readings;

/// <summary>
/// A network as one look at its Nextcloud found it: what every page of the console shows. Never changed; a later look makes
/// another.
/// </summary>
internal sealed record NetworkReading
{
    /// <summary>When the look ended.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The territory's day then.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>With its directory, wherever that is kept.</summary>
    public required Territory Territory { get; init; }

    /// <summary>The files that it was read from.</summary>
    public required LoadResult Loaded { get; init; }

    public required Uri Server { get; init; }

    public required WorkspaceSpec Spec { get; init; }

    /// <summary>What a run would do now.</summary>
    public required WorkspacePlan Plan { get; init; }

    /// <summary>From 60 days ago on, for 400 days, in the order of time; cancelled ones too.</summary>
    public required IReadOnlyList<GroupMeeting> Meetings { get; init; }

    /// <summary>The network's first.</summary>
    public required IReadOnlyList<RoadmapState> Roadmaps { get; init; }

    public required IReadOnlyList<GroupMinutes> Minutes { get; init; }

    /// <summary>All actions as they hold.</summary>
    public required ActionBoard Actions { get; init; }

    public required CoverageReport Coverage { get; init; }

    /// <summary>Address in the browser of each group's folder, by the group's identifier.</summary>
    public required IReadOnlyDictionary<string, Uri> Folders { get; init; }

    /// <summary>Public address of each group's calendar, by the group's identifier; the network's under "".</summary>
    public required IReadOnlyDictionary<string, Uri> Calendars { get; init; }

    /// <summary>Working groups that were closed, wholly or half.</summary>
    public required IReadOnlyList<ClosedGroup> Closed { get; init; }

    /// <summary>What would be told, what was; null for a network without channels.</summary>
    public AnnouncementBoard? Announcements { get; init; }

    /// <summary>What could not be read, or should be looked at.</summary>
    public required IReadOnlyList<Problem> Warnings { get; init; }

    public WorkingGroup? Group(string id) => Territory.Groups.FirstOrDefault(group => group.Id == id);

    public IEnumerable<GroupMeeting> Coming(DateOnly from, int days) =>
        Meetings.Where(item => item.Meeting.Date >= from && item.Meeting.Date < from.AddDays(days));

    public IEnumerable<TrackedAction> Overdue => Actions.Actions.Where(action => action.IsOverdue(Today));
}

/// <summary>A meeting and whose it is.</summary>
internal sealed record GroupMeeting(WorkingGroup Group, MeetingOccurrence Meeting);
