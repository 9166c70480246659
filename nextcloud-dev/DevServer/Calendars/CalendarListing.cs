using System.Xml.Linq;
using Connector.DevServer.Dav;
using static Connector.DevServer.Dav.DavNames;

namespace Connector.DevServer.Calendars;

/// <summary>PROPFIND of the home, of a calendar, of an object.</summary>
internal sealed class CalendarListing(CalendarViews views, ItemStore items, CalendarProperties properties)
{
    public async Task Propfind(CalendarRequest request)
    {
        var asked = await PropertyRequest.Read(request.Request, request.Aborted);
        var depth = DavHeaders.Depth(request.Request, DavDepth.One);
        var view = request.CalendarUri is null ? null : views.Find(request);
        var item = view is null || request.ItemName is null ? null : Item(request, view);
        await using var writer = new MultiStatusWriter(request.Response);
        if (view is null)
            await Home(request, writer, asked, depth);
        else if (item is not null)
            await Write(
                writer,
                request.Href(view.Uri, item.Name),
                asked,
                CalendarProperties.Of(item),
                request
            );
        else
            await OfCalendar(request, writer, asked, depth, view);
    }

    private CalendarItem Item(CalendarRequest request, CalendarView view) =>
        items.Find(view.Calendar.Id, request.ItemName!)
        ?? throw DavException.NotFound($"Calendar object with name '{request.ItemName}' could not be found");

    private async Task Home(
        CalendarRequest request,
        MultiStatusWriter writer,
        PropertyRequest asked,
        DavDepth depth
    )
    {
        await Write(writer, request.Home, asked, HomeProperties(request), request);
        if (depth == DavDepth.Zero)
            return;
        foreach (var view in views.Of(request.User))
            await OfCalendar(request, writer, asked, DavDepth.Zero, view);
        foreach (var (name, type) in Special)
            await Write(
                writer,
                request.Href(name),
                asked,
                [new XElement(D + "resourcetype", new XElement(D + "collection"), new XElement(type))],
                request
            );
    }

    private async Task OfCalendar(
        CalendarRequest request,
        MultiStatusWriter writer,
        PropertyRequest asked,
        DavDepth depth,
        CalendarView view
    )
    {
        var origin = new Uri($"{request.Request.Scheme}://{request.Request.Host}");
        await Write(writer, request.Href(view.Uri), asked, properties.Of(view, origin), request);
        if (depth == DavDepth.Zero)
            return;
        foreach (var item in items.All(view.Calendar.Id))
            await Write(
                writer,
                request.Href(view.Uri, item.Name),
                asked,
                CalendarProperties.Of(item),
                request
            );
    }

    private static Task Write(
        MultiStatusWriter writer,
        string href,
        PropertyRequest asked,
        IEnumerable<XElement> has,
        CalendarRequest request
    ) => PropertyAnswer.Write(writer, href, asked, has.Append(Principal(request)), request.Aborted);

    private static XElement Principal(CalendarRequest request) =>
        new(D + "current-user-principal", new XElement(D + "href", Principals.Href(request.User.UserId)));

    private static IEnumerable<XElement> HomeProperties(CalendarRequest request)
    {
        yield return new XElement(D + "resourcetype", new XElement(D + "collection"));
        yield return new XElement(
            D + "owner",
            new XElement(D + "href", Principals.Href(request.User.UserId))
        );
        yield return CalendarProperties.Privileges([
            "write",
            "read",
            "bind",
            "unbind",
            "read-current-user-privilege-set",
        ]);
    }

    private static readonly (string Name, XName Type)[] Special =
    [
        ("inbox", Cal + "schedule-inbox"),
        ("outbox", Cal + "schedule-outbox"),
        ("trashbin", CalendarProperties.NextcloudCom + "trash-bin"),
    ];
}
