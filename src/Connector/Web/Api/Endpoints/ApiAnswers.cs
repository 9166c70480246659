using Connector.Domain;
using Connector.Web.Api.Tokens;

namespace Connector.Web.Api.Endpoints;

/// <summary>What endpoints of the API say alike, to callers and in the description.</summary>
internal static class ApiAnswers
{
    public static readonly Text BadLimit = new(
        $"« limit » : de 1 à {ApiPages.Most}.",
        $"'limit': 1 to {ApiPages.Most}."
    );

    /// <summary>What a run answers that had nothing to show: a group that is not there, or what keeps it from its work.</summary>
    public static IResult Stopped(HttpContext http, IReadOnlyList<Problem> problems) =>
        problems.Any(problem => problem.Code.StartsWith("unknown-", StringComparison.Ordinal))
            ? ApiProblems.NotFound(http)
            : TerritoryLook.Mistakes(http, problems);

    /// <summary>Which scope the door asks for.</summary>
    public static RouteHandlerBuilder Needs(this RouteHandlerBuilder endpoint, ApiScope scope) =>
        endpoint
            .WithMetadata(new NeedsScope(scope))
            .WithDescription($"Scope: {ApiScopes.Word(scope)}.")
            .Fails(401, 403, 429);

    /// <summary>Errors that an endpoint may answer with.</summary>
    public static RouteHandlerBuilder Fails(this RouteHandlerBuilder endpoint, params int[] statuses)
    {
        foreach (var status in statuses)
        {
            endpoint.ProducesProblem(status);
        }

        return endpoint;
    }

    /// <summary>Errors of what asks a territory's Nextcloud.</summary>
    public static RouteHandlerBuilder FailsAsLook(this RouteHandlerBuilder endpoint) =>
        endpoint.Fails(404, 409, 502, 503, 504);

    /// <summary>Errors of what changes something.</summary>
    public static RouteHandlerBuilder FailsAsPost(this RouteHandlerBuilder endpoint) =>
        endpoint.Fails(400, 404, 409, 413, 415, 422);
}
