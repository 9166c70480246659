using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Template;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Connector.Browser.Tests;

/// <summary>
/// Finds the pages of the console by following links, so that a page that is added is looked at too: of each route one page,
/// for those of groups, meetings and people look alike.
/// </summary>
internal sealed class PageFinder(ConsoleSite site)
{
    private readonly IReadOnlyList<(string Route, TemplateMatcher Matcher)> _routes =
    [
        .. site
            .Services.GetRequiredService<EndpointDataSource>()
            .Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint =>
                endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Contains("GET") == true
            )
            .Select(endpoint => endpoint.RoutePattern.RawText!)
            // An address belongs to the route with the most words of its own.
            .OrderBy(route => route.Count(letter => letter == '{'))
            .Select(route => (route, new TemplateMatcher(TemplateParser.Parse(route), []))),
    ];

    /// <summary>Routes of a territory that show a page; files and streams are none.</summary>
    public IEnumerable<string> Pages =>
        _routes
            .Select(one => one.Route)
            .Where(route =>
                route.StartsWith("/t/{territory}", StringComparison.Ordinal)
                && !route.EndsWith(".svg", StringComparison.Ordinal)
                && !route.EndsWith(".png", StringComparison.Ordinal)
                && !route.EndsWith(".pdf", StringComparison.Ordinal)
                && !route.EndsWith("/suivi", StringComparison.Ordinal)
                && !route.EndsWith("/rencontres/dates", StringComparison.Ordinal)
            );

    /// <summary>The route of an address; the address itself where none is known.</summary>
    public string RouteOf(string path) =>
        _routes.FirstOrDefault(one => one.Matcher.TryMatch(path.Split('?')[0], [])).Route ?? path;

    /// <returns>The address of one page of each route that links lead to.</returns>
    public async Task<IReadOnlyList<string>> FromAsync(IPage page, params string[] roots)
    {
        var seen = new List<string>();
        var routes = new HashSet<string>(StringComparer.Ordinal);
        var left = new Queue<string>(roots);
        while (left.TryDequeue(out var path))
        {
            // A browser saves those in place of showing them.
            if (path.EndsWith(".pdf", StringComparison.Ordinal) || !routes.Add(RouteOf(path)))
            {
                continue;
            }

            var answer = await page.GotoAsync(path);
            if (
                answer!.Headers["content-type"] is not { } type
                || !type.StartsWith("text/html", StringComparison.Ordinal)
            )
            {
                continue;
            }

            seen.Add(path);
            var links = await page.EvaluateAsync<string[]>(
                "[...document.querySelectorAll('a[href]')].map(a => new URL(a.href)).filter(u => u.origin === location.origin).map(u => u.pathname)"
            );
            foreach (var link in links.Distinct(StringComparer.Ordinal))
            {
                left.Enqueue(link);
            }
        }

        return seen;
    }
}
