using Connector.CalendarSync;
using Connector.Domain;
using Connector.Domain.Meetings;
using Connector.Domain.Territories;

namespace Connector.Calendars;

/// <summary>Two groups that share members, and meet at once.</summary>
/// <param name="One">The meeting that begins first.</param>
/// <param name="Other">The other.</param>
/// <param name="People">Identifiers of those who are expected at both.</param>
internal sealed record MeetingClash(
    MeetingOccurrence One,
    MeetingOccurrence Other,
    IReadOnlyList<string> People
)
{
    public Text Words()
    {
        var (one, other) = (MeetingWords.When(One.Start, One.End), MeetingWords.When(Other.Start, Other.End));
        var people = MeetingWords.List(People);
        return new Text(
            $"« {One.Title} » ({One.GroupId}, {one.French}) et « {Other.Title} » ({Other.GroupId}, {other.French}) ont lieu en même temps ; attendus aux deux : {people}",
            $"'{One.Title}' ({One.GroupId}, {one.English}) and '{Other.Title}' ({Other.GroupId}, {other.English}) are at the same time; expected at both: {people}"
        );
    }

    public Problem AsProblem() =>
        new()
        {
            Code = "meetings-at-once",
            Message = new Text(Words().French + ".", Words().English + "."),
            Remedy = new Text(
                "Déplacez l'une des deux : « connector calendar move ».",
                "Move one of the two: 'connector calendar move'."
            ),
        };
}

/// <summary>Finds meetings that are in each other's way.</summary>
internal static class MeetingConflicts
{
    /// <summary>All of a period, in the order of the days.</summary>
    public static IReadOnlyList<MeetingClash> Between(
        Territory territory,
        GroupCalendars calendars,
        DateOnly from,
        DateOnly to
    )
    {
        var all = territory
            .Groups.SelectMany(group => calendars.Between(group.Id, from, to))
            .Where(meeting => !meeting.IsCancelled)
            .OrderBy(meeting => meeting.Start)
            .ThenBy(meeting => meeting.GroupId, StringComparer.Ordinal)
            .ToList();
        var clashes = new List<MeetingClash>();
        for (var i = 0; i < all.Count; i++)
        {
            for (var j = i + 1; j < all.Count && all[j].Start < all[i].End; j++)
            {
                if (Clash(territory, all[i], all[j]) is { } clash)
                {
                    clashes.Add(clash);
                }
            }
        }

        return clashes;
    }

    /// <summary>Those that a meeting makes, were it when it says.</summary>
    public static IEnumerable<MeetingClash> With(
        MeetingOccurrence meeting,
        Territory territory,
        GroupCalendars calendars
    ) =>
        territory
            .Groups.Where(group => group.Id != meeting.GroupId)
            .SelectMany(group =>
                calendars.Between(group.Id, meeting.Date.AddDays(-1), meeting.Date.AddDays(2))
            )
            .Where(other => !other.IsCancelled && other.Start < meeting.End && meeting.Start < other.End)
            .Select(other => Clash(territory, meeting, other))
            .OfType<MeetingClash>();

    private static MeetingClash? Clash(Territory territory, MeetingOccurrence one, MeetingOccurrence other)
    {
        if (one.GroupId == other.GroupId)
        {
            return null;
        }

        var both = People(territory, one.GroupId)
            .Intersect(People(territory, other.GroupId))
            .Order(StringComparer.Ordinal)
            .ToList();
        return both.Count == 0 ? null : new MeetingClash(one, other, both);
    }

    private static IEnumerable<string> People(Territory territory, string groupId) =>
        territory
            .Groups.First(group => group.Id == groupId)
            .Participations.Where(participation => participation.Role != GroupRole.Observer)
            .Select(participation => participation.PersonId);
}
