using Connector.Web.Console;
using Connector.Web.Console.Readings;

namespace Connector.Web.Public;

/// <summary>The picture of the relay kit.</summary>
internal static class RelayAnswer
{
    public static async Task<IResult> ShowAsync(HttpContext http, PageScope page)
    {
        page.Read = await http
            .RequestServices.GetRequiredService<ReadingShelf>()
            .OfAsync(page.Owner!, http.RequestAborted);
        return page.Read.Reading is { Territory.HasPublicPage: true } reading
            ? Results.Text(
                RelayPicture.Write(PublicNetwork.Of(reading), page),
                "image/svg+xml; charset=utf-8"
            )
            : Results.NotFound();
    }
}
