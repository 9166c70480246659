using System.Text.Json;
using Connector.Domain;
using Connector.Domain.Needs;
using NetTopologySuite.Features;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO.Converters;

namespace Connector.TerritoryFiles.Tables;

/// <summary>
/// Outlines of communes: GeoJSON (RFC 7946), a polygon each, with its INSEE code in <c>code</c>, <c>code_insee</c>,
/// <c>insee</c> or <c>codgeo</c>, as geo.api.gouv.fr and the IGN give them.
/// </summary>
internal static class ContoursFile
{
    private const int MaxBytes = 40 * 1024 * 1024;

    private static readonly string[] Codes = ["code", "code_insee", "insee", "codgeo", "insee_com", "com"];
    private static readonly string[] Names = ["nom", "name", "libgeo", "nom_com", "nom_officiel"];

    private static readonly JsonSerializerOptions Options = new()
    {
        Converters = { new GeoJsonConverterFactory() },
        MaxDepth = 32,
    };

    public static IReadOnlyList<CommuneContour> Read(string path, ProblemList problems)
    {
        if (LocalFile.Read(path, problems, MaxBytes) is not { } bytes)
        {
            return [];
        }

        var features = Features(bytes, problems);
        var contours = new Dictionary<string, CommuneContour>(StringComparer.Ordinal);
        for (var index = 0; index < features.Count; index++)
        {
            if (Contour(features[index]) is { } contour)
            {
                contours.TryAdd(contour.InseeCode, contour);
            }
            else
            {
                problems.Add("bad-contour", Top(problems), NotACommune(index + 1), CodeAndPolygon);
            }
        }

        return [.. contours.Values.OrderBy(contour => contour.InseeCode, StringComparer.Ordinal)];
    }

    private static FeatureCollection Features(byte[] bytes, ProblemList problems)
    {
        try
        {
            if (JsonSerializer.Deserialize<FeatureCollection>(bytes, Options) is { Count: > 0 } features)
            {
                return features;
            }

            problems.Add("bad-geojson", Top(problems), NotGeoJson, Export);
        }
        catch (JsonException error)
        {
            var line = (int)(error.LineNumber + 1 ?? 0);
            problems.Add("bad-geojson", new SourcePlace(problems.File, line, 0), NotGeoJson, Export);
        }
        catch (Exception error) when (error is ArgumentException or InvalidOperationException)
        {
            // What the library says of rings that are not closed, or of members that are of another type.
            problems.Add("bad-geojson", Top(problems), NotGeoJson, Export);
        }

        return [];
    }

    private static CommuneContour? Contour(IFeature feature)
    {
        var polygons = feature.Geometry switch
        {
            Polygon { IsEmpty: false } polygon => [polygon],
            MultiPolygon { IsEmpty: false } several => [.. several.Geometries.OfType<Polygon>()],
            _ => (List<Polygon>)[],
        };
        if (Word(feature, Codes) is not { Length: 5 } code || polygons.Count == 0)
        {
            return null;
        }

        var inside = feature.Geometry!.InteriorPoint;
        return new CommuneContour(
            code,
            Word(feature, Names) ?? "",
            [.. polygons.SelectMany(Rings).Select(Points)],
            (inside.Y, inside.X)
        );
    }

    private static IEnumerable<LineString> Rings(Polygon polygon) =>
        polygon.InteriorRings.Prepend(polygon.ExteriorRing);

    private static IReadOnlyList<(double, double)> Points(LineString ring) =>
        [.. ring.Coordinates.Select(point => (point.Y, point.X))];

    private static string? Word(IFeature feature, string[] names) =>
        names
            .Select(name =>
                feature
                    .Attributes?.GetNames()
                    .FirstOrDefault(there => string.Equals(there, name, StringComparison.OrdinalIgnoreCase))
            )
            .OfType<string>()
            .Select(name => feature.Attributes![name]?.ToString())
            .FirstOrDefault(words => !string.IsNullOrWhiteSpace(words));

    private static SourcePlace Top(ProblemList problems) => new(problems.File, 0, 0);

    private static Text NotACommune(int number) =>
        new(
            $"L'élément {number} n'est pas le contour d'une commune.",
            $"The feature {number} is not the outline of a municipality."
        );

    private static readonly Text CodeAndPolygon = new(
        "Il faut un polygone, et son code INSEE dans « code » ou « code_insee ».",
        "A polygon is needed, and its INSEE code in 'code' or 'code_insee'."
    );

    private static readonly Text NotGeoJson = new(
        "Ce fichier n'est pas une collection GeoJSON de contours.",
        "This file is no GeoJSON collection of outlines."
    );

    private static readonly Text Export = new(
        "Les contours se téléchargent sur geo.api.gouv.fr : /epcis/SIREN/communes?geometry=contour&format=geojson",
        "Outlines can be downloaded from geo.api.gouv.fr: /epcis/SIREN/communes?geometry=contour&format=geojson"
    );
}
