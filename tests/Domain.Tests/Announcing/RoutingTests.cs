using Connector.Domain.Announcing;

namespace Connector.Domain.Tests.Announcing;

/// <summary>Who is told what in which way.</summary>
internal sealed class RoutingTests
{
    private static readonly Channel Talk = SomeNews.Channel(ChannelKind.Talk);
    private static readonly Channel TalkOfJeunes = SomeNews.Channel(ChannelKind.Talk, "jeunes");
    private static readonly Channel Mail = SomeNews.Channel(ChannelKind.Email);
    private static readonly Channel Notices = SomeNews.Channel(ChannelKind.Notifications);

    [Test]
    public void A_group_is_told_in_its_own_room_and_its_people_by_mail()
    {
        Assert.That(
            Ways(SomeNews.Announcement(AnnouncementKind.MeetingComing), Talk, TalkOfJeunes, Mail, Notices),
            Is.EqualTo(new[] { "talk-jeunes ", "email- ines", "email- noe" })
        );
        Assert.That(
            Ways(SomeNews.Announcement(AnnouncementKind.MeetingComing, "seniors"), Talk, TalkOfJeunes, Mail),
            Is.EqualTo(new[] { "talk- " }),
            "zoe has no address"
        );
    }

    [Test]
    public void What_concerns_one_person_goes_to_no_room() =>
        Assert.That(
            Ways(SomeNews.Announcement(AnnouncementKind.ActionDue, person: "noe"), Talk, TalkOfJeunes, Mail),
            Is.EqualTo(new[] { "email- noe" })
        );

    [Test]
    public void Without_mail_people_get_notifications() =>
        Assert.That(
            Ways(SomeNews.Announcement(AnnouncementKind.Newcomer, null, "zoe"), Talk, Notices),
            Is.EqualTo(new[] { "notifications- zoe" })
        );

    [Test]
    public void The_letter_goes_to_all_and_the_coordinators() =>
        Assert.That(
            Ways(SomeNews.Announcement(AnnouncementKind.MonthlyLetter, null), TalkOfJeunes, Mail),
            Is.EqualTo(new[] { "email- ines", "email- noe", "email- claire" })
        );

    [Test]
    public void Who_refused_gets_nothing_of_their_own_and_the_table_decides_before_all()
    {
        var rules = SomeNews.Rules(Talk, Mail, Notices) with
        {
            Refusals = new HashSet<string> { "noe" },
            Table = new Dictionary<AnnouncementKind, IReadOnlyList<ChannelChoice>>
            {
                [AnnouncementKind.MeetingComing] =
                [
                    new ChannelChoice(ChannelKind.Notifications, null),
                    new ChannelChoice(null, "talk-"),
                ],
                [AnnouncementKind.MinutesPublished] = [],
            },
        };
        Assert.That(
            Ways(SomeNews.Announcement(AnnouncementKind.MeetingComing), rules),
            Is.EqualTo(new[] { "talk- ", "notifications- ines" })
        );
        Assert.That(Ways(SomeNews.Announcement(AnnouncementKind.MinutesPublished), rules), Is.Empty);
        Assert.That(
            Ways(SomeNews.Announcement(AnnouncementKind.MeetingChanged), rules),
            Is.EqualTo(new[] { "talk- ", "email- ines" })
        );
    }

    [Test]
    public void All_that_is_due_for_somebody_is_one_message()
    {
        var territory = SomeNews.Territory();
        var rules = SomeNews.Rules(Talk, Mail);
        var deliveries = new[]
        {
            AnnouncementKind.MinutesPublished,
            AnnouncementKind.MeetingComing,
        }.SelectMany(kind => Routing.Of(SomeNews.Announcement(kind), territory, rules));
        var parcels = Parcel.Of(deliveries);
        Assert.That(parcels.Select(parcel => parcel.Deliveries.Count), Is.EqualTo(new[] { 2, 2, 2 }));
        Assert.That(parcels[0].Deliveries[0].Announcement.Kind, Is.EqualTo(AnnouncementKind.MeetingComing));
        Assert.That(
            parcels[0].Message("Réseau", Language.French).Subject,
            Is.EqualTo("Réseau\u00A0: 2 nouvelles")
        );
        Assert.That(parcels.Select(parcel => parcel.Fingerprint).Distinct().Count(), Is.EqualTo(3));
    }

    private static IEnumerable<string> Ways(Announcement announcement, params Channel[] channels) =>
        Ways(announcement, SomeNews.Rules(channels));

    private static IEnumerable<string> Ways(Announcement announcement, AnnouncingRules rules) =>
        Routing
            .Of(announcement, SomeNews.Territory(rules), rules)
            .Select(way => $"{way.Channel.Id} {way.PersonId}");
}
