using Connector.Domain.Documents;

namespace Connector.Domain.Workspaces;

/// <summary>What a group's roadmap, as its members left it, asks of the group's calendar.</summary>
public sealed record MilestoneSpec
{
    /// <summary>Where the roadmap is.</summary>
    public required string Roadmap { get; init; }

    public required MilestoneBook Book { get; init; }

    /// <summary>An event for each milestone that has, or had, a date.</summary>
    public IReadOnlyList<MilestoneEvent> Events { get; init; } = [];

    /// <summary>Why the roadmap could not be read: nothing follows it then. Null when it could.</summary>
    public Text? Unreadable { get; init; }
}

/// <summary>The all-day event of a milestone.</summary>
public sealed record MilestoneEvent
{
    public required string Key { get; init; }

    /// <summary>Last segment of the object's address; the dot in it keeps it apart from those of meetings.</summary>
    public required string ObjectName { get; init; }

    /// <summary>The milestone that it stands for.</summary>
    public required BookedMilestone Milestone { get; init; }

    public required DateOnly Date { get; init; }

    /// <summary>The milestone was taken out of the roadmap.</summary>
    public bool IsCancelled { get; init; }

    /// <summary>As <see cref="EventSpec.ContentHash"/>; empty until the text is made.</summary>
    public string ContentHash { get; init; } = "";

    /// <summary>As <see cref="EventSpec.Merge"/>.</summary>
    public MergedEvent? Merge { get; init; }

    /// <summary>The events that a book asks for.</summary>
    public static IReadOnlyList<MilestoneEvent> Of(string workingGroupId, MilestoneBook book)
    {
        ArgumentNullException.ThrowIfNull(book);
        return
        [
            .. book
                .Milestones.Where(item => item.Date is not null)
                .Select(item => new MilestoneEvent
                {
                    Key = WorkspaceKeys.Milestone(workingGroupId, item.Id),
                    ObjectName = $"connector-{workingGroupId}-jalon.{item.Id}.ics",
                    Milestone = item,
                    Date = item.Date!.Value,
                    IsCancelled = item.State == MilestoneState.Removed && !book.IsEmptied,
                }),
        ];
    }

    /// <summary>Whether an object of a calendar is the event of a milestone, by its name.</summary>
    public static bool IsNamed(string objectName)
    {
        ArgumentNullException.ThrowIfNull(objectName);
        return objectName.StartsWith("connector-", StringComparison.Ordinal)
            && objectName.Contains("-jalon.", StringComparison.Ordinal);
    }
}
