using Connector.Domain.Publicity;
using Connector.Web.Console;
using Connector.Web.Console.Readings;

namespace Connector.Web.Public;

/// <summary>The picture of the relay kit.</summary>
internal static class RelayAnswer
{
    public static Task<IResult> ShowAsync(HttpContext http, PageScope page) =>
        OfAsync(
            http,
            page,
            network => Results.Text(RelayPicture.Write(network, page), "image/svg+xml; charset=utf-8")
        );

    public static Task<IResult> ShowPngAsync(HttpContext http, PageScope page) =>
        OfAsync(http, page, network => Results.Bytes(RelayImage.Write(network, page), "image/png"));

    private static async Task<IResult> OfAsync(
        HttpContext http,
        PageScope page,
        Func<PublicNetwork, IResult> answer
    )
    {
        page.Read = await http
            .RequestServices.GetRequiredService<ReadingShelf>()
            .OfAsync(page.Owner!, http.RequestAborted);
        return page.Read.Reading is { Territory.HasPublicPage: true } reading
            ? answer(PublicReading.Of(reading))
            : Results.NotFound();
    }
}
