using Connector.Domain;
using Connector.Domain.Cartography;
using Connector.TerritoryFiles.Shapes;

namespace Connector.TerritoryFiles.Records;

/// <summary>« carte »: its keys.</summary>
internal static class MapRecord
{
    private static readonly (string Code, Text Message, Text Remedy) NoTiles = (
        "bad-tiles",
        new Text(
            "Ce n'est ni ign, ni osm, ni aucun, ni une adresse de tuiles.",
            "This is neither ign, osm, aucun, nor an address of tiles."
        ),
        new Text(
            "Écrivez ign, osm, aucun, ou une adresse en https avec {z}, {x} et {y}.",
            "Write ign, osm, aucun (none), or an https address with {z}, {x} and {y}."
        )
    );

    private static readonly Key<string> Tiles = new(
        "fond",
        TextShape.Checked(words => Known(words) is null && !MapTiles.IsTemplate(words) ? NoTiles : null),
        new Text(
            "ign (par défaut), osm, aucun, ou l'adresse https des tuiles avec {z}, {x} et {y}.",
            "ign (the default), osm, aucun (none), or the https address of tiles with {z}, {x} and {y}."
        )
    );

    private static readonly Key<string> Attribution = new(
        "attribution",
        TextShape.Name,
        new Text(
            "de qui est le fond, pour des tuiles d'ailleurs.",
            "whose the tiles are, for those from elsewhere."
        )
    );

    public static readonly Key<MapTiles> Key = new(
        "carte",
        new RecordShape<MapTiles>(
            new Text("carte", "map"),
            () => [Tiles, Attribution],
            record => Build(record.Get(Tiles, "ign"), record.Find(Attribution))
        ),
        new Text(
            "le fond de la carte des lieux (Cartographie.html).",
            "what is below the places of the map (Cartographie.html)."
        )
    );

    private static MapTiles Build(string words, string? attribution)
    {
        var tiles = Known(words) ?? MapTiles.Of(words, "");
        return attribution is null ? tiles : tiles with { Attribution = attribution };
    }

    private static MapTiles? Known(string words) =>
        Folded.Key(words) switch
        {
            "ign" => MapTiles.Ign,
            "osm" or "openstreetmap" => MapTiles.OpenStreetMap,
            "aucun" => MapTiles.None,
            _ => null,
        };
}
