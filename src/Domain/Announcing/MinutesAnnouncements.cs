using Connector.Domain.Territories;

namespace Connector.Domain.Announcing;

/// <summary>Minutes that were published, and what each of the absent has to know of them.</summary>
internal static class MinutesAnnouncements
{
    public static IEnumerable<Announcement> Of(AnnouncingFacts facts) =>
        facts
            .Minutes.Where(minutes => facts.IsFresh(minutes.At))
            .SelectMany(minutes =>
                minutes.IsForTheAbsent ? Absent(facts, minutes) : [Published(facts, minutes)]
            );

    private static Announcement Published(AnnouncingFacts facts, PublishedMinutes minutes) =>
        new()
        {
            Key = $"minutes:{minutes.Number}",
            Kind = AnnouncementKind.MinutesPublished,
            GroupId = minutes.GroupId,
            Text = new AnnouncementText(
                new Text(
                    $"Compte-rendu publié\u00A0: {facts.Name(minutes.GroupId)}",
                    $"Minutes published: {facts.Name(minutes.GroupId)}"
                ).In(facts.Language),
                [
                    TextLine.Say(minutes.Title),
                    .. TextLine.Link(
                        new Text("Le lire dans Nextcloud", "Read them in Nextcloud").In(facts.Language),
                        minutes.Folder
                    ),
                ]
            ),
        };

    private static IEnumerable<Announcement> Absent(AnnouncingFacts facts, PublishedMinutes minutes)
    {
        if (minutes.Absent is not { } words || facts.Group(minutes.GroupId) is not { } group)
        {
            yield break;
        }

        foreach (var name in words.Names)
        {
            if (Find(facts, group, name) is { } person)
            {
                yield return new Announcement
                {
                    Key = $"absent:{minutes.Number}:{person.Id}",
                    Kind = AnnouncementKind.AbsentDigest,
                    GroupId = group.Id,
                    PersonId = person.Id,
                    Text = new AnnouncementText(
                        new Text(
                            $"Vous n'étiez pas là\u00A0: {group.Name}",
                            $"You were not there: {group.Name}"
                        ).In(facts.Language),
                        [.. Lines(facts, minutes, words, name)]
                    ),
                };
            }
        }
    }

    private static IEnumerable<TextLine> Lines(
        AnnouncingFacts facts,
        PublishedMinutes minutes,
        AbsentWords words,
        string name
    )
    {
        yield return TextLine.Say(words.Title);
        if (words.Decisions.Count > 0)
        {
            yield return TextLine.Strong(new Text("Décisions", "Decisions").In(facts.Language));
        }

        foreach (var decision in words.Decisions)
        {
            yield return TextLine.Item(decision);
        }

        var own = words.ActionsOf(name);
        if (own.Count > 0)
        {
            yield return TextLine.Strong(
                new Text("Ce qui vous attend", "What waits for you").In(facts.Language)
            );
        }

        foreach (var action in own)
        {
            yield return TextLine.Item(action);
        }

        if (words.Next.Length > 0)
        {
            yield return TextLine.Say(
                new Text($"Prochaine rencontre\u00A0: {words.Next}", $"Next meeting: {words.Next}").In(
                    facts.Language
                )
            );
        }

        foreach (
            var link in TextLine.Link(
                new Text("Tout le compte-rendu", "All of the minutes").In(facts.Language),
                minutes.Folder
            )
        )
        {
            yield return link;
        }
    }

    /// <summary>By name, within the group: two people of one name there are told nothing rather than the wrong thing.</summary>
    private static Person? Find(AnnouncingFacts facts, WorkingGroup group, string name)
    {
        var called = group
            .Participations.Select(participation => facts.Person(participation.PersonId))
            .OfType<Person>()
            .Where(person => Folded.Words(person.Name) == Folded.Words(name))
            .DistinctBy(person => person.Id)
            .ToList();
        return called.Count == 1 ? called[0] : null;
    }
}
