using System.Globalization;
using Connector.Domain.Territories;

namespace Connector.Domain.Directories;

/// <summary>Where organisations are, in degrees (WGS 84).</summary>
public static class GeoPoint
{
    private const double EarthRadius = 6371;

    public static (double Latitude, double Longitude)? Of(Organisation organisation)
    {
        ArgumentNullException.ThrowIfNull(organisation);
        return Of(organisation.Place);
    }

    public static (double Latitude, double Longitude)? Of(PlaceRecord place)
    {
        ArgumentNullException.ThrowIfNull(place);
        return
            Number(place[StandardColumn.Latitude]) is { } latitude
            && Number(place[StandardColumn.Longitude]) is { } longitude
            ? (latitude, longitude)
            : null;
    }

    /// <summary>The middle of the points that are known; null when none is.</summary>
    public static (double Latitude, double Longitude)? Centre(
        IEnumerable<(double Latitude, double Longitude)?> points
    )
    {
        var known = points.OfType<(double Latitude, double Longitude)>().ToList();
        return known.Count == 0
            ? null
            : (known.Average(point => point.Latitude), known.Average(point => point.Longitude));
    }

    /// <summary>As the crow flies; infinite where one of the two is unknown.</summary>
    public static double Kilometres(
        (double Latitude, double Longitude)? from,
        (double Latitude, double Longitude)? to
    )
    {
        if (from is not { } a || to is not { } b)
        {
            return double.PositiveInfinity;
        }

        var (high, low) = (double.DegreesToRadians(a.Latitude), double.DegreesToRadians(b.Latitude));
        var up = Math.Sin((low - high) / 2);
        var across = Math.Sin(double.DegreesToRadians(b.Longitude - a.Longitude) / 2);
        var half = (up * up) + (Math.Cos(high) * Math.Cos(low) * across * across);
        return 2 * EarthRadius * Math.Asin(Math.Min(1, Math.Sqrt(half)));
    }

    private static double? Number(string? words) =>
        double.TryParse(words, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
}
