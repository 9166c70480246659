using System.Text;
using Connector.CalendarSync;
using Connector.Domain.Meetings;
using Connector.Domain.Territories;
using Connector.Domain.Workspaces;
using Connector.Ledger;
using NodaTime;

namespace Connector.Provisioning;

/// <summary>
/// The objects of each group's calendar as they were last read, under the change tag that the calendar had then: on a
/// quiet day no calendar is read at all.
/// </summary>
internal static class CalendarMemory
{
    private static readonly IReadOnlyDictionary<string, CalendarText> Empty =
        new Dictionary<string, CalendarText>();

    /// <summary>The objects of a calendar by name; null when it was never read.</summary>
    public static IReadOnlyDictionary<string, CalendarText>? Recall(
        KnownWorkspace known,
        string calendarKey
    ) =>
        known.Find(WorkspaceKeys.Objects(calendarKey)) is null
            ? null
            : known.CalendarTexts.GetValueOrDefault(calendarKey) ?? Empty;

    /// <summary>Where the next <c>sync-collection</c> of a calendar begins (RFC 6578); null when the server told none.</summary>
    public static string? SyncToken(KnownWorkspace known, string calendarKey) =>
        known.Find(WorkspaceKeys.Objects(calendarKey))?.Path;

    /// <summary>Whether what is remembered is what a calendar of this change tag has.</summary>
    public static bool IsCurrent(KnownWorkspace known, string calendarKey, string? changeTag) =>
        changeTag is not null && known.Find(WorkspaceKeys.Objects(calendarKey))?.ETag == changeTag;

    /// <summary>How far a calendar was read.</summary>
    /// <param name="calendarKey">Of the calendar.</param>
    /// <param name="changeTag">Null when somebody may have written since: the next run asks what did.</param>
    /// <param name="syncToken">See <see cref="SyncToken"/>.</param>
    public static KnownResource OnRecord(string calendarKey, string? changeTag, string? syncToken) =>
        new()
        {
            Key = WorkspaceKeys.Objects(calendarKey),
            RemoteId = calendarKey,
            ETag = changeTag,
            Path = syncToken,
        };

    /// <summary>What moved since a calendar was remembered; null when nothing did.</summary>
    /// <param name="calendarKey">Of the calendar.</param>
    /// <param name="now">Its objects.</param>
    /// <param name="zone">Of the territory.</param>
    /// <param name="before">What was remembered, for the last good text of a damaged object as well.</param>
    public static CalendarRecord? Moved(
        string calendarKey,
        IReadOnlyDictionary<string, CalendarText> now,
        DateTimeZone zone,
        IReadOnlyDictionary<string, CalendarText>? before
    )
    {
        if (ReferenceEquals(now, before))
        {
            return null;
        }

        var changed = now.Where(pair => before?.GetValueOrDefault(pair.Key)?.ETag != pair.Value.ETag)
            .ToDictionary(
                pair => pair.Key,
                pair => Kept(pair.Value, before?.GetValueOrDefault(pair.Key), zone),
                StringComparer.Ordinal
            );
        var removed = before?.Keys.Where(name => !now.ContainsKey(name)).ToList() ?? [];
        return changed.Count + removed.Count == 0 ? null : new CalendarRecord(calendarKey, changed, removed);
    }

    private static CalendarText Kept(CalendarText now, CalendarText? before, DateTimeZone zone) =>
        EventReader.Read(now.Text, zone).Damage is null
            ? now with
            {
                LastGood = null,
            }
            : now with
            {
                LastGood = before is null ? null : before.LastGood ?? before.Text,
            };

    /// <summary>The calendars of a territory's groups, out of what is remembered.</summary>
    public static GroupCalendars Calendars(Territory territory, KnownWorkspace known) =>
        Calendars(territory, known, group => Recall(known, WorkspaceKeys.Calendar(group.Id)));

    /// <summary>Whether a calendar has other objects than the ledger remembers.</summary>
    public static bool HasMoved(WorkspaceSnapshot snapshot, KnownWorkspace known, WorkspaceSpec spec) =>
        spec
            .Areas.Select(area => area.Calendar)
            .OfType<CalendarSpec>()
            .Any(calendar =>
                snapshot.CalendarOf(calendar, known)?.Texts is { } texts
                && !Same(texts, Recall(known, calendar.Key))
            );

    public static bool Same(
        IReadOnlyDictionary<string, CalendarText> now,
        IReadOnlyDictionary<string, CalendarText>? then
    ) =>
        ReferenceEquals(now, then)
        || then is not null
            && now.Count == then.Count
            && now.All(pair => then.GetValueOrDefault(pair.Key)?.ETag == pair.Value.ETag);

    /// <summary>The calendars as the server has them now; those that it did not tell of, as they are remembered.</summary>
    public static GroupCalendars Calendars(
        Territory territory,
        WorkspaceSnapshot snapshot,
        KnownWorkspace known,
        WorkspaceSpec spec
    )
    {
        var byGroup = spec
            .Areas.Where(area => area is { WorkingGroupId: not null, Calendar: not null })
            .ToDictionary(area => area.WorkingGroupId!, area => area.Calendar!, StringComparer.Ordinal);
        return Calendars(
            territory,
            known,
            group =>
                byGroup.GetValueOrDefault(group.Id) is { } calendar
                    ? Merged(calendar, snapshot.CalendarOf(calendar, known)?.Texts)
                        ?? Recall(known, calendar.Key)
                    : null
        );
    }

    /// <summary>The objects that this run merges into, or calls off, as they will be.</summary>
    public static IReadOnlyDictionary<string, string> ToBe(CalendarSpec calendar) =>
        calendar
            .Events.Where(item => item.Merge is { Text: not null })
            .Select(item => (item.ObjectName, item.Merge!.Text!))
            .Concat(
                calendar
                    .Removed.Where(item => item is { CalledOff: not null, IsOneOfMany: false })
                    .Select(item => (item.ObjectName, item.CalledOff!))
            )
            .ToDictionary(StringComparer.Ordinal);

    /// <summary>With what this run makes of them.</summary>
    private static IReadOnlyDictionary<string, CalendarText>? Merged(
        CalendarSpec calendar,
        IReadOnlyDictionary<string, CalendarText>? texts
    )
    {
        var merged = ToBe(calendar);
        return texts is null || merged.Count == 0
            ? texts
            : texts.ToDictionary(
                pair => pair.Key,
                pair =>
                    merged.TryGetValue(pair.Key, out var text) ? pair.Value with { Text = text } : pair.Value,
                StringComparer.Ordinal
            );
    }

    private static GroupCalendars Calendars(
        Territory territory,
        KnownWorkspace known,
        Func<WorkingGroup, IReadOnlyDictionary<string, CalendarText>?> textsOf
    ) => new(territory, textsOf, (group, texts) => ToWrite(territory, group, known, texts));

    /// <summary>
    /// The series that this run writes: those that were never in the calendar, and those that the territory changed and
    /// nobody touched there.
    /// </summary>
    private static HashSet<string> ToWrite(
        Territory territory,
        WorkingGroup group,
        KnownWorkspace known,
        IReadOnlyDictionary<string, CalendarText> texts
    ) =>
        [
            .. group
                .Meetings.Where(series =>
                {
                    var there = texts.GetValueOrDefault(WorkspaceKeys.EventObject(group.Id, series.Id));
                    return known.Find(WorkspaceKeys.Event(group.Id, series.Id)) is not { } link
                        ? there is null
                        : there is not null
                            && link.ContentHash is { } hash
                            && link.ETag == there.ETag
                            && hash != Hash(territory, group, series);
                })
                .Select(series => series.Id),
        ];

    /// <summary>See <see cref="EventSpec.ContentHash"/>.</summary>
    public static string Hash(Territory territory, WorkingGroup group, MeetingSeries series) =>
        ContentHash.Md5(Encoding.UTF8.GetBytes(MeetingCalendar.Write(territory, group, series)));
}
