using System.Net;
using System.Text.RegularExpressions;
using Connector.Testing;

namespace Connector.Connector.Tests.Service;

/// <summary>One browser at the console: cookies, no script, redirections followed by hand.</summary>
internal sealed class ConsoleBrowser : IDisposable
{
    private readonly Uri _console;
    private readonly CookieContainer _cookies = new();
    private readonly HttpClient _http;

    public ConsoleBrowser(Uri console)
    {
        _console = console;
        _http = new HttpClient(
            new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = _cookies }
        );
    }

    /// <summary>Everything that was received: status, headers and body of each answer.</summary>
    public List<string> Received { get; } = [];

    public string? Session => _cookies.GetCookies(_console)["connector"]?.Value;

    public void Plant(string session) => _cookies.Add(_console, new Cookie("connector", session));

    public Task<HttpResponseMessage> GetAsync(string path) =>
        Send(new HttpRequestMessage(HttpMethod.Get, At(path)));

    /// <summary>As a person reads it: characters, not their entities, and a space is a space.</summary>
    public async Task<string> ReadAsync(string path) => Words(await SourceAsync(path));

    public static async Task<string> WordsAsync(HttpResponseMessage answer) =>
        Words(await answer.Content.ReadAsStringAsync());

    public static string Words(string source) =>
        WebUtility.HtmlDecode(source).Replace('\u00A0', ' ').Replace('\u202F', ' ');

    public async Task<string> SourceAsync(string path)
    {
        using var answer = await GetAsync(path);
        return await answer.Content.ReadAsStringAsync();
    }

    /// <summary>Goes to Nextcloud, grants, comes back.</summary>
    /// <returns>Where the console leads to then.</returns>
    public async Task<string> SignInAsync(ConsolePlace place, string user, string back = "/")
    {
        using var away = await GetAsync($"/connexion/vallon?retour={Uri.EscapeDataString(back)}");
        using var nextcloud = new OAuthBrowser(place.Place.Server.BaseAddress);
        await nextcloud.SignInAsync(user, ConsolePlace.Password);
        var granted = await nextcloud.GrantAsync(away.Headers.Location!);
        using var home = await GetAsync(granted.PathAndQuery);
        return home.Headers.Location?.OriginalString ?? $"{home.StatusCode}";
    }

    /// <summary>Presses the button of a page that leads to <paramref name="action"/>.</summary>
    public async Task<HttpResponseMessage> PressAsync(string page, string action)
    {
        var form = Regex.Match(
            await SourceAsync(page),
            $"<form method=\"post\" action=\"{Regex.Escape(action)}\"[^>]*>(.*?)</form>",
            RegexOptions.Singleline
        );
        Assert.That(form.Success, $"{page} has no button for {action}");
        var fields = Regex
            .Matches(form.Value, "name=\"([^\"]+)\" value=\"([^\"]*)\"")
            .Select(field =>
                KeyValuePair.Create(field.Groups[1].Value, WebUtility.HtmlDecode(field.Groups[2].Value))
            );
        return await PostAsync(action, [.. fields]);
    }

    public Task<HttpResponseMessage> PostAsync(string path, params KeyValuePair<string, string>[] fields) =>
        Send(
            new HttpRequestMessage(HttpMethod.Post, At(path)) { Content = new FormUrlEncodedContent(fields) }
        );

    public Task<HttpResponseMessage> PostAsync(string path, HttpContent content) =>
        Send(new HttpRequestMessage(HttpMethod.Post, At(path)) { Content = content });

    /// <param name="request">To an address of the console, without its host.</param>
    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request)
    {
        request.RequestUri = At(request.RequestUri!.OriginalString);
        return Send(request);
    }

    public void Dispose() => _http.Dispose();

    private async Task<HttpResponseMessage> Send(HttpRequestMessage request)
    {
        using (request)
        {
            var answer = await _http.SendAsync(request);
            Received.Add($"{answer}\n{await answer.Content.ReadAsStringAsync()}");
            return answer;
        }
    }

    private Uri At(string path) => new(_console, path);
}
