using Connector.Domain;

namespace Connector.Web.Console;

/// <summary>In which language somebody reads the console: what they chose, else what their browser asks for, else the service's.</summary>
internal static class ConsoleLanguage
{
    private const string Cookie = "connector-langue";

    public static Language Of(HttpContext http, Language otherwise)
    {
        if (Read(http.Request.Cookies[Cookie]) is { } chosen)
        {
            return chosen;
        }

        return http.Request.GetTypedHeaders()
                .AcceptLanguage.OrderByDescending(one => one.Quality ?? 1)
                .Select(one => Read(one.Value.Value?.Split('-')[0]))
                .FirstOrDefault(one => one is not null)
            ?? otherwise;
    }

    public static void Choose(HttpContext http, string code)
    {
        if (Read(code) is null)
        {
            return;
        }

        http.Response.Cookies.Append(
            Cookie,
            code,
            new CookieOptions
            {
                HttpOnly = true,
                SameSite = SameSiteMode.Lax,
                Secure = http.Request.IsHttps,
                MaxAge = TimeSpan.FromDays(365),
            }
        );
    }

    private static Language? Read(string? code) =>
        code switch
        {
            "fr" => Language.French,
            "en" => Language.English,
            _ => null,
        };
}
