using System.Text;
using Connector.DevServer.Accounts;

namespace Connector.DevServer.Ocs;

/// <summary>Who may pass to an OCS address.</summary>
internal enum OcsAccess
{
    Anyone,
    SignedIn,

    /// <summary>An administrator, or somebody who administers a group (« sub admin »).</summary>
    GroupAdmin,
    Admin,
}

/// <summary>One call: the request, who sends it, its parameters from query and form together, as PHP sees them.</summary>
internal sealed record OcsCall(HttpContext Http, SignIn? SignIn, ILookup<string, string> Parameters)
{
    /// <summary>For addresses that let no stranger in.</summary>
    public SignIn User => SignIn ?? throw new InvalidOperationException("This address needs a sign-in.");

    /// <summary>Of the address, decoded; empty when it has none of that name.</summary>
    public string Route(string name) =>
        Uri.UnescapeDataString(Http.Request.RouteValues[name]?.ToString() ?? "");

    /// <summary>Null when it was not sent.</summary>
    public string? Text(string name) => Parameters[name].LastOrDefault();

    public string TextOrEmpty(string name) => Text(name) ?? "";

    /// <summary>A number as PHP's cast reads it: what is none counts as 0; null when it was not sent.</summary>
    public long? Number(string name) =>
        Text(name) is not { } text ? null
        : long.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var n) ? n
        : 0;

    public bool Flag(string name) => Text(name) is { Length: > 0 } text && text is not ("0" or "false");
}

/// <summary>
/// What every OCS address shares (<c>SecurityMiddleware.php</c>): the header <c>OCS-APIRequest</c> or 412, a sign-in or
/// 997, an administrator or 403.
/// </summary>
internal static class OcsDoor
{
    private const int LargestForm = 1024 * 1024;

    /// <summary>Both <c>/ocs/v1.php</c> and <c>/ocs/v2.php</c>.</summary>
    public static void Map(
        WebApplication app,
        string verb,
        string path,
        OcsAccess access,
        Func<OcsCall, OcsResult> handler
    )
    {
        app.MapMethods("/ocs/v1.php" + path, [verb], c => Handle(c, 1, access, handler));
        app.MapMethods("/ocs/v2.php" + path, [verb], c => Handle(c, 2, access, handler));
    }

    /// <summary>An app's own address, below <c>/index.php</c> or without it; version 1.</summary>
    public static void MapApp(
        WebApplication app,
        string verb,
        string path,
        OcsAccess access,
        Func<OcsCall, OcsResult> handler
    )
    {
        app.MapMethods("/index.php" + path, [verb], c => Handle(c, 1, access, handler));
        app.MapMethods(path, [verb], c => Handle(c, 1, access, handler));
    }

    public static async Task Handle(
        HttpContext http,
        int version,
        OcsAccess access,
        Func<OcsCall, OcsResult> handler
    )
    {
        var signIn = http.SignIn();
        if (signIn is null && http.Request.Basic() is not null)
        {
            await OcsEnvelope.Write(http, OcsResult.Fail(997, "Unauthorised"), version);
            return;
        }
        if (!Passes(http, signIn))
        {
            http.Response.StatusCode = 412;
            http.Response.ContentType = "application/json; charset=utf-8";
            await http.Response.WriteAsync("{\"message\":\"CSRF check failed\"}", http.RequestAborted);
            return;
        }
        var refusal = (access, signIn) switch
        {
            (not OcsAccess.Anyone, null) => OcsResult.Fail(997, "Current user is not logged in"),
            (OcsAccess.GroupAdmin, { IsGroupAdmin: false }) => OcsResult.Fail(
                403,
                "Logged in user must be at least a sub admin"
            ),
            (OcsAccess.Admin, { IsAdmin: false }) => OcsResult.NotAdmin,
            _ => null,
        };
        var call = new OcsCall(http, signIn, await Parameters(http.Request, http.RequestAborted));
        var result = refusal ?? Run(handler, call);
        await OcsEnvelope.Write(http, result, version);
    }

    private static OcsResult Run(Func<OcsCall, OcsResult> handler, OcsCall call)
    {
        try
        {
            return handler(call);
        }
        catch (Dav.DavException refusal)
        {
            return OcsResult.Fail(refusal.Status, refusal.Message);
        }
    }

    private static bool Passes(HttpContext http, SignIn? signIn) =>
        http.Request.Headers["OCS-APIRequest"] == "true"
        || http.Items.ContainsKey(Authentication.IsBearer)
        || (signIn is not null && http.Request.Headers["requesttoken"] == signIn.Session.FormToken);

    private static async Task<ILookup<string, string>> Parameters(HttpRequest request, CancellationToken ct)
    {
        var all = request.Query.SelectMany(p => p.Value, (p, v) => (p.Key, Value: v ?? "")).ToList();
        if (request.HasFormContentType)
            foreach (var (key, values) in await request.ReadFormAsync(ct))
                all.AddRange(values.Select(v => (key, v ?? "")));
        else if (request.ContentType?.Contains("json", StringComparison.OrdinalIgnoreCase) is true)
            all.AddRange(await JsonParameters(request, ct));
        return all.ToLookup(
            p => p.Key.EndsWith("[]", StringComparison.Ordinal) ? p.Key[..^2] : p.Key,
            p => p.Value
        );
    }

    private static async Task<List<(string, string)>> JsonParameters(
        HttpRequest request,
        CancellationToken ct
    )
    {
        using var body = new StreamReader(request.Body, Encoding.UTF8);
        var text = await body.ReadToEndAsync(ct);
        if (text.Length is 0 or > LargestForm)
            return [];
        using var json = System.Text.Json.JsonDocument.Parse(text);
        return
        [
            .. json
                .RootElement.EnumerateObject()
                .SelectMany(
                    p =>
                        p.Value.ValueKind == System.Text.Json.JsonValueKind.Array
                            ? p.Value.EnumerateArray().AsEnumerable()
                            : Enumerable.Repeat(p.Value, 1),
                    (p, v) => (p.Name, v.ToString())
                ),
        ];
    }
}
