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
/// What is in the way of meetings to come: other meetings of the same people, days off, and what the territory file and a person
/// both changed. Writes nothing.
/// </summary>
internal sealed class CalendarConflictsRun(NextcloudClient client, LedgerStore ledger, TimeProvider time)
{
    /// <param name="territory">The territory.</param>
    /// <param name="blueprints">By name.</param>
    /// <param name="days">How far ahead.</param>
    /// <param name="ct">Stops.</param>
    public async Task<CalendarReport> RunAsync(
        Territory territory,
        IReadOnlyDictionary<string, Blueprint> blueprints,
        int days,
        CancellationToken ct
    )
    {
        var scope = await new ScopeBuilder(client, ledger, time).BuildAsync(territory, blueprints, ct);
        var (from, to) = (scope.Today, scope.Today.AddDays(days));
        var clashes = MeetingConflicts.Between(territory, scope.Calendars, from, to);
        var off = territory
            .Groups.SelectMany(group => scope.Calendars.Between(group.Id, from, to))
            .Where(meeting => !meeting.IsCancelled)
            .OrderBy(meeting => meeting.Start)
            .Select(meeting => (meeting, name: territory.DaysOff.NameOf(meeting.Date)))
            .Where(item => item.name is not null)
            .ToList();
        var fields = EventTakeRun.Open(territory, scope.Known);
        var count = clashes.Count + off.Count + fields.Count;
        return new CalendarReport
        {
            Territory = territory.Name,
            Outcome = count == 0 ? RunOutcome.Done : RunOutcome.ChangesPending,
            Sections =
            [
                .. Section(
                    new Text("Au même moment", "At the same time"),
                    clashes.Select(clash => clash.Words())
                ),
                .. Section(
                    new Text("Jours fériés et vacances", "Public and school holidays"),
                    off.Select(item => OnDayOff(item.meeting, item.name!))
                ),
                .. Section(
                    new Text("Changés des deux côtés", "Changed on both sides"),
                    fields.Select(item => MergeWords.Of(item.Conflict, item.EventKey))
                ),
            ],
            Said = count == 0 ? Nothing : null,
            Data = new Dictionary<string, object?>
            {
                ["atOnce"] = clashes.Select(clash => new
                {
                    one = Told(clash.One),
                    other = Told(clash.Other),
                    clash.People,
                }),
                ["daysOff"] = off.Select(item => new { meeting = Told(item.meeting), day = item.name }),
                ["fields"] = fields.Select(item => new
                {
                    of = item.EventKey,
                    item.Conflict.Original,
                    item.Conflict.Field,
                    item.Conflict.Ours,
                    item.Conflict.Theirs,
                }),
            },
            Warnings = [.. SchoolCalendarWarnings.Of(territory, scope.Today)],
        };
    }

    private static IEnumerable<CalendarSection> Section(Text title, IEnumerable<Text> lines)
    {
        var told = lines.Select(line => new CalendarLineTold(CalendarMark.Warning, line)).ToList();
        return told.Count == 0 ? [] : [new CalendarSection(title, default, told)];
    }

    private static object Told(MeetingOccurrence meeting) =>
        new
        {
            group = meeting.GroupId,
            meeting.Title,
            meeting.Start,
            meeting.End,
        };

    private static Text OnDayOff(MeetingOccurrence meeting, string name)
    {
        var when = MeetingWords.When(meeting.Start, meeting.End);
        return new Text(
            $"« {meeting.Title} » ({meeting.GroupId}, {when.French}) : {name}",
            $"'{meeting.Title}' ({meeting.GroupId}, {when.English}): {name}"
        );
    }

    private static readonly Text Nothing = new(
        "Aucun conflit : personne n'est attendu à deux endroits, rien n'a été changé des deux côtés, et aucune rencontre ne tombe un jour férié ou dans les vacances connues.",
        "No conflict: nobody is expected in two places, nothing was changed on both sides, and no meeting falls on a public holiday or in the school holidays that are known."
    );
}
