using System.Globalization;
using System.Text.Json.Nodes;
using Connector.DevServer.Accounts;
using Connector.DevServer.Dav;
using Connector.DevServer.Files;

namespace Connector.DevServer.Activities;

/// <summary>An activity as the API shows it to one reader: paths are the reader's own.</summary>
internal sealed class ActivityJson(AccountStore accounts)
{
    /// <param name="path">Where the reader sees the file, no slash at the ends.</param>
    public JsonObject Write(Activity activity, string path, string reader, string origin)
    {
        var isSelf = activity.UserId == reader;
        var former = activity.Deed switch
        {
            Deed.Renamed => DavPath.Join(DavPath.Parent(path), activity.Former).Trim('/'),
            Deed.Moved => activity.Former,
            _ => null,
        };
        var parts = new JsonObject();
        if (former is null)
            parts["file"] = File(activity.NodeId, path, origin);
        else
        {
            parts["newfile"] = File(activity.NodeId, path, origin);
            parts["oldfile"] = File(activity.NodeId, former, origin);
        }

        if (!isSelf)
            parts["user"] = new JsonObject
            {
                ["type"] = "user",
                ["id"] = activity.UserId,
                ["name"] = accounts.Find(activity.UserId)?.DisplayName ?? activity.UserId,
            };
        var who = isSelf ? "You" : "{user}";
        var what = former is null ? "{file}" : "{oldfile} to {newfile}";
        var id = activity.NodeId.ToString(CultureInfo.InvariantCulture);
        return new JsonObject
        {
            ["activity_id"] = activity.Id,
            ["app"] = "files",
            ["type"] = TypeOf(activity.Deed),
            ["user"] = activity.UserId,
            ["subject"] = $"{(isSelf ? "You" : $"@{activity.UserId}")} {Verb(activity.Deed)} {path}",
            ["subject_rich"] = new JsonArray($"{who} {Verb(activity.Deed)} {what}", parts),
            ["message"] = "",
            ["message_rich"] = new JsonArray("", new JsonArray()),
            ["object_type"] = "files",
            ["object_id"] = activity.NodeId,
            ["object_name"] = $"/{path}",
            ["objects"] = new JsonObject { [id] = $"/{path}" },
            ["link"] = $"{origin}/apps/files/?dir=/{DavPath.Parent(path)}",
            ["icon"] = $"{origin}/apps/files/img/change.svg",
            ["datetime"] = DateTimeOffset
                .FromUnixTimeSeconds(activity.At)
                .ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture),
        };
    }

    /// <summary>Where a reader saw the file; null for whoever did not. The shortest way, when there are several.</summary>
    public static string? PathFor(Activity activity, UserAccess access)
    {
        var mounts = access.Mounts.Values.ToLookup(mount => mount.RootId);
        for (var depth = 0; depth < activity.Ancestry.Count; depth++)
            if (mounts[activity.Ancestry[depth].Id].FirstOrDefault() is { } mount)
                return DavPath.Clean(
                    mount.Path
                        + "/"
                        + string.Join('/', activity.Ancestry.Take(depth).Reverse().Select(one => one.Name))
                );
        return null;
    }

    private static JsonObject File(long id, string path, string origin) =>
        new()
        {
            ["type"] = "file",
            ["id"] = id.ToString(CultureInfo.InvariantCulture),
            ["name"] = DavPath.Name(path),
            ["path"] = path,
            ["link"] = string.Create(CultureInfo.InvariantCulture, $"{origin}/f/{id}"),
        };

    private static string TypeOf(Deed deed) =>
        deed switch
        {
            Deed.Created => "file_created",
            Deed.Deleted => "file_deleted",
            _ => "file_changed",
        };

    private static string Verb(Deed deed) =>
        deed switch
        {
            Deed.Created => "created",
            Deed.Deleted => "deleted",
            Deed.Renamed => "renamed",
            Deed.Moved => "moved",
            _ => "changed",
        };
}
