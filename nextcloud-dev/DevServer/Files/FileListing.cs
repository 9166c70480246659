using System.Globalization;
using System.Xml.Linq;
using Connector.DevServer.Dav;
using Connector.DevServer.Storage;
using Connector.DevServer.TeamFolders;
using static Connector.DevServer.Dav.DavNames;

namespace Connector.DevServer.Files;

/// <summary>PROPFIND and PROPPATCH.</summary>
internal sealed class FileListing(
    Database database,
    FileProperties properties,
    DeadProperties dead,
    AclProperties acl,
    NodeStore nodes
)
{
    public async Task Propfind(FileRequest request)
    {
        var asked = await PropertyRequest.Read(request.Http.Request, request.Aborted);
        var depth = DavHeaders.Depth(request.Http.Request, DavDepth.One);
        var view = request.View;
        // The whole tree at one moment; the answer is written without holding others up.
        var rows = database.Read(_ =>
            view.Walk(view.Get(request.Path), depth)
                .Select(e => (Href: request.Href(e), Properties: properties.Read(view, e, asked)))
                .ToList()
        );
        await using var writer = new MultiStatusWriter(request.Http.Response);
        foreach (var (href, (found, missing)) in rows)
            await writer.Response(href, found, missing, request.Aborted);
    }

    public async Task Proppatch(FileRequest request)
    {
        var changes = await PropertyUpdate.Read(request.Http.Request, request.Aborted);
        var entry = request.View.Get(request.Path);
        var refused = changes.Any(c => c.Name == D + "displayname");
        var results = new List<(int Status, XName Name)>();
        database.Write(_ =>
        {
            foreach (var change in changes)
                results.Add((Change(request.View, entry, change, refused), change.Name));
        });
        var href = request.Prefix + DavPath.Encode(request.Path);
        await using var writer = new MultiStatusWriter(request.Http.Response);
        await writer.Response(
            href,
            results.GroupBy(r => r.Status).Select(g => (g.Key, g.Select(r => new XElement(r.Name)))),
            request.Aborted
        );
    }

    /// <summary>The status of one change. A refused name makes those fail that wait for the end (424).</summary>
    private int Change(FileView view, Entry entry, PropertyChange change, bool refused)
    {
        if (change.Name == D + "displayname")
            return 403;
        if (change.Name == AclProperties.List)
            return SetAcl(entry, change);
        if (change.Value is { } set && SetLive(entry, set))
            return 200;
        if (refused)
            return 424;
        if (properties.IsLive(change.Name))
            return 200;
        if (change.Value is null)
        {
            dead.Remove(entry.Node.Id, view.UserId, change.Name);
            return 204;
        }
        dead.Set(entry.Node.Id, view.UserId, change.Value);
        return 200;
    }

    private int SetAcl(Entry entry, PropertyChange change)
    {
        acl.Replace(entry, change.Value ?? new XElement(change.Name));
        return 200;
    }

    private bool SetLive(Entry entry, XElement set)
    {
        if (set.Name == D + "lastmodified" && Seconds(set.Value) is { } modified)
            nodes.SetModified(entry.Node, modified);
        else if (set.Name == Nc + "creation_time" && Seconds(set.Value) is { } created)
            nodes.SetCreated(entry.Node, created);
        else if (
            set.Name == D + "creationdate"
            && DateTimeOffset.TryParse(set.Value, CultureInfo.InvariantCulture, out var date)
        )
            nodes.SetCreated(entry.Node, date.ToUnixTimeSeconds());
        else if (set.Name == D + "getetag" && set.Value.Length > 0)
            nodes.SetETag(entry.Node, set.Value);
        else
            return false;
        return true;
    }

    private static long? Seconds(string text) =>
        long.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var n) ? n : null;
}
