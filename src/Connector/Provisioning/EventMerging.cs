using Connector.CalendarSync;
using Connector.Domain.Territories;
using Connector.Domain.Workspaces;
using NodaTime;

namespace Connector.Provisioning;

/// <summary>
/// Finds out, before anything is planned, what becomes of events that people changed and that the territory changed as well.
/// </summary>
/// <param name="territory">What the events should say.</param>
/// <param name="known">What is remembered.</param>
/// <param name="snapshot">What there is.</param>
/// <param name="today">Local to the territory.</param>
/// <param name="confirm">Whether many series may leave at once.</param>
internal sealed class EventMerging(
    Territory territory,
    KnownWorkspace known,
    WorkspaceSnapshot snapshot,
    DateOnly today,
    bool confirm
)
{
    private readonly DateTimeZone _zone = DateTimeZoneProviders.Tzdb[territory.TimeZone];
    private readonly List<KnownResource> _learnt = [];

    /// <returns>The same spec with what becomes of each event, and what the ledger is to remember of it.</returns>
    public (WorkspaceSpec Spec, IReadOnlyList<KnownResource> Learnt) Merge(WorkspaceSpec spec)
    {
        AreaSpec[] areas = [.. spec.Areas.Select(Of)];
        var series = areas.Sum(area => area.Calendar?.Events.Count ?? 0);
        var removed = areas.Sum(area =>
            area.Calendar?.Removed.Count(item => item.CalledOff is not null) ?? 0
        );
        return (
            spec with
            {
                Areas =
                    !confirm && removed > Math.Max(1, (series + removed) / 4)
                        ? [.. areas.Select(OneOfMany)]
                        : areas,
            },
            _learnt
        );
    }

    private static AreaSpec OneOfMany(AreaSpec area) =>
        area.Calendar is not { Removed.Count: > 0 } calendar
            ? area
            : area with
            {
                Calendar = calendar with
                {
                    Removed = [.. calendar.Removed.Select(item => item with { IsOneOfMany = true })],
                },
            };

    private AreaSpec Of(AreaSpec area)
    {
        if (
            area is not { Calendar: { } calendar, WorkingGroupId: { } id }
            || territory.Groups.FirstOrDefault(group => group.Id == id) is not { } group
            || known.IsClosed(area)
            || snapshot.CalendarOf(calendar, known) is not { Texts: { } texts, IsEmptied: false }
        )
        {
            return area;
        }

        var merging = new ObjectMerging(known, _zone, _learnt);
        return area with
        {
            Calendar = calendar with
            {
                Events =
                [
                    .. calendar.Events.Select(item =>
                        texts.GetValueOrDefault(item.ObjectName) is { } there
                            ? item with
                            {
                                Merge = merging.Of(
                                    calendar.Key,
                                    item.Key,
                                    item.ObjectName,
                                    item.ContentHash,
                                    () => MeetingCalendar.Write(territory, group, item.Series),
                                    there
                                ),
                            }
                            : item
                    ),
                ],
                Removed = [.. Removed(group, calendar, texts)],
            },
        };
    }

    /// <summary>What the ledger knows as an event of the group, the file does not, and the calendar still has.</summary>
    private IEnumerable<RemovedEvent> Removed(
        WorkingGroup group,
        CalendarSpec calendar,
        IReadOnlyDictionary<string, CalendarText> texts
    )
    {
        var wanted = calendar.Events.Select(item => item.Key).ToHashSet(StringComparer.Ordinal);
        var prefix = WorkspaceKeys.Event(group.Id, "");
        foreach (
            var link in known
                .Resources.Values.Where(link =>
                    link.Key.StartsWith(prefix, StringComparison.Ordinal) && !wanted.Contains(link.Key)
                )
                .OrderBy(link => link.Key, StringComparer.Ordinal)
        )
        {
            if (texts.GetValueOrDefault(link.RemoteId) is not { } there)
            {
                continue;
            }

            var isDone = link.ContentHash == WorkspaceKeys.CalledOff;
            var isOurs = link.ContentHash is not null && link.ETag == there.ETag;
            var title = EventReader.Read(there.Text, _zone).Events is [var first, ..] ? first.Title : null;
            yield return new RemovedEvent
            {
                Key = link.Key,
                ObjectName = link.RemoteId,
                ETag = there.ETag,
                Title = title ?? link.RemoteId,
                CalledOff = isOurs && !isDone ? SeriesCallOff.Write(there.Text, _zone, today) : null,
                IsTouched = !isOurs && !isDone,
            };
        }
    }
}
