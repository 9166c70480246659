using System.Net;

namespace Connector.Tests.Calendars;

/// <summary>
/// What goes wrong on the way to a server and back, whichever server it is: the rules stand between the client and the
/// network, so that a real one can be made to stumble as well.
/// </summary>
internal sealed class ServerFaults
{
    private readonly List<Rule> _rules = [];

    /// <summary>Answers in the server's place.</summary>
    public void Answer(
        string verb,
        string path,
        HttpStatusCode status,
        int times = 1,
        int? retryAfter = null,
        string body = ""
    ) =>
        Add(
            verb,
            path,
            times,
            (_, _) =>
            {
                var answer = new HttpResponseMessage(status) { Content = new StringContent(body) };
                if (body.Length > 0)
                {
                    answer.Content.Headers.ContentType = new("application/xml");
                }

                if (retryAfter is { } seconds)
                {
                    answer.Headers.RetryAfter = new(TimeSpan.FromSeconds(seconds));
                }

                return Task.FromResult(answer);
            }
        );

    /// <summary>The server acts, and its answer is lost.</summary>
    public void LoseAnswer(string verb, string path) =>
        Add(
            verb,
            path,
            1,
            async (_, send) =>
            {
                using var lost = await send();
                throw new HttpRequestException(HttpRequestError.ResponseEnded, "the connection broke");
            }
        );

    /// <summary>The server's answer comes without an ETag, as where it changed the text (RFC 4791, 5.3.4).</summary>
    public void HideETag(string verb, string path, int times = 1) =>
        Add(
            verb,
            path,
            times,
            async (_, send) =>
            {
                var answer = await send();
                answer.Headers.Remove("ETag");
                answer.Headers.Remove("OC-ETag");
                return answer;
            }
        );

    /// <summary>Somebody else does something just before the request arrives.</summary>
    public void Before(string verb, string path, Func<Task> happens) =>
        Add(
            verb,
            path,
            1,
            async (_, send) =>
            {
                await happens();
                return await send();
            }
        );

    public void Clear()
    {
        lock (_rules)
        {
            _rules.Clear();
        }
    }

    public HttpMessageHandler On(HttpMessageHandler network) => new Handler(this, network);

    private void Add(string verb, string path, int times, Act act)
    {
        lock (_rules)
        {
            _rules.Add(new Rule(verb, path, act) { Left = times });
        }
    }

    private Act? Next(HttpRequestMessage request)
    {
        lock (_rules)
        {
            var rule = _rules.Find(rule =>
                rule.Left > 0
                && request.Method.Method == rule.Verb
                && request.RequestUri!.AbsolutePath.Contains(rule.Path, StringComparison.Ordinal)
            );
            if (rule is null)
            {
                return null;
            }

            rule.Left--;
            return rule.Act;
        }
    }

    private delegate Task<HttpResponseMessage> Act(
        HttpRequestMessage request,
        Func<Task<HttpResponseMessage>> send
    );

    private sealed record Rule(string Verb, string Path, Act Act)
    {
        public int Left { get; set; }
    }

    private sealed class Handler(ServerFaults faults, HttpMessageHandler network) : DelegatingHandler(network)
    {
        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        ) =>
            faults.Next(request) is { } act
                ? act(request, () => base.SendAsync(request, cancellationToken))
                : base.SendAsync(request, cancellationToken);
    }
}
