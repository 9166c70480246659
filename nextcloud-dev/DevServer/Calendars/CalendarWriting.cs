using System.Globalization;
using System.Xml.Linq;
using Connector.DevServer.Dav;
using Connector.DevServer.Storage;
using static Connector.DevServer.Calendars.CalendarProperties;
using static Connector.DevServer.Dav.DavNames;

namespace Connector.DevServer.Calendars;

/// <summary>Makes, changes and removes calendars (RFC 4791, 5.3.1; RFC 5689).</summary>
internal sealed class CalendarWriting(CalendarStore store, CalendarViews views, Database database)
{
    public async Task Make(CalendarRequest request)
    {
        MustBeFree(request);
        var body = await DavXml.Read(request.Request, request.Aborted);
        var set = body?.Elements(D + "set").Elements(D + "prop").Elements().ToList() ?? [];
        var type = set.Find(property => property.Name == D + "resourcetype");
        if (request.Request.Method == "MKCOL" && type?.Element(Cal + "calendar") is null)
            throw DavException.Forbidden("The resourceType you specified is not supported here.");
        var components = set.Find(property => property.Name == Cal + "supported-calendar-component-set")
            ?.Elements(Cal + "comp")
            .Select(component => (string?)component.Attribute("name"))
            .OfType<string>()
            .ToList();
        var calendar = new NewCalendar(
            request.CalendarUri!,
            Text(set, D + "displayname") ?? request.CalendarUri!
        )
        {
            Colour = Text(set, Apple + "calendar-color"),
            Description = Text(set, Cal + "calendar-description"),
            TimeZone = Text(set, Cal + "calendar-timezone"),
            Order = long.TryParse(
                Text(set, Apple + "calendar-order"),
                CultureInfo.InvariantCulture,
                out var order
            )
                ? order
                : 0,
        };
        if (components is { Count: > 0 })
            calendar = calendar with { Components = string.Join(',', components) };
        database.Alone(() =>
        {
            MustBeFree(request);
            store.Create(request.User.UserId, calendar);
            return calendar;
        });
        DavErrors.Empty(request.Context, 201);
    }

    private void MustBeFree(CalendarRequest request)
    {
        if (views.TryFind(request) is not null || Reserved.Contains(request.CalendarUri))
            throw DavException.MethodNotAllowed("The resource you tried to create already exists");
    }

    public async Task Proppatch(CalendarRequest request)
    {
        var view = views.Find(request);
        var changes = await PropertyUpdate.Read(request.Request, request.Aborted);
        var refused = changes.Where(change => !IsWritable(change.Name) || !view.IsOwner).ToList();
        if (refused.Count == 0)
            store.Update(changes.Aggregate(view.Calendar, Apply));
        await using var writer = new MultiStatusWriter(request.Response);
        var groups = changes.GroupBy(change =>
            refused.Count == 0 ? 200
            : refused.Contains(change) ? 403
            : 424
        );
        await writer.Response(
            request.Href(view.Uri),
            groups.Select(group => (group.Key, group.Select(change => new XElement(change.Name)))),
            request.Aborted
        );
    }

    /// <summary>The owner's goes to the trash bin; somebody else's is unshared from the account.</summary>
    public Task Delete(CalendarRequest request)
    {
        var view = views.Find(request);
        if (view.IsOwner)
            store.Trash(view.Calendar.Id);
        else
            store.Unshare(view.Calendar.Id, "users", request.User.UserId);
        DavErrors.Empty(request.Context, 204);
        return Task.CompletedTask;
    }

    private static bool IsWritable(XName name) =>
        name == D + "displayname"
        || name == Apple + "calendar-color"
        || name == Apple + "calendar-order"
        || name == Cal + "calendar-description"
        || name == Cal + "calendar-timezone";

    private static Calendar Apply(Calendar calendar, PropertyChange change)
    {
        var value = change.Value?.Value;
        return change.Name.LocalName switch
        {
            "displayname" => calendar with { DisplayName = value ?? calendar.Uri },
            "calendar-color" => calendar with { Colour = value },
            "calendar-description" => calendar with { Description = value },
            "calendar-timezone" => calendar with { TimeZone = value },
            _ => calendar with
            {
                Order = long.TryParse(value, CultureInfo.InvariantCulture, out var order) ? order : 0,
            },
        };
    }

    private static string? Text(List<XElement> set, XName name) =>
        set.Find(property => property.Name == name)?.Value;

    private static readonly string?[] Reserved = ["inbox", "outbox", "trashbin", "notifications"];
}
