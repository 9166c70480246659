using Connector.Audit;
using Connector.Domain;
using Connector.Domain.Auditing;
using Connector.Jobs;
using Connector.Service;
using Connector.Web.Console;
using Connector.Web.Console.Pages;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;

namespace Connector.Web.Sessions;

/// <summary>Signing in and out: pages that need no script.</summary>
internal static class SignInEndpoints
{
    private const int LargestForm = 16 * 1024;

    public static void MapSignIn(this WebApplication app, WebSettings web)
    {
        app.MapGet("/connexion", (HttpContext http, ConsoleDoor door) => door.ShowFree<SignInPage>(http));
        foreach (var server in web.SignIns)
        {
            app.MapGet(
                $"/connexion/{server.Id}",
                (string? retour, string? personne) =>
                    Results.Challenge(
                        SignInServices.Asking(web, LocalReturn.Of(retour), personne),
                        [SignInServices.Scheme(server)]
                    )
            );
        }

        Post(app, "/deconnexion", SignOut);
        Post(app, "/deconnexion/partout", SignOutEverywhere);
        app.MapGet("/secours", (HttpContext http, ConsoleDoor door) => door.ShowFree<EmergencyPage>(http));
        Post(app, "/secours", Emergency);
    }

    /// <summary>Only what one of our own pages sent.</summary>
    private static void Post(WebApplication app, string path, Func<HttpContext, Task> handler) =>
        app.MapPost(
                path,
                async (HttpContext http, IAntiforgery antiforgery, ConsoleDoor door) =>
                {
                    if (await antiforgery.RefusalAsync(http) is { } refusal)
                    {
                        await door.RefuseForm(http, refusal).ExecuteAsync(http);
                        return;
                    }

                    await handler(http);
                }
            )
            .WithMetadata(new RequestSizeLimitAttribute(LargestForm));

    private static Task ExpiredAsync(HttpContext http) =>
        http
            .RequestServices.GetRequiredService<ConsoleDoor>()
            .ShowFree<ExpiredPage>(http, StatusCodes.Status400BadRequest)
            .ExecuteAsync(http);

    private static async Task SignOut(HttpContext http)
    {
        var held = await http.AuthenticateAsync(SignInServices.Cookie);
        await http.SignOutAsync(SignInServices.Cookie);
        if (held.Ticket is { } ticket)
        {
            await NoteAsync(http, new AuditEntry(ticket.Principal.Actor(), AuditActions.SignOut));
            await RevokeAsync(http, [ticket]);
        }

        http.Response.Redirect("/connexion?sorti=1");
    }

    private static async Task SignOutEverywhere(HttpContext http)
    {
        if (http.User.Identity is { IsAuthenticated: true })
        {
            var sessions = http.RequestServices.GetRequiredService<SessionStore>();
            var ended = await sessions.EndAllAsync(http.User.Account(), http.RequestAborted);
            await NoteAsync(http, new AuditEntry(http.User.Actor(), AuditActions.SignOutEverywhere));
            await RevokeAsync(http, ended);
        }

        await http.SignOutAsync(SignInServices.Cookie);
        http.Response.Redirect("/connexion?sorti=1");
    }

    /// <summary>The session has ended already; that Nextcloud takes its token back too is told where it fails.</summary>
    private static async Task RevokeAsync(HttpContext http, IReadOnlyList<AuthenticationTicket> tickets)
    {
        var services = http.RequestServices;
        var servers = services.GetRequiredService<ServiceState>().Configuration.Web.SignIns;
        var identity = services.GetRequiredService<NextcloudIdentity>();
        foreach (var ticket in tickets)
        {
            var server = servers.FirstOrDefault(entry => entry.Id == ticket.Principal.SignIn());
            if (
                server is not null
                && !await identity.RevokeAsync(
                    server.Server,
                    SessionCheck.Access(ticket),
                    http.RequestAborted
                )
            )
            {
                services
                    .GetRequiredService<ServiceLog>()
                    .Warn("token-not-revoked", NotRevoked(server), ("server", server.Id));
            }
        }
    }

    private static async Task Emergency(HttpContext http)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var links = http.RequestServices.GetRequiredService<EmergencyLinks>();
        var log = http.RequestServices.GetRequiredService<ServiceLog>();
        if (!await links.TakeAsync(form["code"].ToString(), http.RequestAborted))
        {
            log.Warn("emergency-refused", EmergencyRefused);
            await NoteAsync(http, EmergencyUse(AuditOutcome.Refused));
            await ExpiredAsync(http);
            return;
        }

        await NoteAsync(http, EmergencyUse(AuditOutcome.Done));
        var now = http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
        await http.SignOutAsync(SignInServices.Cookie);
        await http.SignInAsync(
            SignInServices.Cookie,
            SignedIn.Administrator(SignInServices.Cookie),
            new AuthenticationProperties { IssuedUtc = now, ExpiresUtc = now + SessionStore.EmergencyLongest }
        );
        log.Warn("emergency-used", EmergencyUsed);
        http.Response.Redirect(LocalReturn.Home);
    }

    private static Task NoteAsync(HttpContext http, AuditEntry entry) =>
        http.RequestServices.GetRequiredService<AuditTrail>().AppendAsync(entry, http.RequestAborted);

    private static AuditEntry EmergencyUse(AuditOutcome outcome) =>
        new(AuditActor.EmergencyLink, AuditActions.EmergencyLinkUsed, outcome);

    private static Text NotRevoked(SignInServer server) =>
        new(
            $"{server.Server.Host} n'a pas repris le jeton d'une session terminée ; il expire dans l'heure.",
            $"{server.Server.Host} did not take back the token of a session that ended; it expires within the hour."
        );

    private static readonly Text EmergencyUsed = new(
        "Quelqu'un est entré par le lien de secours.",
        "Somebody came in by the emergency link."
    );

    private static readonly Text EmergencyRefused = new(
        "Un lien de secours inconnu, expiré ou déjà utilisé a été présenté.",
        "An emergency link that is unknown, old or used was shown."
    );
}
