using System.Globalization;
using System.Xml.Linq;
using static Connector.Nextcloud.Dav.DavNames;

namespace Connector.Nextcloud.Dav;

/// <summary>Turns the properties of one response into a <see cref="DavResource"/>.</summary>
internal static class ResourceReader
{
    public const string Door = "/remote.php/dav/files/";

    /// <summary>The resources of a listing, in the server's order; addresses outside the files are left out.</summary>
    public static DavListing Read(IReadOnlyList<MultistatusResponse>? responses, XName? mark = null)
    {
        if (responses is null)
            return DavListing.Missing;
        var resources = responses.Select(response => Read(response, mark)).OfType<DavResource>().ToList();
        var byPath = resources.ToDictionary(r => r.Path, r => r.TeamFolderId, StringComparer.Ordinal);
        return new DavListing(true, [.. resources.Select(r => r with { IsMount = IsMount(r, byPath) })]);
    }

    /// <summary>
    /// The letter M stands on everything inside a mount in some versions: the mount itself is where the folder
    /// above does not belong to the same one.
    /// </summary>
    private static bool IsMount(DavResource r, Dictionary<string, long?> byPath) =>
        r.IsMount
        && !(
            byPath.TryGetValue(DavPath.Parent(r.Path), out var above)
            && above is not null
            && above == r.TeamFolderId
        );

    private static DavResource? Read(MultistatusResponse response, XName? mark)
    {
        if (DavPath.Inside(Door, response.Href) is not { } path)
            return null;
        var permissions = response.Text(Oc + "permissions") ?? "";
        return new DavResource
        {
            Path = path,
            IsFolder = response.Find(D + "resourcetype")?.Element(D + "collection") is not null,
            FileId = Number(response, Oc + "fileid") ?? 0,
            ETag = ETags.Read(response.Text(D + "getetag")) ?? "",
            Size = Number(response, Oc + "size") ?? 0,
            ContentType = response.Text(D + "getcontenttype"),
            Permissions = permissions,
            Checksums = string.Join(
                ' ',
                response.Find(Oc + "checksums")?.Elements().Select(c => c.Value) ?? []
            ),
            AclRules = AclXml.Read(response.Find(AclList)),
            TeamFolderId = Number(response, Nc + "group-folder-id"),
            IsMount = permissions.Contains('M'),
            Mark = mark is null ? null : response.Text(mark),
        };
    }

    private static long? Number(MultistatusResponse response, XName name) =>
        long.TryParse(response.Text(name), NumberStyles.Integer, CultureInfo.InvariantCulture, out var n)
            ? n
            : null;
}
