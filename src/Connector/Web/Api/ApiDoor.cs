using System.Net.Http.Headers;
using System.Threading.RateLimiting;
using Connector.Domain;
using Connector.Web.Api.Tokens;
using Microsoft.Net.Http.Headers;

namespace Connector.Web.Api;

/// <summary>
/// Lets a request into the API: by a token in <c>Authorization: Bearer</c> and by nothing else. A session's cookie counts for
/// nothing here, so that no page of another site can use one.
/// </summary>
internal sealed class ApiDoor(ApiTokens tokens, KeptCalls kept) : IDisposable
{
    /// <summary>Requests of one token in a minute, on one node.</summary>
    public const int RequestsPerMinute = 300;

    private const string Scheme = "Bearer";

    private readonly PartitionedRateLimiter<string> _limits = PartitionedRateLimiter.Create<string, string>(
        name =>
            RateLimitPartition.GetFixedWindowLimiter(
                name,
                _ => new FixedWindowRateLimiterOptions
                {
                    PermitLimit = RequestsPerMinute,
                    Window = TimeSpan.FromMinutes(1),
                }
            )
    );

    public async Task EnterAsync(HttpContext http, RequestDelegate next)
    {
        http.Response.Headers.CacheControl = "no-store";
        if (http.GetEndpoint()?.Metadata.GetMetadata<IsOpen>() is not null)
        {
            await next(http);
            return;
        }

        if (await CallerAsync(http) is not { } caller)
        {
            await Refuse(http, NoToken(http));
            return;
        }

        using var lease = _limits.AttemptAcquire(caller.Name);
        if (!lease.IsAcquired)
        {
            http.Response.Headers.RetryAfter = "60";
            await Refuse(http, TooMany(http));
            return;
        }

        ApiCaller.Set(http, caller);
        if (http.GetEndpoint()?.Metadata.GetMetadata<NeedsScope>() is { } needs && !caller.May(needs.Scope))
        {
            await Refuse(http, WrongScope(http, needs.Scope));
            return;
        }

        await kept.AnswerAsync(http, next);
    }

    public void Dispose() => _limits.Dispose();

    /// <summary>Never from an address: those are written down everywhere.</summary>
    private async Task<ApiToken?> CallerAsync(HttpContext http) =>
        AuthenticationHeaderValue.TryParse(http.Request.Headers.Authorization, out var header)
        && string.Equals(header.Scheme, Scheme, StringComparison.OrdinalIgnoreCase)
        && header.Parameter is { } token
            ? await tokens.FindAsync(token, http.RequestAborted)
            : null;

    private static Task Refuse(HttpContext http, IResult answer) => answer.ExecuteAsync(http);

    private static IResult NoToken(HttpContext http)
    {
        var shown = http.Request.Headers.ContainsKey(HeaderNames.Authorization);
        http.Response.Headers.WWWAuthenticate = shown
            ? $"{Scheme} realm=\"connector\", error=\"invalid_token\""
            : $"{Scheme} realm=\"connector\"";
        return ApiProblems.Result(
            http,
            StatusCodes.Status401Unauthorized,
            "token",
            new Text(
                "Il faut un jeton valable : « Authorization: Bearer connector_… ». « connector token create » en fait un.",
                "A valid token is needed: 'Authorization: Bearer connector_…'. 'connector token create' makes one."
            )
        );
    }

    private static IResult WrongScope(HttpContext http, ApiScope scope)
    {
        var word = ApiScopes.Word(scope);
        http.Response.Headers.WWWAuthenticate =
            $"{Scheme} realm=\"connector\", error=\"insufficient_scope\", scope=\"{word}\"";
        return ApiProblems.Result(
            http,
            StatusCodes.Status403Forbidden,
            "scope",
            new Text(
                $"Il faut un jeton avec le droit « {word} ».",
                $"A token with the scope '{word}' is needed."
            )
        );
    }

    private static IResult TooMany(HttpContext http) =>
        ApiProblems.Result(
            http,
            StatusCodes.Status429TooManyRequests,
            "too-many-requests",
            new Text(
                $"Un jeton peut demander {RequestsPerMinute} fois par minute.",
                $"A token may ask {RequestsPerMinute} times a minute."
            )
        );
}

/// <summary>On an endpoint: everybody may see it, for it says the same of every installation.</summary>
internal sealed record IsOpen;
