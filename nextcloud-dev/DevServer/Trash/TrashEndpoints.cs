using System.Globalization;
using System.Xml.Linq;
using Connector.DevServer.Accounts;
using Connector.DevServer.Dav;
using Connector.DevServer.Files;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using static Connector.DevServer.Dav.DavNames;

namespace Connector.DevServer.Trash;

/// <summary>
/// <c>/remote.php/dav/trashbin/{uid}/trash</c>: listed with PROPFIND, taken out with MOVE to
/// <c>/remote.php/dav/trashbin/{uid}/restore/…</c>, destroyed with DELETE.
/// </summary>
internal sealed class TrashEndpoints(TrashStore trash, FileActions actions, NodeStore nodes)
{
    private const string Door = "/remote.php/dav/trashbin/";

    public void Map(WebApplication app) =>
        app.Map("/remote.php/dav/trashbin/{user}/{**path}", DavDoor.Behind(Handle));

    private Task Handle(HttpContext http)
    {
        var path = DavPath.Behind(Door, http.Request.Path.Value!)!;
        var me = http.User().UserId;
        if (path != $"{me}/trash" && !path.StartsWith($"{me}/trash/", StringComparison.Ordinal))
            throw DavException.NotFound("");
        var inside = path[$"{me}/trash".Length..].Trim('/');
        var view = actions.View(me);
        return http.Request.Method switch
        {
            "PROPFIND" => Propfind(http, view, inside),
            "MOVE" => Restore(http, view, inside),
            "DELETE" => Destroy(http, view, inside),
            var verb => throw DavException.NotImplemented(
                $"There was no plugin in the system that was willing to handle this {verb} method."
            ),
        };
    }

    private async Task Propfind(HttpContext http, FileView view, string inside)
    {
        var asked = await PropertyRequest.Read(http.Request, http.RequestAborted);
        var depth = DavHeaders.Depth(http.Request, DavDepth.One);
        var root = $"{Door}{DavPath.Encode(view.UserId)}/trash/";
        await using var writer = new MultiStatusWriter(http.Response);
        if (inside.Length == 0)
        {
            var (found, missing) = DavRoot.Bare(http, asked);
            await writer.Response(root, found, missing, http.RequestAborted);
        }

        var tops = inside.Length == 0 && depth == DavDepth.Zero ? [] : Visible(view);
        foreach (var trashed in tops.Where(one => inside.Length == 0 || one.Node.Name == inside))
        {
            await Write(trashed.Node, trashed.Node.Name, trashed.Location);
            foreach (var (node, below) in depth == DavDepth.Infinity ? Below(trashed.Node) : [])
                await Write(node, $"{trashed.Node.Name}/{below}", $"{trashed.Location}/{below}");

            Task Write(Node node, string at, string location)
            {
                var href = root + DavPath.Encode(at) + (node.IsFolder ? "/" : "");
                var (found, missing) = Properties(
                    node,
                    trashed,
                    location,
                    MountOf(view, trashed).Path,
                    asked
                );
                return writer.Response(href, found, missing, http.RequestAborted);
            }
        }
    }

    private Task Restore(HttpContext http, FileView view, string inside)
    {
        var trashed = Find(view, inside);
        var destination = DavHeaders.Destination(http.Request);
        if (DavPath.Parent(destination) != $"{Door}{view.UserId}/restore")
            throw DavException.Forbidden("");
        // With the folder gone that it was in, it comes back at the top of its root.
        var mount = MountOf(view, trashed);
        var parent = view.Find(DavPath.Join(mount.Path, DavPath.Parent(trashed.Location)).Trim('/'))
            is { IsFolder: true } there
            ? there
            : view.Get(mount.Path);
        if (!parent.Permissions.Has(Permissions.Create))
            throw DavException.Forbidden("");
        trash.Restore(trashed, parent.Node.Id, FreeName(parent.Node.Id, trashed.OriginalName, mount.Kind));
        DavErrors.Empty(http, 201);
        return Task.CompletedTask;
    }

    private Task Destroy(HttpContext http, FileView view, string inside)
    {
        if (inside.Length == 0)
            Visible(view).ForEach(trash.Destroy);
        else
            trash.Destroy(Find(view, inside));
        DavErrors.Empty(http, 204);
        return Task.CompletedTask;
    }

    /// <summary>
    /// Measured on 27: « a (restored).txt » in a home; « a (1)txt » in a team folder, where the dot is lost.
    /// </summary>
    private string FreeName(long parent, string name, MountKind kind)
    {
        if (nodes.Child(parent, name) is null)
            return name;
        var extension = Path.GetExtension(name);
        var stem = name[..^extension.Length];
        for (var n = 1; ; n++)
        {
            var number = n.ToString(CultureInfo.InvariantCulture);
            var free =
                kind == MountKind.TeamFolder ? $"{stem} ({number}){extension.TrimStart('.')}"
                : n == 1 ? $"{stem} (restored){extension}"
                : $"{stem} (restored {number}){extension}";
            if (nodes.Child(parent, free) is null)
                return free;
        }
    }

    private List<Trashed> Visible(FileView view) => trash.Of(Roots(view).Select(mount => mount.RootId));

    private Trashed Find(FileView view, string name) =>
        Visible(view).FirstOrDefault(trashed => trashed.Node.Name == name) ?? throw DavException.NotFound("");

    private static IEnumerable<Mount> Roots(FileView view) =>
        view.Access.Mounts.Values.Where(mount => mount.Kind is MountKind.Home or MountKind.TeamFolder);

    private static Mount MountOf(FileView view, Trashed trashed) =>
        Roots(view).First(mount => mount.RootId == trashed.RootId);

    private IEnumerable<(Node Node, string Path)> Below(Node folder)
    {
        foreach (var child in nodes.Children(folder.Id))
        {
            yield return (child, child.Name);
            foreach (var (node, path) in Below(child))
                yield return (node, $"{child.Name}/{path}");
        }
    }

    private static (List<XElement> Found, List<XName> Missing) Properties(
        Node node,
        Trashed trashed,
        string location,
        string mountPath,
        PropertyRequest asked
    )
    {
        var modified = DateTimeOffset.FromUnixTimeSeconds(node.Modified);
        var known = new Dictionary<XName, object?>
        {
            [Oc + "fileid"] = node.Id,
            [Oc + "size"] = node.Size,
            [D + "resourcetype"] = node.IsFolder ? new XElement(D + "collection") : "",
            [D + "getlastmodified"] = modified.ToString("R", CultureInfo.InvariantCulture),
            [D + "getcontentlength"] = node.IsFolder ? null : node.Size,
            [Nc + "trashbin-filename"] = DavPath.Name(location),
            [Nc + "trashbin-original-location"] = location,
            [Nc + "trashbin-deletion-time"] = trashed.DeletedAt,
            [Nc + "trashbin-title"] = DavPath.Join(mountPath, location),
        };
        var names = asked.Names.Count > 0 ? asked.Names : [D + "resourcetype", D + "getlastmodified"];
        return (
            [
                .. names
                    .Where(name => known.GetValueOrDefault(name) is not null)
                    .Select(name => new XElement(name, known[name])),
            ],
            [.. names.Where(name => known.GetValueOrDefault(name) is null)]
        );
    }
}
