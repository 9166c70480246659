namespace Connector.Domain.Cartography;

/// <summary>« fond »: the pictures below the places, fetched by whoever looks at the map.</summary>
/// <param name="Address">Template with <c>{z}</c>, <c>{x}</c> and <c>{y}</c>; null for none.</param>
/// <param name="Attribution">Whose they are, as their licence wants it shown.</param>
/// <param name="Deepest">The last zoom level that there are pictures for.</param>
public sealed record MapTiles(string? Address, string Attribution, int Deepest)
{
    private const int UsualDepth = 19;

    /// <summary>« ign »: Plan IGN of the Géoplateforme, the default; free of charge and without a key.</summary>
    public static MapTiles Ign { get; } =
        new(
            "https://data.geopf.fr/wmts?SERVICE=WMTS&REQUEST=GetTile&VERSION=1.0.0&LAYER=GEOGRAPHICALGRIDSYSTEMS.PLANIGNV2"
                + "&STYLE=normal&FORMAT=image/png&TILEMATRIXSET=PM&TILEMATRIX={z}&TILEROW={y}&TILECOL={x}",
            "© IGN – Géoplateforme",
            UsualDepth
        );

    /// <summary>« osm »</summary>
    public static MapTiles OpenStreetMap { get; } =
        new(
            "https://tile.openstreetmap.org/{z}/{x}/{y}.png",
            "© les contributeurs d'OpenStreetMap",
            UsualDepth
        );

    /// <summary>« aucun »: nothing is fetched from anywhere.</summary>
    public static MapTiles None { get; } = new(null, "", UsualDepth);

    /// <summary>Tiles of somebody else.</summary>
    public static MapTiles Of(string address, string attribution) => new(address, attribution, UsualDepth);

    /// <summary>Where they come from, as a source of a Content-Security-Policy; null for none, or for no such address.</summary>
    public string? Origin =>
        Address is { } address
        && Uri.TryCreate(Filled(address), UriKind.Absolute, out var uri)
        && uri is { Scheme: "https", Host.Length: > 0, UserInfo.Length: 0 }
            ? Source(address, uri)
            : null;

    /// <summary>Whether an address can be asked for tiles.</summary>
    public static bool IsTemplate(string address) =>
        address.Contains("{z}", StringComparison.Ordinal)
        && address.Contains("{x}", StringComparison.Ordinal)
        && (
            address.Contains("{y}", StringComparison.Ordinal)
            || address.Contains("{-y}", StringComparison.Ordinal)
        )
        && Of(address, "").Origin is not null;

    private static string Source(string address, Uri uri)
    {
        var host = uri.IsDefaultPort ? uri.Host : $"{uri.Host}:{uri.Port}";
        return address.Contains("{s}.", StringComparison.Ordinal)
            ? $"https://*{host[host.IndexOf('.', StringComparison.Ordinal)..]}"
            : $"https://{host}";
    }

    private static string Filled(string address) =>
        address
            .Replace("{s}", "a", StringComparison.Ordinal)
            .Replace("{z}", "0", StringComparison.Ordinal)
            .Replace("{x}", "0", StringComparison.Ordinal)
            .Replace("{y}", "0", StringComparison.Ordinal)
            .Replace("{-y}", "0", StringComparison.Ordinal)
            .Replace("{r}", "", StringComparison.Ordinal);
}
