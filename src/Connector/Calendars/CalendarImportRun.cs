using System.Collections.Concurrent;
using Connector.CalendarSync;
using Connector.Domain;
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
/// Puts the events of a file into a group's calendar under their own UIDs. Says first what it would do; writes when told to.
/// Nothing that is in the calendar already is written over, unless an import wrote it and nobody touched it since.
/// </summary>
internal sealed class CalendarImportRun(NextcloudClient client, LedgerStore ledger, TimeProvider time)
{
    /// <param name="territory">The territory.</param>
    /// <param name="blueprints">By name.</param>
    /// <param name="text">Of the file.</param>
    /// <param name="who">Whose calendar; null where the territory has one group.</param>
    /// <param name="write">Whether to write.</param>
    /// <param name="ct">Stops between two events.</param>
    public async Task<CalendarReport> RunAsync(
        Territory territory,
        IReadOnlyDictionary<string, Blueprint> blueprints,
        string text,
        string? who,
        bool write,
        CancellationToken ct
    )
    {
        var report = new CalendarReport { Territory = territory.Name };
        var (groups, problem) = GroupChoice.Of(territory, who);
        if (problem is not null || groups is not [var group])
        {
            return report.Stopped(problem ?? ImportProblems.WhichGroup(territory.Groups));
        }

        var reader = new ImportReader(DateTimeZoneProviders.Tzdb[territory.TimeZone]);
        var events = reader.Read(text);
        if (events.Count == 0)
        {
            return report.Stopped(ImportProblems.NoCalendar);
        }

        var scope = await new ScopeBuilder(client, ledger, time).BuildAsync(territory, blueprints, ct);
        var calendar = scope.Spec.Areas.FirstOrDefault(area => area.WorkingGroupId == group.Id)?.Calendar;
        var state = calendar is null ? null : scope.Snapshot.CalendarOf(calendar, scope.Known);
        if (state is null)
        {
            return report.Stopped(ImportProblems.NoCalendarOf(group));
        }

        var lines = ImportPlan.Of(
            events,
            state.Texts ?? new Dictionary<string, CalendarText>(),
            uid => scope.Known.Find(Key(group.Id, uid))?.ContentHash
        );
        if (write)
        {
            lines = await Write(scope.Territory, group.Id, state.Uri, lines, ct);
        }

        return ImportTold.Report(report, group, lines, reader.Stripped, write);
    }

    /// <summary>What an import wrote for a UID.</summary>
    private static string Key(string groupId, string uid) =>
        $"{WorkspaceKeys.Calendar(groupId)}#imported:{uid}";

    private async Task<IReadOnlyList<ImportLine>> Write(
        string slug,
        string groupId,
        string uri,
        IReadOnlyList<ImportLine> lines,
        CancellationToken ct
    )
    {
        var refused = new ConcurrentDictionary<ImportLine, Text>();
        await Lanes.ForEach(
            lines.Where(line => line.State is ImportState.New or ImportState.Changed),
            async (line, stop) =>
            {
                var condition = line.There is { } there
                    ? PutCondition.IfMatch(there.Text.ETag)
                    : PutCondition.IfNoneMatchAny;
                var put = await client.Calendars.PutObject(
                    uri,
                    line.ObjectName,
                    line.Event.Text,
                    condition,
                    stop
                );
                if (!put.Changed)
                {
                    refused[line] = ImportProblems.Why(put);
                    return;
                }

                var made = new KnownResource
                {
                    Key = Key(groupId, line.Event.Uid),
                    RemoteId = line.ObjectName,
                    ETag = put.ETag,
                    ContentHash = line.Event.Text,
                };
                await ledger.RememberAsync(slug, [made], CancellationToken.None);
            },
            ct
        );
        return
        [
            .. lines.Select(line =>
                refused.TryGetValue(line, out var why)
                    ? line with
                    {
                        State = ImportState.Refused,
                        Why = why,
                    }
                    : line
            ),
        ];
    }
}
