using Connector.Domain.Directories;

namespace Connector.Domain.Cartography;

/// <summary>A place as everybody may see it.</summary>
public sealed record MapPlace
{
    public required string Name { get; init; }

    /// <summary>« Sans commune » has the empty name.</summary>
    public required string Commune { get; init; }

    /// <summary>Null for one that is in the list alone.</summary>
    public required (double Latitude, double Longitude)? Position { get; init; }

    /// <summary>In the standard's columns, without what is a person's.</summary>
    public required PlaceRecord Place { get; init; }

    public required IReadOnlyList<string> Services { get; init; }

    /// <summary>Whom it addresses, and whom organisations of its type reach.</summary>
    public required IReadOnlyList<string> Audiences { get; init; }

    public required IReadOnlyList<string> Families { get; init; }
}

/// <summary>How fragile a commune is among those of the map.</summary>
/// <param name="Contour">Its outline.</param>
/// <param name="Name">As people call it.</param>
/// <param name="Score">Null when the vintage has none.</param>
/// <param name="Level">From 0, the least fragile fifth, to 4; -1 without a score.</param>
public sealed record MapCommune(Needs.CommuneContour Contour, string Name, double? Score, int Level);
