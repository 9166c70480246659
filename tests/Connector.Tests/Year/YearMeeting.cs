using Connector.Domain.Meetings;

namespace Connector.Tests.Year;

/// <summary>One meeting of the year and what people do about it.</summary>
/// <param name="Group">Identifier of the group.</param>
/// <param name="Planned">Its day by the series' rule.</param>
/// <param name="Held">The day on which it takes place; another than planned when somebody moved it.</param>
/// <param name="IsCancelled">Whether somebody cancels it.</param>
/// <param name="IsAdded">Whether somebody adds it to the calendar by hand.</param>
internal sealed record YearMeeting(
    string Group,
    DateOnly Planned,
    DateOnly Held,
    bool IsCancelled,
    bool IsAdded
)
{
    private const int MovedPercent = 15;
    private const int CancelledPercent = 10;

    /// <summary>What becomes of the meetings that the series plan; some are moved, some cancelled, one a group added.</summary>
    public static IReadOnlyList<YearMeeting> Of(IEnumerable<Meeting> planned, Random chance) =>
        [
            .. planned.Select(meeting => Drawn(meeting, chance)),
            .. YearTerritory.Groups.Select((group, index) => Added(group, index, chance)),
        ];

    private static YearMeeting Drawn(Meeting meeting, Random chance)
    {
        var fate = chance.Next(100);
        var moved = fate < MovedPercent ? chance.Next(1, 4) : 0;
        return new YearMeeting(
            meeting.GroupId,
            meeting.Date,
            meeting.Date.AddDays(moved),
            IsCancelled: fate >= 100 - CancelledPercent,
            IsAdded: false
        );
    }

    private static YearMeeting Added(string group, int index, Random chance)
    {
        var day = new DateOnly(YearTerritory.Year, 2 + (2 * index), chance.Next(18, 26));
        return new YearMeeting(group, day, day, IsCancelled: false, IsAdded: true);
    }
}
