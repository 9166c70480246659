using System.Globalization;
using System.Xml.Linq;
using Connector.DevServer.Calendars;
using Connector.DevServer.Dav;
using static Connector.DevServer.Dav.DavNames;

namespace Connector.DevServer.AddressBooks;

/// <summary>PROPFIND of the home, of an address book, of a card.</summary>
internal sealed class BookListing(AddressBookStore store, CardStore cards)
{
    private static readonly string[] OwnerRights =
    [
        "write",
        "write-properties",
        "write-content",
        "unlock",
        "bind",
        "unbind",
        "write-acl",
        "read",
        "read-acl",
        "read-current-user-privilege-set",
    ];

    private static readonly string[] ReaderRights = ["read", "read-acl", "read-current-user-privilege-set"];

    public async Task Propfind(BookRequest request)
    {
        var asked = await PropertyRequest.Read(request.Request, request.Aborted);
        var depth = DavHeaders.Depth(request.Request, DavDepth.One);
        var view = request.BookUri is null ? null : request.Find(store);
        var card =
            view is null || request.CardName is null
                ? null
                : cards.Find(view.Book.Id, request.CardName) ?? throw DavException.NotFound("Card not found");
        await using var writer = new MultiStatusWriter(request.Response);
        if (card is not null)
            await Write(writer, request, request.Href(view!.Uri, card.Name), asked, Of(card));
        else if (view is not null)
            await OfBook(request, writer, asked, depth, view);
        else
            await Home(request, writer, asked, depth);
    }

    /// <summary>A card's own properties; its text where a report asks for it.</summary>
    public static IEnumerable<XElement> Of(Card card) =>
        [
            new(D + "getetag", card.ETag),
            new(D + "resourcetype"),
            new(D + "getcontenttype", "text/vcard; charset=utf-8"),
            new(D + "getcontentlength", card.Data.Length),
            new(D + "getlastmodified", card.Modified.ToString("r", CultureInfo.InvariantCulture)),
        ];

    private async Task Home(
        BookRequest request,
        MultiStatusWriter writer,
        PropertyRequest asked,
        DavDepth depth
    )
    {
        XElement[] home =
        [
            new(D + "resourcetype", new XElement(D + "collection")),
            new(D + "owner", new XElement(D + "href", Principals.Href(request.User.UserId))),
        ];
        await Write(writer, request, request.Home, asked, home);
        if (depth == DavDepth.Zero)
            return;
        foreach (var view in store.Views(request.User))
            await OfBook(request, writer, asked, DavDepth.Zero, view);
    }

    private async Task OfBook(
        BookRequest request,
        MultiStatusWriter writer,
        PropertyRequest asked,
        DavDepth depth,
        BookView view
    )
    {
        await Write(writer, request, request.Href(view.Uri), asked, Of(view));
        if (depth == DavDepth.Zero)
            return;
        foreach (var card in cards.All(view.Book.Id))
            await Write(writer, request, request.Href(view.Uri, card.Name), asked, Of(card));
    }

    /// <summary>Measured on 27.1: only what is shared with an account tells its owner-principal, and that it is read-only.</summary>
    private IEnumerable<XElement> Of(BookView view)
    {
        var book = view.Book;
        yield return new XElement(
            D + "resourcetype",
            new XElement(D + "collection"),
            new XElement(DavNames.Card + "addressbook")
        );
        yield return new XElement(
            D + "displayname",
            view.IsOwner ? book.DisplayName : $"{book.DisplayName} ({book.Owner})"
        );
        yield return new XElement(D + "sync-token", book.SyncToken);
        yield return new XElement(Cs + "getctag", book.Token);
        yield return new XElement(D + "owner", new XElement(D + "href", Principals.Href(book.Owner)));
        yield return new XElement(Oc + "invite", view.IsOwner ? store.Shares(book.Id).Select(Invite) : null);
        yield return CalendarProperties.Privileges(view.ReadOnly ? ReaderRights : OwnerRights);
        yield return Reports();
        if (book.Description is not null)
            yield return new XElement(DavNames.Card + "addressbook-description", book.Description);
        if (!view.IsOwner)
            yield return new XElement(Oc + "owner-principal", $"principals/users/{book.Owner}");
        if (view.ReadOnly)
            yield return new XElement(Oc + "read-only", 1);
    }

    private static XElement Invite(BookShare share) =>
        new(
            Oc + "user",
            new XElement(
                D + "href",
                $"principal:principals/{share.Kind}/{Php.UrlEncode(share.Id, share.Kind)}"
            ),
            new XElement(Oc + "common-name", share.Id),
            new XElement(Oc + "invite-accepted"),
            new XElement(Oc + "access", new XElement(Oc + (share.ReadWrite ? "read-write" : "read")))
        );

    private static XElement Reports() =>
        new(
            D + "supported-report-set",
            new[]
            {
                D + "sync-collection",
                DavNames.Card + "addressbook-multiget",
                DavNames.Card + "addressbook-query",
            }.Select(name => new XElement(
                D + "supported-report",
                new XElement(D + "report", new XElement(name))
            ))
        );

    private static Task Write(
        MultiStatusWriter writer,
        BookRequest request,
        string href,
        PropertyRequest asked,
        IEnumerable<XElement> has
    ) =>
        PropertyAnswer.Write(
            writer,
            href,
            asked,
            has.Append(
                new XElement(
                    D + "current-user-principal",
                    new XElement(D + "href", Principals.Href(request.User.UserId))
                )
            ),
            request.Aborted
        );
}
