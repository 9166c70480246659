using Connector.DevServer.Accounts;
using Connector.DevServer.Dav;

namespace Connector.DevServer.Calendars;

/// <summary>
/// A request below <c>/remote.php/dav/calendars/{user}/</c>: the home (no <see cref="Calendar"/>), a calendar, or an
/// object in it.
/// </summary>
internal sealed record CalendarRequest(
    HttpContext Context,
    SignIn User,
    string? CalendarUri,
    string? ItemName
)
{
    public const string Door = "/remote.php/dav/calendars/";

    /// <summary>The older door, for calendars alone; its answers name things below the newer one here.</summary>
    private const string OlderDoor = "/remote.php/caldav/calendars/";

    public HttpRequest Request => Context.Request;

    public HttpResponse Response => Context.Response;

    public CancellationToken Aborted => Context.RequestAborted;

    /// <exception cref="DavException">404: somebody else's home, or deeper than an object.</exception>
    public static CalendarRequest Of(HttpContext context)
    {
        var user = context.User();
        var address = context.Request.Path.Value ?? "";
        var path = DavPath.Behind(Door, address) ?? DavPath.Behind(OlderDoor, address) ?? "";
        var parts = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length is 0 or > 3 || !parts[0].Equals(user.UserId, StringComparison.OrdinalIgnoreCase))
            throw DavException.NotFound($"Node with name '{parts.FirstOrDefault()}' could not be found");
        return new CalendarRequest(context, user, parts.ElementAtOrDefault(1), parts.ElementAtOrDefault(2));
    }

    public string Home => $"{Door}{DavPath.Encode(User.UserId)}/";

    public string Href(string calendarUri, string? item = null) =>
        $"{Home}{DavPath.Encode(calendarUri)}/{(item is null ? "" : DavPath.Encode(item))}";
}
