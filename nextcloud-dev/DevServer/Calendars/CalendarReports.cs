using System.Globalization;
using System.Text;
using System.Xml.Linq;
using Connector.DevServer.Dav;
using static Connector.DevServer.Dav.DavNames;

namespace Connector.DevServer.Calendars;

/// <summary>REPORT on a calendar: calendar-multiget and calendar-query (RFC 4791, 7.8, 7.9), sync-collection (RFC 6578).</summary>
internal sealed class CalendarReports(CalendarViews views, ItemStore items)
{
    private const string TokenPrefix = "http://sabre.io/ns/sync/";

    public async Task Report(CalendarRequest request)
    {
        var view = views.Find(request);
        var body =
            await DavXml.Read(request.Request, request.Aborted)
            ?? throw DavException.BadRequest("The REPORT needs a body.");
        var asked = PropertyRequest.Of(body);
        var task =
            body.Name == Cal + "calendar-multiget" ? Multiget(request, view, asked, body)
            : body.Name == Cal + "calendar-query" ? Query(request, view, asked, body)
            : body.Name == D + "sync-collection" ? Sync(request, view, asked, body)
            : throw new DavException(
                403,
                @"Sabre\DAV\Exception\ReportNotSupported",
                "The {DAV:}supported-report is not supported here"
            );
        await task;
    }

    private async Task Multiget(
        CalendarRequest request,
        CalendarView view,
        PropertyRequest asked,
        XElement body
    )
    {
        var names = body.Elements(D + "href")
            .Select(href => Uri.UnescapeDataString(href.Value.TrimEnd('/').Split('/')[^1]));
        await using var writer = new MultiStatusWriter(request.Response);
        // Measured on 27.1: what is not there is left out.
        foreach (var name in names.Distinct())
            if (items.Find(view.Calendar.Id, name) is { } item)
                await Write(request, writer, view, asked, item);
    }

    private async Task Query(CalendarRequest request, CalendarView view, PropertyRequest asked, XElement body)
    {
        var filter = CalendarFilter.Read(body);
        await using var writer = new MultiStatusWriter(request.Response);
        foreach (var item in items.All(view.Calendar.Id).Where(filter.Matches))
            await Write(request, writer, view, asked, item);
    }

    private async Task Sync(CalendarRequest request, CalendarView view, PropertyRequest asked, XElement body)
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
                ? items.All(view.Calendar.Id).Select(item => item.Name).ToList()
                : items.ChangedSince(view.Calendar.Id, Number(token[TokenPrefix.Length..]));
        await using var writer = new MultiStatusWriter(request.Response);
        foreach (var name in names)
        {
            if (items.Find(view.Calendar.Id, name) is { } item)
                await Write(request, writer, view, asked, item);
            else
                await writer.Status(request.Href(view.Uri, name), 404, request.Aborted);
        }

        writer.Append(new XElement(D + "sync-token", view.Calendar.SyncToken));
    }

    private static Task Write(
        CalendarRequest request,
        MultiStatusWriter writer,
        CalendarView view,
        PropertyRequest asked,
        CalendarItem item
    )
    {
        var has = CalendarProperties.Of(item);
        var data = asked.Names.Contains(Cal + "calendar-data")
            ? has.Append(new XElement(Cal + "calendar-data", Encoding.UTF8.GetString(item.Data)))
            : has;
        return PropertyAnswer.Write(writer, request.Href(view.Uri, item.Name), asked, data, request.Aborted);
    }

    /// <summary>As PHP's (int): the digits at the start, else 0.</summary>
    private static long Number(string text)
    {
        var digits = string.Concat(text.TakeWhile(char.IsAsciiDigit));
        return long.TryParse(digits, CultureInfo.InvariantCulture, out var number) ? number : 0;
    }
}
