using System.IO.Compression;
using System.Text;
using Connector.Cartography;
using Connector.Domain.Cartography;
using Connector.Domain.Territories;
using Connector.Web.Console.Readings;

namespace Connector.Web.Console.Deeds;

/// <summary>The map of the directory as a page of its own, under a policy that lets it show and nothing else.</summary>
internal static class MapAnswer
{
    public static async Task<IResult> ShowAsync(HttpContext http, PageScope page)
    {
        var shelf = http.RequestServices.GetRequiredService<ReadingShelf>();
        var read = await shelf.OfAsync(page.Owner!, http.RequestAborted);
        var list = page.At("/annuaire/carte");
        return read.Reading is { } reading
            ? Of(http, reading.Territory, (list, "Retour à la console"))
            : Results.LocalRedirect(list);
    }

    /// <param name="http">The request.</param>
    /// <param name="territory">Whose places.</param>
    /// <param name="back">Where its reader came from, and goes where there is nothing to put on a map.</param>
    public static IResult Of(HttpContext http, Territory territory, (string Address, string Words) back)
    {
        if (MapContent.Of(territory) is not { HasPositions: true } map)
        {
            return Results.LocalRedirect(back.Address);
        }

        http.Features.Set(new OwnPolicy($"{MapPage.Policy(map)}; frame-ancestors 'none'"));
        http.Response.Headers.Vary = "Accept-Encoding";
        var page = Encoding.UTF8.GetBytes(MapPage.Of(map, back));
        if (TakesBrotli(http))
        {
            http.Response.Headers.ContentEncoding = "br";
            page = Packed(page);
        }

        return Results.Bytes(page, "text/html; charset=utf-8");
    }

    private static bool TakesBrotli(HttpContext http) =>
        http
            .Request.GetTypedHeaders()
            .AcceptEncoding.Any(coding => coding.Value == "br" && coding.Quality is not 0);

    /// <summary>Its script is most of it. Nothing secret stands in it, so that its length tells nothing.</summary>
    private static byte[] Packed(byte[] page)
    {
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Optimal))
        {
            brotli.Write(page);
        }

        return packed.ToArray();
    }
}
