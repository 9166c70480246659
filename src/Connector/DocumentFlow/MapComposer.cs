using System.Text;
using Connector.Cartography;
using Connector.Domain.Cartography;
using Connector.Provisioning;

namespace Connector.DocumentFlow;

/// <summary>The map of the network's places, for members to open and to pass on.</summary>
internal static class MapComposer
{
    public static MadeDocument Compose(ComposedTerritory context) =>
        new(Encoding.UTF8.GetBytes(MapPage.Of(MapContent.Of(context.Territory))), MadeDocument.Html);
}
