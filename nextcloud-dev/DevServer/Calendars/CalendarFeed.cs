using System.Globalization;
using System.Text;
using Connector.DevServer.Dav;

namespace Connector.DevServer.Calendars;

/// <summary>
/// The whole of a calendar as one file (<c>?export</c>), for its owner and, when published, for everybody. In the
/// public feed private events are left out and confidential ones say « Busy ».
/// </summary>
internal sealed class CalendarFeed(
    CalendarStore store,
    CalendarViews views,
    ItemStore items,
    TimeProvider time
)
{
    public Task Public(HttpContext context)
    {
        var token = context.Request.RouteValues["token"] as string ?? "";
        var calendar =
            store.Published(token)
            ?? throw DavException.NotFound($"Node with name '{token}' could not be found");
        if (!context.Request.Query.ContainsKey("export"))
            throw DavException.NotImplemented(
                "There was no plugin in the system that was willing to handle this GET method."
            );
        return Write(context, token, calendar, isPublic: true);
    }

    public Task Own(CalendarRequest request)
    {
        var view = views.Find(request);
        if (!request.Request.Query.ContainsKey("export"))
            throw DavException.NotImplemented("GET requests are only supported on ICSExportPlugin");
        return Write(request.Context, view.Uri, view.Calendar, isPublic: false);
    }

    private async Task Write(HttpContext context, string name, Calendar calendar, bool isPublic)
    {
        var day = time.GetUtcNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        context.Response.ContentType = "text/calendar; charset=UTF-8";
        context.Response.Headers.ContentDisposition = $"attachment; filename=\"{name}-{day}.ics\"";
        var text = Merge(calendar, isPublic);
        if (!HttpMethods.IsHead(context.Request.Method))
            await context.Response.WriteAsync(text, context.RequestAborted);
    }

    private string Merge(Calendar calendar, bool isPublic)
    {
        var feed = new StringBuilder(
            "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nCALSCALE:GREGORIAN\r\nPRODID:-//SabreDAV//SabreDAV//EN\r\n"
        );
        feed.Append(
            Line(
                "X-WR-CALNAME",
                isPublic ? $"{calendar.DisplayName} ({calendar.Owner})" : calendar.DisplayName
            )
        );
        if (calendar.Colour is not null)
            feed.Append(Line("X-APPLE-CALENDAR-COLOR", calendar.Colour));
        feed.Append("REFRESH-INTERVAL;VALUE=DURATION:PT4H\r\nX-PUBLISHED-TTL:PT4H\r\n");
        var zones = new HashSet<string>(StringComparer.Ordinal);
        foreach (
            var part in items
                .All(calendar.Id)
                .SelectMany(item => FeedParts.Of(Encoding.UTF8.GetString(item.Data), isPublic))
        )
        {
            if (!part.IsZone || zones.Add(part.Text))
                feed.Append(part.Text);
        }

        return feed.Append("END:VCALENDAR\r\n").ToString();
    }

    private static string Line(string name, string value)
    {
        var escaped = value
            .Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace(";", "\\;", StringComparison.Ordinal)
            .Replace(",", "\\,", StringComparison.Ordinal)
            .ReplaceLineEndings("\\n");
        return $"{name}:{escaped}\r\n";
    }
}
