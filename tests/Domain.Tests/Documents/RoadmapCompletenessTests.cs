using Connector.Domain.Documents;

namespace Connector.Domain.Tests.Documents;

/// <summary>What a roadmap has, what it lacks, and what somebody should look at.</summary>
public sealed class RoadmapCompletenessTests
{
    private static readonly DateOnly Today = new(2027, 6, 15);

    private static readonly WrittenRoadmap Whole = new()
    {
        Purpose = "Que personne ne reste seul.",
        Members = ["CCAS"],
        Objectives = [new("Un lieu à 20 minutes", "lieux ouverts")],
        Roles = [new("Inès Le Goff", "coordonne")],
        Workstreams = [new("bus", "Bus numérique", "CCAS", new(2027, 1, 1), new(2027, 12, 31), "En cours")],
        Meetings = [new DateOnly(2027, 7, 1)],
        Milestones = [new("j1", new(2027, 9, 1), "Première tournée", "Bus numérique")],
        Commitments = ["CCAS"],
        Signatures = [new("CCAS", "Anne Péré", new(2027, 1, 5))],
    };

    private static readonly object[] Lacking =
    [
        new object[] { Whole with { Purpose = "" }, 0, "Préambule" },
        new object[] { Whole with { Objectives = [new("Un lieu", "")] }, 1, "indicateur (1) : Un lieu" },
        new object[] { Whole with { Roles = [new("Inès Le Goff", "")] }, 2, "Inès Le Goff" },
        new object[]
        {
            Whole with
            {
                Workstreams = [Whole.Workstreams[0] with { Lead = "" }],
            },
            3,
            "porteur (1) : Bus",
        },
        new object[] { Whole with { Milestones = [] }, 4, "datez au moins un jalon" },
        new object[]
        {
            Whole with
            {
                Signatures = [new("CCAS", "", null)],
            },
            5,
            "signer la version publiée (1) : CCAS",
        },
    ];

    [Test]
    public void A_whole_roadmap_lacks_nothing_and_an_empty_one_all_six()
    {
        Assert.That(
            RoadmapCompleteness.Of(Whole).Select(point => (point.State, point.Advice.Count)),
            Is.EqualTo(Enumerable.Repeat((RoadmapPointState.Present, 0), 6))
        );
        Assert.That(
            RoadmapCompleteness.Of(new WrittenRoadmap()).Select(point => point.State),
            Is.EqualTo(Enumerable.Repeat(RoadmapPointState.Missing, 6))
        );
        Assert.That(
            RoadmapCompleteness.Of(new WrittenRoadmap()).Select(point => point.Advice.Count),
            Is.EqualTo(new[] { 2, 1, 1, 1, 2, 1 })
        );
    }

    [TestCaseSource(nameof(Lacking))]
    public void What_is_half_there_says_what_to_write_and_where(
        WrittenRoadmap roadmap,
        int which,
        string advice
    )
    {
        var points = RoadmapCompleteness.Of(roadmap);

        Assert.That(points[which].State, Is.EqualTo(RoadmapPointState.Partial));
        Assert.That(points[which].Advice.Single().French, Does.Contain(advice));
        Assert.That(
            points.Where((_, index) => index != which).All(point => point.State == RoadmapPointState.Present)
        );
    }

    [Test]
    public void The_late_come_first_and_what_is_over_is_left_in_peace()
    {
        var roadmap = Whole with
        {
            Workstreams =
            [
                new("a", "Sans porteur", "", null, new(2027, 12, 1), "En cours"),
                new("b", "En retard", "CCAS", null, new(2027, 6, 14), ""),
                new("c", "Sans date", "CCAS", null, null, "À lancer"),
                new("d", "Finie", "", null, new(2027, 1, 1), "TERMINÉ"),
            ],
            Milestones =
            [
                new("1", new(2027, 6, 14), "Passé", "en retard"),
                new("2", new(2027, 6, 14), "Passé aussi", "Finie"),
                new("3", null, "Un jour", ""),
                new("4", Today, "Aujourd'hui", "En retard"),
                new("5", null, "Bientôt", "") { DateText = "au printemps" },
            ],
        };

        Assert.That(
            RoadmapAlerts.Of(roadmap, Today).Select(alert => (alert.Kind, alert.Title)),
            Is.EqualTo(
                new[]
                {
                    (RoadmapAlertKind.Late, "En retard"),
                    (RoadmapAlertKind.MilestonePast, "Passé"),
                    (RoadmapAlertKind.WithoutLead, "Sans porteur"),
                    (RoadmapAlertKind.WithoutDate, "Sans date"),
                    (RoadmapAlertKind.WithoutDate, "Un jour"),
                    (RoadmapAlertKind.UnreadableDate, "Bientôt"),
                }
            )
        );
        Assert.That(RoadmapAlerts.Of(roadmap, Today)[^1].Sentence.French, Does.Contain("« au printemps »"));
    }

    [Test]
    public void Whoever_promised_nothing_is_named_and_nothing_is_to_be_signed_before_it_is_published()
    {
        var point = RoadmapCompleteness.Of(
            Whole with
            {
                Uncommitted = ["Médiathèque"],
                Signatures = [new("CCAS", "", null)],
            },
            isPublished: false
        )[5];
        Assert.That(
            point.Advice.Select(advice => advice.French),
            Is.EqualTo(
                new[]
                {
                    "écrivez les engagements de chaque membre, sous « Engagements » (1) : Médiathèque",
                    "publiez une version et faites-la signer (1) : CCAS",
                }
            )
        );
    }
}
