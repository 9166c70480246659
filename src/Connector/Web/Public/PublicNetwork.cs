using Connector.Domain;
using Connector.Domain.Meetings;
using Connector.Domain.Territories;
using Connector.Web.Console.Readings;

namespace Connector.Web.Public;

/// <summary>
/// What a network tells everybody: organisations, convivial dates, that its roadmap is signed. No name, address or number of
/// a person ever stands here.
/// </summary>
internal sealed record PublicNetwork
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

    /// <summary>The network's roadmap, where a version was published: its number, its day, how many signed.</summary>
    public required (string Version, DateTimeOffset At, int Signatures)? Roadmap { get; init; }

    /// <summary>Whom to ask.</summary>
    public required Organisation? Coordination { get; init; }

    public static PublicNetwork Of(NetworkReading reading)
    {
        var territory = reading.Territory;
        var convivial = territory
            .Groups.SelectMany(group =>
                group
                    .Meetings.Where(series => series.Kind == MeetingKind.Convivial)
                    .Select(series => (group.Id, series.Id))
            )
            .ToHashSet();
        var published = reading.Roadmaps.FirstOrDefault(roadmap => roadmap.File.GroupId is null)?.Board;
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
                .. reading
                    .Coming(reading.Today, DaysAhead)
                    .Select(item => item.Meeting)
                    .Where(meeting =>
                        !meeting.IsCancelled
                        && meeting.SeriesId is { } id
                        && convivial.Contains((meeting.GroupId, id))
                    )
                    .Take(MostDates),
            ],
            Roadmap = published is { Published: { } version, PublishedAt: { } at }
                ? (version.Version, at, published.Signatures.Count)
                : null,
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
        return territory.Organisations.Where(one =>
            inside.Contains(one.Id) && one.Contact is (null or ContactState.Member)
        );
    }
}
