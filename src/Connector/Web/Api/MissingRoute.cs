using Connector.Domain;
using Microsoft.AspNetCore.Routing.Template;

namespace Connector.Web.Api;

/// <summary>
/// What no endpoint of the API answers: a path that is none, or a method that its path has not (405 with <c>Allow</c>, RFC 9110
/// section 15.5.6). The fallback takes every method, so that the framework does not tell these two apart by itself.
/// </summary>
internal static class MissingRoute
{
    public static IResult Answer(HttpContext http, EndpointDataSource endpoints)
    {
        var allowed = endpoints
            .Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => Matches(endpoint, http.Request.Path))
            .SelectMany(endpoint => endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? [])
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .ToList();
        if (allowed.Count == 0 || allowed.Contains(http.Request.Method))
        {
            return ApiProblems.NotFound(http);
        }

        http.Response.Headers.Allow = string.Join(", ", allowed);
        return ApiProblems.Result(
            http,
            StatusCodes.Status405MethodNotAllowed,
            "method-not-allowed",
            new Text(
                $"Cette adresse répond à : {string.Join(", ", allowed)}.",
                $"This address answers to: {string.Join(", ", allowed)}."
            )
        );
    }

    /// <summary>Numbers in a template are looked at by routing alone: here a path of the same shape is enough.</summary>
    private static bool Matches(RouteEndpoint endpoint, PathString path) =>
        endpoint.RoutePattern.RawText is { } template
        && template.StartsWith(ApiServices.Root, StringComparison.Ordinal)
        && endpoint.Metadata.GetMetadata<IHttpMethodMetadata>() is not null
        && new TemplateMatcher(TemplateParser.Parse(template), []).TryMatch(path, []);
}
