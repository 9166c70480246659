using Connector.Domain.Announcing;
using Connector.Domain.Meetings;
using Connector.Domain.Territories;

namespace Connector.Domain.Tests.Announcing;

/// <summary>A network of two groups and three people, on Thursday 26 November 2026 at ten.</summary>
internal static class SomeNews
{
    public static readonly DateTime Now = new(2026, 11, 26, 10, 0, 0);

    public static Channel Channel(ChannelKind kind, string? group = null, string? id = null) =>
        new()
        {
            Id = id ?? $"{kind}-{group}".ToLowerInvariant(),
            Kind = kind,
            GroupId = group,
        };

    public static AnnouncingRules Rules(params Channel[] channels) => new() { Channels = channels };

    public static Territory Territory(AnnouncingRules? rules = null)
    {
        var territory = Some.Territory(
            Some.Group(
                "jeunes",
                new Participation("ines", GroupRole.Lead),
                new Participation("noe", GroupRole.Member)
            ),
            Some.Group("seniors", new Participation("zoe", GroupRole.Member))
        );
        return territory with
        {
            People =
            [
                new()
                {
                    Id = "ines",
                    Name = "Inès Le Goff",
                    Email = "ines@example.org",
                },
                new()
                {
                    Id = "noe",
                    Name = "Noé D'Almeida",
                    Email = "noe@example.org",
                },
                new() { Id = "zoe", Name = "Zoé Saint-Exupère" },
                new()
                {
                    Id = "claire",
                    Name = "Claire Dubois",
                    Email = "claire@example.org",
                },
            ],
            Announcing = rules ?? Rules(Channel(ChannelKind.Talk), Channel(ChannelKind.Email)),
        };
    }

    public static AnnouncingFacts Facts(AnnouncingRules? rules = null)
    {
        var territory = Territory(rules);
        return new AnnouncingFacts
        {
            Territory = territory,
            Rules = territory.Announcing,
            Now = Now,
            Server = new Uri("https://nuage.exemple.fr/"),
        };
    }

    public static ToldMeeting Meeting(
        DateTime start,
        string group = "jeunes",
        MeetingState state = MeetingState.Planned
    )
    {
        var meeting = new MeetingOccurrence
        {
            GroupId = group,
            Uid = $"uid-{group}",
            OriginalStart = start,
            Start = start,
            End = start.AddHours(2),
            Title = "Rencontre mensuelle",
            Place = "Mairie",
            State = state,
            IsRecurring = true,
        };
        return new ToldMeeting(
            MeetingRecord.KeyOf(meeting),
            meeting,
            new Uri("https://pad.exemple.fr/odj"),
            new Uri("https://visio.exemple.fr/salle"),
            null
        );
    }

    public static Announcement Announcement(
        AnnouncementKind kind,
        string? group = "jeunes",
        string? person = null
    ) =>
        new()
        {
            Key = $"{kind}:{group}:{person}",
            Kind = kind,
            GroupId = group,
            PersonId = person,
            Text = new AnnouncementText("Titre", []),
        };
}
