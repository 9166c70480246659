namespace Connector.Domain.Documents;

/// <summary>
/// All actions of a network as they hold, and where each was last seen: the base that minutes and sheets are compared with.
/// Pure; the ledger keeps it.
/// </summary>
public sealed record ActionBoard
{
    public static ActionBoard Empty { get; } = new();

    public IReadOnlyList<TrackedAction> Actions { get; init; } = [];

    /// <summary>By key of the document.</summary>
    public IReadOnlyDictionary<string, ActionPlace> Places { get; init; } =
        new Dictionary<string, ActionPlace>();

    public IEnumerable<TrackedAction> Of(string groupId) =>
        Actions.Where(action => action.GroupId == groupId);

    public ActionPlace? Find(string place) => Places.GetValueOrDefault(place);

    /// <summary>In the order in which people look at them: what is open first, by its day; what has none last.</summary>
    public static IEnumerable<TrackedAction> Sorted(IEnumerable<TrackedAction> actions) =>
        actions
            .OrderByDescending(action => action.Words.IsOpen)
            .ThenBy(action => action.Words.Due ?? DateOnly.MaxValue);

    /// <summary>What is open in a group: the overdue first, then by day, then without one.</summary>
    public IReadOnlyList<OpenAction> Open(string groupId, DateOnly today) =>
        [
            .. Sorted(Of(groupId).Where(action => action.Words.IsOpen))
                .Select(action => new OpenAction(
                    new WrittenAction(
                        action.Id,
                        action.Words.What,
                        action.Words.Who,
                        action.Words.Due,
                        action.Words.Status
                    ),
                    action.DecidedOn,
                    action.IsOverdue(today)
                )),
        ];

    /// <summary>
    /// What stands in the table of actions of a meeting's minutes: what was open before it, and what was put there already,
    /// whatever became of it. What somebody wrote into these minutes stands in them by itself.
    /// </summary>
    public IReadOnlyList<TrackedAction> CarriedInto(string minutes, string groupId, DateOnly day) =>
        [
            .. Sorted(
                Of(groupId)
                    .Where(action =>
                        action.SightIn(minutes) is { } seen
                            ? seen.Key is not null
                            : action.Words.IsOpen && (action.DecidedOn is null || action.DecidedOn < day)
                    )
            ),
        ];

    /// <summary>All that a sheet tells of.</summary>
    public IEnumerable<TrackedAction> In(ActionPlace sheet) =>
        sheet.GroupId is { } group ? Of(group) : Actions;

    public ActionBoard With(ActionPlace place) =>
        this with
        {
            Places = new Dictionary<string, ActionPlace>(Places, StringComparer.Ordinal)
            {
                [place.Key] = place,
            },
        };

    /// <summary>The same with minutes noted as published, saying what they say now.</summary>
    public ActionBoard Published(string minutes, string meaning)
    {
        if (Find(minutes) is not { } place)
        {
            return this;
        }

        var published = place with { IsPublished = true, Meaning = meaning, PublishedMeaning = meaning };
        return published == place ? this : With(published);
    }
}
