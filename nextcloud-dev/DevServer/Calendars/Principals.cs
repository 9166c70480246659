using System.Xml.Linq;
using Connector.DevServer.Accounts;
using Connector.DevServer.Dav;
using static Connector.DevServer.Dav.DavNames;

namespace Connector.DevServer.Calendars;

/// <summary>Accounts and groups as principals: what a phone asks first (RFC 6764, RFC 4791 6.2.1).</summary>
internal sealed class Principals(AccountStore accounts, GroupStore groups)
{
    private const string Door = "/remote.php/dav/principals/";

    public static string Href(string userId) => $"{Door}users/{DavPath.Encode(userId)}/";

    public async Task Handle(HttpContext context)
    {
        if (HttpMethods.IsOptions(context.Request.Method))
        {
            context.Response.Headers.Allow = "OPTIONS, GET, HEAD, PROPFIND, REPORT";
            DavErrors.Empty(context, 200);
            return;
        }

        if (context.Request.Method != "PROPFIND")
            throw DavException.NotImplemented(
                $"There was no plugin in the system that was willing to handle this {context.Request.Method} method."
            );
        var asked = await PropertyRequest.Read(context.Request, context.RequestAborted);
        var parts = (DavPath.Behind(Door, context.Request.Path.Value ?? "") ?? "").Split(
            '/',
            StringSplitOptions.RemoveEmptyEntries
        );
        var (href, has) = Find(context.User(), parts);
        await using var writer = new MultiStatusWriter(context.Response);
        await PropertyAnswer.Write(writer, href, asked, has, context.RequestAborted);
    }

    private (string Href, IEnumerable<XElement> Has) Find(SignIn user, string[] parts) =>
        parts switch
        {
            ["users", var id] when accounts.Find(id) is { } account => (
                Href(account.Id),
                OfAccount(user, account).Append(Membership(account))
            ),
            ["groups", var id] when groups.Find(Php.UrlDecode(id, "groups")) is { } group => (
                $"{Door}groups/{Php.UrlEncode(group.Id, "groups")}/",
                [
                    new XElement(D + "resourcetype", new XElement(D + "principal")),
                    new XElement(D + "displayname", group.DisplayName),
                    Current(user),
                ]
            ),
            [] or ["users"] or ["groups"] => (
                Door + string.Concat(parts.Select(part => part + "/")),
                [new XElement(D + "resourcetype", new XElement(D + "collection")), Current(user)]
            ),
            _ => throw DavException.NotFound($"Principal with name {parts[^1]} not found"),
        };

    private static IEnumerable<XElement> OfAccount(SignIn user, Account account)
    {
        var home = $"{CalendarRequest.Door}{DavPath.Encode(account.Id)}/";
        yield return new XElement(D + "resourcetype", new XElement(D + "principal"));
        yield return new XElement(D + "displayname", account.DisplayName);
        yield return new XElement(D + "principal-URL", new XElement(D + "href", Href(account.Id)));
        yield return Current(user);
        yield return new XElement(Cal + "calendar-home-set", new XElement(D + "href", home));
        yield return new XElement(
            Card + "addressbook-home-set",
            new XElement(D + "href", $"{AddressBooks.BookRequest.Door}{DavPath.Encode(account.Id)}/")
        );
        yield return new XElement(Cal + "schedule-inbox-URL", new XElement(D + "href", home + "inbox/"));
        yield return new XElement(Cal + "schedule-outbox-URL", new XElement(D + "href", home + "outbox/"));
        yield return new XElement(
            Cal + "calendar-user-address-set",
            account.Email is null ? null : new XElement(D + "href", $"mailto:{account.Email}"),
            new XElement(D + "href", Href(account.Id))
        );
    }

    /// <summary>Anybody who is signed in may read it (measured on 27), unlike the groups of the provisioning API.</summary>
    private XElement Membership(Account account) =>
        new(
            D + "group-membership",
            groups
                .Of(account.Id)
                .Select(group => new XElement(D + "href", $"{Door}groups/{Php.UrlEncode(group, "groups")}/"))
        );

    private static XElement Current(SignIn user) =>
        new(D + "current-user-principal", new XElement(D + "href", Href(user.UserId)));
}
