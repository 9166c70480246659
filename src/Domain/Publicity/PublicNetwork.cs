using Connector.Domain.Cartography;
using Connector.Domain.Meetings;
using Connector.Domain.Signatures;
using Connector.Domain.Territories;

namespace Connector.Domain.Publicity;

/// <summary>
/// What a network tells everybody: organisations, convivial dates, that its roadmap is signed. No name, address or number of
/// a person ever stands here.
/// </summary>
public sealed record PublicNetwork
{
    private const int MostDates = 8;
    private const int DaysAhead = 200;

    public required string Name { get; init; }

    public required string Purpose { get; init; }

    /// <summary>Who takes part, in the order of the alphabet.</summary>
    public required IReadOnlyList<Organisation> Members { get; init; }

    /// <summary>What they work on.</summary>
    public required IReadOnlyList<WorkingGroup> Groups { get; init; }

    /// <summary>The convivial ones to come: all others are the members' own.</summary>
    public required IReadOnlyList<MeetingOccurrence> Dates { get; init; }

    /// <summary>The network's roadmap, where a version was published.</summary>
    public required PublicRoadmap? Roadmap { get; init; }

    /// <summary>What the coordinator gives to everybody to read.</summary>
    public required IReadOnlyList<PublicDocument> Documents { get; init; }

    /// <summary>Whether some place has a position that a map can show.</summary>
    public required bool HasMap { get; init; }

    /// <summary>Whom to ask.</summary>
    public required Organisation? Coordination { get; init; }

    /// <param name="territory">The territory.</param>
    /// <param name="meetings">Of all groups, in the order of time; those of other days are left out.</param>
    /// <param name="today">The territory's day.</param>
    /// <param name="board">Of the network's roadmap; null for none.</param>
    public static PublicNetwork Of(
        Territory territory,
        IEnumerable<MeetingOccurrence> meetings,
        DateOnly today,
        SignatureBoard? board
    )
    {
        ArgumentNullException.ThrowIfNull(territory);
        var convivial = territory
            .Groups.SelectMany(group =>
                group
                    .Meetings.Where(series => series.Kind == MeetingKind.Convivial)
                    .Select(series => (group.Id, series.Id))
            )
            .ToHashSet();
        return new PublicNetwork
        {
            Name = territory.Name,
            Purpose = territory.Purpose,
            Members =
            [
                .. Participating(territory).OrderBy(one => Folded.Words(one.Name), StringComparer.Ordinal),
            ],
            Groups = territory.Groups,
            Dates =
            [
                .. meetings
                    .Where(meeting =>
                        !meeting.IsCancelled
                        && meeting.Date >= today
                        && meeting.Date < today.AddDays(DaysAhead)
                        && meeting.SeriesId is { } id
                        && convivial.Contains((meeting.GroupId, id))
                    )
                    .Take(MostDates),
            ],
            Roadmap = PublicRoadmap.Of(board),
            Documents = territory.PublicDocuments,
            HasMap = MapContent.HasAny(territory),
            Coordination = territory.Organisations.FirstOrDefault(one =>
                one.Id == territory.CoordinatingOrganisation
            ),
        };
    }

    private static IEnumerable<Organisation> Participating(Territory territory)
    {
        var people = territory
            .Groups.SelectMany(group => group.Participations)
            .Select(item => item.PersonId)
            .Concat(territory.Coordinators)
            .ToHashSet(StringComparer.Ordinal);
        var inside = territory
            .People.Where(person => people.Contains(person.Id))
            .Select(person => person.Organisation)
            .OfType<string>()
            .ToHashSet(StringComparer.Ordinal);
        return territory.Organisations.Where(one => inside.Contains(one.Id) && one.IsMember);
    }
}
