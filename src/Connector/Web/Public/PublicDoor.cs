using Connector.Domain.Publicity;
using Connector.Jobs;
using Connector.Web.Console;
using Connector.Web.Console.Deeds;
using Connector.Web.Console.Pages;
using Connector.Web.Console.Readings;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Connector.Web.Public;

/// <summary>
/// What everybody may see of a network whose file says « page-publique: oui »; of any other it is not even told that it
/// exists.
/// </summary>
internal static class PublicDoor
{
    public static void MapPublic(this WebApplication app)
    {
        app.MapGet(
            "/reseau/{territory}",
            (HttpContext http, string territory) =>
                Page(http, territory, (_, _) => new RazorComponentResult(typeof(PublicPage)))
        );
        app.MapGet(
            "/reseau/{territory}/actualites.xml",
            (HttpContext http, string territory) => Feed(http, territory)
        );
        app.MapGet(
            "/reseau/{territory}/dates.ics",
            (HttpContext http, string territory) => Dates(http, territory)
        );
        app.MapGet(
            "/reseau/{territory}/image.png",
            (HttpContext http, string territory) => Picture(http, territory)
        );
        app.MapGet(
            "/reseau/{territory}/carte",
            (HttpContext http, string territory) => Page(http, territory, Map)
        );
    }

    private static IResult Map(PublicNetwork network, PageScope scope) =>
        MapAnswer.Of(
            scope.Http,
            scope.Reading.Territory,
            ($"/reseau/{Uri.EscapeDataString(scope.Route("territory"))}", network.Name)
        );

    private static async Task<IResult> Page(
        HttpContext http,
        string territory,
        Func<PublicNetwork, PageScope, IResult> show
    )
    {
        var (network, scope) = await EnterAsync(http, territory);
        if (network is null)
        {
            return http.RequestServices.GetRequiredService<ConsoleDoor>().ShowFree<MissingPage>(http, 404);
        }

        http.Response.Headers.CacheControl = "public, max-age=300";
        return show(network, scope);
    }

    private static async Task<IResult> Feed(HttpContext http, string territory) =>
        await EnterAsync(http, territory) is ({ } network, var scope)
            ? Results.Text(
                PublicFeed.Write(
                    network,
                    scope,
                    http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow()
                ),
                "application/rss+xml; charset=utf-8"
            )
            : Results.NotFound();

    private static async Task<IResult> Dates(HttpContext http, string territory) =>
        await EnterAsync(http, territory) is ({ } network, var scope)
            ? Results.Text(PublicDates.Write(network, scope), "text/calendar; charset=utf-8")
            : Results.NotFound();

    private static async Task<IResult> Picture(HttpContext http, string territory) =>
        await EnterAsync(http, territory) is ({ } network, var scope)
            ? Results.Bytes(RelayImage.Write(network, scope), "image/png")
            : Results.NotFound();

    private static async Task<(PublicNetwork? Network, PageScope Scope)> EnterAsync(
        HttpContext http,
        string territory
    )
    {
        var services = http.RequestServices;
        var scope = services.GetRequiredService<PageScope>();
        var configuration = services.GetRequiredService<ServiceState>().Configuration;
        scope.Http = http;
        scope.Language = ConsoleLanguage.Of(http, configuration.Language);
        if (
            configuration.Find(territory) is not { } owner
            || !services.GetRequiredService<Sessions.RightsReader>().IsPublic(owner)
        )
        {
            return (null, scope);
        }

        scope.Read = await services.GetRequiredService<ReadingShelf>().OfAsync(owner, http.RequestAborted);
        return (
            scope.Read.Reading is { Territory.HasPublicPage: true } reading
                ? PublicReading.Of(reading)
                : null,
            scope
        );
    }
}
