using Connector.Domain.Directories;
using Connector.Domain.Territories;

namespace Connector.Domain.Workspaces;

/// <summary>A map that a blueprint asks for is made only where the directory says where some place is.</summary>
internal static class MapDocuments
{
    public static IReadOnlyList<AreaSpec> Of(Territory territory, IReadOnlyList<AreaSpec> areas) =>
        territory.Organisations.Any(organisation => GeoPoint.Of(organisation) is not null)
            ? areas
            :
            [
                .. areas.Select(area =>
                    area.Documents.Any(document => document.Kind == DocumentKind.Map)
                        ? area with
                        {
                            Documents =
                            [
                                .. area.Documents.Where(document => document.Kind != DocumentKind.Map),
                            ],
                        }
                        : area
                ),
            ];
}
