using System.Text.Json.Nodes;
using Connector.DevServer.Accounts;

namespace Connector.DevServer.Ocs;

/// <summary>What the server says of itself: status, capabilities, apps, and app passwords.</summary>
internal sealed class ServerEndpoints(Instance instance, AppPasswordStore appPasswords, TimeProvider time)
{
    private static readonly Dictionary<string, string> Apps = new(StringComparer.Ordinal)
    {
        ["circles"] = "27.0.1",
        ["dav"] = "1.27.0",
        ["files"] = "1.22.0",
        ["files_sharing"] = "1.19.0",
        ["groupfolders"] = "15.3.13",
        ["provisioning_api"] = "1.17.0",
    };

    public void Map(WebApplication app)
    {
        app.MapGet("/status.php", Status);
        app.MapGet("/index.php/204", NoContent);
        app.MapGet("/index.php/csrftoken", Token);
        OcsDoor.Map(app, "GET", "/cloud/capabilities", OcsAccess.Anyone, Capabilities);
        OcsDoor.Map(app, "GET", "/cloud/apps", OcsAccess.Admin, ListApps);
        OcsDoor.Map(app, "GET", "/cloud/apps/{app}", OcsAccess.Admin, App);
        OcsDoor.Map(
            app,
            "GET",
            "/apps/provisioning_api/api/v1/config/apps/{app}/{key}",
            OcsAccess.Admin,
            _ => OcsResult.Ok(new JsonObject { ["data"] = "" })
        );
        OcsDoor.Map(app, "GET", "/core/getapppassword", OcsAccess.SignedIn, Issue);
        OcsDoor.Map(app, "DELETE", "/core/apppassword", OcsAccess.SignedIn, Revoke);
        app.MapFallback("/ocs/v1.php/{**rest}", c => Unknown(c, 1));
        app.MapFallback("/ocs/v2.php/{**rest}", c => Unknown(c, 2));
    }

    private Task Status(HttpContext http)
    {
        http.Response.ContentType = "application/json";
        var json = new JsonObject
        {
            ["installed"] = true,
            ["maintenance"] = false,
            ["needsDbUpgrade"] = false,
            ["version"] = Instance.Version,
            ["versionstring"] = Instance.VersionString,
            ["edition"] = "",
            ["productname"] = instance.Name,
            ["extendedSupport"] = false,
        };
        return http.Response.WriteAsync(json.ToJsonString(), http.RequestAborted);
    }

    private static Task NoContent(HttpContext http)
    {
        http.Response.StatusCode = 204;
        return Task.CompletedTask;
    }

    private static Task Token(HttpContext http)
    {
        http.Response.ContentType = "application/json; charset=utf-8";
        var json = new JsonObject { ["token"] = http.SignIn()?.Session.FormToken ?? "" };
        return http.Response.WriteAsync(json.ToJsonString(), http.RequestAborted);
    }

    private OcsResult Capabilities(OcsCall call)
    {
        var version = Instance.VersionString.Split('.').Select(int.Parse).ToArray();
        return OcsResult.Ok(
            new JsonObject
            {
                ["version"] = new JsonObject
                {
                    ["major"] = version[0],
                    ["minor"] = version[1],
                    ["micro"] = version[2],
                    ["string"] = Instance.VersionString,
                    ["edition"] = "",
                    ["extendedSupport"] = false,
                },
                ["capabilities"] = ServerCapabilities.Write(instance, signedIn: call.SignIn is not null),
            }
        );
    }

    private static OcsResult ListApps(OcsCall call) =>
        OcsResult.Ok(
            new JsonObject
            {
                ["apps"] =
                    call.Text("filter") == "disabled"
                        ? new JsonArray()
                        : new JsonArray([
                            .. Apps.Keys.Order(StringComparer.Ordinal).Select(a => JsonValue.Create(a)),
                        ]),
            }
        );

    private static OcsResult App(OcsCall call) =>
        Apps.TryGetValue(call.Route("app"), out var version)
            ? OcsResult.Ok(
                new JsonObject
                {
                    ["id"] = call.Route("app"),
                    ["name"] = call.Route("app"),
                    ["version"] = version,
                }
            )
            : OcsResult.Fail(998, "The request app was not found");

    private OcsResult Issue(OcsCall call) =>
        call.User.AppPassword is null
            ? OcsResult.Ok(
                new JsonObject
                {
                    ["apppassword"] = appPasswords.Issue(
                        call.User.UserId,
                        call.Http.Request.Headers.UserAgent.ToString(),
                        time.GetUtcNow()
                    ),
                }
            )
            : OcsResult.Fail(403, "You cannot request an new apppassword with an apppassword");

    private OcsResult Revoke(OcsCall call)
    {
        if (call.User.AppPassword is not { } hash)
            return OcsResult.Fail(403, "no app password in use");
        appPasswords.Revoke(hash);
        return OcsResult.Ok();
    }

    private static Task Unknown(HttpContext http, int version)
    {
        http.Request.Headers.Accept = "text/xml";
        return OcsEnvelope.Write(
            http,
            OcsResult.Fail(
                version == 1 ? 998 : 404,
                "Invalid query, please check the syntax. API specifications are here: "
                    + "http://www.freedesktop.org/wiki/Specifications/open-collaboration-services.\n"
            ),
            version
        );
    }
}
