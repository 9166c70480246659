using System.Globalization;
using System.Xml.Linq;
using Connector.DevServer.Accounts;
using Connector.DevServer.Calendars;
using Connector.DevServer.Dav;
using Connector.DevServer.Storage;
using static Connector.DevServer.Dav.DavNames;

namespace Connector.DevServer.AddressBooks;

/// <summary>Makes, renames, shares and removes address books (RFC 5689; <c>apps/dav/lib/DAV/Sharing/Plugin.php</c>).</summary>
internal sealed class BookWriting(
    AddressBookStore store,
    AccountStore accounts,
    GroupStore groups,
    Database database
)
{
    private const string Principal = "principal:principals/";

    public async Task Make(BookRequest request)
    {
        MustBeFree(request);
        var body = await DavXml.Read(request.Request, request.Aborted);
        var set = body?.Elements(D + "set").Elements(D + "prop").Elements().ToList() ?? [];
        if (
            set.Find(property => property.Name == D + "resourcetype")?.Element(DavNames.Card + "addressbook")
            is null
        )
            throw DavException.Forbidden("The resourceType you specified is not supported here.");
        database.Write(_ =>
        {
            MustBeFree(request);
            store.Create(
                request.User.UserId,
                request.BookUri!,
                set.Find(property => property.Name == D + "displayname")?.Value ?? request.BookUri!,
                set.Find(property => property.Name == DavNames.Card + "addressbook-description")?.Value
            );
        });
        DavErrors.Empty(request.Context, 201);
    }

    private void MustBeFree(BookRequest request)
    {
        if (request.TryFind(store) is not null)
            throw DavException.MethodNotAllowed("The resource you tried to create already exists");
    }

    public async Task Proppatch(BookRequest request)
    {
        var view = request.Find(store);
        var changes = await PropertyUpdate.Read(request.Request, request.Aborted);
        var refused = changes.Where(change => change.Name != D + "displayname" || !view.IsOwner).ToList();
        if (refused.Count == 0 && changes is [.., { Value: { } name }])
            store.Rename(view.Book.Id, name.Value);
        await using var writer = new MultiStatusWriter(request.Response);
        var byStatus = changes.GroupBy(change =>
            refused.Count == 0 ? 200
            : refused.Contains(change) ? 403
            : 424
        );
        await writer.Response(
            request.Href(view.Uri),
            byStatus.Select(group => (group.Key, group.Select(change => new XElement(change.Name)))),
            request.Aborted
        );
    }

    public Task Delete(BookRequest request)
    {
        var view = request.Find(store);
        if (view.IsOwner)
            store.Delete(view.Book.Id);
        else
            store.Unshare(view.Book.Id, "users", request.User.UserId);
        DavErrors.Empty(request.Context, 204);
        return Task.CompletedTask;
    }

    /// <summary>Shares and unshares. Somebody unknown is answered 200 and forgotten, as on the real server.</summary>
    public async Task Post(BookRequest request)
    {
        var body = await DavXml.Read(request.Request, request.Aborted);
        if (body?.Name != Oc + "share")
            throw DavException.NotImplemented(
                "There was no plugin in the system that was willing to handle this POST method."
            );
        var view = request.Find(store);
        if (!view.IsOwner)
            throw DavException.Forbidden("Only the owner may share an address book.");
        foreach (var set in body.Elements(Oc + "set"))
            if (Read(set) is var (kind, id) && Exists(kind, id))
                store.Share(
                    view.Book.Id,
                    new BookShare(kind, id, set.Element(Oc + "read-write") is not null)
                );
        foreach (var remove in body.Elements(Oc + "remove"))
            if (Read(remove) is var (kind, id))
                store.Unshare(view.Book.Id, kind, id);
        DavErrors.Empty(request.Context, 200);
    }

    private bool Exists(string kind, string id) =>
        kind switch
        {
            "groups" => groups.Find(id) is not null,
            "circles" => true,
            _ => accounts.Find(id) is not null,
        };

    private static (string Kind, string Id)? Read(XElement element)
    {
        var href = element.Element(D + "href")?.Value.Trim() ?? "";
        var parts = href.StartsWith(Principal, StringComparison.Ordinal)
            ? href[Principal.Length..].Split('/', 2)
            : [];
        return parts is ["users" or "groups" or "circles", _]
            ? (parts[0], Php.UrlDecode(parts[1], parts[0]))
            : null;
    }
}

/// <summary>GET, PUT and DELETE of one card, under the conditions of the request.</summary>
internal sealed class CardWriting(
    AddressBookStore store,
    CardStore cards,
    Database database,
    TimeProvider time
)
{
    public async Task Get(BookRequest request)
    {
        var card = Find(request, request.Find(store));
        request.Response.Headers.ETag = card.ETag;
        request.Response.Headers["OC-ETag"] = card.ETag;
        if (!DavHeaders.CheckConditions(request.Request, card.ETag, card.Modified))
        {
            DavErrors.Empty(request.Context, 304);
            return;
        }

        request.Response.ContentType = "text/vcard; charset=utf-8";
        request.Response.ContentLength = card.Data.Length;
        request.Response.Headers.LastModified = card.Modified.ToString("r", CultureInfo.InvariantCulture);
        if (!HttpMethods.IsHead(request.Request.Method))
            await request.Response.Body.WriteAsync(card.Data, request.Aborted);
    }

    /// <summary>Every card in one text.</summary>
    public async Task Export(BookRequest request)
    {
        var view = request.Find(store);
        request.Response.ContentType = "text/directory; charset=utf-8";
        foreach (var card in cards.All(view.Book.Id))
            await request.Response.Body.WriteAsync(card.Data, request.Aborted);
    }

    public async Task Put(BookRequest request)
    {
        var view = request.Find(store);
        using var body = new MemoryStream();
        await request.Request.Body.CopyToAsync(body, request.Aborted);
        var (card, changed, made) = database.Alone(() => Put(request, view, body.ToArray()));
        if (!changed)
        {
            request.Response.Headers.ETag = card.ETag;
            request.Response.Headers["OC-ETag"] = card.ETag;
        }

        DavErrors.Empty(request.Context, made ? 201 : 204);
    }

    private (Card Card, bool Changed, bool Made) Put(BookRequest request, BookView view, byte[] body)
    {
        var there = cards.Find(view.Book.Id, request.CardName!);
        // Measured on 27.1: to who may only read, a PUT is answered as if there were nothing to write to.
        if (view.ReadOnly)
            throw there is null
                ? request.Missing()
                : DavException.NotFound($"Node with name '{request.CardName}' could not be found");
        DavHeaders.CheckConditions(request.Request, there?.ETag, there?.Modified);
        var (card, changed) = CardText.Read(request.CardName!, body, time.GetUtcNow());
        if (cards.UidIsTaken(view.Book.Id, card.Uid, card.Name))
            throw DavException.BadRequest(
                "VCard object with uid already exists in this addressbook collection."
            );
        cards.Put(view.Book.Id, card);
        return (card, changed, there is null);
    }

    public Task Delete(BookRequest request)
    {
        var view = request.Find(store);
        return database.Alone(() =>
        {
            var card = Find(request, view);
            if (view.ReadOnly)
                throw request.Missing();
            DavHeaders.CheckConditions(request.Request, card.ETag, card.Modified);
            cards.Delete(view.Book.Id, card.Name);
            DavErrors.Empty(request.Context, 204);
            return Task.CompletedTask;
        });
    }

    private Card Find(BookRequest request, BookView view) =>
        cards.Find(view.Book.Id, request.CardName!) ?? throw DavException.NotFound("Card not found");
}
