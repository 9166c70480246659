using System.Globalization;
using System.Text.Json.Nodes;
using Connector.DevServer.Accounts;
using Connector.DevServer.Files;
using Connector.DevServer.Ocs;

namespace Connector.DevServer.TeamFolders;

/// <summary>The team folders app (<c>groupfolders/lib/Controller/FolderController.php</c>, version 15).</summary>
internal sealed class TeamFolderEndpoints(
    TeamFolderStore folders,
    GroupStore groups,
    AccountStore accounts,
    NodeStore nodes
)
{
    private const string Folders = "/apps/groupfolders/folders";
    private const string One = Folders + "/{id}";

    public void Map(WebApplication app)
    {
        OcsDoor.MapApp(app, "GET", Folders, OcsAccess.SignedIn, List);
        OcsDoor.MapApp(app, "GET", One, OcsAccess.SignedIn, Get);
        OcsDoor.MapApp(app, "GET", One + "/search", OcsAccess.SignedIn, Search);
        Write("POST", Folders, Create);
        Write("DELETE", One, WithFolder(Delete));
        Write(
            "POST",
            One + "/groups",
            WithFolder((f, call) => folders.AttachGroup(f.Id, call.TextOrEmpty("group")))
        );
        Write(
            "DELETE",
            One + "/groups/{group}",
            WithFolder((f, call) => folders.DetachGroup(f.Id, call.Route("group")))
        );
        Write("POST", One + "/groups/{group}", WithFolder(SetPermissions));
        Write(
            "POST",
            One + "/quota",
            WithFolder((f, call) => folders.SetQuota(f.Id, call.Number("quota") ?? 0))
        );
        Write("POST", One + "/acl", WithFolder((f, call) => folders.SetAcl(f.Id, call.Flag("acl"))));
        Write("POST", One + "/manageACL", WithFolder(SetManager));
        Write("POST", One + "/mountpoint", WithFolder((f, call) => folders.Rename(f.Id, Name(call))));

        void Write(string verb, string path, Func<OcsCall, OcsResult> handler) =>
            OcsDoor.MapApp(
                app,
                verb,
                path,
                OcsAccess.SignedIn,
                call => call.User.IsAdmin ? handler(call) : NotAllowed
            );
    }

    private static OcsResult NotAllowed =>
        OcsResult.Fail(
            403,
            "Logged in user must be an admin, a sub admin or gotten special right to access this setting"
        );

    private OcsResult List(OcsCall call)
    {
        var map = new JsonObject();
        foreach (var folder in folders.All())
            if (Shown(folder, call.User) is { } json)
                map[folder.Id.ToString(CultureInfo.InvariantCulture)] = json;
        return OcsResult.Ok(map);
    }

    private OcsResult Get(OcsCall call) =>
        Find(call) is { } folder && Shown(folder, call.User) is { } json
            ? OcsResult.Ok(json)
            : OcsResult.Fail(404);

    private OcsResult Create(OcsCall call) =>
        Name(call) is { Length: > 0 } name
            ? OcsResult.Ok(new JsonObject { ["id"] = folders.Create(name) })
            : OcsResult.Fail(996, "Internal Server Error");

    private void Delete(TeamFolder folder, OcsCall call) => folders.Delete(folder);

    private void SetPermissions(TeamFolder folder, OcsCall call) =>
        folders.SetPermissions(
            folder.Id,
            call.Route("group"),
            (int)(call.Number("permissions") ?? 0) & Permissions.All
        );

    private void SetManager(TeamFolder folder, OcsCall call) =>
        folders.SetManager(
            folder.Id,
            new Mapping(call.TextOrEmpty("mappingType"), call.TextOrEmpty("mappingId")),
            call.Flag("manageAcl")
        );

    /// <summary>Whom rules can name: the groups of the folder and their members.</summary>
    private OcsResult Search(OcsCall call)
    {
        if (Find(call) is not { } folder)
            return OcsResult.Fail(404);
        var search = call.TextOrEmpty("search");
        var found = folder.Groups.Select(g => groups.Find(g.GroupId)).OfType<Group>().ToList();
        var users = found
            .SelectMany(g => groups.Members(g.Id))
            .Distinct()
            .Select(accounts.Find)
            .OfType<Account>();
        return OcsResult.Ok(
            new JsonObject
            {
                ["users"] = new JsonArray([
                    .. users
                        .Where(u => Matches(u.Id, u.DisplayName))
                        .Select(u => new JsonObject { ["uid"] = u.Id, ["displayname"] = u.DisplayName }),
                ]),
                ["groups"] = new JsonArray([
                    .. found
                        .Where(g => Matches(g.Id, g.DisplayName))
                        .Select(g => new JsonObject { ["gid"] = g.Id, ["displayname"] = g.DisplayName }),
                ]),
            }
        );

        bool Matches(string id, string name) =>
            id.Contains(search, StringComparison.OrdinalIgnoreCase)
            || name.Contains(search, StringComparison.OrdinalIgnoreCase);
    }

    private Func<OcsCall, OcsResult> WithFolder(Action<TeamFolder, OcsCall> work) =>
        call =>
        {
            if (Find(call) is not { } folder)
                return OcsResult.Fail(404);
            work(folder, call);
            return OcsResult.Success;
        };

    private TeamFolder? Find(OcsCall call) =>
        long.TryParse(call.Route("id"), CultureInfo.InvariantCulture, out var id) ? folders.Find(id) : null;

    private static string Name(OcsCall call) => call.TextOrEmpty("mountpoint").Trim();

    /// <summary>Null for who is neither administrator nor in one of its groups.</summary>
    private JsonObject? Shown(TeamFolder folder, SignIn user)
    {
        var seen = folder.Groups.Where(g => user.IsAdmin || user.Groups.Contains(g.GroupId)).ToList();
        if (seen.Count == 0 && !user.IsAdmin)
            return null;
        return new JsonObject
        {
            ["id"] = folder.Id,
            ["mount_point"] = folder.MountPoint,
            ["groups"] = new JsonObject(
                seen.Select(g => KeyValuePair.Create(g.GroupId, (JsonNode?)JsonValue.Create(g.Permissions)))
            ),
            ["quota"] = folder.Quota,
            ["size"] = nodes.Get(folder.RootId).Size,
            ["acl"] = folder.Acl,
            ["manage"] = new JsonArray([.. folder.Managers.Select(Manager)]),
            ["group_details"] = new JsonObject(
                seen.Select(g => KeyValuePair.Create(g.GroupId, (JsonNode?)Details(g.GroupId, g.Permissions)))
            ),
        };
    }

    private JsonNode Manager(Mapping manager) =>
        new JsonObject
        {
            ["type"] = manager.Type,
            ["id"] = manager.Id,
            ["displayname"] =
                (
                    manager.Type == "group"
                        ? groups.Find(manager.Id)?.DisplayName
                        : accounts.Find(manager.Id)?.DisplayName
                ) ?? manager.Id,
        };

    private JsonObject Details(string groupId, int permissions) =>
        new()
        {
            ["displayName"] = groups.Find(groupId)?.DisplayName ?? groupId,
            ["permissions"] = permissions,
            ["type"] = "group",
        };
}
