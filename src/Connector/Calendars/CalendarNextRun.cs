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

/// <summary>The meetings to come as the calendars have them, moved and cancelled ones as such. Writes nothing.</summary>
internal sealed class CalendarNextRun(NextcloudClient client, LedgerStore ledger, TimeProvider time)
{
    private const int DaysAhead = 400;

    /// <param name="territory">The territory.</param>
    /// <param name="blueprints">By name.</param>
    /// <param name="who">One group; null for all.</param>
    /// <param name="count">How many meetings at most.</param>
    /// <param name="ct">Stops.</param>
    public async Task<CalendarReport> RunAsync(
        Territory territory,
        IReadOnlyDictionary<string, Blueprint> blueprints,
        string? who,
        int count,
        CancellationToken ct
    )
    {
        var report = new CalendarReport { Territory = territory.Name };
        var (groups, problem) = GroupChoice.Of(territory, who);
        if (problem is not null)
        {
            return report.Stopped(problem);
        }

        var scope = await new ScopeBuilder(client, ledger, time).BuildAsync(territory, blueprints, ct);
        var meetings = groups
            .SelectMany(group =>
                scope
                    .Calendars.Between(group.Id, scope.Today, scope.Today.AddDays(DaysAhead))
                    .Select(meeting => (group, meeting))
            )
            .OrderBy(item => item.meeting.Start)
            .ThenBy(item => item.group.Id, StringComparer.Ordinal)
            .Take(count)
            .ToList();
        return report with
        {
            Sections =
            [
                .. meetings
                    .GroupBy(item => new DateOnly(item.meeting.Start.Year, item.meeting.Start.Month, 1))
                    .Select(month => new CalendarSection(
                        MeetingWords.Month(month.Key),
                        default,
                        [.. month.Select(item => Line(item.group, item.meeting))]
                    )),
            ],
            Said = meetings.Count == 0 ? NoMeeting : null,
            Data = new Dictionary<string, object?>
            {
                ["meetings"] = meetings.Select(item => Data(item.group, item.meeting)),
            },
            Warnings =
            [
                .. Unread(scope, groups),
                .. scope.Calendars.Problems.Select(one =>
                    CalendarProblems.Unreadable(one.GroupId, one.ObjectName, one.Why)
                ),
            ],
        };
    }

    internal static object Data(WorkingGroup group, MeetingOccurrence meeting) =>
        new
        {
            group = group.Id,
            meeting.Title,
            meeting.Start,
            meeting.End,
            original = meeting.OriginalStart,
            meeting.State,
            meeting.Place,
            series = meeting.SeriesId,
            meeting.Uid,
            addedByPerson = meeting.IsByPerson,
        };

    internal static CalendarLineTold Line(WorkingGroup group, MeetingOccurrence meeting)
    {
        var when = MeetingWords.When(meeting.Start, meeting.End);
        var place = meeting.Place.Length == 0 ? "" : $", {meeting.Place}";
        var original = MeetingWords.Day(meeting.OriginalDate);
        var (french, english, mark) = meeting.State switch
        {
            MeetingState.Cancelled => (" – ANNULÉE", " – CANCELLED", CalendarMark.Cancelled),
            MeetingState.Moved when meeting.OriginalDate == meeting.Date => (
                " – heure changée",
                " – another time",
                CalendarMark.Changed
            ),
            MeetingState.Moved => (
                $" – déplacée, au lieu du {original.French}",
                $" – moved, instead of {original.English}",
                CalendarMark.Changed
            ),
            _ => ("", "", CalendarMark.Plain),
        };
        return new CalendarLineTold(
            mark,
            new Text(
                $"{when.French} : {meeting.Title} ({group.Name}){place}{french}",
                $"{when.English}: {meeting.Title} ({group.Name}){place}{english}"
            )
        );
    }

    private static IEnumerable<Problem> Unread(ProvisionScope scope, IReadOnlyList<WorkingGroup> groups) =>
        groups
            .Where(group => group.Meetings.Count > 0 && !scope.Calendars.Of(group.Id).IsRead)
            .Select(group => new Problem
            {
                Code = "calendar-not-there",
                Message = new Text(
                    $"L'agenda de « {group.Name} » n'est pas encore dans Nextcloud : ce sont les dates du fichier du territoire.",
                    $"The calendar of '{group.Name}' is not in Nextcloud yet: these are the dates of the territory file."
                ),
                Remedy = new Text("« connector apply » le crée.", "'connector apply' makes it."),
            });

    private static readonly Text NoMeeting = new("Aucune rencontre à venir.", "No meeting to come.");
}
