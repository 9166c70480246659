namespace Connector.Domain.Needs;

/// <summary>A commune of the territory, and where it is.</summary>
/// <param name="InseeCode">Five characters.</param>
/// <param name="Name">As people call it.</param>
/// <param name="Position">Degrees (WGS 84); null when nothing says it, and then distances from it are unknown.</param>
public sealed record CommuneSite(string InseeCode, string Name, (double Latitude, double Longitude)? Position)
{
    /// <summary>Name of the grouping (EPCI) that it belongs to; null when unknown.</summary>
    public string? Epci { get; init; }

    public string? EpciSiren { get; init; }

    /// <summary>Whether it belongs to a grouping, by name or SIREN.</summary>
    public bool IsOf(string epci) =>
        EpciSiren == epci || (Epci is { } name && Folded.Key(name) == Folded.Key(epci));
}

/// <summary>The outline of a commune.</summary>
/// <param name="InseeCode">Five characters.</param>
/// <param name="Name">As people call it; may be empty.</param>
/// <param name="Rings">Closed rings of points, outer ones and holes alike, to be filled by the even-odd rule.</param>
/// <param name="Inside">A point that is surely inside.</param>
public sealed record CommuneContour(
    string InseeCode,
    string Name,
    IReadOnlyList<IReadOnlyList<(double Latitude, double Longitude)>> Rings,
    (double Latitude, double Longitude) Inside
);

/// <summary>What a territory gives to its diagnosis (« diagnostic »).</summary>
public sealed record NeedsGround
{
    /// <summary>« distance »: how far a place may be, in kilometres as the crow flies. Default 10.</summary>
    public const double DefaultKilometres = 10;

    /// <summary>The vintages of the file of scores, the latest first.</summary>
    public required IReadOnlyList<FragilityVintage> Vintages { get; init; }

    /// <summary>All that are known; none for those that have a score.</summary>
    public IReadOnlyList<CommuneSite> Communes { get; init; } = [];

    /// <summary>The grouping whose communes are looked at, by name or SIREN; null for all of them.</summary>
    public string? Epci { get; init; }

    /// <summary>The communes that are looked at; none for those that have a score.</summary>
    public IReadOnlyList<CommuneSite> Looked =>
        Epci is { } epci ? [.. Communes.Where(commune => commune.IsOf(epci))] : Communes;

    public IReadOnlyList<CommuneContour> Contours { get; init; } = [];

    public double Kilometres { get; init; } = DefaultKilometres;

    /// <summary>« millésime »; null for the latest complete one.</summary>
    public string? Vintage { get; init; }

    /// <summary>The vintage that is looked at; null when there is none, or none of the name that is asked for.</summary>
    public VintageChoice? Choice =>
        VintageChoice.Of(Vintages, [.. Looked.Select(commune => commune.InseeCode)], Vintage);
}
