using System.Xml.Linq;
using Connector.DevServer.Accounts;
using Connector.DevServer.Dav;
using static Connector.DevServer.Dav.DavNames;

namespace Connector.DevServer.Files;

/// <summary><c>/remote.php/dav/</c> itself: what there is below, who is asking, and SEARCH.</summary>
internal static class DavRoot
{
    private static readonly string[] Collections =
    [
        "principals",
        "files",
        "calendars",
        "public-calendars",
        "uploads",
        "trashbin",
    ];

    public static Task Handle(HttpContext http, FileSearch search) =>
        http.Request.Method switch
        {
            "SEARCH" => search.Handle(http),
            "PROPFIND" => Propfind(http),
            "OPTIONS" => Options(http),
            var verb => throw DavException.NotImplemented(
                $"There was no plugin in the system that was willing to handle this {verb} method."
            ),
        };

    /// <summary>A collection that tells only what it is: the root, and the homes of others.</summary>
    public static (List<XElement> Found, List<XName> Missing) Bare(HttpContext http, PropertyRequest asked)
    {
        var known = new Dictionary<XName, XElement>
        {
            [D + "resourcetype"] = new(D + "resourcetype", new XElement(D + "collection")),
        };
        if (!asked.All && !asked.NamesOnly)
            known[D + "current-user-principal"] = new XElement(
                D + "current-user-principal",
                new XElement(
                    D + "href",
                    $"/remote.php/dav/principals/users/{DavPath.Encode(http.User().UserId)}/"
                )
            );
        var names = asked.All || asked.NamesOnly ? [D + "resourcetype"] : asked.Names;
        return (
            [.. names.Where(known.ContainsKey).Select(n => known[n])],
            [.. names.Where(n => !known.ContainsKey(n))]
        );
    }

    private static async Task Propfind(HttpContext http)
    {
        var asked = await PropertyRequest.Read(http.Request, http.RequestAborted);
        var depth = DavHeaders.Depth(http.Request, DavDepth.One);
        var (found, missing) = Bare(http, asked);
        await using var writer = new MultiStatusWriter(http.Response);
        await writer.Response("/remote.php/dav/", found, missing, http.RequestAborted);
        foreach (var name in depth == DavDepth.Zero ? [] : Collections)
            await writer.Response($"/remote.php/dav/{name}/", found, missing, http.RequestAborted);
    }

    private static Task Options(HttpContext http)
    {
        http.Response.Headers.Allow = "OPTIONS, GET, HEAD, PROPFIND, PROPPATCH, COPY, MOVE, REPORT, SEARCH";
        http.Response.Headers["MS-Author-Via"] = "DAV";
        http.Response.Headers["DASL"] = "<DAV:basicsearch>";
        DavErrors.Empty(http, 200);
        return Task.CompletedTask;
    }
}
