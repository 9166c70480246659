using Connector.Domain.Directories;
using Connector.Domain.Territories;

namespace Connector.Domain.Tests.Directories;

internal sealed class CoverageTests
{
    [Test]
    public void One_actor_is_thin_two_are_covered_and_nobody_is_missing()
    {
        var report = Of(Actor("a", "ML"), Actor("b", "CCAS"), Actor("c", "UDAF"));
        Assert.That(Family(report, "emploi").Level, Is.EqualTo(CoverageLevel.Thin));
        Assert.That(Family(report, "social").Level, Is.EqualTo(CoverageLevel.Covered));
        Assert.That(Family(report, "justice").Level, Is.EqualTo(CoverageLevel.Missing));
    }

    [Test]
    public void Places_of_one_SIRET_are_one_actor()
    {
        var report = Of(
            Actor("a", "MUNI") with
            {
                Pivot = "21130001700012",
            },
            Actor("b", "MUNI") with
            {
                Pivot = "21130001700012",
            }
        );
        Assert.That(Family(report, "elus").Level, Is.EqualTo(CoverageLevel.Thin));
        Assert.That(Family(report, "elus").Actors, Is.EqualTo(new[] { "Structure a (+ 1)" }));
    }

    [TestCase("PE", "droits")]
    [TestCase("tiers-lieux", "numerique")]
    [TestCase("ASSO|CIDFF", "femmes")]
    [TestCase("école", "jeunes")]
    [TestCase("Bailleur social | CARSAT", "seniors")]
    public void Types_are_known_however_they_are_spelled(string type, string need)
    {
        var report = Of(Actor("a", type));
        Assert.That(
            report.Families.Concat(report.Audiences).Single(line => line.Need.Id == need).Level,
            Is.EqualTo(CoverageLevel.Thin)
        );
    }

    [Test]
    public void Who_says_that_an_audience_is_theirs_reaches_it()
    {
        var place = PlaceRecord.Empty.With(StandardColumn.Audiences, "Femmes|Jeunes");
        var report = Of(Actor("a", "ASSO") with { Place = place });
        Assert.That(
            report.Audiences.Where(line => line.Level == CoverageLevel.Thin).Select(line => line.Need.Id),
            Is.EqualTo(new[] { "jeunes", "femmes" })
        );
    }

    [Test]
    public void Who_is_not_a_member_yet_is_whom_to_invite_nearest_first()
    {
        var report = Of(
            At(Actor("membre", "BIB"), 44.9, 1.2),
            At(Actor("loin", "CAF") with { Contact = ContactState.ToMeet }, 43.5, 5.4),
            Actor("ailleurs", "CPAM") with
            {
                Contact = ContactState.Met,
            },
            At(Actor("pres", "MSA") with { Contact = ContactState.Invited }, 44.8, 1.1)
        );
        var rights = Family(report, "droits");
        Assert.That(report.Organisations, Is.EqualTo(1));
        Assert.That(rights.Level, Is.EqualTo(CoverageLevel.Missing));
        Assert.That(
            rights.Candidates.Select(candidate => candidate.Id),
            Is.EqualTo(new[] { "pres", "loin", "ailleurs" })
        );
    }

    [Test]
    public void The_places_of_one_SIRET_are_one_to_invite()
    {
        var office = Actor("a", "MUNI") with { Pivot = "21130001700012", Contact = ContactState.ToMeet };
        var report = Of(office, office with { Id = "b", Name = "Structure b" });
        Assert.That(
            Family(report, "elus").Candidates.Select(candidate => candidate.Id),
            Is.EqualTo(new[] { "a" })
        );
    }

    [Test]
    public void A_group_is_judged_by_those_whom_its_people_represent_and_by_its_own_audiences()
    {
        var group = Some.Group("jeunes", new Participation("lea", GroupRole.Member)) with
        {
            Audiences = ["Jeunes"],
        };
        var territory = Territory(Actor("ml", "ML"), Actor("ccas", "CCAS")) with
        {
            Groups = [group],
            People = [Some.Person("lea") with { Organisation = "ml" }],
        };
        var report = Coverage.Of(territory, new CoverageQuestion { Group = group });
        Assert.That(report.Audiences.Select(line => line.Need.Id), Is.EqualTo(new[] { "jeunes" }));
        Assert.That(report.Audiences[0].Actors, Is.EqualTo(new[] { "Structure ml" }));
        Assert.That(
            Family(report, "social").Candidates.Select(candidate => candidate.Id),
            Is.EqualTo(new[] { "ccas" })
        );
    }

    [Test]
    public void A_commune_is_known_by_its_name_or_its_code()
    {
        var territory = Territory(
            Actor("a", "CAF") with
            {
                Commune = "Évry-Courcouronnes",
            },
            Actor("b", "MSA") with
            {
                Place = PlaceRecord.Empty.With(StandardColumn.InseeCode, "91228"),
            },
            Actor("c", "CPAM") with
            {
                Commune = "Aix",
            }
        );
        var question = new CoverageQuestion
        {
            Communes = new HashSet<string> { Folded.Key("EVRY COURCOURONNES"), "91228" },
        };
        Assert.That(
            Family(Coverage.Of(territory, question), "droits").Actors,
            Is.EqualTo(new[] { "Structure a", "Structure b" })
        );
    }

    [Test]
    public void A_gap_that_was_left_is_silent_where_it_was_left_and_told_with_its_reason()
    {
        var group = Some.Group("jeunes");
        var territory = Territory(Actor("a", "ML")) with
        {
            Groups = [group],
            Coverage = CoverageRules.National.With(
                [],
                [
                    new CoverageWaiver("justice", "déjà au CLSPD", null),
                    new CoverageWaiver("etat", "plus tard", "jeunes"),
                ]
            ),
        };
        var network = Coverage.Of(territory, new CoverageQuestion());
        Assert.That(Family(network, "justice").Reason, Is.EqualTo("déjà au CLSPD"));
        Assert.That(Family(network, "etat").Level, Is.EqualTo(CoverageLevel.Missing));
        var inGroup = Coverage.Of(territory, new CoverageQuestion { Group = group });
        Assert.That(Family(inGroup, "etat").Level, Is.EqualTo(CoverageLevel.Waived));
    }

    [Test]
    public void A_need_that_is_met_after_all_is_covered_whatever_was_left()
    {
        var territory = Territory(Actor("a", "PAD"), Actor("b", "SPIP")) with
        {
            Coverage = CoverageRules.National.With([], [new CoverageWaiver("justice", "non", null)]),
        };
        Assert.That(
            Family(Coverage.Of(territory, new CoverageQuestion()), "justice").Level,
            Is.EqualTo(CoverageLevel.Covered)
        );
    }

    [Test]
    public void A_territory_adds_families_and_adds_types_to_those_that_are_known()
    {
        CoverageNeed[] more = [Need("sante", "CMP", "CSAPA"), Need("justice", "PJJ")];
        var territory = Territory(Actor("a", "PJJ"), Actor("b", "CMP")) with
        {
            Coverage = CoverageRules.National.With(more, []),
        };
        var report = Coverage.Of(territory, new CoverageQuestion());
        Assert.That(Family(report, "justice").Need.Types, Is.EqualTo(new[] { "PAD", "SPIP", "PJJ" }));
        Assert.That(Family(report, "justice").Level, Is.EqualTo(CoverageLevel.Thin));
        Assert.That(Family(report, "sante").Level, Is.EqualTo(CoverageLevel.Thin));
    }

    [Test]
    public void Historic_actors_and_elected_people_are_told_and_so_is_their_absence()
    {
        var territory = Territory(
            Actor("la", "ASSO") with
            {
                IsHistoric = true,
            },
            Actor("pas-la", "ASSO") with
            {
                IsHistoric = true,
                Contact = ContactState.ToMeet,
            }
        ) with
        {
            People = [Some.Person("maire") with { IsElected = true }, Some.Person("autre")],
        };
        var report = Coverage.Of(territory, new CoverageQuestion());
        Assert.That(report.HistoricPresent, Is.EqualTo(new[] { "Structure la" }));
        Assert.That(report.HistoricAbsent, Is.EqualTo(new[] { "Structure pas-la" }));
        Assert.That(report.Elected, Is.EqualTo(new[] { "Personne maire" }));
        Assert.That(report.Unclassified, Is.EqualTo(new[] { "Structure la" }));
    }

    [Test]
    public void Built_in_rules_name_known_types_only()
    {
        var known = OrganisationTypes.National.Concat(OrganisationTypes.Local.Select(type => type.Code));
        Assert.That(
            CoverageRules.National.Needs.SelectMany(need => need.Types).Distinct(),
            Is.SubsetOf(known)
        );
        Assert.That(OrganisationTypes.National, Has.Count.EqualTo(92).And.Unique);
        Assert.That(
            OrganisationTypes.Local.Select(type => OrganisationTypes.IsLocal(type.Code)),
            Is.All.True
        );
    }

    private static CoverageReport Of(params Organisation[] organisations) =>
        Coverage.Of(Territory(organisations), new CoverageQuestion());

    private static Territory Territory(params Organisation[] organisations) =>
        Some.Territory() with
        {
            Organisations = organisations,
            People = [],
        };

    private static CoverageLine Family(CoverageReport report, string id) =>
        report.Families.Single(line => line.Need.Id == id);

    private static CoverageNeed Need(string id, params string[] types) =>
        new()
        {
            Id = id,
            Kind = NeedKind.Family,
            Name = Text.Same(id),
            Types = types,
        };

    private static Organisation Actor(string id, string type) =>
        new()
        {
            Id = id,
            Name = $"Structure {id}",
            Type = type,
        };

    private static Organisation At(Organisation organisation, double latitude, double longitude) =>
        organisation with
        {
            Place = organisation
                .Place.With(
                    StandardColumn.Latitude,
                    latitude.ToString("R", System.Globalization.CultureInfo.InvariantCulture)
                )
                .With(
                    StandardColumn.Longitude,
                    longitude.ToString("R", System.Globalization.CultureInfo.InvariantCulture)
                ),
        };
}
