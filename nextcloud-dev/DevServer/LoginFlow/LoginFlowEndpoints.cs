using System.Text.Json.Nodes;
using Connector.DevServer.Accounts;
using Connector.DevServer.Pages;

namespace Connector.DevServer.LoginFlow;

/// <summary>
/// Login Flow v2 (<c>core/Controller/ClientFlowLoginV2Controller.php</c>): the client begins, a person grants on a
/// page with one click, the client polls. Under <c>/login/v2</c> and <c>/index.php/login/v2</c>.
/// </summary>
internal sealed class LoginFlowEndpoints(
    LoginFlows flows,
    Authentication authentication,
    AccountStore accounts,
    AppPasswordStore appPasswords,
    TimeProvider time
)
{
    public void Map(WebApplication app)
    {
        foreach (var door in new[] { "/login/v2", "/index.php/login/v2" })
        {
            app.MapPost(door, Begin);
            app.MapPost(door + "/poll", Poll);
            app.MapGet(door + "/flow/{token}", Open);
            app.MapGet(door + "/flow", Show);
            app.MapPost(door + "/grant", Grant);
        }
    }

    private Task Begin(HttpContext http)
    {
        var client = flows.Begin(http.Request.Headers.UserAgent.ToString());
        var origin = $"{http.Request.Scheme}://{http.Request.Host}";
        return Json(
            http,
            new JsonObject
            {
                ["poll"] = new JsonObject
                {
                    ["token"] = client.PollToken,
                    ["endpoint"] = origin + "/login/v2/poll",
                },
                ["login"] = $"{origin}/login/v2/flow/{client.LoginToken}",
            }
        );
    }

    private async Task Poll(HttpContext http)
    {
        var token = http.Request.HasFormContentType
            ? (await http.Request.ReadFormAsync(http.RequestAborted))["token"].ToString()
            : http.Request.Query["token"].ToString();
        if (flows.Poll(token) is not var (loginName, appPassword))
        {
            http.Response.StatusCode = 404;
            await Json(http, new JsonArray());
            return;
        }
        await Json(
            http,
            new JsonObject
            {
                ["server"] = $"{http.Request.Scheme}://{http.Request.Host}",
                ["loginName"] = loginName,
                ["appPassword"] = appPassword,
            }
        );
    }

    private Task Open(HttpContext http)
    {
        var token = http.Request.RouteValues["token"]?.ToString();
        if (flows.Find(token) is null)
            return Refuse(http, "Ce lien de connexion n'est plus valable. Relancez « connector login ».");
        authentication.Session(http).FlowToken = token;
        http.Response.Redirect("/login/v2/flow");
        return Task.CompletedTask;
    }

    private Task Show(HttpContext http)
    {
        var session = authentication.Session(http);
        return flows.Find(session.FlowToken) is { } client
            ? LoginFlowPage.Ask(
                http,
                client.Name,
                session.FormToken,
                http.SignIn(),
                accounts.Search("", 200, 0),
                null
            )
            : Refuse(http, "Ce lien de connexion n'est plus valable. Relancez « connector login ».");
    }

    private async Task Grant(HttpContext http)
    {
        var session = authentication.Session(http);
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        if (form["stateToken"] != session.FormToken)
        {
            await Refuse(
                http,
                "Cette page a été ouverte ailleurs ou trop tard. Relancez « connector login »."
            );
            return;
        }
        if (flows.Find(session.FlowToken) is not { } client)
        {
            await Refuse(http, "Ce lien de connexion n'est plus valable. Relancez « connector login ».");
            return;
        }
        var signIn =
            http.SignIn() ?? authentication.Check(http, form["user"].ToString(), form["password"].ToString());
        if (signIn is null)
        {
            http.Response.StatusCode = 403;
            await LoginFlowPage.Ask(
                http,
                client.Name,
                session.FormToken,
                null,
                accounts.Search("", 200, 0),
                "Identifiant ou mot de passe incorrect."
            );
            return;
        }
        session.FlowToken = null;
        client.Granted = (signIn.UserId, appPasswords.Issue(signIn.UserId, client.Name, time.GetUtcNow()));
        await LoginFlowPage.Done(http);
    }

    private static Task Refuse(HttpContext http, string message)
    {
        http.Response.StatusCode = 403;
        return Page.Write(
            http,
            "Connexion",
            $"<main class=\"card\"><h1>Connexion</h1><p>{Page.Text(message)}</p></main>"
        );
    }

    private static Task Json(HttpContext http, JsonNode json)
    {
        http.Response.ContentType = "application/json; charset=utf-8";
        return http.Response.WriteAsync(json.ToJsonString(), http.RequestAborted);
    }
}
