using System.Globalization;
using System.Xml.Linq;
using Connector.DevServer.Accounts;
using Connector.DevServer.Dav;
using Connector.DevServer.Shares;
using Connector.DevServer.TeamFolders;
using static Connector.DevServer.Dav.DavNames;

namespace Connector.DevServer.Files;

/// <summary>
/// The properties of files and folders (<c>apps/dav/lib/Connector/Sabre/FilesPlugin.php</c> and the plugin of team
/// folders). A property that a node does not have is null and answered as 404.
/// </summary>
internal sealed class FileProperties
{
    private static readonly XNamespace Ocs = "http://open-collaboration-services.org/ns";
    private static readonly XNamespace Ocm = "http://open-cloud-mesh.org/ns";

    /// <summary>What the server answers to allprop, and (a habit of sabre/dav here) to propname.</summary>
    private static readonly XName[] Usual =
    [
        D + "getlastmodified",
        D + "getcontentlength",
        D + "resourcetype",
        D + "quota-used-bytes",
        D + "quota-available-bytes",
        D + "getetag",
        D + "getcontenttype",
    ];

    private readonly Dictionary<XName, Func<FileView, Entry, object?>> _values;
    private readonly DeadProperties _dead;
    private readonly Instance _instance;

    public FileProperties(
        DeadProperties dead,
        Instance instance,
        AclProperties acl,
        ShareStore shares,
        AccountStore accounts
    )
    {
        (_dead, _instance) = (dead, instance);
        _values = new[] { WebDav(), OwnCloud(shares, accounts), Nextcloud() }
            .SelectMany(part => part)
            .ToDictionary();
        foreach (var (name, value) in acl.Values)
            _values.Add(name, value);
    }

    private static Dictionary<XName, Func<FileView, Entry, object?>> WebDav() =>
        new()
        {
            [D + "getlastmodified"] = (_, e) => e.Modified.ToString("R", CultureInfo.InvariantCulture),
            [D + "getcontentlength"] = (_, e) => e.IsFolder ? null : e.Size,
            [D + "resourcetype"] = (_, e) => e.IsFolder ? new XElement(D + "collection") : "",
            [D + "quota-used-bytes"] = (_, e) => e.IsFolder ? e.Size : null,
            [D + "quota-available-bytes"] = (view, e) => e.IsFolder ? view.Free(e) : null,
            [D + "getetag"] = (_, e) => e.QuotedETag,
            [D + "getcontenttype"] = (_, e) => e.IsFolder ? null : MimeTypes.Of(e.Name),
            [D + "creationdate"] = (_, e) => Date(e.Node.Created),
            [D + "displayname"] = DisplayName,
        };

    private Dictionary<XName, Func<FileView, Entry, object?>> OwnCloud(
        ShareStore shares,
        AccountStore accounts
    ) =>
        new()
        {
            [Oc + "id"] = (_, e) => LongId(e),
            [Oc + "fileid"] = (_, e) => e.Node.Id,
            [Oc + "size"] = (_, e) => e.Size,
            [Oc + "permissions"] = (_, e) => Permissions.Letters(e),
            [Oc + "checksums"] = (_, e) =>
                e.Node.Checksum.Length > 0 ? new XElement(Oc + "checksum", e.Node.Checksum) : null,
            [Oc + "owner-id"] = (_, e) => e.Mount.OwnerId,
            [Oc + "owner-display-name"] = (_, e) =>
                accounts.Find(e.Mount.OwnerId)?.DisplayName ?? e.Mount.OwnerId,
            [Oc + "share-types"] = (view, e) =>
                shares
                    .Of(e.Node.Id)
                    .Where(s => s.OwnerId == view.UserId)
                    .Select(s => (int)s.Type)
                    .Distinct()
                    .Select(t => new XElement(Oc + "share-type", t)),
            [Oc + "favorite"] = (_, _) => 0,
            [Oc + "comments-unread"] = (_, _) => 0,
            [Oc + "data-fingerprint"] = (_, _) => "",
            [Oc + "downloadURL"] = (_, e) => e.IsFolder ? null : "",
        };

    private static Dictionary<XName, Func<FileView, Entry, object?>> Nextcloud() =>
        new()
        {
            [Nc + "mount-type"] = (_, e) => e.Mount.TypeName,
            [Nc + "has-preview"] = (_, e) =>
                e.IsFolder || !MimeTypes.Of(e.Name).StartsWith("text/", StringComparison.Ordinal)
                    ? "false"
                    : "true",
            [Nc + "is-encrypted"] = (_, e) => e.IsFolder ? 0 : null,
            [Nc + "note"] = (_, e) => e.Mount.Note ?? "",
            [Nc + "sharees"] = (_, _) => "",
            [Nc + "share-attributes"] = (_, _) => "[]",
            [Nc + "creation_time"] = (_, e) => e.Node.Created,
            [Nc + "upload_time"] = (_, e) => e.IsFolder ? null : e.Node.Uploaded,
            [Nc + "contained-folder-count"] = (view, e) =>
                e.IsFolder ? view.Children(e).Count(c => c.IsFolder) : null,
            [Nc + "contained-file-count"] = (view, e) =>
                e.IsFolder ? view.Children(e).Count(c => !c.IsFolder) : null,
            [Ocs + "share-permissions"] = (_, e) => SharePermissions(e),
            [Ocm + "share-permissions"] = (_, e) => OcmPermissions(SharePermissions(e)),
        };

    /// <summary>Values found and names not found, for one resource.</summary>
    public (List<XElement> Found, List<XName> Missing) Read(
        FileView view,
        Entry entry,
        PropertyRequest request
    )
    {
        var asked = request.All || request.NamesOnly ? Usual.Concat(request.Names) : request.Names;
        var found = new List<XElement>();
        var missing = new List<XName>();
        foreach (var name in asked)
            if (Read(view, entry, name) is { } value)
                found.Add(value);
            else
                missing.Add(name);
        if (request.All || request.NamesOnly)
            missing.Clear();
        return (found, missing);
    }

    /// <summary><c>oc:id</c>: the number in eight digits, then the instance.</summary>
    public string LongId(Entry entry) =>
        entry.Node.Id.ToString("D8", CultureInfo.InvariantCulture) + _instance.Id;

    public bool IsLive(XName name) => _values.ContainsKey(name);

    private XElement? Read(FileView view, Entry entry, XName name)
    {
        if (!_values.TryGetValue(name, out var value))
            return _dead.Find(entry.Node.Id, view.UserId, name);
        return value(view, entry) is { } content ? new XElement(name, content) : null;
    }

    // Asked for itself, a team folder tells its number; in a listing, its name.
    private static string DisplayName(FileView view, Entry entry) =>
        entry switch
        {
            { Path: "" } => view.UserId,
            { IsMountRoot: true, Listed: false, Mount.TeamFolderId: { } id } => id.ToString(
                CultureInfo.InvariantCulture
            ),
            _ => entry.Name,
        };

    private static string Date(long seconds) =>
        DateTimeOffset
            .FromUnixTimeSeconds(seconds)
            .ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture);

    private static int SharePermissions(Entry entry)
    {
        var permissions = entry.Permissions;
        if (entry.IsMountRoot && entry.Mount.Kind == MountKind.TeamFolder)
            permissions |= Permissions.Delete | Permissions.Update;
        return entry.IsFolder ? permissions : permissions & ~(Permissions.Create | Permissions.Delete);
    }

    private static string OcmPermissions(int permissions)
    {
        var words = new List<string>();
        if (permissions.Has(Permissions.Share))
            words.Add("\"share\"");
        if (permissions.Has(Permissions.Read))
            words.Add("\"read\"");
        if ((permissions & (Permissions.Create | Permissions.Update)) != 0)
            words.Add("\"write\"");
        return $"[{string.Join(',', words)}]";
    }
}
