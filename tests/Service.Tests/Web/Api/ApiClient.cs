using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Connector.Connector.Tests.Service;
using Connector.Web.Api;

namespace Connector.Connector.Tests.Web.Api;

/// <summary>An answer of the API.</summary>
internal sealed record ApiAnswer(int Status, string Type, string Body, HttpResponseMessage Message)
{
    public JsonElement Json => JsonSerializer.Deserialize<JsonElement>(Body);

    public string Code => Json.GetProperty("type").GetString()!["urn:connector:problem:".Length..];

    public string? Header(string name) =>
        Message.Headers.TryGetValues(name, out var values) ? string.Join(", ", values) : null;
}

/// <summary>A program that uses the API with a token.</summary>
internal sealed class ApiClient : IDisposable
{
    private readonly HttpClient _http;

    public ApiClient(Uri service, string? token)
    {
        _http = new HttpClient { BaseAddress = service };
        _http.DefaultRequestHeaders.Authorization = token is null
            ? null
            : new AuthenticationHeaderValue("Bearer", token);
    }

    /// <summary>Every answer, in words: what is searched for secrets.</summary>
    public List<string> Received { get; } = [];

    /// <summary>With a token that the command line makes.</summary>
    public static async Task<ApiClient> MadeAsync(ConsolePlace place, string name, params string[] options) =>
        new(place.Address, await TokenAsync(place, name, options));

    public static async Task<string> TokenAsync(ConsolePlace place, string name, params string[] options)
    {
        var said = await place.Terminal.RunAsync([
            "token",
            "create",
            name,
            .. options,
            "--config",
            place.Terminal.At("connector.yaml"),
        ]);
        Assert.That(said.Code, Is.Zero, said.All);
        return said.Out.Split('\n')[0].Trim();
    }

    public Task<ApiAnswer> GetAsync(string path, string? language = null) =>
        SendAsync(HttpMethod.Get, path, null, null, language);

    public Task<ApiAnswer> PostAsync(string path, string? body = null, string? key = null) =>
        SendAsync(HttpMethod.Post, path, body, key, null);

    public async Task<ApiAnswer> SendAsync(
        HttpMethod method,
        string path,
        string? body,
        string? key,
        string? language
    )
    {
        using var request = new HttpRequestMessage(method, At(path));
        if (body is not null)
        {
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        }

        if (key is not null)
        {
            request.Headers.Add(KeptCalls.Header, key);
        }

        if (language is not null)
        {
            request.Headers.Add("Accept-Language", language);
        }

        var answer = await _http.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        Received.Add($"{answer}\n{text}");
        return new ApiAnswer(
            (int)answer.StatusCode,
            answer.Content.Headers.ContentType?.MediaType ?? "",
            text,
            answer
        );
    }

    public void Dispose() => _http.Dispose();

    private static string At(string path) =>
        path.StartsWith("/api", StringComparison.Ordinal) ? path : $"{ApiServices.Root}{path}";
}
