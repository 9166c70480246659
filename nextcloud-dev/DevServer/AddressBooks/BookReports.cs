using System.Globalization;
using System.Text;
using System.Xml.Linq;
using Connector.DevServer.Calendars;
using Connector.DevServer.Dav;
using static Connector.DevServer.Dav.DavNames;

namespace Connector.DevServer.AddressBooks;

/// <summary>
/// REPORT on an address book: addressbook-multiget and addressbook-query (RFC 6352, 8.6, 8.7), sync-collection (RFC 6578).
/// </summary>
internal sealed class BookReports(AddressBookStore store, CardStore cards)
{
    private const string TokenPrefix = "http://sabre.io/ns/sync/";

    public async Task Report(BookRequest request)
    {
        var view = request.Find(store);
        var body =
            await DavXml.Read(request.Request, request.Aborted)
            ?? throw DavException.BadRequest("The REPORT needs a body.");
        var asked = PropertyRequest.Of(body);
        var task =
            body.Name == DavNames.Card + "addressbook-multiget" ? Multiget(request, view, asked, body)
            : body.Name == DavNames.Card + "addressbook-query" ? Query(request, view, asked, body)
            : body.Name == D + "sync-collection" ? Sync(request, view, asked, body)
            : throw new DavException(
                403,
                @"Sabre\DAV\Exception\ReportNotSupported",
                "The {DAV:}supported-report is not supported here"
            );
        await task;
    }

    private async Task Multiget(BookRequest request, BookView view, PropertyRequest asked, XElement body)
    {
        var names = body.Elements(D + "href")
            .Select(href => Uri.UnescapeDataString(href.Value.TrimEnd('/').Split('/')[^1]));
        await using var writer = new MultiStatusWriter(request.Response);
        // Measured on 27.1: what is not there is left out.
        foreach (var name in names.Distinct())
            if (cards.Find(view.Book.Id, name) is { } card)
                await Write(request, writer, view, asked, card);
    }

    private async Task Query(BookRequest request, BookView view, PropertyRequest asked, XElement body)
    {
        var filter = CardFilter.Read(body);
        await using var writer = new MultiStatusWriter(request.Response);
        foreach (var card in cards.All(view.Book.Id).Where(filter.Matches))
            await Write(request, writer, view, asked, card);
    }

    private async Task Sync(BookRequest request, BookView view, PropertyRequest asked, XElement body)
    {
        var token = body.Element(D + "sync-token")?.Value.Trim() ?? "";
        if (token.Length > 0 && !token.StartsWith(TokenPrefix, StringComparison.Ordinal))
            throw new DavException(
                403,
                @"Sabre\DAV\Exception\InvalidSyncToken",
                "Invalid or unknown sync token"
            );
        var names =
            token.Length == 0
                ? cards.All(view.Book.Id).Select(card => card.Name).ToList()
                : cards.ChangedSince(view.Book.Id, Number(token[TokenPrefix.Length..]));
        await using var writer = new MultiStatusWriter(request.Response);
        foreach (var name in names)
        {
            if (cards.Find(view.Book.Id, name) is { } card)
                await Write(request, writer, view, asked, card);
            else
                await writer.Status(request.Href(view.Uri, name), 404, request.Aborted);
        }

        writer.Append(new XElement(D + "sync-token", view.Book.SyncToken));
    }

    private static Task Write(
        BookRequest request,
        MultiStatusWriter writer,
        BookView view,
        PropertyRequest asked,
        Card card
    )
    {
        var has = BookListing.Of(card);
        var data = asked.Names.Contains(DavNames.Card + "address-data")
            ? has.Append(new XElement(DavNames.Card + "address-data", Encoding.UTF8.GetString(card.Data)))
            : has;
        return PropertyAnswer.Write(writer, request.Href(view.Uri, card.Name), asked, data, request.Aborted);
    }

    private static long Number(string text)
    {
        var digits = string.Concat(text.TakeWhile(char.IsAsciiDigit));
        return long.TryParse(digits, CultureInfo.InvariantCulture, out var number) ? number : 0;
    }
}
