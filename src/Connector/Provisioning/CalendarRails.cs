using System.Text;
using Connector.CalendarSync;
using Connector.Domain.Meetings;
using Connector.Domain.Territories;
using Connector.Domain.Workspaces;

namespace Connector.Provisioning;

/// <summary>
/// Decides which calendars are believed. One that is not goes on as it was last believed, nothing is written into it, and
/// a person is asked – once for each state that it shows.
/// </summary>
internal sealed class CalendarRails(Territory territory, KnownWorkspace known, DateOnly today, bool confirm)
{
    /// <summary>Whether what was deleted is put back anyway: nobody has to be asked.</summary>
    public bool Restore { get; init; }

    /// <summary>How far ahead meetings count.</summary>
    private const int DaysAhead = 400;

    /// <returns>The snapshot with calendars that are not believed as they were, and what the ledger is to remember of it.</returns>
    public (WorkspaceSnapshot Snapshot, IReadOnlyList<KnownResource> Learnt) Hold(
        WorkspaceSnapshot snapshot,
        WorkspaceSpec spec
    )
    {
        var held = new Dictionary<string, CalendarState>(StringComparer.Ordinal);
        var learnt = new List<KnownResource>();
        foreach (var area in spec.Areas.Where(area => area.Calendar is not null && !known.IsClosed(area)))
        {
            var calendar = area.Calendar!;
            if (snapshot.CalendarOf(calendar, known) is not { } state)
            {
                continue;
            }

            var key = WorkspaceKeys.Held(calendar.Key);
            var hold = Judge(area, calendar, state);
            if (hold is not null && !confirm)
            {
                var fingerprint = Fingerprint(hold, state);
                held[state.Uri] = state with
                {
                    Texts = CalendarMemory.Recall(known, calendar.Key),
                    IsEmptied = true,
                    Hold = hold,
                    IsHoldTold = Restore || known.Find(key)?.ContentHash == fingerprint,
                };
                if (!Restore)
                {
                    learnt.Add(Row(key, state, fingerprint));
                }
            }
            else if (state.IsEmptied)
            {
                held[state.Uri] = state with
                {
                    Texts = new Dictionary<string, CalendarText>(),
                    IsEmptied = false,
                };
            }

            if ((hold is null || confirm) && known.Find(key) is { ContentHash: not null })
            {
                learnt.Add(Row(key, state, null));
            }
        }

        var calendars = snapshot.Calendars.Select(state => held.GetValueOrDefault(state.Uri, state));
        return (
            held.Count == 0 ? snapshot : snapshot with { Calendars = [.. calendars] },
            [.. learnt.Where(row => known.Find(row.Key) != row)]
        );
    }

    private CalendarHold? Judge(AreaSpec area, CalendarSpec calendar, CalendarState state)
    {
        if (state.IsEmptied)
        {
            var meetings = Meetings(area, CalendarMemory.Recall(known, calendar.Key) ?? Nothing);
            return new CalendarHold(meetings.Count, meetings.Count, IsEmptied: true);
        }

        return
            state.Texts is { } now
            && CalendarMemory.Recall(known, calendar.Key) is { Count: > 0 } before
            && !CalendarMemory.Same(now, before)
            ? CalendarHold.Judge(Meetings(area, WithOurs(before, now)), Meetings(area, now))
            : null;
    }

    /// <summary>What Connector wrote itself is nobody's loss, also when the run died before it remembered that.</summary>
    private Dictionary<string, CalendarText> WithOurs(
        IReadOnlyDictionary<string, CalendarText> before,
        IReadOnlyDictionary<string, CalendarText> now
    )
    {
        var ours = known
            .Resources.Values.Where(link => link.ETag is not null && WorkspaceKeys.IsEvent(link.Key))
            .Select(link => (link.RemoteId, link.ETag!))
            .ToHashSet();
        return before.ToDictionary(
            pair => pair.Key,
            pair =>
                now.GetValueOrDefault(pair.Key) is { } there && ours.Contains((pair.Key, there.ETag))
                    ? there
                    : pair.Value,
            StringComparer.Ordinal
        );
    }

    private IReadOnlyList<MeetingOccurrence> Meetings(
        AreaSpec area,
        IReadOnlyDictionary<string, CalendarText> texts
    ) =>
        territory.Groups.FirstOrDefault(group => group.Id == area.WorkingGroupId) is { } group
            ? new GroupCalendar(territory, group, texts).Between(today, today.AddDays(DaysAhead))
            : [];

    private static KnownResource Row(string key, CalendarState state, string? fingerprint) =>
        new()
        {
            Key = key,
            RemoteId = $"held {state.Uri}",
            ContentHash = fingerprint,
        };

    /// <summary>Of what the calendar shows: another state is another question.</summary>
    private static string Fingerprint(CalendarHold hold, CalendarState state) =>
        hold.IsEmptied
            ? "emptied"
            : ContentHash.Md5(
                Encoding.UTF8.GetBytes(
                    string.Join(
                        '\n',
                        (state.Texts ?? Nothing).Select(pair => $"{pair.Key} {pair.Value.ETag}").Order()
                    )
                )
            );

    private static readonly Dictionary<string, CalendarText> Nothing = [];
}
