using System.Text;
using Connector.Cartography;
using Connector.Domain.Cartography;
using Connector.Web.Console.Readings;

namespace Connector.Web.Console.Deeds;

/// <summary>The map of the directory as a page of its own, under a policy that lets it show and nothing else.</summary>
internal static class MapAnswer
{
    public static async Task<IResult> ShowAsync(HttpContext http, PageScope page)
    {
        var shelf = http.RequestServices.GetRequiredService<ReadingShelf>();
        var read = await shelf.OfAsync(page.Owner!, http.RequestAborted);
        if (
            read.Reading is not { } reading
            || MapContent.Of(reading.Territory) is not { HasPositions: true } map
        )
        {
            return Results.LocalRedirect(page.At("/annuaire/carte"));
        }

        http.Features.Set(new OwnPolicy($"{MapPage.Policy(map)}; frame-ancestors 'none'"));
        return Results.Text(
            MapPage.Of(map, page.At("/annuaire/carte")),
            "text/html; charset=utf-8",
            Encoding.UTF8
        );
    }
}
