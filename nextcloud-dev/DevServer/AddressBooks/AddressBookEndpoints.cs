using Connector.DevServer.Dav;

namespace Connector.DevServer.AddressBooks;

/// <summary>The addresses of CardDAV: below <c>/remote.php/dav/addressbooks/users/</c>.</summary>
internal static class AddressBookEndpoints
{
    public static void AddAddressBooks(IServiceCollection services) =>
        services
            .AddSingleton<AddressBookStore>()
            .AddSingleton<CardStore>()
            .AddSingleton<BookListing>()
            .AddSingleton<BookReports>()
            .AddSingleton<BookWriting>()
            .AddSingleton<CardWriting>();

    public static void MapAddressBooks(WebApplication app)
    {
        // Made now, so that the tables are there before the first request.
        app.Services.GetRequiredService<CardStore>();
        app.Map($"{BookRequest.Door}{{**path}}", DavDoor.Behind(Handler(app.Services)));
    }

    private static RequestDelegate Handler(IServiceProvider services)
    {
        var listing = services.GetRequiredService<BookListing>();
        var reports = services.GetRequiredService<BookReports>();
        var books = services.GetRequiredService<BookWriting>();
        var cards = services.GetRequiredService<CardWriting>();
        return context =>
        {
            context.Response.Headers["DAV"] =
                "1, 3, extended-mkcol, access-control, calendarserver-principal-property-search, oc-resource-sharing, "
                + "addressbook, nextcloud-checksum-update, nc-calendar-search, nc-enable-birthday-calendar";
            var request = BookRequest.Of(context);
            return (context.Request.Method, request) switch
            {
                ("OPTIONS", _) => Options(context),
                ("PROPFIND", _) => listing.Propfind(request),
                ("REPORT", { BookUri: not null }) => reports.Report(request),
                ("MKCOL", { BookUri: not null, CardName: null }) => books.Make(request),
                ("PROPPATCH", { BookUri: not null, CardName: null }) => books.Proppatch(request),
                ("DELETE", { BookUri: not null, CardName: null }) => books.Delete(request),
                ("POST", { BookUri: not null, CardName: null }) => books.Post(request),
                ("GET" or "HEAD", { BookUri: not null, CardName: null }) => cards.Export(request),
                ("GET" or "HEAD", { CardName: not null }) => cards.Get(request),
                ("PUT", { CardName: not null }) => cards.Put(request),
                ("DELETE", { CardName: not null }) => cards.Delete(request),
                _ => throw DavException.NotImplemented(
                    $"There was no plugin in the system that was willing to handle this {context.Request.Method} method."
                ),
            };
        };
    }

    private static Task Options(HttpContext context)
    {
        context.Response.Headers.Allow =
            "OPTIONS, GET, HEAD, DELETE, PROPFIND, PUT, PROPPATCH, COPY, MOVE, REPORT";
        DavErrors.Empty(context, 200);
        return Task.CompletedTask;
    }
}
