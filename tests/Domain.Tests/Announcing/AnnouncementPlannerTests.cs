using Connector.Domain.Announcing;
using Connector.Domain.Documents;
using Connector.Domain.Meetings;

namespace Connector.Domain.Tests.Announcing;

/// <summary>What there is to tell, from what is known.</summary>
internal sealed class AnnouncementPlannerTests
{
    [Test]
    public void A_meeting_within_three_days_is_told_with_time_place_agenda_and_video()
    {
        var near = SomeNews.Meeting(new DateTime(2026, 11, 29, 14, 30, 0));
        var facts = SomeNews.Facts() with
        {
            Meetings =
            [
                near,
                SomeNews.Meeting(new DateTime(2026, 11, 30, 14, 0, 0), "seniors"),
                SomeNews.Meeting(new DateTime(2026, 11, 27, 14, 0, 0), state: MeetingState.Cancelled),
                SomeNews.Meeting(new DateTime(2026, 11, 26, 9, 0, 0)),
            ],
        };
        var told = Of(facts, AnnouncementKind.MeetingComing);
        Assert.That(told, Has.Count.EqualTo(1));
        Assert.That(told[0].GroupId, Is.EqualTo("jeunes"));
        Assert.That(
            Said(told[0]),
            Is.EqualTo(
                """
                **Prochaine rencontre : Rencontre mensuelle (Groupe jeunes)**
                **Dimanche 29 novembre, de 14 h 30 à 16 h 30**
                Lieu : Mairie
                - [Ordre du jour](https://pad.exemple.fr/odj)
                - [Visioconférence](https://visio.exemple.fr/salle)
                """
            )
        );
    }

    [Test]
    public void A_meeting_that_is_near_again_on_another_day_is_other_news()
    {
        var meeting = SomeNews.Meeting(new DateTime(2026, 11, 27, 14, 0, 0));
        var moved = meeting with
        {
            Meeting = meeting.Meeting with { Start = meeting.Meeting.Start.AddDays(1) },
        };
        var (one, other) = (
            Of(SomeNews.Facts() with { Meetings = [meeting] }, AnnouncementKind.MeetingComing)[0],
            Of(SomeNews.Facts() with { Meetings = [moved] }, AnnouncementKind.MeetingComing)[0]
        );
        Assert.That(one.Key, Is.Not.EqualTo(other.Key));
    }

    [Test]
    public void A_moved_meeting_says_when_it_was_and_when_it_is()
    {
        var moved = SomeNews.Meeting(new DateTime(2026, 12, 10, 16, 0, 0));
        moved = moved with
        {
            Meeting = moved.Meeting with { OriginalStart = new DateTime(2026, 12, 3, 14, 0, 0) },
        };
        var facts = SomeNews.Facts() with
        {
            Meetings = [moved],
            Changes =
            [
                Change(MeetingChangeKind.Moved, "2026-12-03 14:00", "2026-12-03 14:00", "2026-12-10 16:00"),
            ],
        };
        var told = Of(facts, AnnouncementKind.MeetingChanged);
        Assert.That(told, Has.Count.EqualTo(1));
        Assert.That(told[0].IsUrgent, Is.False);
        Assert.That(
            Said(told[0]),
            Does.StartWith(
                "**Rencontre déplacée : Rencontre mensuelle**\nGroupe : Groupe jeunes\nElle était prévue jeudi 3 décembre à 14 h.\n**Jeudi 10 décembre, de 16 h à 18 h**"
            )
        );
    }

    [Test]
    public void A_cancelled_meeting_of_today_is_urgent_and_one_that_is_over_is_no_news()
    {
        var facts = SomeNews.Facts() with
        {
            Changes =
            [
                Change(MeetingChangeKind.Cancelled, "2026-11-26 18:00", "", "CANCELLED"),
                Change(MeetingChangeKind.Cancelled, "2026-11-25 18:00", "", "CANCELLED", 2),
                Change(MeetingChangeKind.Retitled, "2026-11-27 18:00", "a", "b", 3),
            ],
        };
        var told = Of(facts, AnnouncementKind.MeetingChanged);
        Assert.That(told, Has.Count.EqualTo(1));
        Assert.That(told[0].IsUrgent, Is.True);
        Assert.That(Said(told[0]), Does.Contain("Prévue jeudi 26 novembre à 18 h, elle n'a pas lieu."));
    }

    [Test]
    public void News_of_more_than_a_week_ago_are_none()
    {
        var old = Change(
            MeetingChangeKind.Moved,
            "",
            "2026-12-03 14:00 FREQ=MONTHLY",
            "2026-12-04 14:00 FREQ=MONTHLY"
        ) with
        {
            At = SomeNews.Now.AddDays(-8),
        };
        var facts = SomeNews.Facts() with { Changes = [old], Minutes = [Minutes(SomeNews.Now.AddDays(-8))] };
        Assert.That(Told(facts), Is.Empty);
    }

    [Test]
    public void Each_of_the_absent_is_told_what_was_decided_and_what_they_have_to_do()
    {
        var words = AbsentWords.Read(
            """
            # Pour les absents – Rencontre mensuelle, jeudi 19 novembre 2026

            Groupe jeunes · pour : Noé D'Almeida, Quelqu'un d'Autre

            ## Décisions

            - On continue \(avec le bus\).

            ## À faire – Noé D'Almeida

            - Réserver la salle, pour le 01/12/2026

            ## Prochaine rencontre

            jeudi 3 décembre 2026, de 14:00 à 16:00, Mairie.
            """
        );
        var facts = SomeNews.Facts() with
        {
            Minutes = [Minutes(SomeNews.Now) with { IsForTheAbsent = true, Absent = words }],
        };
        var told = Of(facts, AnnouncementKind.AbsentDigest);
        Assert.That(told.Select(one => one.PersonId), Is.EqualTo(new[] { "noe" }));
        Assert.That(Said(told[0]), Does.Contain("**Décisions**\n- On continue (avec le bus)."));
        Assert.That(
            Said(told[0]),
            Does.Contain("**Ce qui vous attend**\n- Réserver la salle, pour le 01/12/2026")
        );
        Assert.That(Said(told[0]), Does.Contain("Prochaine rencontre : jeudi 3 décembre 2026"));
    }

    [Test]
    public void A_text_that_is_something_else_tells_the_absent_nothing() =>
        Assert.That(AbsentWords.Read("# Courses\n\n- du lait"), Is.Null);

    [Test]
    public void An_action_is_told_once_to_whom_it_names_before_it_is_due()
    {
        var facts = SomeNews.Facts() with
        {
            Actions =
            [
                Action("jeunes-1", "Noé D'Almeida", new DateOnly(2026, 11, 28)),
                Action("jeunes-2", "noe d almeida et la mairie", new DateOnly(2026, 11, 29)),
                Action("jeunes-3", "Noé D'Almeida", new DateOnly(2026, 12, 30)),
                Action("jeunes-4", "Noé D'Almeida", new DateOnly(2026, 11, 25)),
                Action("jeunes-5", "La mairie", new DateOnly(2026, 11, 28)),
                Action("jeunes-6", "Noé D'Almeida", new DateOnly(2026, 11, 28), "Fait"),
            ],
        };
        Assert.That(
            Of(facts, AnnouncementKind.ActionDue).Select(one => one.Key),
            Is.EqualTo(new[] { "due:jeunes-1:2026-11-28:noe", "due:jeunes-2:2026-11-29:noe" })
        );
    }

    [Test]
    public void A_roadmap_is_told_when_it_is_published_and_each_signature_is_asked_for()
    {
        var facts = SomeNews.Facts();
        facts = facts with
        {
            Territory = facts.Territory with
            {
                Organisations =
                [
                    new()
                    {
                        Id = "ccas",
                        Name = "CCAS",
                        Referent = "ines",
                    },
                    new() { Id = "biblio", Name = "Médiathèque" },
                ],
            },
            Roadmaps =
            [
                new PublishedRoadmap(
                    "area:network/fdr",
                    null,
                    "2",
                    new Uri("https://nuage.exemple.fr/x"),
                    SomeNews.Now,
                    ["ccas", "biblio"]
                ),
            ],
        };
        Assert.That(
            Of(facts, AnnouncementKind.RoadmapPublished).Single().Text.Title,
            Does.EndWith("Pays de Valombre, version 2")
        );
        var asked = Of(facts, AnnouncementKind.SignatureAsked).Single();
        Assert.That(asked.PersonId, Is.EqualTo("ines"));
        Assert.That(Said(asked), Does.Contain("Il y manque la signature de CCAS."));
    }

    [Test]
    public void Everybody_in_a_group_is_welcome_once_with_their_groups()
    {
        var told = Of(SomeNews.Facts(), AnnouncementKind.Newcomer);
        Assert.That(
            told.Select(one => one.Key),
            Is.EqualTo(new[] { "newcomer:ines", "newcomer:noe", "newcomer:zoe" })
        );
        Assert.That(
            Said(told[2]),
            Does.Contain("Bonjour Zoé Saint-Exupère,")
                .And.Contain("- Groupe seniors")
                .And.Contain("Demandez à Claire Dubois.")
        );
    }

    [Test]
    public void The_letter_of_the_month_tells_of_the_last_and_of_this_in_its_first_days()
    {
        var facts = SomeNews.Facts() with
        {
            Now = new DateTime(2026, 12, 1, 7, 0, 0),
            Meetings =
            [
                SomeNews.Meeting(new DateTime(2026, 11, 5, 14, 0, 0)),
                SomeNews.Meeting(new DateTime(2026, 12, 3, 14, 0, 0)),
            ],
            Minutes = [Minutes(new DateTime(2026, 11, 20, 9, 0, 0))],
        };
        var letter = Of(facts, AnnouncementKind.MonthlyLetter).Single();
        Assert.That(letter.Key, Is.EqualTo("letter:2026-12"));
        Assert.That(
            Said(letter),
            Does.Contain(
                "**En novembre 2026**\n- une rencontre\n- compte-rendu publié : Compte-rendu 2026-11-19 (Groupe jeunes)"
            )
        );
        Assert.That(
            Said(letter),
            Does.Contain("- jeudi 3 décembre à 14 h – Rencontre mensuelle (Groupe jeunes)")
        );
        Assert.That(
            Of(facts with { Now = new DateTime(2026, 12, 8, 7, 0, 0) }, AnnouncementKind.MonthlyLetter),
            Is.Empty
        );
    }

    [Test]
    public void In_English_everything_is_in_English()
    {
        var facts = SomeNews.Facts();
        facts = facts with
        {
            Territory = facts.Territory with { Language = Language.English },
            Meetings = [SomeNews.Meeting(new DateTime(2026, 11, 29, 14, 30, 0))],
        };
        Assert.That(
            Said(Of(facts, AnnouncementKind.MeetingComing)[0]),
            Does.StartWith(
                "**Next meeting: Rencontre mensuelle (Groupe jeunes)**\n**Sunday 29 November, 14:30 to 16:30**\nPlace: Mairie\n- [Agenda]"
            )
        );
    }

    private static IReadOnlyList<Announcement> Told(AnnouncingFacts facts) =>
        [.. AnnouncementPlanner.Plan(facts).Where(one => one.Kind != AnnouncementKind.Newcomer)];

    private static IReadOnlyList<Announcement> Of(AnnouncingFacts facts, AnnouncementKind kind) =>
        [.. AnnouncementPlanner.Plan(facts).Where(one => one.Kind == kind)];

    private static string Said(Announcement announcement) =>
        new TalkRendering()
            .Write(new Message(announcement.Text.Title, [announcement.Text]))
            .Replace('\u00A0', ' ')
            .Replace("\u2060", "", StringComparison.Ordinal);

    private static MeetingNews Change(
        MeetingChangeKind kind,
        string original,
        string from,
        string to,
        long number = 1
    ) => new(number, kind, "jeunes", "uid-jeunes", original, from, to, SomeNews.Now);

    private static PublishedMinutes Minutes(DateTime at) =>
        new(7, "jeunes", "Compte-rendu 2026-11-19", new Uri("https://nuage.exemple.fr/cr"), at);

    private static TrackedAction Action(string id, string who, DateOnly due, string status = "À faire") =>
        new()
        {
            Id = id,
            GroupId = "jeunes",
            Words = new ActionWords("Réserver la salle", who, due, status),
        };
}
