using System.Text;
using System.Text.Json.Nodes;
using Connector.DevServer.Accounts;
using Connector.DevServer.Pages;

namespace Connector.DevServer.OAuth;

/// <summary>
/// The app OAuth2 (<c>apps/oauth2</c>) and its page in the server's core (<c>core/Controller/ClientFlowLoginController.php</c>).
/// 27 knows neither PKCE nor scopes, and takes the client's address, never the request's <c>redirect_uri</c>.
/// </summary>
internal sealed class OAuthEndpoints(
    OAuthStore store,
    Authentication authentication,
    DevServerOptions options,
    TimeProvider time
)
{
    private static readonly TimeSpan CodeLives = TimeSpan.FromMinutes(10);

    public void Map(WebApplication app)
    {
        foreach (var root in new[] { "/apps/oauth2", "/index.php/apps/oauth2" })
        {
            app.MapPost(root + "/clients", AddClient);
            app.MapDelete(root + "/clients/{id:long}", RemoveClient);
            app.MapGet(root + "/authorize", Authorize);
            app.MapPost(root + "/api/v1/token", Token);
        }
        foreach (var root in new[] { "/login/flow", "/index.php/login/flow" })
        {
            app.MapGet(root, Pick);
            app.MapGet(root + "/grant", Ask);
            app.MapPost(root, Grant);
        }
    }

    private async Task AddClient(HttpContext http)
    {
        if (!IsAdministrator(http))
            return;
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var redirectUri = form["redirectUri"].ToString();
        if (!Uri.TryCreate(redirectUri, UriKind.Absolute, out _))
        {
            await Json(
                http,
                400,
                new JsonObject { ["message"] = "Your redirect URL needs to be a full URL" }
            );
            return;
        }
        var client = store.Add(form["name"].ToString(), redirectUri);
        await Json(
            http,
            200,
            new JsonObject
            {
                ["id"] = client.Id,
                ["name"] = client.Name,
                ["redirectUri"] = client.RedirectUri,
                ["clientId"] = client.Identifier,
                ["clientSecret"] = client.Secret,
            }
        );
    }

    private Task RemoveClient(HttpContext http, long id)
    {
        if (!IsAdministrator(http))
            return Task.CompletedTask;
        store.Remove(id);
        return Json(http, 200, new JsonArray());
    }

    private Task Authorize(HttpContext http)
    {
        var query = http.Request.Query;
        if (store.Find(query["client_id"].ToString()) is not { } client)
            return Refuse(http, 200, "Ce client n'est pas connu de ce serveur.");
        if (query["response_type"] != "code")
        {
            // As it is there: the state is put in as it came.
            Go(http, $"{client.RedirectUri}?error=unsupported_response_type&state={query["state"]}");
            return Task.CompletedTask;
        }
        if (query["login_hint"].ToString() is { Length: > 0 } guest && options.Guests.Contains(guest))
        {
            Come(http, client, guest, query["state"].ToString());
            return Task.CompletedTask;
        }
        authentication.Session(http).OAuthState = query["state"].ToString();
        Go(http, $"{Origin(http)}/login/flow?clientIdentifier={client.Identifier}");
        return Task.CompletedTask;
    }

    private Task Pick(HttpContext http) =>
        store.Find(http.Request.Query["clientIdentifier"].ToString()) is { } client
            ? OAuthPages.Pick(http, client, authentication.Session(http).FormToken)
            : Refuse(http, 200, "Demande incomplète.");

    private Task Ask(HttpContext http)
    {
        var query = http.Request.Query;
        if (http.SignIn() is not { } signIn)
        {
            http.Response.Redirect(
                "/login?redirect_url=" + Uri.EscapeDataString(http.Request.Path + http.Request.QueryString)
            );
            return Task.CompletedTask;
        }
        if (query["stateToken"] != signIn.Session.FormToken)
            return Refuse(http, 403, "Cette page a été ouverte ailleurs ou trop tard.");
        return store.Find(query["clientIdentifier"].ToString()) is { } client
            ? OAuthPages.Ask(http, client, signIn)
            : Refuse(http, 200, "Demande incomplète.");
    }

    private async Task Grant(HttpContext http)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        if (
            http.SignIn() is not { } signIn
            || form["requesttoken"] != signIn.Session.FormToken
            || form["stateToken"] != signIn.Session.FormToken
            || store.Find(form["clientIdentifier"].ToString()) is not { } client
        )
        {
            await Refuse(http, 403, "Cette page a été ouverte ailleurs ou trop tard.");
            return;
        }
        var state = signIn.Session.OAuthState ?? "";
        signIn.Session.OAuthState = null;
        Come(http, client, signIn.UserId, state);
    }

    private void Come(HttpContext http, OAuthClient client, string user, string state)
    {
        var code = store.Grant(client, user, time.GetUtcNow());
        var sign = client.RedirectUri.Contains('?', StringComparison.Ordinal) ? '&' : '?';
        Go(http, $"{client.RedirectUri}{sign}state={Uri.EscapeDataString(state)}&code={code}");
    }

    private async Task Token(HttpContext http)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var kind = form["grant_type"].ToString();
        if (kind is not ("authorization_code" or "refresh_token"))
        {
            await Error(http, "invalid_grant");
            return;
        }
        var code = form[kind == "refresh_token" ? "refresh_token" : "code"].ToString();
        if (store.FindGrant(code) is not { } grant || store.Find(grant.Client) is not { } client)
        {
            await Error(http, "invalid_request");
            return;
        }
        if (kind == "authorization_code" && (grant.Delivered > 0 || IsOld(grant)))
        {
            if (grant.Delivered == 0)
                store.Forget(grant);
            await Error(http, "invalid_request");
            return;
        }
        var (id, secret) =
            http.Request.Basic() ?? (form["client_id"].ToString(), form["client_secret"].ToString());
        if (id != client.Identifier || secret != client.Secret)
        {
            await Error(http, "invalid_client");
            return;
        }
        if (store.Rotate(grant, client.Name, time.GetUtcNow()) is not var (access, refresh))
        {
            store.Forget(grant);
            await Error(http, "invalid_request");
            return;
        }
        await Json(
            http,
            200,
            new JsonObject
            {
                ["access_token"] = access,
                ["token_type"] = "Bearer",
                ["expires_in"] = 3600,
                ["refresh_token"] = refresh,
                ["user_id"] = grant.User,
            }
        );
    }

    private bool IsOld(OAuthGrant grant) =>
        DateTimeOffset.FromUnixTimeSeconds(grant.CodeCreated) < time.GetUtcNow() - CodeLives;

    private static bool IsAdministrator(HttpContext http)
    {
        if (
            http.SignIn() is { IsAdmin: true } signIn
            && http.Request.Headers["requesttoken"] == signIn.Session.FormToken
        )
            return true;
        http.Response.StatusCode = 412;
        return false;
    }

    private static string Origin(HttpContext http) => $"{http.Request.Scheme}://{http.Request.Host}";

    private static void Go(HttpContext http, string where)
    {
        http.Response.StatusCode = StatusCodes.Status303SeeOther;
        http.Response.Headers.Location = where;
    }

    private static Task Error(HttpContext http, string error) =>
        Json(http, 400, new JsonObject { ["error"] = error });

    private static Task Refuse(HttpContext http, int status, string message)
    {
        http.Response.StatusCode = status;
        return Page.Write(
            http,
            "Connexion",
            $"<main class=\"card\"><h1>Connexion</h1><p>{Page.Text(message)}</p></main>"
        );
    }

    private static Task Json(HttpContext http, int status, JsonNode json)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "application/json; charset=utf-8";
        return http.Response.WriteAsync(json.ToJsonString(), Encoding.UTF8, http.RequestAborted);
    }
}
