using Connector.CalendarSync;
using Connector.Domain;
using Connector.Domain.Meetings;
using Connector.Domain.Workspaces;

namespace Connector.Provisioning;

/// <summary>What people are told of calendars and meetings: cancelled, taken out, not to be read, suddenly empty.</summary>
internal static class MeetingNotices
{
    public static WorkspaceSpec Add(
        WorkspaceSpec spec,
        GroupCalendars calendars,
        IReadOnlyDictionary<string, GroupMeetings> meetings,
        WorkspaceSnapshot snapshot,
        KnownWorkspace known
    )
    {
        var problems = calendars.Problems.ToLookup(problem => problem.GroupId, StringComparer.Ordinal);
        return spec with
        {
            Areas =
            [
                .. spec.Areas.Select(area =>
                    area.WorkingGroupId is { } group && meetings.TryGetValue(group, out var planned)
                        ? area with
                        {
                            Notices =
                            [
                                .. problems[group].Select(problem => Damaged(area, problem)),
                                .. Held(area, snapshot, known),
                                .. planned.Slots.Where(slot => slot.Now.IsCancelled).Select(Cancelled),
                                .. planned.Gone.Select(Gone),
                            ],
                        }
                        : area
                ),
            ],
        };
    }

    private static AreaNotice Damaged(AreaSpec area, CalendarProblem problem) =>
        new(
            $"{area.Calendar?.Key}#damaged:{problem.ObjectName}",
            PlanStage.Calendars,
            new Text(
                $"l'événement « {problem.ObjectName} » de l'agenda « {area.Calendar?.DisplayName} »",
                $"the event '{problem.ObjectName}' of the calendar '{area.Calendar?.DisplayName}'"
            ),
            new Text(
                $"ne peut pas être lu ({problem.Why.French}) : Connector s'en tient à ce qu'il en savait ; ouvrez-le dans l'agenda de Nextcloud et enregistrez-le à nouveau",
                $"cannot be read ({problem.Why.English}): Connector keeps to what it knew of it; open it in Nextcloud's calendar and save it again"
            )
        );

    private static IEnumerable<AreaNotice> Held(
        AreaSpec area,
        WorkspaceSnapshot snapshot,
        KnownWorkspace known
    ) =>
        area.Calendar is { } calendar && snapshot.CalendarOf(calendar, known) is { Hold: { } hold } state
            ?
            [
                new AreaNotice(
                    $"{calendar.Key}#emptied",
                    PlanStage.Calendars,
                    new Text(
                        $"l'agenda « {calendar.DisplayName} »",
                        $"the calendar '{calendar.DisplayName}'"
                    ),
                    hold.Reason()
                )
                {
                    Change = state.IsHoldTold ? Change.Keep : Change.Conflict,
                },
            ]
            : [];

    private static AreaNotice Cancelled(MeetingSlot slot) =>
        new(
            slot.Record.Key,
            PlanStage.Documents,
            Subject(slot.Record),
            new Text(
                "est annulée dans l'agenda : son compte-rendu le dit, et son dossier reste",
                "is cancelled in the calendar: its minutes say so, and its folder stays"
            )
        );

    private static AreaNotice Gone(MeetingRecord record) =>
        new(
            record.Key,
            PlanStage.Documents,
            Subject(record),
            new Text(
                "n'est plus dans l'agenda : rien n'est supprimé, son dossier et son compte-rendu restent",
                "is in the calendar no more: nothing is deleted, its folder and minutes stay"
            )
        );

    private static Text Subject(MeetingRecord record) =>
        new(
            $"la rencontre « {record.Last.Title} » du {record.Last.Date:dd/MM/yyyy}",
            $"the meeting '{record.Last.Title}' of {record.Last.Date:yyyy-MM-dd}"
        );
}
