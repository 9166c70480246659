using Connector.Domain.Cartography;
using Connector.Domain.Directories;
using Connector.Domain.Needs;
using Connector.Domain.Territories;

namespace Connector.Domain.Tests.Cartography;

internal sealed class MapContentTests
{
    [Test]
    public void Members_and_places_that_offer_something_are_shown_and_whom_one_means_to_meet_is_not()
    {
        var content = Of(
            new Organisation { Id = "a", Name = "Membre" },
            new Organisation
            {
                Id = "b",
                Name = "À voir",
                Contact = ContactState.ToMeet,
            },
            Place("c", "Lieu public") with
            {
                Contact = ContactState.ToMeet,
            }
        );
        Assert.That(
            content.Places.Select(place => place.Name),
            Is.EqualTo(new[] { "Lieu public", "Membre" })
        );
    }

    [Test]
    public void An_address_that_is_a_person_s_is_on_no_map()
    {
        var territory = Some.Territory() with
        {
            People =
            [
                new Person
                {
                    Id = "ines",
                    Name = "Inès",
                    Email = "Ines@example.org",
                },
            ],
            Organisations =
            [
                Place("a", "Lieu", (StandardColumn.Emails, "ines@example.org|accueil@example.org")),
            ],
        };
        Assert.That(
            MapContent.Of(territory).Places[0].Place[StandardColumn.Emails],
            Is.EqualTo("accueil@example.org")
        );
    }

    [Test]
    public void Filters_hold_what_some_place_has_in_the_standard_s_order()
    {
        var content = Of(
            Place("a", "A", (StandardColumn.Audiences, "Femmes|Jeunes")) with
            {
                Type = "CCAS",
            },
            Place("b", "B") with
            {
                Type = "PAD",
            }
        );
        Assert.That(content.Services, Is.EqualTo(new[] { "Accès internet et matériel informatique" }));
        // A CCAS reaches older people, whatever it says.
        Assert.That(content.Audiences, Is.EqualTo(new[] { "Jeunes", "Seniors", "Femmes" }));
        Assert.That(content.Families, Is.EqualTo(new[] { "action sociale", "justice" }));
    }

    [TestCase("91", "0")]
    [TestCase("45", "181")]
    [TestCase("NaN", "0")]
    [TestCase("", "")]
    public void A_place_off_the_earth_is_in_the_list_alone(string latitude, string longitude)
    {
        var content = Of(
            Place("a", "A", (StandardColumn.Latitude, latitude), (StandardColumn.Longitude, longitude))
        );
        Assert.That(content.Places, Has.Count.EqualTo(1));
        Assert.That(content.Places[0].Position, Is.Null);
        Assert.That(content.HasPositions, Is.False);
    }

    [Test]
    public void Sources_are_named_with_their_last_day()
    {
        var content = Of(
            Place("a", "A", (StandardColumn.Source, "Mairie"), (StandardColumn.UpdatedOn, "2024-01-31")),
            Place("b", "B", (StandardColumn.Source, "Mairie"), (StandardColumn.UpdatedOn, "2025-02-01")),
            Place("c", "C", (StandardColumn.Source, "Hub"))
        );
        Assert.That(content.Sources, Is.EqualTo(new[] { "Hub", "Mairie, 2025-02-01" }));
    }

    [Test]
    public void Communes_are_coloured_by_fifths_and_one_without_a_score_by_none()
    {
        var contours = Enumerable.Range(1, 11).Select(Outline).ToList();
        var territory = Some.Territory() with
        {
            Needs = new NeedsGround
            {
                Vintages = FragilityVintage.Of(
                    Enumerable.Range(1, 10).Select(n => new FragilityScore($"2400{n % 10}", n, "2023", ""))
                ),
                Communes =
                [
                    .. contours.Select(contour => new CommuneSite(contour.InseeCode, contour.Name, null)),
                ],
                Contours = contours,
            },
        };
        var content = MapContent.Of(territory);
        Assert.That(content.Steps, Is.EqualTo(new double[] { 1, 3, 5, 7, 9 }));
        Assert.That(
            content.Communes.OrderBy(commune => commune.Score ?? 99).Select(commune => commune.Level),
            Is.EqualTo(new[] { 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, -1 })
        );
    }

    [TestCase("https://tuiles.example.org/{z}/{x}/{y}.png", "https://tuiles.example.org")]
    [TestCase("https://{s}.tuiles.example.org/{z}/{x}/{y}{r}.png", "https://*.tuiles.example.org")]
    [TestCase("https://tuiles.example.org:8443/{z}/{x}/{-y}", "https://tuiles.example.org:8443")]
    [TestCase("http://tuiles.example.org/{z}/{x}/{y}.png", null)]
    [TestCase("https://moi:secret@tuiles.example.org/{z}/{x}/{y}.png", null)]
    [TestCase("javascript:alert({z}{x}{y})", null)]
    [TestCase("https://tuiles.example.org; script-src */{z}/{x}/{y}", null)]
    public void Tiles_come_from_where_the_policy_says(string address, string? origin)
    {
        Assert.That(MapTiles.Of(address, "").Origin, Is.EqualTo(origin));
        Assert.That(MapTiles.IsTemplate(address), Is.EqualTo(origin is not null));
    }

    [Test]
    public void Built_in_tiles_are_well_formed()
    {
        Assert.That(MapTiles.Ign.Origin, Is.EqualTo("https://data.geopf.fr"));
        Assert.That(MapTiles.OpenStreetMap.Origin, Is.EqualTo("https://tile.openstreetmap.org"));
        Assert.That(MapTiles.None.Origin, Is.Null);
        Assert.That(MapTiles.IsTemplate("https://tuiles.example.org/{x}/{y}.png"), Is.False);
    }

    private static CommuneContour Outline(int number) =>
        new(
            number < 11 ? $"2400{number % 10}" : "24099",
            $"Commune {number}",
            [
                [(45, number), (45, number + 1), (46, number), (45, number)],
            ],
            (45.2, number + 0.2)
        );

    private static MapContent Of(params Organisation[] organisations) =>
        MapContent.Of(Some.Territory() with { Organisations = organisations });

    private static Organisation Place(
        string id,
        string name,
        params (StandardColumn Column, string Words)[] more
    ) =>
        new()
        {
            Id = id,
            Name = name,
            Place = more.Aggregate(
                PlaceRecord.Empty.With(StandardColumn.Services, "Accès internet et matériel informatique"),
                (record, cell) => record.With(cell.Column, cell.Words)
            ),
        };
}
