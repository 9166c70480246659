using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace Connector.Tests.Announcing;

/// <summary>
/// A receiver of webhooks as Slack and Mattermost document theirs: one address that is known, JSON that is checked, answers in
/// their own words.
/// </summary>
internal sealed class WebhookReceiver : IAsyncDisposable
{
    public const string Key = "T000/B000/s3cr3t-hook-k3y";

    private readonly HttpListener _listener = new();
    private readonly Task _serving;
    private readonly bool _isSlack;
    private readonly List<string> _texts = [];

    private WebhookReceiver(bool isSlack)
    {
        _isSlack = isSlack;
        using (var free = new TcpListener(IPAddress.Loopback, 0))
        {
            free.Start();
            Address = new Uri($"http://127.0.0.1:{((IPEndPoint)free.LocalEndpoint).Port}/hooks/{Key}");
        }

        _listener.Prefixes.Add($"http://127.0.0.1:{Address.Port}/");
        _listener.Start();
        _serving = ServeAsync();
    }

    public Uri Address { get; }

    public int Calls { get; private set; }

    /// <summary>What was taken.</summary>
    public IReadOnlyList<string> Texts => _texts;

    /// <summary>Answers that come before it looks at anything: status, body, Retry-After.</summary>
    public Queue<(int Status, string Body, string? RetryAfter)> Moods { get; } = [];

    /// <summary>Where it sends callers instead of taking anything; null when it does not.</summary>
    public Uri? Elsewhere { get; set; }

    public static WebhookReceiver Slack() => new(isSlack: true);

    public static WebhookReceiver Mattermost() => new(isSlack: false);

    public async ValueTask DisposeAsync()
    {
        _listener.Close();
        await _serving;
    }

    private async Task ServeAsync()
    {
        while (true)
        {
            HttpListenerContext call;
            try
            {
                call = await _listener.GetContextAsync();
            }
            catch (Exception error) when (error is HttpListenerException or ObjectDisposedException)
            {
                return;
            }

            Calls++;
            using var reader = new StreamReader(call.Request.InputStream, Encoding.UTF8);
            var (status, body) = Answer(call, await reader.ReadToEndAsync());
            call.Response.StatusCode = status;
            call.Response.Close(Encoding.UTF8.GetBytes(body), willBlock: false);
        }
    }

    private (int, string) Answer(HttpListenerContext call, string body)
    {
        if (Elsewhere is { } elsewhere)
        {
            call.Response.RedirectLocation = elsewhere.AbsoluteUri;
            return (302, "");
        }

        if (Moods.TryDequeue(out var mood))
        {
            if (mood.RetryAfter is { } wait)
            {
                call.Response.Headers["Retry-After"] = wait;
            }

            return (mood.Status, mood.Body);
        }

        if (call.Request.Url!.AbsolutePath != $"/hooks/{Key}")
        {
            return (
                404,
                _isSlack
                    ? "no_service"
                    : """{"id":"web.incoming_webhook.invalid.app_error","status_code":404}"""
            );
        }

        if (
            call.Request.HttpMethod != "POST"
            || call.Request.ContentType?.StartsWith("application/json", StringComparison.Ordinal) != true
        )
        {
            return (400, "invalid_payload");
        }

        return Take(body);
    }

    private (int, string) Take(string body)
    {
        JsonElement payload;
        try
        {
            payload = JsonDocument.Parse(body).RootElement;
        }
        catch (JsonException)
        {
            return (400, "invalid_payload");
        }

        if (
            payload.ValueKind != JsonValueKind.Object
            || !payload.TryGetProperty("text", out var text)
            || text.GetString() is not { Length: > 0 } words
        )
        {
            return (400, "no_text");
        }

        if (words.Length > (_isSlack ? 40_000 : 16_383))
        {
            return (400, _isSlack ? "invalid_payload" : """{"id":"api.post.create_post.too_long"}""");
        }

        _texts.Add(words);
        return (200, "ok");
    }
}
