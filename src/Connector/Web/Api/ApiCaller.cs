using Connector.Domain.Auditing;
using Connector.Service;
using Connector.Web.Api.Tokens;

namespace Connector.Web.Api;

/// <summary>Whose token a request carries.</summary>
internal static class ApiCaller
{
    private static readonly object Key = new();

    public static void Set(HttpContext http, ApiToken token) => http.Items[Key] = token;

    /// <exception cref="InvalidOperationException">The request came past the door of the API.</exception>
    public static ApiToken Of(HttpContext http) =>
        http.Items[Key] as ApiToken ?? throw new InvalidOperationException("nobody is known here");

    public static AuditActor Actor(HttpContext http) => new(AuditDoor.Token, Of(http).Name);

    /// <summary>A configured territory that is this token's business; null for every other.</summary>
    public static ServiceTerritory? Territory(
        HttpContext http,
        ServiceConfiguration configuration,
        string id
    ) => Of(http).Concerns(id) ? configuration.Find(id) : null;
}

/// <summary>On an endpoint: which scope a token must have.</summary>
internal sealed record NeedsScope(ApiScope Scope);
