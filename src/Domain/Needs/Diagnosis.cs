using Connector.Domain.Directories;
using Connector.Domain.Territories;

namespace Connector.Domain.Needs;

/// <summary>
/// Fragility against help, commune by commune: where people are fragile and far from help, which services and audiences
/// nobody has, and when places are closed.
/// </summary>
public sealed class Diagnosis
{
    private readonly NeedsGround _ground;
    private readonly VintageChoice _vintage;
    private readonly IReadOnlyList<CommuneSite> _communes;
    private readonly Offer _offer;
    private readonly List<(string Name, (double Latitude, double Longitude)? Position)> _located;

    private Diagnosis(Territory territory, NeedsGround ground, VintageChoice vintage)
    {
        (_ground, _vintage) = (ground, vintage);
        _communes = CommunesOf(ground, vintage.Chosen);
        _offer = Offer.Of(territory.Organisations, _communes);
        var middles = _communes
            .SelectMany(commune => _offer.In(commune.InseeCode).Select(place => (place.Id, commune.Position)))
            .ToDictionary(pair => pair.Id, pair => pair.Position, StringComparer.Ordinal);
        _located =
        [
            .. _offer.Places.Select(place =>
                (place.Name, GeoPoint.Of(place) ?? middles.GetValueOrDefault(place.Id))
            ),
        ];
    }

    /// <returns>Null when no vintage can be looked at.</returns>
    public static DiagnosisReport? Of(Territory territory, NeedsGround ground)
    {
        ArgumentNullException.ThrowIfNull(territory);
        ArgumentNullException.ThrowIfNull(ground);
        return ground.Choice is { } choice ? new Diagnosis(territory, ground, choice).Report() : null;
    }

    /// <summary>The middle one of the numbers, or half-way between the two in the middle; null of none.</summary>
    public static double? Median(IEnumerable<double> numbers)
    {
        var sorted = numbers.Order().ToList();
        return sorted.Count switch
        {
            0 => null,
            var count when count % 2 == 1 => sorted[count / 2],
            var count => (sorted[(count / 2) - 1] + sorted[count / 2]) / 2,
        };
    }

    private DiagnosisReport Report()
    {
        var scores = _vintage.Chosen.Scores;
        var median = Median(
            _communes
                .Where(commune => scores.ContainsKey(commune.InseeCode))
                .Select(commune => scores[commune.InseeCode])
        );
        return new DiagnosisReport
        {
            Vintage = _vintage,
            Median = median,
            Distance = _ground.Kilometres,
            Communes =
            [
                .. _communes
                    .Select(commune => Need(commune, median))
                    .OrderByDescending(need => need.Score ?? double.NegativeInfinity)
                    .ThenBy(need => Folded.Words(need.Commune.Name), StringComparer.Ordinal)
                    .ThenBy(need => need.Commune.InseeCode, StringComparer.Ordinal),
            ],
            Services = Lines(StandardColumn.Services),
            Audiences = Lines(StandardColumn.Audiences),
            Support = Lines(StandardColumn.SpecificSupport),
            Opening = Opening(),
            Places = _offer.Places.Count,
            Elsewhere = [.. _offer.Elsewhere.Select(place => place.Name)],
        };
    }

    private CommuneNeed Need(CommuneSite commune, double? median)
    {
        double? score = _vintage.Chosen.Scores.TryGetValue(commune.InseeCode, out var known) ? known : null;
        var here = _offer.In(commune.InseeCode);
        var nearest = here.Count > 0 ? (here[0].Name, 0) : Nearest(commune);
        return new CommuneNeed
        {
            Commune = commune,
            Score = score,
            IsAboveMedian = score > median,
            Reach =
                here.Count > 0 ? Reach.Here
                : _offer.Places.Count == 0 ? Reach.Far
                : nearest is not { } place ? Reach.Unknown
                : place.Kilometres <= _ground.Kilometres ? Reach.Near
                : Reach.Far,
            Places = [.. here.Select(place => place.Name)],
            Nearest = nearest?.Name,
            Kilometres = nearest?.Kilometres,
            Services =
            [
                .. StandardChoices
                    .Of(StandardColumn.Services)
                    .Where(service => here.Any(place => Has(place, StandardColumn.Services, service))),
            ],
        };
    }

    /// <summary>A place that does not say where it is stands in the middle of its commune; null where neither is known.</summary>
    private (string Name, double Kilometres)? Nearest(CommuneSite commune)
    {
        var nearest = _located
            .Select(place => (place.Name, Far: GeoPoint.Kilometres(commune.Position, place.Position)))
            .DefaultIfEmpty((Name: "", Far: double.PositiveInfinity))
            .MinBy(pair => pair.Far);
        return double.IsPositiveInfinity(nearest.Far) ? null : nearest;
    }

    private IReadOnlyList<OfferLine> Lines(StandardColumn column) =>
        [
            .. StandardChoices
                .Of(column)
                .Select(value =>
                {
                    var places = _offer.Places.Where(place => Has(place, column, value)).ToList();
                    return new OfferLine(
                        value,
                        [.. places.Select(place => place.Name)],
                        _offer.Communes(places)
                    );
                }),
        ];

    private static bool Has(Organisation place, StandardColumn column, string value) =>
        place.Place.List(column).Contains(value, StringComparer.Ordinal);

    private OpeningReport Opening()
    {
        var told = _offer
            .Places.Where(place => place.Place[StandardColumn.OpeningHours] is not null)
            .Select(place => (place.Name, Words: place.Place[StandardColumn.OpeningHours]!))
            .Select(place => (place.Name, place.Words, Week: OpeningHours.Read(place.Words)))
            .ToList();
        var read = told.Where(place => place.Week is not null).ToList();
        return new OpeningReport
        {
            Read = read.Count,
            Evening = [.. read.Where(place => place.Week!.InTheEvening).Select(place => place.Name)],
            Saturday = [.. read.Where(place => place.Week!.OnSaturday).Select(place => place.Name)],
            Never =
            [
                .. read.Where(place => place.Week is { InTheEvening: false, OnSaturday: false })
                    .Select(place => place.Name),
            ],
            Unreadable =
            [
                .. told.Where(place => place.Week is null).Select(place => (place.Name, place.Words)),
            ],
            Silent = _offer.Places.Count - told.Count,
        };
    }

    /// <summary>Where nobody lists communes, they are those that have a score, named by outlines where these are given.</summary>
    private static IReadOnlyList<CommuneSite> CommunesOf(NeedsGround ground, FragilityVintage vintage)
    {
        var contours = ground.Contours.ToDictionary(
            contour => contour.InseeCode,
            contour => contour,
            StringComparer.Ordinal
        );
        return ground.Looked.Count > 0
            ?
            [
                .. ground.Looked.Select(commune =>
                    commune.Position is null && contours.GetValueOrDefault(commune.InseeCode) is { } outline
                        ? commune with
                        {
                            Position = outline.Inside,
                        }
                        : commune
                ),
            ]
            :
            [
                .. vintage
                    .Scores.Keys.Order(StringComparer.Ordinal)
                    .Select(code =>
                    {
                        var outline = contours.GetValueOrDefault(code);
                        return new CommuneSite(
                            code,
                            outline is { Name.Length: > 0 } ? outline.Name : code,
                            outline?.Inside
                        );
                    }),
            ];
    }
}
