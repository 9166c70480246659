using Connector.Domain.Documents;
using Connector.Domain.Territories;

namespace Connector.Domain.Announcing;

/// <summary>What waits for a person: an action that is due, and a welcome.</summary>
internal static class PersonAnnouncements
{
    private const int MeetingsShown = 3;

    public static IEnumerable<Announcement> Of(AnnouncingFacts facts) => Due(facts).Concat(Welcomes(facts));

    /// <summary>Once, before the day: whoever is late knows it, and is not hunted.</summary>
    private static IEnumerable<Announcement> Due(AnnouncingFacts facts) =>
        from action in facts.Actions
        where
            action.Words is { IsOpen: true, Due: { } due }
            && due >= facts.Today
            && due <= facts.Today.AddDays(facts.Rules.DaysBeforeDue)
        from person in Doers(facts, action)
        select new Announcement
        {
            Key = $"due:{action.Id}:{ActionWords.Written(action.Words.Due)}:{person.Id}",
            Kind = AnnouncementKind.ActionDue,
            GroupId = action.GroupId,
            PersonId = person.Id,
            Text = Due(facts, action, action.Words.Due!.Value),
        };

    private static AnnouncementText Due(AnnouncingFacts facts, TrackedAction action, DateOnly due)
    {
        var day = WhenWords.Day(due, facts.Today);
        var group = facts.Name(action.GroupId);
        return new AnnouncementText(
            new Text($"À faire pour {day.French}", $"To do by {day.English}").In(facts.Language),
            [
                TextLine.Strong(action.Words.What),
                TextLine.Say(new Text($"Groupe\u00A0: {group}", $"Group: {group}").In(facts.Language)),
            ]
        );
    }

    /// <summary>« Qui » is written by hand: those of the group whose name stands in it.</summary>
    private static IEnumerable<Person> Doers(AnnouncingFacts facts, TrackedAction action)
    {
        var who = $" {Folded.Words(action.Words.Who)} ";
        return (facts.Group(action.GroupId)?.Participations ?? [])
            .Select(participation => facts.Person(participation.PersonId))
            .OfType<Person>()
            .Where(person =>
                Folded.Words(person.Name) is { Length: > 0 } name
                && who.Contains($" {name} ", StringComparison.Ordinal)
            );
    }

    private static IEnumerable<Announcement> Welcomes(AnnouncingFacts facts)
    {
        var groupsOf = facts
            .Territory.Groups.SelectMany(group =>
                group.Participations.Select(participation => (participation.PersonId, Group: group))
            )
            .ToLookup(pair => pair.PersonId, pair => pair.Group, StringComparer.Ordinal);
        return facts
            .Territory.People.Where(person => groupsOf.Contains(person.Id))
            .Select(person => new Announcement
            {
                Key = $"newcomer:{person.Id}",
                Kind = AnnouncementKind.Newcomer,
                PersonId = person.Id,
                Text = new AnnouncementText(
                    new Text(
                        $"Bienvenue dans le réseau {facts.Territory.Name}",
                        $"Welcome to the network {facts.Territory.Name}"
                    ).In(facts.Language),
                    [.. Welcome(facts, person, [.. groupsOf[person.Id]])]
                ),
            });
    }

    private static IEnumerable<TextLine> Welcome(
        AnnouncingFacts facts,
        Person person,
        IReadOnlyList<WorkingGroup> groups
    )
    {
        var language = facts.Language;
        yield return TextLine.Say(new Text($"Bonjour {person.Name},", $"Hello {person.Name},").In(language));
        yield return TextLine.Say(
            new Text(
                "Nous sommes heureux de vous compter parmi nous. Voici vos groupes et leurs prochaines rencontres.",
                "We are glad to have you with us. Here are your groups and their next meetings."
            ).In(language)
        );
        foreach (var group in groups)
        {
            yield return TextLine.Item(group.Name);
        }

        var ids = groups.Select(group => group.Id).ToHashSet(StringComparer.Ordinal);
        var next = facts
            .Meetings.Where(told =>
                ids.Contains(told.Meeting.GroupId)
                && !told.Meeting.IsCancelled
                && told.Meeting.Start > facts.Now
            )
            .Take(MeetingsShown);
        foreach (var told in next)
        {
            yield return TextLine.Item(
                $"{WhenWords.Moment(told.Meeting.Start, facts.Today).In(language)} – {told.Meeting.Title}"
            );
        }

        var coordinators = facts.Territory.Coordinators.Select(id => facts.Person(id)?.Name).OfType<string>();
        var names = string.Join(", ", coordinators);
        yield return TextLine.Say(
            new Text($"Une question\u00A0? Demandez à {names}.", $"A question? Ask {names}.").In(language)
        );
        foreach (
            var link in TextLine.Link(
                new Text("L'espace du réseau", "The network's space").In(language),
                facts.Server
            )
        )
        {
            yield return link;
        }
    }
}
