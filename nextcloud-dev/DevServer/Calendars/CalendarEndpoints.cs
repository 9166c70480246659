namespace Connector.DevServer.Calendars;

/// <summary>The addresses of CalDAV: below <c>/remote.php/dav/calendars/</c> and its neighbours.</summary>
internal static class CalendarEndpoints
{
    public static void AddCalendars(IServiceCollection services) { }

    public static void MapCalendars(WebApplication app) { }
}
