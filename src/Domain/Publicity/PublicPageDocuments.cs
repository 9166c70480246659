using Connector.Domain.Territories;
using Connector.Domain.Workspaces;

namespace Connector.Domain.Publicity;

/// <summary>A public page that a blueprint asks for is made only where the territory's file says « page-publique: oui ».</summary>
internal static class PublicPageDocuments
{
    public static IReadOnlyList<AreaSpec> Of(Territory territory, IReadOnlyList<AreaSpec> areas) =>
        territory.HasPublicPage
            ? areas
            :
            [
                .. areas.Select(area =>
                    area.Documents.Any(document => document.Kind == DocumentKind.PublicPage)
                        ? area with
                        {
                            Documents =
                            [
                                .. area.Documents.Where(document => document.Kind != DocumentKind.PublicPage),
                            ],
                        }
                        : area
                ),
            ];
}
