using System.Net;
using System.Text.Json;
using Connector.Nextcloud.Http;
using Connector.Nextcloud.Ocs;
using Refit;

namespace Connector.Nextcloud.Login;

/// <summary>
/// Login Flow v2: the person signs in and consents in their own browser, with whatever second factor the server
/// wants; Connector receives an app password and never sees the real one.
/// </summary>
internal sealed class LoginFlow(NextcloudClientFactory factory, TimeProvider time)
{
    private static readonly TimeSpan PollInterval = TimeSpan.FromSeconds(2);

    /// <summary>How long the server keeps an attempt.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(20);

    /// <summary>
    /// Begins: <c>{"poll":{"token":"…","endpoint":"…"},"login":"…"}</c>. Both addresses are moved to the origin of
    /// <paramref name="server"/>, because the server builds them from its own, sometimes wrong, idea of its host.
    /// </summary>
    public async Task<LoginAttempt> Begin(Uri server, CancellationToken ct)
    {
        server = ServerAddress.Normalise(server);
        using var http = factory.CreateAnonymous(server, new RequestCounter());
        using var answer = await RestService.ForGenerated<ILoginApi>(http, OcsTransport.Settings).Begin(ct);
        if (!answer.IsSuccessStatusCode)
            throw NextcloudFaults.Unexpected(server, "login/v2", (int)answer.StatusCode, mayHaveActed: false);
        var json = await Json(server, answer, ct);
        var poll = json.Member("poll") ?? default;
        if (
            !Uri.TryCreate(json.Text("login"), UriKind.Absolute, out var login)
            || !Uri.TryCreate(poll.Text("endpoint"), UriKind.Absolute, out var endpoint)
            || poll.Text("token") is not { Length: > 0 } token
        )
            throw NextcloudFaults.Malformed(server);
        return new LoginAttempt
        {
            Server = server,
            LoginUrl = ServerAddress.OnOrigin(server, login),
            ReportedLoginUrl = login,
            PollUrl = ServerAddress.OnOrigin(server, endpoint),
            Token = token,
        };
    }

    /// <summary>
    /// Waits for the consent, asking every 2 s. Null when 20 minutes passed without it. The server gives the app
    /// password once, so a short loss of the network does not end the wait.
    /// </summary>
    public async Task<NextcloudAccount?> Wait(LoginAttempt attempt, CancellationToken ct)
    {
        using var http = factory.CreateAnonymous(attempt.Server, new RequestCounter());
        var start = time.GetTimestamp();
        while (time.GetElapsedTime(start) < Patience)
        {
            if (await Poll(http, attempt, ct) is { } account)
                return await WithUserId(account, ct);
            await Task.Delay(PollInterval, time, ct);
        }
        return null;
    }

    /// <summary>Asks once whether the consent was given. Null when not yet, or not any more.</summary>
    public async Task<NextcloudAccount?> AskAsync(LoginAttempt attempt, CancellationToken ct)
    {
        using var http = factory.CreateAnonymous(attempt.Server, new RequestCounter());
        return await Poll(http, attempt, ct) is { } account ? await WithUserId(account, ct) : null;
    }

    /// <summary>Completes an account with its user id, which is not the sign-in name when that is an address.</summary>
    public async Task<NextcloudAccount> WithUserId(NextcloudAccount account, CancellationToken ct)
    {
        await using var client = factory.Create(account);
        var me = await client.Server.WhoAmI(ct);
        return account with { UserId = me.Id };
    }

    private static async Task<NextcloudAccount?> Poll(
        HttpClient http,
        LoginAttempt attempt,
        CancellationToken ct
    )
    {
        try
        {
            using var form = new FormUrlEncodedContent([KeyValuePair.Create("token", attempt.Token)]);
            using var answer = await http.PostAsync(attempt.PollUrl, form, ct);
            if (answer.StatusCode == HttpStatusCode.NotFound)
                return null;
            if (!answer.IsSuccessStatusCode)
                throw NextcloudFaults.Unexpected(
                    attempt.Server,
                    "login/v2/poll",
                    (int)answer.StatusCode,
                    false
                );
            var json = await Json(attempt.Server, answer, ct);
            return new NextcloudAccount
            {
                BaseUrl = attempt.Server,
                UserName = json.Text("loginName") ?? throw NextcloudFaults.Malformed(attempt.Server),
                AppPassword = json.Text("appPassword") ?? throw NextcloudFaults.Malformed(attempt.Server),
            };
        }
        catch (NextcloudException e)
            when (e.Fault
                    is NextcloudFault.Unreachable
                        or NextcloudFault.TimedOut
                        or NextcloudFault.ServerBusy
            )
        {
            return null;
        }
    }

    private static async Task<JsonElement> Json(Uri server, HttpResponseMessage answer, CancellationToken ct)
    {
        try
        {
            using var json = JsonDocument.Parse(await answer.Content.ReadAsByteArrayAsync(ct));
            return json.RootElement.Clone();
        }
        catch (JsonException e)
        {
            throw NextcloudFaults.Malformed(server, e);
        }
    }
}
