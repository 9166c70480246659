using Connector.DevServer.Accounts;
using Connector.DevServer.Dav;

namespace Connector.DevServer.Calendars;

/// <summary>The addresses of CalDAV: below <c>/remote.php/dav/calendars/</c> and its neighbours.</summary>
internal static class CalendarEndpoints
{
    public static void AddCalendars(IServiceCollection services)
    {
        services.AddSingleton<CalendarStore>().AddSingleton<ItemStore>().AddSingleton<CalendarViews>();
        services
            .AddSingleton<CalendarProperties>()
            .AddSingleton<CalendarListing>()
            .AddSingleton<CalendarReports>();
        services.AddSingleton<CalendarWriting>().AddSingleton<ItemWriting>().AddSingleton<CalendarSharing>();
        services.AddSingleton<CalendarFeed>().AddSingleton<Principals>();
    }

    public static void MapCalendars(WebApplication app)
    {
        // Made now, so that the tables are there before the first request.
        app.Services.GetRequiredService<ItemStore>();
        var feed = app.Services.GetRequiredService<CalendarFeed>();
        var principals = app.Services.GetRequiredService<Principals>();
        app.Map("/remote.php/dav/calendars/{**path}", DavDoor.Behind(Handler(app.Services)));
        app.Map("/remote.php/caldav/calendars/{**path}", DavDoor.Behind(Handler(app.Services)));
        app.Map("/remote.php/dav/public-calendars/{token}/{item?}", DavErrors.Guard(feed.Public));
        app.Map("/remote.php/dav/principals/{**path}", DavDoor.Behind(principals.Handle));
        app.Map("/.well-known/caldav", context => Redirect(context, "/remote.php/dav/"));
        app.Map("/.well-known/carddav", context => Redirect(context, "/remote.php/dav/"));
    }

    private static Task Redirect(HttpContext context, string to)
    {
        context.Response.Redirect(to, permanent: true);
        return Task.CompletedTask;
    }

    private static RequestDelegate Handler(IServiceProvider services)
    {
        var listing = services.GetRequiredService<CalendarListing>();
        var reports = services.GetRequiredService<CalendarReports>();
        var calendars = services.GetRequiredService<CalendarWriting>();
        var items = services.GetRequiredService<ItemWriting>();
        var sharing = services.GetRequiredService<CalendarSharing>();
        var feed = services.GetRequiredService<CalendarFeed>();
        return context =>
        {
            context.Response.Headers["DAV"] =
                "1, 3, extended-mkcol, access-control, calendarserver-principal-property-search, calendar-access, "
                + "calendar-proxy, calendar-auto-schedule, calendar-availability, nc-calendar-trashbin, "
                + "nc-calendar-webcal-cache, calendarserver-subscribed, oc-resource-sharing, oc-calendar-publishing, "
                + "calendarserver-sharing, nextcloud-checksum-update, nc-calendar-search, nc-enable-birthday-calendar";
            var request = CalendarRequest.Of(context);
            return (context.Request.Method, request) switch
            {
                ("OPTIONS", _) => Options(context),
                ("PROPFIND", _) => listing.Propfind(request),
                ("REPORT", { CalendarUri: not null }) => reports.Report(request),
                ("MKCOL" or "MKCALENDAR", { CalendarUri: not null, ItemName: null }) => calendars.Make(
                    request
                ),
                ("PROPPATCH", { CalendarUri: not null, ItemName: null }) => calendars.Proppatch(request),
                ("DELETE", { CalendarUri: not null, ItemName: null }) => calendars.Delete(request),
                ("POST", { CalendarUri: not null, ItemName: null }) => sharing.Post(request),
                ("GET" or "HEAD", { CalendarUri: not null, ItemName: null }) => feed.Own(request),
                ("GET" or "HEAD", { ItemName: not null }) => items.Get(request),
                ("PUT", { ItemName: not null }) => items.Put(request),
                ("DELETE", { ItemName: not null }) => items.Delete(request),
                _ => throw DavException.NotImplemented(
                    $"There was no plugin in the system that was willing to handle this {context.Request.Method} method."
                ),
            };
        };
    }

    private static Task Options(HttpContext context)
    {
        context.Response.Headers.Allow =
            "OPTIONS, GET, HEAD, DELETE, PROPFIND, PUT, PROPPATCH, COPY, MOVE, REPORT, MKCOL, MKCALENDAR, POST";
        DavErrors.Empty(context, 200);
        return Task.CompletedTask;
    }
}
