namespace Connector.Domain.Documents;

/// <summary>How a group meets, from its minutes: what waits to be written, what was promised, who comes. Never a ranking.</summary>
/// <param name="Unwritten">Minutes of meetings that are over, with nothing written in them; the oldest first.</param>
/// <param name="OpenActions">What was promised and is not done: the overdue first, then by day, then without one.</param>
/// <param name="Attendance">By organisation, in the order of the alphabet; of the meetings whose attendance was noted.</param>
/// <param name="Convivial">How many of the meetings that took place were convivial.</param>
/// <param name="Held">How many meetings took place, as far as somebody wrote it.</param>
public sealed record MeetingLife(
    IReadOnlyList<WrittenMinutes> Unwritten,
    IReadOnlyList<OpenAction> OpenActions,
    IReadOnlyList<OrganisationAttendance> Attendance,
    int Convivial,
    int Held
)
{
    /// <param name="minutes">Of one group, in any order.</param>
    /// <param name="open">What is open in the group, each action once (<see cref="ActionBoard.Open"/>).</param>
    /// <param name="today">The territory's day.</param>
    /// <param name="patience">Days after a meeting before its minutes are missed.</param>
    public static MeetingLife Of(
        IReadOnlyList<WrittenMinutes> minutes,
        IReadOnlyList<OpenAction> open,
        DateOnly today,
        int patience
    )
    {
        ArgumentNullException.ThrowIfNull(minutes);
        var held = minutes.Where(one => one.IsWritten).ToList();
        return new MeetingLife(
            [
                .. minutes
                    .Where(one => !one.IsWritten && one.Date?.AddDays(patience) < today)
                    .OrderBy(one => one.Date),
            ],
            open,
            AttendanceOf(held),
            held.Count(one => one.IsConvivial),
            held.Count
        );
    }

    private static IReadOnlyList<OrganisationAttendance> AttendanceOf(IReadOnlyList<WrittenMinutes> held) =>
        [
            .. held.SelectMany(one =>
                    one.Guests.Where(guest => guest.Organisation.Length > 0)
                        .GroupBy(guest => guest.Organisation, StringComparer.Ordinal)
                        .Select(guests =>
                            (guests.Key, IsThere: guests.Any(guest => guest.Presence == Presence.Present))
                        )
                )
                .GroupBy(pair => pair.Key, StringComparer.Ordinal)
                .Select(meetings => new OrganisationAttendance(
                    meetings.Key,
                    meetings.Count(meeting => meeting.IsThere),
                    meetings.Count()
                ))
                .OrderBy(attendance => Folded.Words(attendance.Organisation), StringComparer.Ordinal),
        ];
}

/// <param name="Action">As it holds.</param>
/// <param name="DecidedOn">Day of the meeting that decided it; null for one that was written into a sheet.</param>
/// <param name="IsOverdue">Its day has gone by.</param>
public sealed record OpenAction(WrittenAction Action, DateOnly? DecidedOn, bool IsOverdue);

/// <param name="Present">Meetings at which somebody of it was there.</param>
/// <param name="Invited">Meetings to which it was invited and that took place.</param>
public sealed record OrganisationAttendance(string Organisation, int Present, int Invited);
