using System.Globalization;
using Connector.Domain.Directories;
using Connector.Domain.Needs;
using Connector.Domain.Territories;

namespace Connector.Domain.Tests.Needs;

internal sealed class DiagnosisTests
{
    private static readonly CommuneSite[] Communes =
    [
        new("24001", "Valombre", (45.0, 0.5)),
        new("24002", "Saint-Aubin", (45.0, 0.6)),
        new("24003", "Périssac", (45.0, 0.8)),
        new("24004", "Rocfort", null),
    ];

    [Test]
    public void The_fragile_without_a_place_near_by_are_named_and_the_others_are_not()
    {
        var report = Of(Scores("2023", 10, 20, 30, 40), Place("a", "24001", 45.0, 0.5));
        // 0.1 degree of longitude is 7.9 km here.
        Assert.That(report.Median, Is.EqualTo(25));
        Assert.That(
            report.Communes.Select(need => (need.Commune.Name, need.Reach)),
            Is.EqualTo(
                new[]
                {
                    ("Rocfort", Reach.Unknown),
                    ("Périssac", Reach.Far),
                    ("Saint-Aubin", Reach.Near),
                    ("Valombre", Reach.Here),
                }
            )
        );
        Assert.That(report.Forgotten.Select(need => need.Commune.Name), Is.EqualTo(new[] { "Périssac" }));
        Assert.That(report.Communes[1].Kilometres, Is.EqualTo(23.6).Within(0.1));
        Assert.That(report.Communes[1].Nearest, Is.EqualTo("Lieu a"));
    }

    [Test]
    public void The_distance_is_the_territory_s()
    {
        var ground = Ground(Scores("2023", 10, 20, 30, 40)) with { Kilometres = 24 };
        var report = Diagnosis.Of(Territory(Place("a", "24001", 45.0, 0.5)), ground)!;
        Assert.That(report.Forgotten, Is.Empty);
        Assert.That(
            Diagnosis
                .Of(Territory(Place("a", "24001", 45.0, 0.5)), ground with { Kilometres = 23 })!
                .Forgotten.Count(),
            Is.EqualTo(1)
        );
    }

    [Test]
    public void A_commune_on_the_median_is_not_above_it()
    {
        var report = Of([.. Scores("2023", 7, 7, 7, 7)]);
        Assert.That(report.Communes.Where(need => need.IsAboveMedian), Is.Empty);
    }

    [Test]
    public void Without_any_place_everybody_is_far()
    {
        var report = Of([.. Scores("2023", 10, 20, 30, 40)]);
        Assert.That(report.Communes.Select(need => need.Reach), Is.All.EqualTo(Reach.Far));
        Assert.That(
            report.Forgotten.Select(need => need.Commune.Name),
            Is.EqualTo(new[] { "Rocfort", "Périssac" })
        );
    }

    [Test]
    public void Two_vintages_are_never_mixed_and_the_latest_complete_one_is_taken()
    {
        FragilityScore[] scores =
        [
            .. Scores("2019", 100, 110, 120, 130),
            .. Scores("2021", 1, 2, 3, 4),
            new("24001", 9, "2024", "ANCT"),
        ];
        var report = Of(scores);
        Assert.That(report.Vintage.Chosen.Vintage, Is.EqualTo("2021"));
        Assert.That(report.Vintage.Reason, Is.EqualTo(VintageReason.LatestComplete));
        Assert.That(report.Communes.Select(need => need.Score), Is.EqualTo(new double?[] { 4, 3, 2, 1 }));
        Assert.That(
            report.Vintage.Others.Select(vintage => vintage.Vintage),
            Is.EqualTo(new[] { "2024", "2019" })
        );
        var asked = Diagnosis.Of(Territory(), Ground(scores) with { Vintage = "2024" })!;
        Assert.That(asked.Vintage.Reason, Is.EqualTo(VintageReason.Asked));
        Assert.That(asked.WithoutScore.Count(), Is.EqualTo(3));
        Assert.That(asked.Median, Is.EqualTo(9));
    }

    [Test]
    public void Two_sources_of_one_year_are_two_vintages()
    {
        FragilityScore[] scores = [new("24001", 1, "2023", "A"), new("24002", 100, "2023", "B")];
        var report = Of(scores);
        Assert.That(report.Vintage.Reason, Is.EqualTo(VintageReason.MostComplete));
        Assert.That(report.Communes.Count(need => need.Score is not null), Is.EqualTo(1));
        Assert.That(report.Vintage.Others, Has.Count.EqualTo(1));
    }

    [Test]
    public void A_vintage_that_is_not_there_gives_no_report() =>
        Assert.That(Diagnosis.Of(Territory(), Ground(Scores("2023", 1)) with { Vintage = "2018" }), Is.Null);

    [Test]
    public void Services_and_audiences_of_the_standard_without_a_place_are_told()
    {
        var report = Of(
            Scores("2023", 1, 2, 3, 4),
            Place("a", "24001", 45, 0.5, (StandardColumn.Audiences, "Seniors|Femmes")),
            Place("b", "24002", 45, 0.6, (StandardColumn.SpecificSupport, "Surdité"))
        );
        Assert.That(report.Services, Has.Count.EqualTo(9));
        Assert.That(report.Services[0].Places, Is.EqualTo(new[] { "Lieu a", "Lieu b" }));
        Assert.That(report.Services[0].Communes, Is.EqualTo(2));
        Assert.That(report.Services.Count(line => line.Places.Count == 0), Is.EqualTo(8));
        Assert.That(
            report.Audiences.Where(line => line.Places.Count == 0).Select(line => line.Value),
            Is.EqualTo(new[] { "Jeunes", "Étudiants", "Familles et/ou enfants" })
        );
        Assert.That(report.Support.Count(line => line.Places.Count == 0), Is.EqualTo(6));
    }

    [Test]
    public void Hours_that_cannot_be_read_are_told_and_count_for_nothing()
    {
        var report = Of(
            Scores("2023", 1, 2, 3, 4),
            Place("a", "24001", 45, 0.5, (StandardColumn.OpeningHours, "Mo-Fr 09:00-17:00")),
            Place("b", "24001", 45, 0.5, (StandardColumn.OpeningHours, "Sa 09:00-19:00")),
            Place("c", "24001", 45, 0.5, (StandardColumn.OpeningHours, "sur rendez-vous")),
            Place("d", "24001", 45, 0.5)
        );
        Assert.That(report.Opening.Read, Is.EqualTo(2));
        Assert.That(report.Opening.Never, Is.EqualTo(new[] { "Lieu a" }));
        Assert.That(report.Opening.Saturday, Is.EqualTo(new[] { "Lieu b" }));
        Assert.That(report.Opening.Evening, Is.EqualTo(new[] { "Lieu b" }));
        Assert.That(report.Opening.Unreadable, Is.EqualTo(new[] { ("Lieu c", "sur rendez-vous") }));
        Assert.That(report.Opening.Silent, Is.EqualTo(1));
    }

    [Test]
    public void A_place_is_in_the_commune_of_its_code_else_of_its_name_and_others_are_told()
    {
        var report = Of(
            Scores("2023", 1, 2, 3, 4),
            Place("a", "24003", 45, 0.8),
            Place("b", null, null, null) with
            {
                Commune = "saint aubin",
            },
            Place("c", "99999", 45, 0.8) with
            {
                Commune = "Valombre",
            }
        );
        Assert.That(Named(report, "Périssac").Places, Is.EqualTo(new[] { "Lieu a" }));
        Assert.That(Named(report, "Saint-Aubin").Places, Is.EqualTo(new[] { "Lieu b" }));
        Assert.That(report.Elsewhere, Is.EqualTo(new[] { "Lieu c" }));
        // It does not say where it is, but its commune does.
        Assert.That(Named(report, "Valombre").Nearest, Is.EqualTo("Lieu b"));
    }

    [Test]
    public void An_organisation_without_a_service_is_no_place_and_a_candidate_is()
    {
        var report = Of(
            Scores("2023", 1, 2, 3, 4),
            new Organisation { Id = "x", Name = "Préfecture" },
            Place("a", "24001", 45, 0.5) with
            {
                Contact = ContactState.ToMeet,
            }
        );
        Assert.That(report.Places, Is.EqualTo(1));
    }

    private static CommuneNeed Named(DiagnosisReport report, string name) =>
        report.Communes.Single(need => need.Commune.Name == name);

    private static FragilityScore[] Scores(string vintage, params double[] scores) =>
        [
            .. scores.Select(
                (score, index) => new FragilityScore(Communes[index].InseeCode, score, vintage, "ANCT")
            ),
        ];

    private static NeedsGround Ground(IEnumerable<FragilityScore> scores) =>
        new() { Vintages = FragilityVintage.Of(scores), Communes = Communes };

    private static DiagnosisReport Of(FragilityScore[] scores, params Organisation[] organisations) =>
        Diagnosis.Of(Territory(organisations), Ground(scores))!;

    private static Territory Territory(params Organisation[] organisations) =>
        Some.Territory() with
        {
            Organisations = organisations,
        };

    private static Organisation Place(
        string id,
        string? insee,
        double? latitude,
        double? longitude,
        params (StandardColumn Column, string Words)[] more
    )
    {
        var place = PlaceRecord
            .Empty.With(StandardColumn.Services, "Aide aux démarches administratives")
            .With(StandardColumn.InseeCode, insee)
            .With(StandardColumn.Latitude, latitude?.ToString(CultureInfo.InvariantCulture))
            .With(StandardColumn.Longitude, longitude?.ToString(CultureInfo.InvariantCulture));
        return new Organisation
        {
            Id = id,
            Name = $"Lieu {id}",
            Place = more.Aggregate(place, (record, cell) => record.With(cell.Column, cell.Words)),
        };
    }
}
