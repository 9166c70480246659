using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Connector.Testing;

/// <summary>What an administrator of Nextcloud noted when the client was made.</summary>
public sealed record RegisteredClient(long Id, string ClientId, string ClientSecret);

/// <summary>
/// Somebody at a browser who signs in to a Nextcloud, real or embedded, and lets a program in: the forms are read from the
/// pages and sent as they ask. Redirections are followed by hand, on the origin that is known to work.
/// </summary>
public sealed partial class OAuthBrowser : IDisposable
{
    private readonly Uri _server;
    private readonly HttpClient _http;

    public OAuthBrowser(Uri server)
    {
        _server = server;
        _http = new HttpClient(
            new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }
        );
    }

    /// <summary>Registers a program, as under « Security » in the administration.</summary>
    public static async Task<RegisteredClient> RegisterAsync(
        Uri server,
        string user,
        string password,
        string name,
        Uri redirect
    )
    {
        using var browser = new OAuthBrowser(server);
        await browser.SignInAsync(user, password);
        var token = await browser.GetJsonAsync("index.php/csrftoken");
        using var request = new HttpRequestMessage(
            HttpMethod.Post,
            new Uri(server, "index.php/apps/oauth2/clients")
        );
        request.Headers.Add("requesttoken", token.GetProperty("token").GetString());
        request.Content = new FormUrlEncodedContent(
            new Dictionary<string, string> { ["name"] = name, ["redirectUri"] = redirect.AbsoluteUri }
        );
        using var answer = await browser._http.SendAsync(request);
        answer.EnsureSuccessStatusCode();
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        return new RegisteredClient(
            json.RootElement.GetProperty("id").GetInt64(),
            json.RootElement.GetProperty("clientId").GetString()!,
            json.RootElement.GetProperty("clientSecret").GetString()!
        );
    }

    public async Task SignInAsync(string user, string password)
    {
        var page = await _http.GetStringAsync(new Uri(_server, "index.php/login"));
        var token = RequestToken().Match(page).Groups[1].Value;
        using var form = new FormUrlEncodedContent(
            new Dictionary<string, string>
            {
                ["user"] = user,
                ["password"] = password,
                ["requesttoken"] = WebUtility.HtmlDecode(token),
            }
        );
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(_server, "index.php/login"));
        request.Content = form;
        request.Headers.Add("Origin", _server.GetLeftPart(UriPartial.Authority));
        using var answer = await _http.SendAsync(request);
        if ((int)answer.StatusCode is not (302 or 303))
        {
            throw new InvalidOperationException(
                $"signing in as {user} was refused: {(int)answer.StatusCode}"
            );
        }
    }

    /// <summary>Opens the address that a program sent the browser to, and grants what it asks for.</summary>
    /// <returns>Where Nextcloud sends the browser then.</returns>
    public async Task<Uri> GrantAsync(Uri authorize)
    {
        using var first = await _http.GetAsync(authorize);
        if (first.Headers.Location is not { } next)
        {
            throw new InvalidOperationException(
                $"no way from the authorization page: {(int)first.StatusCode}"
            );
        }

        if (!next.IsAbsoluteUri || !next.AbsolutePath.Contains("/login/flow", StringComparison.Ordinal))
        {
            return next;
        }

        var pick = await _http.GetStringAsync(OnServer(next));
        var state = Field(pick, "stateToken");
        var client = Regex.Match(next.Query, "clientIdentifier=([A-Za-z0-9]+)").Groups[1].Value;
        var ask = await _http.GetStringAsync(
            new Uri(_server, $"index.php/login/flow/grant?stateToken={state}&clientIdentifier={client}")
        );
        using var form = new FormUrlEncodedContent(
            new Dictionary<string, string>
            {
                ["clientIdentifier"] = Field(ask, "clientIdentifier"),
                ["requesttoken"] = Field(ask, "requesttoken"),
                ["stateToken"] = Field(ask, "stateToken"),
            }
        );
        using var granted = await _http.PostAsync(new Uri(_server, "index.php/login/flow"), form);
        return granted.Headers.Location
            ?? throw new InvalidOperationException($"nothing was granted: {(int)granted.StatusCode}");
    }

    public void Dispose() => _http.Dispose();

    private async Task<JsonElement> GetJsonAsync(string path)
    {
        using var json = JsonDocument.Parse(await _http.GetStringAsync(new Uri(_server, path)));
        return json.RootElement.Clone();
    }

    private Uri OnServer(Uri told) => new(_server, told.PathAndQuery);

    private static string Field(string page, string name) =>
        WebUtility.HtmlDecode(Regex.Match(page, $"name=\"{name}\" value=\"([^\"]*)\"").Groups[1].Value);

    [GeneratedRegex("(?:data-requesttoken|name=\"requesttoken\" value)=\"([^\"]*)\"")]
    private static partial Regex RequestToken();
}
