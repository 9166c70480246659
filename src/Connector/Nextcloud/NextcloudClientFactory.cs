using System.Net;
using Connector.Nextcloud.Http;
using Microsoft.Extensions.Http.Resilience;

namespace Connector.Nextcloud;

/// <summary>
/// Builds clients. Each way of signing in gets its own connections and its own cookie jar: the session cookies of an
/// earlier answer make a request cheaper (18 instead of 25 ms), and must never be sent for another account.
/// </summary>
internal sealed class NextcloudClientFactory(
    TimeProvider? time = null,
    NextcloudClientOptions? options = null,
    Func<CookieContainer, HttpMessageHandler>? transport = null
)
{
    private readonly TimeProvider _time = time ?? TimeProvider.System;
    private readonly NextcloudClientOptions _options = options ?? new NextcloudClientOptions();
    private readonly Func<CookieContainer, HttpMessageHandler> _transport = transport ?? Transport;

    /// <summary>A client for <paramref name="account"/>; the caller disposes it. No request is sent yet.</summary>
    public NextcloudClient Create(NextcloudAccount account)
    {
        var counter = new RequestCounter();
        var everyday = new Credentials(account.UserName, account.AppPassword);
        var confirmation = new ConfirmationHandler(
            account.BaseUrl,
            Channel(account.BaseUrl, everyday, counter),
            account.RealPassword is { } secret
                ? Channel(account.BaseUrl, new Credentials(account.UserName, secret), counter)
                : null
        );
        return new NextcloudClient(
            account,
            Http(account.BaseUrl, Chain(account.BaseUrl, everyday, counter, new())),
            Http(account.BaseUrl, confirmation),
            confirmation,
            counter,
            _time
        );
    }

    /// <summary>For signing in: no account, no cookies kept from another.</summary>
    public HttpClient CreateAnonymous(Uri server, RequestCounter counter) =>
        Http(server, Chain(server, null, counter, new()));

    /// <summary>For turning a real password into an app password.</summary>
    public HttpClient CreateFor(Uri server, Credentials credentials, RequestCounter counter) =>
        Http(server, Chain(server, credentials, counter, new()));

    private SessionChannel Channel(Uri server, Credentials credentials, RequestCounter counter)
    {
        var jar = new CookieContainer();
        return new SessionChannel(new HttpMessageInvoker(Chain(server, credentials, counter, jar)), jar);
    }

    private FaultHandler Chain(
        Uri server,
        Credentials? credentials,
        RequestCounter counter,
        CookieContainer jar
    )
    {
        var policies = new VerbPolicies(_options, _time);
        return new FaultHandler(server, _options, _time)
        {
            InnerHandler = new ResilienceHandler(policies.For)
            {
                InnerHandler = new CountingHandler(counter, credentials, _options, _time)
                {
                    InnerHandler = _transport(jar),
                },
            },
        };
    }

    private static HttpClient Http(Uri server, HttpMessageHandler chain)
    {
        // Time is bounded by the policies, per attempt and in total.
        var http = new HttpClient(chain) { BaseAddress = server, Timeout = Timeout.InfiniteTimeSpan };
        http.DefaultRequestHeaders.UserAgent.ParseAdd("Connector/0.1");
        // Needed by OCS; on WebDAV it spares the cross-site check that a session cookie would otherwise call for.
        http.DefaultRequestHeaders.Add("OCS-APIRequest", "true");
        return http;
    }

    /// <summary>How servers are reached where nobody says otherwise.</summary>
    public static SocketsHttpHandler Transport(CookieContainer jar) =>
        new()
        {
            CookieContainer = jar,
            // A redirect would send the body, or the next request's secret, to an address that nobody typed.
            AllowAutoRedirect = false,
            // Apache appends "-gzip" to the ETag of what it compresses, and If-Match then never matches.
            AutomaticDecompression = DecompressionMethods.None,
            ConnectTimeout = TimeSpan.FromSeconds(10),
            // Below Apache's KeepAliveTimeout of 5 s: a connection that the server is about to close is not reused,
            // so that no verb is silently sent twice by the transport itself.
            PooledConnectionIdleTimeout = TimeSpan.FromSeconds(4),
            MaxConnectionsPerServer = 6,
        };
}
