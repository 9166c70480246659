using Connector.Domain.Territories;

namespace Connector.Domain.Announcing;

/// <summary>Roadmaps that were published, and the signatures that they wait for.</summary>
internal static class RoadmapAnnouncements
{
    /// <summary>A version that nobody signs for longer is asked about by people, and not by a program.</summary>
    private static readonly TimeSpan Asked = TimeSpan.FromDays(60);

    public static IEnumerable<Announcement> Of(AnnouncingFacts facts) =>
        facts.Roadmaps.SelectMany(roadmap => Of(facts, roadmap));

    private static IEnumerable<Announcement> Of(AnnouncingFacts facts, PublishedRoadmap roadmap)
    {
        var owner = facts.Name(roadmap.GroupId);
        if (facts.IsFresh(roadmap.At))
        {
            yield return new Announcement
            {
                Key = $"roadmap:{roadmap.Document}:{roadmap.Version}",
                Kind = AnnouncementKind.RoadmapPublished,
                GroupId = roadmap.GroupId,
                Text = new AnnouncementText(
                    new Text(
                        $"Feuille de route publiée\u00A0: {owner}, version {roadmap.Version}",
                        $"Roadmap published: {owner}, version {roadmap.Version}"
                    ).In(facts.Language),
                    [.. Read(facts, roadmap)]
                ),
            };
        }

        if (roadmap.At <= facts.Now - Asked)
        {
            yield break;
        }

        foreach (var id in roadmap.Waiting)
        {
            if (
                facts.Territory.Organisations.FirstOrDefault(item => item.Id == id) is { } organisation
                && ContactOf(facts, organisation) is { } contact
            )
            {
                yield return Signature(facts, roadmap, organisation, contact);
            }
        }
    }

    private static Announcement Signature(
        AnnouncingFacts facts,
        PublishedRoadmap roadmap,
        Organisation organisation,
        Person contact
    )
    {
        var owner = facts.Name(roadmap.GroupId);
        return new Announcement
        {
            Key = $"signature:{roadmap.Document}:{roadmap.Version}:{organisation.Id}:{contact.Id}",
            Kind = AnnouncementKind.SignatureAsked,
            GroupId = roadmap.GroupId,
            PersonId = contact.Id,
            Text = new AnnouncementText(
                new Text(
                    $"Votre signature est attendue\u00A0: feuille de route de {owner}",
                    $"Your signature is awaited: roadmap of {owner}"
                ).In(facts.Language),
                [
                    TextLine.Say(
                        new Text(
                            $"La version {roadmap.Version} est prête. Il y manque la signature de {organisation.Name}.",
                            $"Version {roadmap.Version} is ready. It lacks the signature of {organisation.Name}."
                        ).In(facts.Language)
                    ),
                    .. Read(facts, roadmap),
                ]
            ),
        };
    }

    private static IEnumerable<TextLine> Read(AnnouncingFacts facts, PublishedRoadmap roadmap) =>
        TextLine.Link(
            new Text("La lire dans Nextcloud", "Read it in Nextcloud").In(facts.Language),
            roadmap.Folder
        );

    private static Person? ContactOf(AnnouncingFacts facts, Organisation organisation) =>
        facts.Person(organisation.Referent)
        ?? facts.Territory.People.FirstOrDefault(person => person.Organisation == organisation.Id);
}
