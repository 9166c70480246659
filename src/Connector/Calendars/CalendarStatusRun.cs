using Connector.CalendarSync;
using Connector.Domain;
using Connector.Domain.Meetings;
using Connector.Domain.Territories;
using Connector.Domain.Workspaces;
using Connector.Ledger;
using Connector.Nextcloud;
using Connector.Provisioning;
using Connector.Reports;

namespace Connector.Calendars;

/// <summary>
/// Each calendar: there, shared, its public address, when it was last read, what waits, what people changed. Writes nothing.
/// </summary>
internal sealed class CalendarStatusRun(NextcloudClient client, LedgerStore ledger, TimeProvider time)
{
    private const int DaysAhead = 400;

    /// <param name="territory">The territory.</param>
    /// <param name="blueprints">By name.</param>
    /// <param name="who">One group; null for all calendars.</param>
    /// <param name="ct">Stops.</param>
    public async Task<CalendarReport> RunAsync(
        Territory territory,
        IReadOnlyDictionary<string, Blueprint> blueprints,
        string? who,
        CancellationToken ct
    )
    {
        var report = new CalendarReport { Territory = territory.Name };
        var (groups, problem) = GroupChoice.Of(territory, who);
        if (problem is not null)
        {
            return report.Stopped(problem);
        }

        var look = new WorkspaceLook(client, ledger, time, null, everyShare: false);
        var (scope, plan) = await look.AtAsync(territory, blueprints, ct);
        var told = scope
            .Spec.Areas.Where(area =>
                area.Calendar is not null
                && (who is null || groups.Any(group => group.Id == area.WorkingGroupId))
            )
            .Select(area => Look(area, area.Calendar!, scope, plan))
            .ToList();
        return report with
        {
            Sections = [.. told.Select(calendar => calendar.Section(territory))],
            Data = new Dictionary<string, object?>
            {
                ["calendars"] = told.Select(calendar => calendar.Data()),
            },
            Said = Sum(told),
            Warnings =
            [
                .. scope.Calendars.Problems.Select(one =>
                    CalendarProblems.Unreadable(one.GroupId, one.ObjectName, one.Why)
                ),
                .. SchoolCalendarWarnings.Of(territory, scope.Today),
            ],
        };
    }

    private static CalendarLook Look(
        AreaSpec area,
        CalendarSpec calendar,
        ProvisionScope scope,
        WorkspacePlan plan
    )
    {
        var state = scope.Snapshot.CalendarOf(calendar, scope.Known);
        var steps = plan
            .Steps.Where(step => step.AreaKey == area.Key && step.Stage == PlanStage.Calendars)
            .ToList();
        var coming = area.WorkingGroupId is { } group
            ? scope.Calendars.Between(group, scope.Today, scope.Today.AddDays(DaysAhead))
            : [];
        return new CalendarLook
        {
            Name = state?.DisplayName ?? calendar.DisplayName,
            GroupId = area.WorkingGroupId,
            IsThere = state is not null,
            Shares = [.. state?.Shares.Keys.Order(StringComparer.Ordinal) ?? Enumerable.Empty<string>()],
            Address = state?.PublicAddress,
            LastRead = scope.Known.SeenAt.TryGetValue(WorkspaceKeys.Objects(calendar.Key), out var at)
                ? at
                : null,
            Waiting = [.. steps.Where(step => step.Action is not null && step.Change != Change.Keep)],
            Notices = [.. steps.Where(step => step.Change is Change.Notice or Change.Conflict)],
            EditedSeries =
            [
                .. calendar
                    .Events.Where(item => IsEdited(item, state, scope.Known))
                    .Select(item => item.Series.Title),
            ],
            Coming = coming,
            GivingWay = [.. coming.Where(meeting => IsGivingWay(scope.Source, meeting))],
            Conflicts = EventTakeRun
                .Open(scope.Source, scope.Known)
                .Count(item => calendar.Events.Any(known => known.Key == item.EventKey)),
        };
    }

    private static bool IsGivingWay(Territory territory, MeetingOccurrence meeting) =>
        meeting is { State: MeetingState.Moved, SeriesId: not null }
        && Occurrences
            .Between(
                territory,
                territory.Groups.First(group => group.Id == meeting.GroupId),
                meeting.Date,
                meeting.Date.AddDays(1)
            )
            .Any(planned =>
                planned.Series.Id == meeting.SeriesId
                && planned.OriginalStart == meeting.OriginalStart
                && planned.Start == meeting.Start
            );

    private static bool IsEdited(EventSpec item, CalendarState? state, KnownWorkspace known) =>
        known.Find(item.Key) is { } link
        && state?.Texts?.GetValueOrDefault(item.ObjectName) is { } there
        && (link.ContentHash is null || link.ETag != there.ETag);

    private static Text Sum(List<CalendarLook> told)
    {
        var (missing, waiting) = (told.Count(one => !one.IsThere), told.Sum(one => one.Waiting.Count));
        return missing == 0 && waiting == 0
            ? new Text(
                $"{told.Count} agenda{(told.Count > 1 ? "s" : "")}, rien n'attend.",
                $"{told.Count} calendar{(told.Count > 1 ? "s" : "")}, nothing waits."
            )
            : new Text(
                $"{told.Count} agenda{(told.Count > 1 ? "s" : "")}, dont {missing} pas encore là ; {waiting} changement{(waiting > 1 ? "s" : "")} en attente de « connector apply ».",
                $"{told.Count} calendar{(told.Count > 1 ? "s" : "")}, {missing} not there yet; {waiting} change{(waiting > 1 ? "s" : "")} waiting for 'connector apply'."
            );
    }
}
