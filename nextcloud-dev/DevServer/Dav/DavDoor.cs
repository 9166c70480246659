using Connector.DevServer.Accounts;

namespace Connector.DevServer.Dav;

/// <summary>
/// What every address below <c>/remote.php/</c> shares: 401 for strangers, the protection against forged requests
/// (server file <c>apps/dav/lib/Connector/Sabre/Auth.php</c>), and refusals as sabre/dav writes them.
/// </summary>
internal static class DavDoor
{
    private const string NobodySignedIn =
        "No public access to this resource., No 'Authorization: Basic' header found. Either the client didn't "
        + "send one, or the server is misconfigured, No 'Authorization: Bearer' header found. Either the client "
        + "didn't send one, or the server is mis-configured";

    private const string WrongPassword =
        "No public access to this resource., Username or password was incorrect, No 'Authorization: Bearer' "
        + "header found. Either the client didn't send one, or the server is mis-configured";

    public static RequestDelegate Behind(RequestDelegate handler) =>
        DavErrors.Guard(context =>
        {
            var basic = context.Request.Basic() is not null;
            if (context.SignIn() is not { } signIn)
                throw Unauthorized(basic ? WrongPassword : NobodySignedIn);
            if (!basic && NeedsToken(context, signIn) && !HasToken(context, signIn))
                throw Unauthorized("CSRF check not passed.");
            context.Response.Headers["DAV"] =
                "1, 3, extended-mkcol, access-control, "
                + "calendarserver-principal-property-search, nextcloud-checksum-update, nc-calendar-search, nc-enable-birthday-calendar";
            return handler(context);
        });

    private static bool NeedsToken(HttpContext context, SignIn signIn)
    {
        var method = context.Request.Method;
        if (HttpMethods.IsGet(method))
            return false;
        var known = signIn.UserId.Equals(signIn.Session.DavUser, StringComparison.OrdinalIgnoreCase);
        return HttpMethods.IsPost(method) || !known;
    }

    private static bool HasToken(HttpContext context, SignIn signIn) =>
        context.Request.Headers.ContainsKey("OCS-APIRequest")
        || context.Request.Headers["requesttoken"] == signIn.Session.FormToken;

    private static DavException Unauthorized(string message) =>
        new(401, @"Sabre\DAV\Exception\NotAuthenticated", message)
        {
            Headers = [("WWW-Authenticate", "Basic realm=\"Nextcloud\", charset=\"UTF-8\"")],
        };
}
