using Connector.CalendarSync;
using Connector.Domain.Meetings;
using Connector.Domain.Workspaces;
using Connector.Ledger;
using NodaTime;

namespace Connector.Provisioning;

/// <summary>
/// What happened to the meetings of a calendar since it was last remembered, for the outbox. Written down with the memory
/// itself: a run that dies before that tells all of it the next time, and one after that nothing.
/// </summary>
internal static class CalendarNews
{
    private static readonly MeetingChangeKind[][] Together =
    [
        [MeetingChangeKind.Moved, MeetingChangeKind.Retimed],
        [
            MeetingChangeKind.Cancelled,
            MeetingChangeKind.Restored,
            MeetingChangeKind.Added,
            MeetingChangeKind.Split,
        ],
    ];

    /// <param name="groupId">Whose calendar.</param>
    /// <param name="calendarUri">Last segment of its address.</param>
    /// <param name="before">Its objects as they were remembered; nothing is news of a calendar that never was.</param>
    /// <param name="after">Its objects as they are.</param>
    /// <param name="zone">Of the territory.</param>
    /// <param name="today">Local to the territory.</param>
    public static IReadOnlyList<OutboxNote> Of(
        string groupId,
        string calendarUri,
        IReadOnlyDictionary<string, CalendarText>? before,
        IReadOnlyDictionary<string, CalendarText> after,
        DateTimeZone zone,
        DateOnly today
    )
    {
        if (before is null)
        {
            return [];
        }

        // Only objects that moved are read.
        var moved = before
            .Keys.Union(after.Keys)
            .Where(name =>
                !MilestoneEvent.IsNamed(name)
                && before.GetValueOrDefault(name)?.ETag != after.GetValueOrDefault(name)?.ETag
            )
            .ToHashSet(StringComparer.Ordinal);
        var (then, now) = (Read(before, moved, zone), Read(after, moved, zone));
        return
        [
            .. CalendarChanges
                .Between(Events(then), Events(now), today)
                .Select(change => new OutboxNote
                {
                    Kind = KindOf(change.Kind),
                    Kinds =
                    [
                        .. (
                            Together.FirstOrDefault(kinds => kinds.Contains(change.Kind)) ?? [change.Kind]
                        ).Select(KindOf),
                    ],
                    Subject = $"{MeetingRecord.Prefix(groupId)}{change.Uid}@{change.Original}",
                    File = $"{calendarUri}/{(now.GetValueOrDefault(change.Uid) ?? then[change.Uid]).Name}",
                    Detail = new OutboxDetail(change.From, change.To),
                }),
        ];
    }

    /// <summary><c>meeting-moved</c></summary>
    public static string KindOf(MeetingChangeKind kind) => $"meeting-{kind.ToString().ToLowerInvariant()}";

    private static Dictionary<string, EventObject> Events(Dictionary<string, Found> found) =>
        found.ToDictionary(pair => pair.Key, pair => pair.Value.Event, StringComparer.Ordinal);

    /// <summary>A damaged object is as it was when last good. Whole days are no meetings.</summary>
    private static Dictionary<string, Found> Read(
        IReadOnlyDictionary<string, CalendarText> texts,
        HashSet<string> moved,
        DateTimeZone zone
    )
    {
        var found = new Dictionary<string, Found>(StringComparer.Ordinal);
        foreach (var (name, text) in texts.Where(pair => moved.Contains(pair.Key)))
        {
            var events =
                EventObjects.Read(text.Text, zone)
                ?? (text.LastGood is { } good ? EventObjects.Read(good, zone) : null);
            foreach (var item in events?.Values ?? [])
            {
                if (item.Master[EventField.Time].Length > 0)
                {
                    found.TryAdd(item.Uid, new Found(name, item));
                }
            }
        }

        return found;
    }

    private sealed record Found(string Name, EventObject Event);
}
