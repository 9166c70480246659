using Connector.Cartography;
using Connector.Domain;
using Connector.Domain.Cartography;
using Connector.TerritoryFiles;

namespace Connector.Directories;

/// <summary>A map that is ready.</summary>
internal sealed record MapResult
{
    /// <summary>Null when something stopped it.</summary>
    public required string? Page { get; init; }

    public int Placed { get; init; }

    public int Listed { get; init; }

    public IReadOnlyList<Problem> Problems { get; init; } = [];
}

/// <summary><c>connector directory map</c>: asks nobody.</summary>
internal sealed class MapRun(LoadResult loaded, string territoryPath)
{
    public MapResult Run()
    {
        if (loaded.Territory is not { } territory)
        {
            return new MapResult { Page = null, Problems = loaded.Problems };
        }

        var content = MapContent.Of(territory);
        return content.HasPositions
            ? new MapResult
            {
                Page = MapPage.Of(content),
                Placed = content.Places.Count(place => place.Position is not null),
                Listed = content.Places.Count,
            }
            : new MapResult { Page = null, Problems = [NoPositions(territoryPath)] };
    }

    private static Problem NoPositions(string path) =>
        new()
        {
            Code = "no-positions",
            Message = new Text(
                "Aucune structure de l'annuaire ne dit où elle est.",
                "No organisation of the directory says where it is."
            ),
            Remedy = new Text(
                "Remplissez les colonnes latitude et longitude, ou importez un fichier qui les a.",
                "Fill the columns latitude and longitude, or import a file that has them."
            ),
            Place = new SourcePlace(path, 0, 0),
        };
}
