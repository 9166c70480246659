using Connector.DevServer.Accounts;
using Connector.DevServer.Dav;

namespace Connector.DevServer.AddressBooks;

/// <summary>A request below <c>/remote.php/dav/addressbooks/users/{user}/</c>: the home, an address book, or a card.</summary>
internal sealed record BookRequest(HttpContext Context, SignIn User, string? BookUri, string? CardName)
{
    public const string Door = "/remote.php/dav/addressbooks/users/";

    public HttpRequest Request => Context.Request;

    public HttpResponse Response => Context.Response;

    public CancellationToken Aborted => Context.RequestAborted;

    /// <exception cref="DavException">404: somebody else's home, or deeper than a card.</exception>
    public static BookRequest Of(HttpContext context)
    {
        var user = context.User();
        var path = DavPath.Behind(Door, context.Request.Path.Value ?? "") ?? "";
        var parts = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length is 0 or > 3 || !parts[0].Equals(user.UserId, StringComparison.OrdinalIgnoreCase))
            throw DavException.NotFound($"Principal with name {parts.FirstOrDefault()} not found");
        return new BookRequest(context, user, parts.ElementAtOrDefault(1), parts.ElementAtOrDefault(2));
    }

    public string Home => $"{Door}{DavPath.Encode(User.UserId)}/";

    public string Href(string bookUri, string? card = null) =>
        $"{Home}{DavPath.Encode(bookUri)}/{(card is null ? "" : DavPath.Encode(card))}";

    /// <exception cref="DavException">404.</exception>
    public BookView Find(AddressBookStore store) => TryFind(store) ?? throw Missing();

    public BookView? TryFind(AddressBookStore store) =>
        store.Views(User).FirstOrDefault(view => view.Uri == BookUri);

    public DavException Missing() =>
        DavException.NotFound($"Addressbook with name '{BookUri}' could not be found");
}
