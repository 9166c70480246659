using System.Collections.Concurrent;
using System.Net;
using System.Security.Authentication;
using Polly;
using Polly.Retry;
using Polly.Timeout;

namespace Connector.Nextcloud.Http;

/// <summary>
/// One resilience pipeline per verb: total time-out, retries, time-out per attempt.
/// <list type="table">
/// <item>Verbs that only read: again after a network fault, a cut body, 429, 502, 503, 504.</item>
/// <item>Every verb: again when the connection was never made.</item>
/// <item>What comes to the same when asked twice: waits as told by <c>Retry-After</c> on 429 and 503, then again. The
/// answer can come after the work was done; MKCOL, PUT, COPY, MOVE, PROPPATCH and DELETE then find it done, and so do
/// the POSTs of <see cref="RepeatablePosts"/>. For any other POST the wait is kept and the caller reads back.</item>
/// <item>All else on MKCOL, PUT, COPY, MOVE, PROPPATCH, POST, DELETE: not repeated here; the caller reads back.</item>
/// <item>Maintenance and 401: at once to the caller.</item>
/// </list>
/// </summary>
internal sealed class VerbPolicies(NextcloudClientOptions options, TimeProvider time)
{
    private readonly ConcurrentDictionary<
        (HttpMethod Verb, bool Twice),
        ResiliencePipeline<HttpResponseMessage>
    > _pipelines = new();

    public ResiliencePipeline<HttpResponseMessage> For(HttpRequestMessage request) =>
        _pipelines.GetOrAdd((request.Method, MayBeAskedTwice(request)), key => Build(key.Verb, key.Twice));

    /// <summary>Whether a second request like this one finds done what the first one did.</summary>
    public static bool MayBeAskedTwice(HttpRequestMessage request) =>
        request.Method != HttpMethod.Post || RepeatablePosts.Has(request.RequestUri!);

    /// <summary>Whether the request cannot have reached the server, so that any verb may be repeated.</summary>
    public static bool NeverSent(Exception fault) =>
        fault
            is HttpRequestException
            {
                HttpRequestError: HttpRequestError.ConnectionError
                    or HttpRequestError.NameResolutionError
                    or HttpRequestError.SecureConnectionError
                    or HttpRequestError.ProxyTunnelError
            };

    /// <summary>Whether the certificate is at fault: waiting does not heal it.</summary>
    public static bool IsCertificate(Exception fault) =>
        fault is HttpRequestException { InnerException: AuthenticationException };

    private ResiliencePipeline<HttpResponseMessage> Build(HttpMethod verb, bool twice)
    {
        var onlyReads = Verbs.OnlyReads(verb);
        return new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = time }
            .AddTimeout(options.TotalTimeout)
            .AddRetry(
                new RetryStrategyOptions<HttpResponseMessage>
                {
                    MaxRetryAttempts = options.MaxRetries,
                    BackoffType = DelayBackoffType.Exponential,
                    UseJitter = true,
                    Delay = options.FirstDelay,
                    ShouldHandle = args => ValueTask.FromResult(MayRepeat(onlyReads, twice, args.Outcome)),
                    DelayGenerator = args => ValueTask.FromResult(AskedFor(args.Outcome.Result)),
                }
            )
            .AddTimeout(Verbs.IsLong(verb) ? options.LongAttemptTimeout : options.AttemptTimeout)
            .Build();
    }

    private TimeSpan? AskedFor(HttpResponseMessage? answer) =>
        answer is null ? null : RetryAfter.Of(answer, time.GetUtcNow());

    private bool MayRepeat(bool onlyReads, bool twice, Outcome<HttpResponseMessage> outcome)
    {
        if (outcome.Exception is { } fault)
            return MayRepeat(onlyReads, fault);
        var answer = outcome.Result!;
        if (MaintenanceMark.IsOn(answer))
            return false;
        var asked = AskedFor(answer);
        return answer.StatusCode switch
        {
            HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable => asked is { } wait
                ? twice && wait <= options.MaxRetryAfter
                : onlyReads,
            HttpStatusCode.BadGateway or HttpStatusCode.GatewayTimeout => onlyReads,
            _ => false,
        };
    }

    private static bool MayRepeat(bool onlyReads, Exception fault) =>
        fault switch
        {
            HttpRequestException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded } => false,
            HttpRequestException when IsCertificate(fault) => false,
            HttpRequestException => onlyReads || NeverSent(fault),
            IOException or TimeoutRejectedException => onlyReads,
            _ => false,
        };
}
