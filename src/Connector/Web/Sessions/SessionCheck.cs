using System.Globalization;
using System.Security.Claims;
using Connector.Jobs;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Connector.Web.Sessions;

/// <summary>
/// Whether a session still holds: groups are asked for anew every two minutes, and before everything that changes something.
/// Where Nextcloud refuses, the session ends; where it does not answer, nobody has a right to anything.
/// </summary>
internal sealed class SessionCheck(
    SessionStore sessions,
    NextcloudIdentity identity,
    ServiceState state,
    TimeProvider time
)
{
    public static readonly TimeSpan Fresh = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan FreshForActions = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Asking = TimeSpan.FromSeconds(40);
    private static readonly TimeSpan EndsSoon = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(100);

    public async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        if (context.Principal is not { } who || who.IsEmergency())
        {
            return;
        }

        var request = context.Request;
        // Leaving needs no right, and must be possible while Nextcloud is away.
        var acts =
            !HttpMethods.IsGet(request.Method)
            && !HttpMethods.IsHead(request.Method)
            && !request.Path.StartsWithSegments("/deconnexion", StringComparison.Ordinal);
        var age = time.GetUtcNow() - SessionStore.CheckedAt(context.Properties);
        if (age < (acts ? FreshForActions : Fresh))
        {
            return;
        }

        var id = SessionStore.IdOf(context.Properties)!;
        var (found, now) = await CheckAsync(id, who, context.HttpContext.RequestAborted);
        if (found == IdentityState.Refused)
        {
            await sessions.EndAsync(id, default);
            context.RejectPrincipal();
            return;
        }

        context.ReplacePrincipal(now ?? who.WithoutGroups(SignInServices.Cookie));
    }

    private async Task<(IdentityState State, ClaimsPrincipal? Who)> CheckAsync(
        string id,
        ClaimsPrincipal who,
        CancellationToken ct
    )
    {
        if (!await sessions.TryClaimAsync(id, Asking, ct))
        {
            return await WaitAsync(id, ct);
        }

        // Not the request's own: a browser that goes away must not lose the new refresh token.
        using var asking = new CancellationTokenSource(Asking, time);
        try
        {
            return await AskAsync(id, who, asking.Token);
        }
        catch (OperationCanceledException) when (asking.IsCancellationRequested)
        {
            return (IdentityState.Away, null);
        }
        finally
        {
            await sessions.ReleaseAsync(id, default);
        }
    }

    /// <summary>Another request of the same session asks: its answer counts for this one too.</summary>
    private async Task<(IdentityState, ClaimsPrincipal?)> WaitAsync(string id, CancellationToken ct)
    {
        for (var waited = TimeSpan.Zero; waited < Asking; waited += Look)
        {
            await Task.Delay(Look, time, ct);
            if (await sessions.FindAsync(id, ct) is not { } ticket)
            {
                return (IdentityState.Refused, null);
            }

            if (time.GetUtcNow() - SessionStore.CheckedAt(ticket.Properties) < Fresh)
            {
                return (IdentityState.Known, ticket.Principal);
            }
        }

        return (IdentityState.Away, null);
    }

    private async Task<(IdentityState, ClaimsPrincipal?)> AskAsync(
        string id,
        ClaimsPrincipal who,
        CancellationToken ct
    )
    {
        if (
            await sessions.FindAsync(id, ct) is not { } ticket
            || state.Configuration.Web.SignIns.FirstOrDefault(server => server.Id == who.SignIn())
                is not { } server
        )
        {
            return (IdentityState.Refused, null);
        }

        var renewed = EndsAt(ticket) - time.GetUtcNow() < EndsSoon;
        if (renewed && await RenewAsync(id, ticket, ct) is var first and not IdentityState.Known)
        {
            return (first, null);
        }

        var (found, user) = await identity.AskAsync(server.Server, Access(ticket), ct);
        if (found == IdentityState.Refused && !renewed)
        {
            if (await RenewAsync(id, ticket, ct) is var second and not IdentityState.Known)
            {
                return (second, null);
            }

            (found, user) = await identity.AskAsync(server.Server, Access(ticket), ct);
        }

        if (user is null)
        {
            return (found, null);
        }

        var now = SignedIn.Principal(server.Id, user, SignInServices.Cookie);
        await sessions.KeepAsync(
            id,
            new AuthenticationTicket(now, ticket.Properties, SignInServices.Cookie),
            true,
            ct
        );
        return (IdentityState.Known, now);

        async Task<IdentityState> RenewAsync(
            string session,
            AuthenticationTicket held,
            CancellationToken stop
        )
        {
            var refresh = held.Properties.GetTokenValue("refresh_token") ?? "";
            var (answer, tokens) = await identity.RefreshAsync(server, refresh, stop);
            if (tokens is not null)
            {
                held.Properties.UpdateTokenValue("access_token", tokens.Access);
                held.Properties.UpdateTokenValue("refresh_token", tokens.Refresh);
                var ends = time.GetUtcNow() + tokens.Lives;
                held.Properties.UpdateTokenValue(
                    "expires_at",
                    ends.ToString("o", CultureInfo.InvariantCulture)
                );
                // At once: the token before it is worth nothing any more.
                await sessions.KeepAsync(session, held, false, default);
            }

            return answer;
        }
    }

    public static string Access(AuthenticationTicket ticket) =>
        ticket.Properties.GetTokenValue("access_token") ?? "";

    private static DateTimeOffset EndsAt(AuthenticationTicket ticket) =>
        DateTimeOffset.TryParse(
            ticket.Properties.GetTokenValue("expires_at"),
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal,
            out var at
        )
            ? at
            : DateTimeOffset.MinValue;
}
