using Connector.Templates;

namespace Connector.Web.Console.Readings;

/// <summary>The QR code with which a phone subscribes to a calendar.</summary>
internal static class CalendarCode
{
    /// <summary>How an address of the console names the network's own calendar.</summary>
    private const string Network = "reseau";

    public static string Key(string group) => group.Length == 0 ? Network : group;

    /// <summary><c>webcal</c> stands for http and https alike: programs try https first, or follow the server there.</summary>
    public static string Webcal(Uri address) =>
        new UriBuilder(address) { Scheme = "webcal", Port = address.IsDefaultPort ? -1 : address.Port }
            .Uri
            .AbsoluteUri;

    public static async Task<IResult> AnswerAsync(HttpContext http, PageScope page)
    {
        var shelf = http.RequestServices.GetRequiredService<ReadingShelf>();
        var key = page.Route("calendar");
        var read = await shelf.OfAsync(page.Owner!, http.RequestAborted);
        if (
            read.Reading?.Calendars.FirstOrDefault(pair => Key(pair.Key) == key) is not { Value: { } address }
        )
        {
            return Results.NotFound();
        }

        var name = read.Reading.Group(key)?.Name ?? read.Reading.Territory.Name;
        return Results.Bytes(
            QrPicture.Svg(Webcal(address), page.Say($"S'abonner : {name}", $"Subscribe: {name}")),
            "image/svg+xml"
        );
    }
}
