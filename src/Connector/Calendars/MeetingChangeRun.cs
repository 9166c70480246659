using Connector.CalendarSync;
using Connector.Domain;
using Connector.Domain.Meetings;
using Connector.Domain.Territories;
using Connector.Domain.Workspaces;
using Connector.Ledger;
using Connector.Nextcloud;
using Connector.Nextcloud.Dav;
using Connector.Provisioning;
using Connector.Reports;
using NodaTime;

namespace Connector.Calendars;

/// <summary>
/// Moves, cancels or restores one meeting in its group's calendar, as a person would there, and notes that it was meant. Who
/// saves at the same time loses nothing: the object is read again and the change put into what is there then. Done twice, it
/// writes once.
/// </summary>
internal sealed class MeetingChangeRun(NextcloudClient client, LedgerStore ledger, TimeProvider time)
{
    /// <summary>Somebody who saves again and again is left in peace.</summary>
    private const int MostTries = 4;

    /// <param name="territory">The territory.</param>
    /// <param name="blueprints">By name.</param>
    /// <param name="words">Which meeting: see <see cref="MeetingAddress"/>.</param>
    /// <param name="change">What is done to it.</param>
    /// <param name="ct">Stops before writing.</param>
    public Task<CalendarReport> RunAsync(
        Territory territory,
        IReadOnlyDictionary<string, Blueprint> blueprints,
        string words,
        MeetingChange change,
        CancellationToken ct
    ) =>
        RunAsync(
            territory,
            blueprints,
            calendars =>
                MeetingAddress.Find(words, territory, calendars, TerritoryDay.Now(time, territory.TimeZone)),
            change,
            ct
        );

    /// <param name="territory">The territory.</param>
    /// <param name="blueprints">By name.</param>
    /// <param name="find">Which meeting, in the calendars as they are now; or why none.</param>
    /// <param name="change">What is done to it.</param>
    /// <param name="ct">Stops before writing.</param>
    public async Task<CalendarReport> RunAsync(
        Territory territory,
        IReadOnlyDictionary<string, Blueprint> blueprints,
        Func<GroupCalendars, (MeetingOccurrence? Meeting, Problem? Problem)> find,
        MeetingChange change,
        CancellationToken ct
    )
    {
        var report = new CalendarReport { Territory = territory.Name };
        var scope = await new ScopeBuilder(client, ledger, time).BuildAsync(territory, blueprints, ct);
        var (meeting, problem) = find(scope.Calendars);
        if (meeting is null)
        {
            return report.Stopped(problem!);
        }

        if (
            meeting.ObjectName is null
            || scope.Known.Find(WorkspaceKeys.Calendar(meeting.GroupId)) is not { } link
        )
        {
            return report.Stopped(CalendarProblems.NotThereYet(meeting));
        }

        if (change.Name == MeetingChange.MoveName && meeting.IsCancelled)
        {
            return report.Stopped(CalendarProblems.IsCancelled(meeting));
        }

        change = change.Knowing(
            scope.Known.Find(MeetingChange.KeyOf(WorkspaceKeys.Calendar(meeting.GroupId), meeting))
        );
        var (isNew, refused) = await Write(scope.Source, link.RemoteId, meeting, change, ct);
        if (refused is not null)
        {
            return report.Stopped(refused);
        }

        await ledger.RememberAsync(
            scope.Territory,
            [change.OnRecord(WorkspaceKeys.Calendar(meeting.GroupId), meeting)],
            CancellationToken.None
        );
        return report with
        {
            Said = change.Said(meeting, isNew),
            Data = Data(meeting, change, isNew),
            Warnings = [.. Warnings(territory, scope, meeting, change)],
        };
    }

    private async Task<(bool IsNew, Problem? Refused)> Write(
        Territory territory,
        string uri,
        MeetingOccurrence meeting,
        MeetingChange change,
        CancellationToken ct
    )
    {
        var zone = DateTimeZoneProviders.Tzdb[territory.TimeZone];
        for (var attempt = 0; attempt < MostTries; attempt++)
        {
            var found = await client.Calendars.GetObjects(uri, [meeting.ObjectName!], ct);
            if (
                found is not [{ Ics: { } text } there]
                || Again(territory, meeting, there.ETag, text) is not { } now
                || change.Apply(text, now, zone, again => Again(territory, meeting, there.ETag, again))
                    is not { } changed
            )
            {
                return (false, CalendarProblems.Vanished(meeting.Title));
            }

            if (changed == text)
            {
                return (false, null);
            }

            var put = await client.Calendars.PutObject(
                uri,
                meeting.ObjectName!,
                changed,
                PutCondition.IfMatch(there.ETag),
                ct
            );
            if (put.Changed)
            {
                return (true, null);
            }

            if (put.Result != DavResult.PreconditionFailed)
            {
                return (false, EventProblems.Refused(meeting.Title, put.Message));
            }
        }

        return (false, EventProblems.Busy(meeting.Title));
    }

    /// <summary>The same meeting in the text as it is now.</summary>
    private static MeetingOccurrence? Again(
        Territory territory,
        MeetingOccurrence meeting,
        string etag,
        string text
    )
    {
        var group = territory.Groups.Single(group => group.Id == meeting.GroupId);
        var texts = new Dictionary<string, CalendarText> { [meeting.ObjectName!] = new(etag, text) };
        var calendar = new GroupCalendar(territory, group, texts);
        var around = new[] { meeting.OriginalDate, meeting.Date };
        return calendar
            .Between(around.Min().AddDays(-400), around.Max().AddDays(400))
            .FirstOrDefault(item =>
                item.Uid == meeting.Uid
                && (
                    item.OriginalStart == meeting.OriginalStart || (!item.IsRecurring && !meeting.IsRecurring)
                )
            );
    }

    private static IEnumerable<Problem> Warnings(
        Territory territory,
        ProvisionScope scope,
        MeetingOccurrence meeting,
        MeetingChange change
    )
    {
        if (change.Name != MeetingChange.MoveName)
        {
            yield break;
        }

        var start = change.Start(meeting);
        var day = DateOnly.FromDateTime(start);
        if (territory.DaysOff.NameOf(day) is { } name)
        {
            yield return CalendarProblems.OnDayOff(name, day);
        }

        var moved = meeting with { Start = start, End = start + (meeting.End - meeting.Start) };
        foreach (var clash in MeetingConflicts.With(moved, territory, scope.Calendars))
        {
            yield return clash.AsProblem();
        }
    }

    private static Dictionary<string, object?> Data(
        MeetingOccurrence meeting,
        MeetingChange change,
        bool isNew
    ) =>
        new()
        {
            ["change"] = change.Name,
            ["changed"] = isNew,
            ["meeting"] = new
            {
                group = meeting.GroupId,
                meeting.Title,
                original = meeting.OriginalStart,
                from = meeting.Start,
                to = change.Start(meeting),
                meeting.Uid,
            },
        };
}
