using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Connector.Domain.Cartography;
using Connector.Domain.Needs;

namespace Connector.Cartography;

/// <summary>What the script is told beside the list, as JSON in which no sign can end the element that it stands in.</summary>
internal static class MapSettings
{
    /// <summary>Ten metres: finer than a screen shows a commune.</summary>
    private const int Digits = 4;

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    public static string Of(MapContent content) =>
        JsonSerializer.Serialize(
            new
            {
                // Nothing is asked of an address that the page's policy does not let through.
                tiles = content.Tiles.Origin is null ? null : content.Tiles.Address,
                maxZoom = content.Tiles.Deepest,
                // The map shows it as HTML.
                attribution = Reports.HtmlPage.Escaped(content.Tiles.Attribution),
                words = new
                {
                    zoomIn = "Zoomer",
                    zoomOut = "Dézoomer",
                    close = "Fermer",
                    count = "{0} sur {1} structures correspondent, dont {2} sur la carte.",
                },
                communes = content.Communes.Select(commune => new
                {
                    rings = commune.Contour.Rings.Select(Thinned),
                    level = commune.Level,
                    told = commune.Score is { } score
                        ? $"{commune.Name} : IFN {DiagnosisWords.Number(score, isFrench: true)}"
                        : $"{commune.Name} : pas de score",
                }),
            },
            Options
        );

    /// <summary>Points that are the same at this precision are one: neighbours lose the same ones, and no gap opens.</summary>
    private static List<double[]> Thinned(IReadOnlyList<(double Latitude, double Longitude)> ring)
    {
        var points = new List<double[]>();
        foreach (var (latitude, longitude) in ring)
        {
            double[] point = [Rounded(latitude), Rounded(longitude)];
            if (points.Count == 0 || !point.AsSpan().SequenceEqual(points[^1]))
            {
                points.Add(point);
            }
        }

        return points;
    }

    private static double Rounded(double degrees) => Math.Round(degrees, Digits);
}
