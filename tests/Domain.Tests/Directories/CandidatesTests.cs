using Connector.Domain.Directories;
using Connector.Domain.Territories;

namespace Connector.Domain.Tests.Directories;

internal sealed class CandidatesTests
{
    [Test]
    public void Gaps_have_the_nearest_to_any_member_first()
    {
        var gaps = Of(
            [
                At(Actor("membre", "BIB"), 44.5, 6.0),
                At(Actor("autre-membre", "BIB"), 48.8, 2.3),
                At(Actor("pres-du-second", "CAF") with { Contact = ContactState.ToMeet }, 48.81, 2.31),
                Actor("nulle-part", "MSA") with
                {
                    Contact = ContactState.Met,
                },
            ],
            [At(Actor("neuf", "CPAM"), 44.6, 6.1)],
            "droits"
        );
        Assert.That(
            gaps.Single().Candidates.Select(one => (one.Organisation.Id, one.IsNew, one.Because)),
            Is.EqualTo(
                new[]
                {
                    ("pres-du-second", false, "CAF"),
                    ("neuf", true, "CPAM"),
                    ("nulle-part", false, "MSA"),
                }
            )
        );
    }

    [Test]
    public void Without_a_place_a_commune_of_the_network_is_near()
    {
        var gaps = Of(
            [Actor("membre", "BIB") with { Commune = "Évry" }],
            [
                Actor("loin", "CAF") with
                {
                    Commune = "Ailleurs",
                },
                Actor("voisin", "CAF") with
                {
                    Commune = "EVRY",
                },
            ],
            "droits"
        );
        Assert.That(
            gaps.Single().Candidates.Select(one => (one.Organisation.Id, one.IsNeighbour)),
            Is.EqualTo(new[] { ("voisin", true), ("loin", false) })
        );
    }

    [Test]
    public void One_more_office_of_a_member_is_no_candidate_and_what_is_covered_is_not_asked_for()
    {
        var member = Actor("a", "MUNI") with { Pivot = "21130001700012" };
        var gaps = Of([member, Actor("b", "CCAS"), Actor("c", "UDAF")], [member with { Id = "d" }], null);
        Assert.That(gaps.Select(gap => gap.Line.Need.Id), Has.None.EqualTo("social"));
        Assert.That(gaps.Single(gap => gap.Line.Need.Id == "elus").Candidates, Is.Empty);
        Assert.That(gaps[0].Line.Level, Is.EqualTo(CoverageLevel.Missing), "missing before thin");
    }

    [Test]
    public void Who_says_that_an_audience_is_theirs_is_a_candidate_for_it()
    {
        var place = PlaceRecord.Empty.With(StandardColumn.Audiences, "Femmes");
        var gaps = Of([Actor("membre", "BIB")], [Actor("asso", "ASSO") with { Place = place }], "femmes");
        Assert.That(gaps.Single().Candidates.Single().Because, Is.EqualTo("Femmes"));
    }

    private static IReadOnlyList<GapCandidates> Of(
        IReadOnlyList<Organisation> organisations,
        IReadOnlyList<Organisation> imported,
        string? need
    ) =>
        Candidates.Of(
            Some.Territory() with
            {
                Organisations = organisations,
                People = [],
            },
            new CoverageQuestion(),
            imported,
            need is null ? new HashSet<string>() : [need]
        );

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
            Place = PlaceRecord
                .Empty.With(StandardColumn.Latitude, FormattableString.Invariant($"{latitude}"))
                .With(StandardColumn.Longitude, FormattableString.Invariant($"{longitude}")),
        };
}
