using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Connector.DevServer.Accounts;
using Connector.DevServer.Dav;
using Connector.DevServer.Storage;
using static Connector.DevServer.Dav.DavNames;

namespace Connector.DevServer.Files;

/// <summary>
/// SEARCH with <c>basicsearch</c> (RFC 5323) as the server's <c>FileSearchBackend</c> understands it: one scope, like,
/// eq, gt, gte, lt, lte, is-collection, and, or, not. The folder searched is not among the results.
/// </summary>
internal sealed class FileSearch(Database database, FileActions actions, FileProperties properties)
{
    public async Task Handle(HttpContext http)
    {
        var type = http.Request.ContentType ?? "";
        if (
            !type.Contains("text/xml", StringComparison.Ordinal)
            && !type.Contains("application/xml", StringComparison.Ordinal)
        )
            throw DavException.NotImplemented(
                "There was no plugin in the system that was willing to handle this SEARCH method."
            );
        var body = await DavXml.Expect(http.Request, D + "searchrequest", http.RequestAborted);
        var search =
            body.Element(D + "basicsearch")
            ?? throw DavException.BadRequest("basicsearch xml element missing");
        var view = actions.View(http.User().UserId);
        var request = new FileRequest(
            http,
            view,
            FileEndpoints.Door + DavPath.Encode(view.UserId) + "/",
            Scope(search, view)
        );
        await Answer(request, search);
    }

    private async Task Answer(FileRequest request, XElement search)
    {
        var view = request.View;
        var asked = PropertyRequest.Of(search.Element(D + "select") ?? new XElement(D + "select"));
        var wanted = Condition(search.Element(D + "where")?.Elements().FirstOrDefault());
        var limit = (int?)search.Element(D + "limit")?.Element(D + "nresults") ?? int.MaxValue;
        var depth = search.Element(D + "from")?.Element(D + "scope")?.Element(D + "depth")?.Value;
        var rows = database.Read(_ =>
            view.Walk(view.Get(request.Path), depth == "1" ? DavDepth.One : DavDepth.Infinity)
                .Skip(1)
                .Where(wanted)
                .Take(limit)
                .Select(e => (Href: request.Href(e), Properties: properties.Read(view, e, asked)))
                .ToList()
        );
        await using var writer = new MultiStatusWriter(request.Http.Response);
        foreach (var (href, (found, missing)) in rows)
            await writer.Response(href, found, missing, request.Aborted);
    }

    private static string Scope(XElement search, FileView view)
    {
        var href = Uri.UnescapeDataString(
            search.Element(D + "from")?.Element(D + "scope")?.Element(D + "href")?.Value.Trim() ?? ""
        );
        if (
            href.StartsWith("http", StringComparison.Ordinal)
            && Uri.TryCreate(href, UriKind.Absolute, out var address)
        )
            href = Uri.UnescapeDataString(address.AbsolutePath);
        if (href.StartsWith("/remote.php/dav", StringComparison.Ordinal))
            href = href["/remote.php/dav".Length..];
        return FileEndpoints.PathIn(view.UserId, "/remote.php/dav/" + href.TrimStart('/'))
            ?? throw new DavException(
                500,
                "InvalidArgumentException",
                "Search is only supported on directories"
            );
    }

    private static Func<Entry, bool> Condition(XElement? where)
    {
        if (where is null)
            return _ => true;
        var parts = where
            .Elements()
            .Where(e => e.Name != D + "prop" && e.Name != D + "literal")
            .Select(Condition)
            .ToList();
        return where.Name.LocalName switch
        {
            "and" => e => parts.TrueForAll(p => p(e)),
            "or" => e => parts.Exists(p => p(e)),
            "not" => e => !parts[0](e),
            "is-collection" => e => e.IsFolder,
            "is-defined" => _ => true,
            "like" => Like(where),
            "eq" or "gt" or "gte" or "lt" or "lte" => Compare(where),
            var other => throw DavException.BadRequest($"Unsupported operator {other}"),
        };
    }

    private static Func<Entry, bool> Like(XElement where)
    {
        var pattern = Regex
            .Escape(Literal(where))
            .Replace("%", ".*", StringComparison.Ordinal)
            .Replace("_", ".", StringComparison.Ordinal);
        var regex = new Regex(
            $"^{pattern}$",
            RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.CultureInvariant,
            TimeSpan.FromSeconds(1)
        );
        var value = Value(where);
        return e => regex.IsMatch(value(e));
    }

    private static Func<Entry, bool> Compare(XElement where)
    {
        var (value, literal, verb) = (Value(where), Literal(where), where.Name.LocalName);
        return e =>
        {
            var order = Order(value(e), literal);
            return verb switch
            {
                "eq" => order == 0,
                "gt" => order > 0,
                "gte" => order >= 0,
                "lt" => order < 0,
                _ => order <= 0,
            };
        };
    }

    private static int Order(string one, string other) =>
        double.TryParse(one, CultureInfo.InvariantCulture, out var a)
        && double.TryParse(other, CultureInfo.InvariantCulture, out var b)
            ? a.CompareTo(b)
            : string.CompareOrdinal(one, other);

    private static string Literal(XElement where) => where.Element(D + "literal")?.Value ?? "";

    private static Func<Entry, string> Value(XElement where) =>
        (where.Element(D + "prop")?.Elements().FirstOrDefault()?.Name.LocalName) switch
        {
            "displayname" => e => e.Name,
            "getcontenttype" => e => e.IsFolder ? "httpd/unix-directory" : MimeTypes.Of(e.Name),
            "getlastmodified" => e => e.Node.Modified.ToString(CultureInfo.InvariantCulture),
            "size" => e => e.Size.ToString(CultureInfo.InvariantCulture),
            "fileid" => e => e.Node.Id.ToString(CultureInfo.InvariantCulture),
            "favorite" => _ => "0",
            var other => throw DavException.BadRequest($"Cannot search by {other}"),
        };
}
