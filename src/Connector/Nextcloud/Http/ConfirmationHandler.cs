using System.Net;

namespace Connector.Nextcloud.Http;

/// <summary>
/// Password confirmation in one place. Nextcloud guards administration (users, groups, team folders) with a
/// password confirmation that, since the backports of mid-2026, an app password no longer satisfies:
/// <c>403 {"message":"Password confirmation is required"}</c>. Nothing has been done at that point, so the request
/// is sent again with the real password when there is one, and later writes go that way at once.
/// </summary>
internal sealed class ConfirmationHandler(Uri server, ConfirmedChannel? confirmed) : DelegatingHandler
{
    private volatile bool _needed;

    /// <summary>Whether the server has asked for a confirmation so far.</summary>
    public bool Needed => _needed;

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken ct
    )
    {
        if (!_needed || confirmed is null || Verbs.OnlyReads(request.Method))
        {
            var answer = await base.SendAsync(request, ct);
            if (!await Asks(answer, ct))
                return answer;
            answer.Dispose();
            _needed = true;
        }
        if (confirmed is null)
            throw NextcloudFaults.Confirmation(server);
        return await SendConfirmed(confirmed, request, ct);
    }

    private async Task<HttpResponseMessage> SendConfirmed(
        ConfirmedChannel channel,
        HttpRequestMessage request,
        CancellationToken ct
    )
    {
        var answer = await channel.Invoker.SendAsync(request, ct);
        if (!await Asks(answer, ct))
            return answer;
        answer.Dispose();
        // A confirmation counts for 30 minutes of one session: a new session confirms again.
        channel.ForgetSession();
        answer = await channel.Invoker.SendAsync(request, ct);
        if (!await Asks(answer, ct))
            return answer;
        answer.Dispose();
        throw NextcloudFaults.Confirmation(server);
    }

    private static async Task<bool> Asks(HttpResponseMessage answer, CancellationToken ct) =>
        answer.StatusCode == HttpStatusCode.Forbidden
        && (await answer.Content.ReadAsStringAsync(ct)).Contains(
            "Password confirmation is required",
            StringComparison.Ordinal
        );
}

/// <summary>The way that signs in with the real password, with a cookie jar of its own.</summary>
internal sealed record ConfirmedChannel(HttpMessageInvoker Invoker, CookieContainer Jar)
{
    public void ForgetSession()
    {
        foreach (Cookie cookie in Jar.GetAllCookies())
            cookie.Expired = true;
    }
}
