using System.Globalization;
using System.Xml.Linq;
using Connector.DevServer.Accounts;
using Connector.DevServer.Dav;
using Connector.DevServer.Files;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using static Connector.DevServer.Dav.DavNames;

namespace Connector.DevServer.Versions;

/// <summary>
/// <c>/remote.php/dav/versions/{uid}/versions/{file id}/{seconds}</c> (<c>apps/files_versions/lib/Sabre</c>): listed with
/// PROPFIND, labelled with PROPPATCH of <c>nc:version-label</c>.
/// </summary>
internal sealed class VersionEndpoints(VersionStore versions, FileActions actions)
{
    private const string Door = "/remote.php/dav/versions/";
    private static readonly XName LabelName = Nc + "version-label";

    public void Map(WebApplication app) =>
        app.Map("/remote.php/dav/versions/{user}/{**path}", DavDoor.Behind(Handle));

    private Task Handle(HttpContext http)
    {
        var me = http.User().UserId;
        var parts = DavPath.Behind(Door, http.Request.Path.Value!)!.Trim('/').Split('/');
        if (
            parts is not [var user, "versions", var id, .. var rest]
            || user != me
            || rest.Length > 1
            || !long.TryParse(id, CultureInfo.InvariantCulture, out var file)
            || Of(actions.View(me), file) is not { IsFolder: false } entry
        )
        {
            throw DavException.NotFound("");
        }

        versions.Note(entry.Node);
        var all = versions.Of(file);
        var named = rest is [var name]
            ? all.Find(version => version.Modified.ToString(CultureInfo.InvariantCulture) == name)
                ?? throw DavException.NotFound("")
            : null;
        var root = $"{Door}{DavPath.Encode(me)}/versions/{id}/";
        return (http.Request.Method, named) switch
        {
            ("PROPFIND", _) => Propfind(http, root, named is null ? all : [named], named is not null),
            ("PROPPATCH", not null) => Proppatch(http, root, entry.Node.Id, named),
            var (verb, _) => throw DavException.NotImplemented(
                $"There was no plugin in the system that was willing to handle this {verb} method."
            ),
        };
    }

    private static Entry? Of(FileView view, long file) =>
        view.Walk(view.Root, DavDepth.Infinity).FirstOrDefault(entry => entry.Node.Id == file);

    private static async Task Propfind(HttpContext http, string root, List<FileVersion> shown, bool isOne)
    {
        var asked = await PropertyRequest.Read(http.Request, http.RequestAborted);
        var depth = DavHeaders.Depth(http.Request, DavDepth.One);
        await using var writer = new MultiStatusWriter(http.Response);
        if (!isOne)
        {
            var (found, missing) = DavRoot.Bare(http, asked);
            await writer.Response(root, found, missing, http.RequestAborted);
        }

        foreach (var version in isOne || depth != DavDepth.Zero ? shown : [])
        {
            var known = new Dictionary<XName, object>
            {
                [LabelName] = version.Label,
                [D + "getlastmodified"] = DateTimeOffset
                    .FromUnixTimeSeconds(version.Modified)
                    .ToString("R", CultureInfo.InvariantCulture),
                [D + "getcontentlength"] = version.Size,
                [D + "resourcetype"] = "",
            };
            await writer.Response(
                $"{root}{version.Modified}",
                [.. asked.Names.Where(known.ContainsKey).Select(name => new XElement(name, known[name]))],
                [.. asked.Names.Where(name => !known.ContainsKey(name))],
                http.RequestAborted
            );
        }
    }

    private async Task Proppatch(HttpContext http, string root, long file, FileVersion version)
    {
        var changes = await PropertyUpdate.Read(http.Request, http.RequestAborted);
        var label = changes.FirstOrDefault(change => change.Name == LabelName);
        if (label is not null)
        {
            versions.Label(file, version.Modified, label.Value?.Value ?? "");
        }

        await using var writer = new MultiStatusWriter(http.Response);
        await writer.Response(
            $"{root}{version.Modified}",
            label is null ? [] : [new XElement(LabelName)],
            [.. changes.Select(change => change.Name).Where(name => name != LabelName)],
            http.RequestAborted
        );
    }
}
