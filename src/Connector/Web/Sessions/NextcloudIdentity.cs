using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Connector.Service;

namespace Connector.Web.Sessions;

/// <summary>An account as Nextcloud tells it to itself.</summary>
internal sealed record NextcloudUser(string Id, string Name, IReadOnlyList<string> Groups);

/// <summary>A pair of tokens; the refresh token is good for one exchange.</summary>
internal sealed record TokenPair(string Access, string Refresh, TimeSpan Lives);

internal enum IdentityState
{
    Known,

    /// <summary>The token is no longer good, or the account is disabled.</summary>
    Refused,

    /// <summary>The server does not answer, or answers with a failure of its own.</summary>
    Away,
}

/// <summary>
/// Asks a Nextcloud who somebody is, on their own behalf, with the token that they granted. Redirections are not followed: a
/// token goes to the address in the configuration and nowhere else.
/// </summary>
internal sealed class NextcloudIdentity : IDisposable
{
    private const int LargestAnswer = 1024 * 1024;

    private readonly HttpClient _http = new(Handler())
    {
        Timeout = TimeSpan.FromSeconds(15),
        MaxResponseContentBufferSize = LargestAnswer,
    };

    public static SocketsHttpHandler Handler() =>
        new()
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            ConnectTimeout = TimeSpan.FromSeconds(5),
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        };

    public async Task<(IdentityState State, NextcloudUser? User)> AskAsync(
        Uri server,
        string access,
        CancellationToken ct
    )
    {
        using var request = Request(
            HttpMethod.Get,
            new Uri(server, "ocs/v2.php/cloud/user?format=json"),
            access
        );
        var (status, json) = await SendAsync(request, ct);
        return status switch
        {
            HttpStatusCode.OK when Read(json) is { } user => (IdentityState.Known, user),
            HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => (IdentityState.Refused, null),
            _ => (IdentityState.Away, null),
        };
    }

    public async Task<(IdentityState State, TokenPair? Tokens)> RefreshAsync(
        SignInServer server,
        string refresh,
        CancellationToken ct
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, TokenAddress(server.Server));
        request.Content = new FormUrlEncodedContent(
            new Dictionary<string, string>
            {
                ["grant_type"] = "refresh_token",
                ["refresh_token"] = refresh,
                ["client_id"] = server.Client,
                ["client_secret"] = server.Secret,
            }
        );
        var (status, json) = await SendAsync(request, ct);
        return status switch
        {
            HttpStatusCode.OK
                when Word(json, "access_token") is { } access && Word(json, "refresh_token") is { } next => (
                IdentityState.Known,
                new TokenPair(access, next, Lives(json!.Value))
            ),
            HttpStatusCode.BadRequest or HttpStatusCode.Unauthorized => (IdentityState.Refused, null),
            _ => (IdentityState.Away, null),
        };
    }

    /// <summary>Takes back what was granted: the access token is an app password of the person's.</summary>
    public async Task<bool> RevokeAsync(Uri server, string access, CancellationToken ct)
    {
        using var request = Request(
            HttpMethod.Delete,
            new Uri(server, "ocs/v2.php/core/apppassword?format=json"),
            access
        );
        var (status, _) = await SendAsync(request, ct);
        return status is HttpStatusCode.OK or HttpStatusCode.Unauthorized;
    }

    public static Uri TokenAddress(Uri server) => new(server, "index.php/apps/oauth2/api/v1/token");

    public void Dispose() => _http.Dispose();

    private static HttpRequestMessage Request(HttpMethod verb, Uri address, string access)
    {
        var request = new HttpRequestMessage(verb, address);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", access);
        request.Headers.Add("OCS-APIRequest", "true");
        request.Headers.Accept.ParseAdd("application/json");
        return request;
    }

    /// <summary>The status counts whatever comes with it: 27 refuses a disabled account in XML, whatever was asked for.</summary>
    private async Task<(HttpStatusCode? Status, JsonElement? Json)> SendAsync(
        HttpRequestMessage request,
        CancellationToken ct
    )
    {
        try
        {
            using var answer = await _http.SendAsync(request, ct);
            return (answer.StatusCode, Parse(await answer.Content.ReadAsByteArrayAsync(ct)));
        }
        catch (Exception error)
            when (error is HttpRequestException
                || (error is OperationCanceledException && !ct.IsCancellationRequested)
            )
        {
            return (null, null);
        }
    }

    private static JsonElement? Parse(byte[] body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            return json.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary><c>{"ocs":{"data":{"id":"zoe","displayname":"Zoé","groups":["reseau"]}}}</c></summary>
    private static NextcloudUser? Read(JsonElement? json)
    {
        if (
            Part(Part(json, "ocs"), "data") is not { } data
            || Word(data, "id") is not { } id
            || Part(data, "groups") is not { ValueKind: JsonValueKind.Array } groups
        )
        {
            return null;
        }

        var names = groups.EnumerateArray().Where(group => group.ValueKind == JsonValueKind.String);
        return new NextcloudUser(
            id,
            Word(data, "displayname") is { Length: > 0 } name ? name : id,
            [.. names.Select(group => group.GetString()!)]
        );
    }

    private static TimeSpan Lives(JsonElement json) =>
        TimeSpan.FromSeconds(
            Part(json, "expires_in") is { ValueKind: JsonValueKind.Number } number
            && number.TryGetInt32(out var seconds)
                ? seconds
                : 3600
        );

    private static JsonElement? Part(JsonElement? json, string name) =>
        json is { ValueKind: JsonValueKind.Object } some && some.TryGetProperty(name, out var part)
            ? part
            : null;

    private static string? Word(JsonElement? json, string name) =>
        Part(json, name) is { ValueKind: JsonValueKind.String } word ? word.GetString() : null;
}
