using System.Net;
using System.Text;

namespace Connector.Testing;

/// <summary>A request as it left, with its body read.</summary>
public sealed record SeenRequest(
    HttpMethod Verb,
    Uri Address,
    IReadOnlyDictionary<string, string> Headers,
    string Body
)
{
    public string Path => Address.AbsolutePath;
}

/// <summary>
/// Stands where the network would be: answers from a script, in order (the last one again and again), and remembers
/// every request.
/// </summary>
public sealed class StubTransport : HttpMessageHandler
{
    private readonly Queue<Func<SeenRequest, CancellationToken, Task<HttpResponseMessage>>> _script = new();
    private readonly List<SeenRequest> _seen = [];

    public IReadOnlyList<SeenRequest> Seen => _seen;

    public SeenRequest Last => _seen[^1];

    public StubTransport Answer(int status, string body = "", params (string Name, string Value)[] headers) =>
        Answer(_ => Build(status, body, headers));

    public StubTransport Answer(Func<SeenRequest, HttpResponseMessage> answer)
    {
        _script.Enqueue((request, _) => Task.FromResult(answer(request)));
        return this;
    }

    public StubTransport Fail(Exception fault)
    {
        _script.Enqueue((_, _) => Task.FromException<HttpResponseMessage>(fault));
        return this;
    }

    /// <summary>Never answers.</summary>
    public StubTransport Hang()
    {
        _script.Enqueue(
            async (_, ct) =>
            {
                await Task.Delay(Timeout.Infinite, ct);
                throw new InvalidOperationException("unreachable");
            }
        );
        return this;
    }

    /// <summary>The connection breaks after the request went out.</summary>
    public StubTransport Reset() => Fail(new HttpRequestException(HttpRequestError.ResponseEnded));

    /// <summary>The connection was never made.</summary>
    public StubTransport Refuse() => Fail(new HttpRequestException(HttpRequestError.ConnectionError));

    public static HttpResponseMessage Build(
        int status,
        string body,
        params (string Name, string Value)[] headers
    )
    {
        var answer = new HttpResponseMessage((HttpStatusCode)status)
        {
            Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)),
        };
        foreach (var (name, value) in headers)
            answer.Headers.TryAddWithoutValidation(name, value);
        return answer;
    }

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        var headers = request.Headers.Concat(
            request.Content?.Headers ?? Enumerable.Empty<KeyValuePair<string, IEnumerable<string>>>()
        );
        var seen = new SeenRequest(
            request.Method,
            request.RequestUri!,
            headers.ToDictionary(
                h => h.Key,
                h => string.Join(", ", h.Value),
                StringComparer.OrdinalIgnoreCase
            ),
            body
        );
        _seen.Add(seen);
        if (_script.Count == 0)
            throw new InvalidOperationException(
                $"No answer scripted for {request.Method} {request.RequestUri}."
            );
        var next = _script.Count > 1 ? _script.Dequeue() : _script.Peek();
        return await next(seen, cancellationToken);
    }
}
