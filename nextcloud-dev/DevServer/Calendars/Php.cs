using System.Net;

namespace Connector.DevServer.Calendars;

/// <summary>How the real server writes group ids in principals: PHP's <c>urlencode</c>, a space as <c>+</c>.</summary>
internal static class Php
{
    public static string UrlEncode(string id, string kind) =>
        kind == "groups" ? WebUtility.UrlEncode(id) : id;

    public static string UrlDecode(string id, string kind) =>
        kind == "groups" ? WebUtility.UrlDecode(id) : id;
}
