using System.Net;
using System.Threading.RateLimiting;
using Connector.Service;
using Connector.Web.Sessions;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.RateLimiting;

namespace Connector.Web;

/// <summary>What holds for every answer: headers, how often somebody may ask, and whose word about an address counts.</summary>
internal static class WebSecurity
{
    /// <summary>Attempts to sign in, from one address, in a minute.</summary>
    public const int SignInsPerMinute = 30;

    /// <summary>Requests of one address, and of one account wherever it is signed in, in a minute.</summary>
    public const int RequestsPerMinute = 600;
    public const int AccountRequestsPerMinute = 240;

    public static void UseConfiguredProxies(this WebApplication app, WebSettings web)
    {
        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor };
        // Not even this machine, unless it is named.
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var network in web.Proxies)
        {
            options.KnownIPNetworks.Add(network);
        }

        if (web.Proxies.Count > 0)
        {
            app.UseForwardedHeaders(options);
        }

        if (web.Address is { } address)
        {
            // What the configuration says, never what a caller says: addresses made from it cannot lead elsewhere.
            app.Use(
                (context, next) =>
                {
                    context.Request.Scheme = address.Scheme;
                    context.Request.Host = new HostString(address.Authority);
                    return next(context);
                }
            );
        }
    }

    public static void UseHeaders(this WebApplication app, WebSettings web)
    {
        var policy = new HeaderPolicyCollection()
            .AddFrameOptionsDeny()
            .AddContentTypeOptionsNoSniff()
            // The address of the emergency link, and the code that Nextcloud sends, go nowhere else.
            .AddReferrerPolicyNoReferrer()
            .AddCrossOriginOpenerPolicy(builder => builder.SameOrigin())
            .AddCrossOriginResourcePolicy(builder => builder.SameOrigin())
            .AddPermissionsPolicyWithDefaultSecureDirectives()
            .AddContentSecurityPolicy(csp =>
            {
                csp.AddDefaultSrc().None();
                csp.AddStyleSrc().Self();
                csp.AddImgSrc().Self();
                csp.AddScriptSrc().Self();
                csp.AddConnectSrc().Self();
                csp.AddFormAction().Self();
                csp.AddFrameAncestors().None();
                csp.AddBaseUri().None();
            })
            .RemoveServerHeader();
        if (!web.IsPlain)
        {
            policy.AddStrictTransportSecurityMaxAge(maxAgeInSeconds: 365 * 24 * 60 * 60);
        }

        // What is registered first runs last: a page that brings its own policy keeps it.
        app.Use(
            (context, next) =>
            {
                context.Response.OnStarting(() =>
                {
                    if (context.Features.Get<OwnPolicy>() is { } own)
                    {
                        context.Response.Headers.ContentSecurityPolicy = own.Words;
                    }

                    return Task.CompletedTask;
                });
                return next(context);
            }
        );
        app.UseSecurityHeaders(policy);
    }

    /// <summary>Before anybody is looked up: what one address may ask.</summary>
    public static void UseAddressLimits(this WebApplication app) =>
        app.UseRateLimiter(
            Limits(
                PartitionedRateLimiter.Create<HttpContext, string>(context =>
                    IsForMachines(context) ? RateLimitPartition.GetNoLimiter("")
                    : IsSignIn(context) ? PerMinute($"in {Address(context)}", SignInsPerMinute)
                    : PerMinute(Address(context), RequestsPerMinute)
                )
            )
        );

    /// <summary>Once it is known who asks: what one account may ask.</summary>
    public static void UseAccountLimits(this WebApplication app) =>
        app.UseRateLimiter(
            Limits(
                PartitionedRateLimiter.Create<HttpContext, string>(context =>
                    context.User.Identity is { IsAuthenticated: true }
                        ? PerMinute(context.User.Account(), AccountRequestsPerMinute)
                        : RateLimitPartition.GetNoLimiter("")
                )
            )
        );

    private static RateLimiterOptions Limits(PartitionedRateLimiter<HttpContext> limiter) =>
        new()
        {
            GlobalLimiter = limiter,
            RejectionStatusCode = StatusCodes.Status429TooManyRequests,
            OnRejected = (context, _) =>
            {
                context.HttpContext.Response.Headers.RetryAfter = "60";
                return ValueTask.CompletedTask;
            },
        };

    private static RateLimitPartition<string> PerMinute(string who, int most) =>
        RateLimitPartition.GetFixedWindowLimiter(
            who,
            _ => new FixedWindowRateLimiterOptions { PermitLimit = most, Window = TimeSpan.FromMinutes(1) }
        );

    private static bool IsForMachines(HttpContext context) =>
        context.Request.Path.StartsWithSegments("/health", StringComparison.Ordinal)
        || context.Request.Path.StartsWithSegments("/metrics", StringComparison.Ordinal);

    private static bool IsSignIn(HttpContext context) =>
        context.Request.Path.StartsWithSegments("/connexion", StringComparison.Ordinal)
        || context.Request.Path.StartsWithSegments("/secours", StringComparison.Ordinal);

    /// <summary>One household or office has one IPv6 network of 64 bits.</summary>
    private static string Address(HttpContext context)
    {
        var address = context.Connection.RemoteIpAddress ?? IPAddress.None;
        var bytes = address.GetAddressBytes();
        return bytes.Length == 4 || address.IsIPv4MappedToIPv6
            ? address.ToString()
            : Convert.ToHexString(bytes[..8]);
    }
}
