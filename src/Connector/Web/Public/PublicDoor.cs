using Connector.Domain.Publicity;
using Connector.Jobs;
using Connector.Web.Console;
using Connector.Web.Console.Deeds;
using Connector.Web.Console.Pages;
using Connector.Web.Console.Readings;
using Connector.Web.Sessions;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Connector.Web.Public;

/// <summary>
/// What everybody may see of a network whose file says « page-publique: oui »; of any other it is not even told that it
/// exists.
/// </summary>
internal static class PublicDoor
{
    private const string RetryAfterSeconds = "60";

    public static void MapPublic(this WebApplication app)
    {
        Map(app, "", (_, _) => new RazorComponentResult(typeof(PublicPage)));
        Map(app, "/actualites.xml", Feed);
        Map(app, "/dates.ics", (network, scope) => Calendar(PublicDates.Write(network, scope)));
        Map(
            app,
            "/image.png",
            (network, scope) => Results.Bytes(RelayImage.Write(network, scope), "image/png")
        );
        Map(app, "/carte", Cartography);
    }

    private static void Map(WebApplication app, string path, Func<PublicNetwork, PageScope, IResult> show) =>
        app.MapGet(
            $"/reseau/{{territory}}{path}",
            (HttpContext http, string territory) => AnswerAsync(http, territory, show)
        );

    private static IResult Feed(PublicNetwork network, PageScope scope) =>
        Results.Text(
            PublicFeed.Write(
                network,
                scope,
                scope.Http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow()
            ),
            "application/rss+xml; charset=utf-8"
        );

    private static IResult Calendar(string dates) => Results.Text(dates, "text/calendar; charset=utf-8");

    private static IResult Cartography(PublicNetwork network, PageScope scope) =>
        MapAnswer.Of(
            scope.Http,
            scope.Reading.Territory,
            ($"/reseau/{Uri.EscapeDataString(scope.Route("territory"))}", network.Name)
        );

    private static async Task<IResult> AnswerAsync(
        HttpContext http,
        string territory,
        Func<PublicNetwork, PageScope, IResult> show
    )
    {
        var services = http.RequestServices;
        var door = services.GetRequiredService<ConsoleDoor>();
        var scope = services.GetRequiredService<PageScope>();
        var configuration = services.GetRequiredService<ServiceState>().Configuration;
        scope.Http = http;
        scope.Language = ConsoleLanguage.Of(http, configuration.Language);
        if (
            configuration.Find(territory) is not { } owner
            || !services.GetRequiredService<RightsReader>().IsPublic(owner)
        )
        {
            return door.ShowFree<MissingPage>(http, StatusCodes.Status404NotFound);
        }

        scope.Read = await services.GetRequiredService<ReadingShelf>().OfAsync(owner, http.RequestAborted);
        if (scope.Read.Reading is not { } reading)
        {
            // It exists all the same: whoever indexes or subscribes comes back.
            http.Response.Headers.RetryAfter = RetryAfterSeconds;
            return door.ShowFree<AwayPage>(http, StatusCodes.Status503ServiceUnavailable);
        }

        if (!reading.Territory.HasPublicPage)
        {
            return door.ShowFree<MissingPage>(http, StatusCodes.Status404NotFound);
        }

        http.Response.Headers.CacheControl = "public, max-age=300";
        return show(PublicReading.Of(reading), scope);
    }
}
