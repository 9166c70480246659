using Connector.Domain.Documents;
using Connector.Domain.Meetings;
using Connector.Domain.Territories;

namespace Connector.Domain.Announcing;

/// <summary>All that is known when somebody looks what there is to tell. Times are local to the territory.</summary>
public sealed record AnnouncingFacts
{
    public required Territory Territory { get; init; }

    public required AnnouncingRules Rules { get; init; }

    public required DateTime Now { get; init; }

    /// <summary>Of the Nextcloud, for links.</summary>
    public required Uri Server { get; init; }

    /// <summary>Meetings of last month and of the two to come, cancelled ones too, in their order.</summary>
    public IReadOnlyList<ToldMeeting> Meetings { get; init; } = [];

    public IReadOnlyList<MeetingNews> Changes { get; init; } = [];

    public IReadOnlyList<PublishedMinutes> Minutes { get; init; } = [];

    public IReadOnlyList<PublishedRoadmap> Roadmaps { get; init; } = [];

    public IReadOnlyList<TrackedAction> Actions { get; init; } = [];

    public DateOnly Today => DateOnly.FromDateTime(Now);

    public Language Language => Territory.Language;

    /// <summary>News that nobody was told for so long are none any more: channels were off, or the service was.</summary>
    public static TimeSpan Fresh { get; } = TimeSpan.FromDays(7);

    public bool IsFresh(DateTime at) => at > Now - Fresh;

    public WorkingGroup? Group(string? id) => Territory.Groups.FirstOrDefault(group => group.Id == id);

    public Person? Person(string? id) => Territory.People.FirstOrDefault(person => person.Id == id);

    /// <summary>A group's name; the network's for none.</summary>
    public string Name(string? groupId) => Group(groupId)?.Name ?? Territory.Name;
}

/// <summary>A meeting with what people need for it.</summary>
/// <param name="Key">(UID, original start), as <see cref="MeetingRecord.KeyOf"/> writes it.</param>
/// <param name="Meeting">As the calendar has it.</param>
/// <param name="Agenda">Where its agenda is; null when nobody said.</param>
/// <param name="Video">Where to meet from afar; null for none.</param>
/// <param name="Documents">Its folder or minutes; null while they are not made.</param>
public sealed record ToldMeeting(
    string Key,
    MeetingOccurrence Meeting,
    Uri? Agenda,
    Uri? Video,
    Uri? Documents
);

/// <summary>A change of a meeting, as the outbox has it.</summary>
/// <param name="Number">Of the line in the outbox.</param>
/// <param name="Kind">What became of it.</param>
/// <param name="GroupId">Whose.</param>
/// <param name="Uid">Of its event.</param>
/// <param name="Original">See <see cref="MeetingChange"/>.</param>
/// <param name="From">As it was.</param>
/// <param name="To">As it is.</param>
/// <param name="At">When it was noted.</param>
public sealed record MeetingNews(
    long Number,
    MeetingChangeKind Kind,
    string GroupId,
    string Uid,
    string Original,
    string From,
    string To,
    DateTime At
);

/// <summary>Minutes that were published, or words for those who were not there.</summary>
/// <param name="Number">Of the line in the outbox.</param>
/// <param name="GroupId">Whose.</param>
/// <param name="Title">Of the file, without its ending.</param>
/// <param name="Folder">Where it lies.</param>
/// <param name="At">When it was noted.</param>
public sealed record PublishedMinutes(long Number, string GroupId, string Title, Uri Folder, DateTime At)
{
    /// <summary>What is told to the absent; null for the minutes themselves, and while nobody read it.</summary>
    public AbsentWords? Absent { get; init; }

    /// <summary>Whether it is the words for the absent.</summary>
    public bool IsForTheAbsent { get; init; }
}

/// <summary>The version of a roadmap that is open for signature.</summary>
/// <param name="Document">Its key.</param>
/// <param name="GroupId">Whose; null for the network's.</param>
/// <param name="Version">« 2 », « 2027 » …</param>
/// <param name="Folder">Where it lies.</param>
/// <param name="At">When it was published.</param>
/// <param name="Waiting">Identifiers of the organisations that have not signed it.</param>
public sealed record PublishedRoadmap(
    string Document,
    string? GroupId,
    string Version,
    Uri Folder,
    DateTime At,
    IReadOnlyList<string> Waiting
);
