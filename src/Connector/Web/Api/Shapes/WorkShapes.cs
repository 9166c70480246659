using System.ComponentModel;
using Connector.Domain.Documents;
using Connector.Domain.Meetings;

namespace Connector.Web.Api.Shapes;

[Description("Meetings to come, the first first, as the calendars have them.")]
internal sealed record ApiMeetings(string Territory, IReadOnlyList<ApiMeeting> Meetings);

[Description("One meeting to come.")]
internal sealed record ApiMeeting(
    string Group,
    string Title,
    DateTimeOffset Start,
    DateTimeOffset End,
    [property: Description("When the series had it.")] DateTimeOffset Original,
    MeetingState State,
    string Place,
    [property: Description("Identifier of its series; null for one that stands alone.")] string? Series,
    [property: Description("The event's UID in the calendar.")] string Uid,
    [property: Description("Whether a person put it into the calendar.")] bool AddedByPerson
);

[Description("What was agreed in meetings or written into sheets, as it was last seen.")]
internal sealed record ApiAction(
    [property: Description("Its « repère »: never given twice.")] string Id,
    string Group,
    string What,
    [property: Description("In the words of the minutes.")] string Who,
    DateOnly? Due,
    string Status,
    bool Open,
    bool Overdue,
    DateOnly? DecidedOn,
    [property: Description("What two places say differently, and a person has to settle.")]
        IReadOnlyList<ActionField> Disputed
);

[Description("Where the roadmaps of a territory stand.")]
internal sealed record ApiRoadmaps(
    string Territory,
    IReadOnlyList<ApiRoadmap> Roadmaps,
    [property: Description("What somebody should look at, such as signatures that were tampered with.")]
        IReadOnlyList<string> Problems
);

[Description("One roadmap.")]
internal sealed record ApiRoadmap(
    [property: Description("Null for the network's own.")] string? Group,
    string Owner,
    [property: Description("Where it is in Nextcloud; null when it is not there.")] string? Path,
    [property: Description("In a sentence.")] string State,
    [property: Description("The published version; null when none was ever published.")] string? Version,
    DateTimeOffset? PublishedAt,
    bool ChangedSince,
    [property: Description("Members who signed the published version.")] int Signed,
    [property: Description("Members who did not.")] int Waiting,
    IReadOnlyList<ApiRoadmapAlert> Alerts
);

[Description("A milestone or another day of a roadmap that somebody should know of.")]
internal sealed record ApiRoadmapAlert(RoadmapAlertKind Kind, string Title, DateOnly? Date, string Sentence);
