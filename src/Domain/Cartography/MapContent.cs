using Connector.Domain.Directories;
using Connector.Domain.Needs;
using Connector.Domain.Territories;

namespace Connector.Domain.Cartography;

/// <summary>What a map of a territory shows. Organisations only: no person is on it.</summary>
public sealed record MapContent
{
    private const int Levels = 5;

    public required string Territory { get; init; }

    /// <summary>By commune, then by name.</summary>
    public required IReadOnlyList<MapPlace> Places { get; init; }

    /// <summary>The values that some place has, in the standard's order.</summary>
    public required IReadOnlyList<string> Services { get; init; }

    public required IReadOnlyList<string> Audiences { get; init; }

    public required IReadOnlyList<string> Families { get; init; }

    /// <summary>« Mairie d'Aix, 2024-01-31 »: who told of the places, and when last.</summary>
    public required IReadOnlyList<string> Sources { get; init; }

    public required MapTiles Tiles { get; init; }

    public IReadOnlyList<MapCommune> Communes { get; init; } = [];

    /// <summary>The scores that colour communes; null without.</summary>
    public DiagnosisReport? Diagnosis { get; init; }

    /// <summary>The lowest score of each level, from the least fragile; as many as there are levels, or none.</summary>
    public IReadOnlyList<double> Steps { get; init; } = [];

    /// <summary>Whether there is anything to put on a map.</summary>
    public bool HasPositions => Places.Any(place => place.Position is not null);

    /// <summary>The same of a territory whose map nobody has asked for yet.</summary>
    public static bool HasAny(Territory territory) =>
        territory.Organisations.Any(organisation =>
            Shows(organisation) && GeoPoint.Of(ConformPlace.Of(organisation)) is { } point && IsOnEarth(point)
        );

    public static MapContent Of(Territory territory)
    {
        ArgumentNullException.ThrowIfNull(territory);
        var personal = territory
            .People.Select(person => person.Email?.ToLowerInvariant())
            .OfType<string>()
            .ToHashSet(StringComparer.Ordinal);
        var places = territory
            .Organisations.Where(Shows)
            .Select(organisation => Place(organisation, territory.Coverage, personal))
            .OrderBy(place => Folded.Words(place.Commune), StringComparer.Ordinal)
            .ThenBy(place => Folded.Words(place.Name), StringComparer.Ordinal)
            .ThenBy(place => place.Place[StandardColumn.Id], StringComparer.Ordinal)
            .ToList();
        var report = territory.Needs is { } needs ? Needs.Diagnosis.Of(territory, needs) : null;
        var steps = StepsOf(report);
        return new MapContent
        {
            Territory = territory.Name,
            Places = places,
            Services = Used(StandardChoices.Of(StandardColumn.Services), places, place => place.Services),
            Audiences = Used(
                StandardChoices
                    .Of(StandardColumn.Audiences)
                    .Concat(Names(territory.Coverage, NeedKind.Audience)),
                places,
                place => place.Audiences
            ),
            Families = Used(Names(territory.Coverage, NeedKind.Family), places, place => place.Families),
            Sources = SourcesOf(places),
            Tiles = territory.Map,
            Diagnosis = report,
            Steps = steps,
            Communes = report is null ? [] : CommunesOf(territory.Needs!, report, steps),
        };
    }

    /// <summary>
    /// The network's members, and every place that offers a service: it is public already. Whom the coordinator only means
    /// to meet is nobody's business.
    /// </summary>
    public static bool Shows(Organisation organisation)
    {
        ArgumentNullException.ThrowIfNull(organisation);
        return organisation.IsMember || Offer.Offers(organisation);
    }

    private static MapPlace Place(
        Organisation organisation,
        CoverageRules rules,
        IReadOnlySet<string> personal
    )
    {
        var place = ConformPlace.WithoutPeople(ConformPlace.Of(organisation), personal);
        var types = organisation.Types;
        var met = rules
            .Needs.Where(need => need.Types.Any(type => types.Contains(type, StringComparer.Ordinal)))
            .ToLookup(need => need.Kind, need => need.Name.French);
        return new MapPlace
        {
            Name = organisation.Name,
            Commune = organisation.Commune ?? place[StandardColumn.Commune] ?? "",
            Position = GeoPoint.Of(place) is { } point && IsOnEarth(point) ? point : null,
            Place = place,
            Services = place.List(StandardColumn.Services),
            Audiences =
            [
                .. place
                    .List(StandardColumn.Audiences)
                    .Concat(met[NeedKind.Audience])
                    .Distinct(StringComparer.Ordinal),
            ],
            Families = [.. met[NeedKind.Family]],
        };
    }

    private static bool IsOnEarth((double Latitude, double Longitude) point) =>
        point is { Latitude: >= -90 and <= 90, Longitude: >= -180 and <= 180 };

    private static IEnumerable<string> Names(CoverageRules rules, NeedKind kind) =>
        rules.Needs.Where(need => need.Kind == kind).Select(need => need.Name.French);

    private static List<string> Used(
        IEnumerable<string> values,
        IEnumerable<MapPlace> places,
        Func<MapPlace, IReadOnlyList<string>> of
    )
    {
        var used = places.SelectMany(of).ToHashSet(StringComparer.Ordinal);
        return [.. values.Distinct(StringComparer.Ordinal).Where(used.Contains)];
    }

    private static List<string> SourcesOf(IEnumerable<MapPlace> places) =>
        [
            .. places
                .Select(place =>
                    (Name: place.Place[StandardColumn.Source], Day: place.Place[StandardColumn.UpdatedOn])
                )
                .Where(source => source.Name is not null)
                .GroupBy(source => source.Name!, StringComparer.Ordinal)
                .OrderBy(group => group.Key, StringComparer.Ordinal)
                .Select(group =>
                    group.Max(source => source.Day) is { } day ? $"{group.Key}, {day}" : group.Key
                ),
        ];

    /// <summary>Fifths of the communes, so that each colour is seen about as often.</summary>
    private static List<double> StepsOf(DiagnosisReport? report)
    {
        var scores = (report?.Communes ?? []).Select(need => need.Score).OfType<double>().Order().ToList();
        return scores.Count < Levels
            ? []
            : [.. Enumerable.Range(0, Levels).Select(level => scores[level * scores.Count / Levels])];
    }

    private static IReadOnlyList<MapCommune> CommunesOf(
        NeedsGround ground,
        DiagnosisReport report,
        List<double> steps
    )
    {
        var needs = report.Communes.ToDictionary(
            need => need.Commune.InseeCode,
            need => need,
            StringComparer.Ordinal
        );
        return
        [
            .. ground
                .Contours.Where(contour => needs.ContainsKey(contour.InseeCode))
                .Select(contour =>
                {
                    var need = needs[contour.InseeCode];
                    return new MapCommune(
                        contour,
                        need.Commune.Name,
                        need.Score,
                        LevelOf(need.Score, report.Median, steps)
                    );
                }),
        ];
    }

    /// <summary>Few communes make no fifths: they are below or above the median.</summary>
    private static int LevelOf(double? score, double? median, List<double> steps) =>
        score is not { } known ? -1
        : steps.Count > 0 ? Math.Max(0, steps.FindLastIndex(step => step <= known))
        : known > median ? Levels - 2
        : 1;
}
