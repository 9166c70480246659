using Connector.Domain;
using Connector.Domain.Directories;
using Connector.Domain.Meetings;
using Connector.Domain.Workspaces;

namespace Connector.Web.Console.Readings;

/// <summary>Something that waits for the coordinator.</summary>
/// <param name="Words">What, in a sentence.</param>
/// <param name="Path">The page where it is settled.</param>
internal sealed record TodayNeed(Text Words, string Path);

/// <summary>What waits for the coordinator, the most pressing first. Pure.</summary>
internal static class TodayNeeds
{
    /// <summary>Lines of one kind.</summary>
    private const int Most = 10;

    /// <param name="reading">The network.</param>
    /// <param name="left">Keys of steps that somebody left aside: they wait for nobody.</param>
    public static IReadOnlyList<TodayNeed> Of(NetworkReading reading, IReadOnlySet<string> left) =>
        [
            .. Trouble(reading, left),
            .. Some(Meetings(reading), MoreMeetings),
            .. Some(Minutes(reading), MoreMinutes),
            .. Actions(reading),
            .. Some(Signatures(reading), MoreRoadmaps),
            .. Gaps(reading),
        ];

    /// <summary>The first of one kind; the others in one line, for a page that nobody reads to its end helps nobody.</summary>
    private static IEnumerable<TodayNeed> Some(IEnumerable<TodayNeed> needs, Func<int, TodayNeed> more)
    {
        var all = needs.ToList();
        return all.Count <= Most ? all : all.Take(Most).Append(more(all.Count - Most));
    }

    private static TodayNeed MoreMeetings(int count) =>
        new(
            Many(
                count,
                "autre fois, deux groupes se réunissent en même temps",
                "autres fois, deux groupes se réunissent en même temps",
                "more time, two groups meet at once",
                "more times, two groups meet at once"
            ),
            "/rencontres"
        );

    private static TodayNeed MoreMinutes(int count) =>
        new(
            Many(
                count,
                "autre compte-rendu n'est pas écrit",
                "autres comptes-rendus ne sont pas écrits",
                "more minutes are not written",
                "more minutes are not written"
            ),
            "/comptes-rendus?etat=a-ecrire"
        );

    private static TodayNeed MoreRoadmaps(int count) =>
        new(
            Many(
                count,
                "autre feuille de route à regarder",
                "autres feuilles de route à regarder",
                "more roadmap to look at",
                "more roadmaps to look at"
            ),
            "/feuilles-de-route"
        );

    private static IEnumerable<TodayNeed> Trouble(NetworkReading reading, IReadOnlySet<string> left)
    {
        if (reading.Warnings.Count > 0)
        {
            yield return new TodayNeed(
                Many(
                    reading.Warnings.Count,
                    "point à regarder",
                    "points à regarder",
                    "point to look at",
                    "points to look at"
                ),
                "/sante"
            );
        }

        if (reading.Plan.Count(Change.Conflict) is > 0 and var conflicts)
        {
            yield return new TodayNeed(
                Many(
                    conflicts,
                    "conflit à trancher",
                    "conflits à trancher",
                    "conflict to settle",
                    "conflicts to settle"
                ),
                "/plan"
            );
        }

        if (reading.Plan.Without(left).Pending.Count() is > 0 and var pending)
        {
            yield return new TodayNeed(
                Many(
                    pending,
                    "changement à mettre en place",
                    "changements à mettre en place",
                    "change to set up",
                    "changes to set up"
                ),
                "/plan"
            );
        }
    }

    /// <summary>Two groups at once that share somebody.</summary>
    private static IEnumerable<TodayNeed> Meetings(NetworkReading reading)
    {
        var coming = reading
            .Coming(reading.Today, 60)
            .Where(item => item.Meeting.State != MeetingState.Cancelled)
            .ToList();
        for (var first = 0; first < coming.Count; first++)
        {
            for (
                var second = first + 1;
                second < coming.Count && coming[second].Meeting.Start < coming[first].Meeting.End;
                second++
            )
            {
                var (one, other) = (coming[first], coming[second]);
                if (one.Group != other.Group && Shared(one, other) is > 0 and var people)
                {
                    yield return new TodayNeed(
                        new Text(
                            $"« {one.Group.Name} » et « {other.Group.Name} » se réunissent en même temps le {one.Meeting.Date:dd/MM/yyyy} ({people} en commun)",
                            $"'{one.Group.Name}' and '{other.Group.Name}' meet at the same time on {one.Meeting.Date:dd/MM/yyyy} ({people} in common)"
                        ),
                        "/rencontres"
                    );
                }
            }
        }
    }

    private static int Shared(GroupMeeting one, GroupMeeting other) =>
        one
            .Group.Participations.Select(item => item.PersonId)
            .Intersect(other.Group.Participations.Select(item => item.PersonId))
            .Count();

    private static IEnumerable<TodayNeed> Minutes(NetworkReading reading)
    {
        foreach (var group in reading.Minutes)
        {
            foreach (var unwritten in group.Life.Unwritten)
            {
                yield return new TodayNeed(
                    new Text(
                        $"Le compte-rendu du {unwritten.Date:dd/MM/yyyy} de « {group.Name} » n'est pas écrit",
                        $"The minutes of {unwritten.Date:dd/MM/yyyy} of '{group.Name}' are not written"
                    ),
                    "/comptes-rendus"
                );
            }
        }
    }

    private static IEnumerable<TodayNeed> Actions(NetworkReading reading)
    {
        if (reading.Overdue.Count() is > 0 and var overdue)
        {
            yield return new TodayNeed(
                Many(overdue, "action en retard", "actions en retard", "overdue action", "overdue actions"),
                "/actions?etat=retard"
            );
        }
    }

    private static IEnumerable<TodayNeed> Signatures(NetworkReading reading)
    {
        foreach (var roadmap in reading.Roadmaps)
        {
            if (roadmap.Board.Published is null)
            {
                continue;
            }

            if (roadmap.Board.IsChangedSince)
            {
                yield return new TodayNeed(
                    new Text(
                        $"La feuille de route de « {roadmap.File.Owner} » a changé depuis sa publication",
                        $"The roadmap of '{roadmap.File.Owner}' has changed since it was published"
                    ),
                    "/feuilles-de-route"
                );
            }
            else if (roadmap.Waiting.Count() is > 0 and var waiting)
            {
                yield return new TodayNeed(
                    new Text(
                        $"Feuille de route de « {roadmap.File.Owner} » : {waiting} signature{(waiting > 1 ? "s" : "")} attendue{(waiting > 1 ? "s" : "")}",
                        $"Roadmap of '{roadmap.File.Owner}': {waiting} signature{(waiting > 1 ? "s" : "")} expected"
                    ),
                    "/feuilles-de-route"
                );
            }
        }
    }

    private static IEnumerable<TodayNeed> Gaps(NetworkReading reading)
    {
        var gaps = reading
            .Coverage.Families.Concat(reading.Coverage.Audiences)
            .Count(line => line.Level == CoverageLevel.Missing);
        if (gaps > 0)
        {
            yield return new TodayNeed(
                Many(
                    gaps,
                    "famille ou public sans personne dans le réseau",
                    "familles ou publics sans personne dans le réseau",
                    "family or audience with nobody in the network",
                    "families or audiences with nobody in the network"
                ),
                "/couverture"
            );
        }
    }

    private static Text Many(
        int count,
        string french,
        string frenchMany,
        string english,
        string englishMany
    ) =>
        new(
            $"{count} {(count < 2 ? french : frenchMany)}",
            $"{count} {(count == 1 ? english : englishMany)}"
        );
}
