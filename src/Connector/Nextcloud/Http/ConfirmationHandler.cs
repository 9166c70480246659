using System.Net;

namespace Connector.Nextcloud.Http;

/// <summary>
/// Password confirmation in one place. Nextcloud guards administration (users, groups, team folders) with a
/// confirmation that belongs to the session:
/// <list type="bullet">
/// <item>signing in on an OCS address confirms for 30 minutes; on a WebDAV address it does not, and the cookies of
/// that session then make every write answer <c>403 {"message":"Password confirmation is required"}</c>: so
/// administration has sessions of its own, and a new one is tried first;</item>
/// <item>since the backports of mid-2026 an app password confirms nothing: so the real password comes next, when
/// there is one, and later writes go that way at once.</item>
/// </list>
/// Such a 403 comes before anything is done, so sending the request again is safe.
/// </summary>
internal sealed class ConfirmationHandler(Uri server, SessionChannel everyday, SessionChannel? confirmed)
    : HttpMessageHandler
{
    private volatile bool _needed;

    /// <summary>Whether the server has refused the app password as a confirmation so far.</summary>
    public bool Needed => _needed;

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        if (!_needed || confirmed is null || Verbs.OnlyReads(request.Method))
        {
            if (await Send(everyday, request, cancellationToken) is { } answer)
                return answer;
            _needed = true;
        }
        if (confirmed is not null && await Send(confirmed, request, cancellationToken) is { } second)
            return second;
        throw NextcloudFaults.Confirmation(server);
    }

    /// <summary>Null when even a new session is asked for a confirmation.</summary>
    private static async Task<HttpResponseMessage?> Send(
        SessionChannel channel,
        HttpRequestMessage request,
        CancellationToken ct
    )
    {
        var answer = await channel.Invoker.SendAsync(request, ct);
        if (!await AsksForConfirmation(answer, ct))
            return answer;
        answer.Dispose();
        channel.ForgetSession();
        answer = await channel.Invoker.SendAsync(request, ct);
        if (!await AsksForConfirmation(answer, ct))
            return answer;
        answer.Dispose();
        return null;
    }

    private static async Task<bool> AsksForConfirmation(HttpResponseMessage answer, CancellationToken ct) =>
        answer.StatusCode == HttpStatusCode.Forbidden
        && (await answer.Content.ReadAsStringAsync(ct)).Contains(
            "Password confirmation is required",
            StringComparison.Ordinal
        );

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            everyday.Invoker.Dispose();
            confirmed?.Invoker.Dispose();
        }
        base.Dispose(disposing);
    }
}

/// <summary>One way of signing in, with a cookie jar of its own.</summary>
internal sealed record SessionChannel(HttpMessageInvoker Invoker, CookieContainer Jar)
{
    /// <summary>The next request signs in anew.</summary>
    public void ForgetSession()
    {
        foreach (Cookie cookie in Jar.GetAllCookies())
            cookie.Expired = true;
    }
}
