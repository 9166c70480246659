using System.Text.Json.Nodes;
using Connector.DevServer.Ocs;
using Connector.DevServer.Storage;

namespace Connector.DevServer.Accounts;

/// <summary>Groups over OCS (<c>provisioning_api/lib/Controller/GroupsController.php</c>), with its codes.</summary>
internal sealed class GroupEndpoints(
    GroupStore groups,
    AccountStore accounts,
    UserJson json,
    Database database
)
{
    private static readonly OcsResult NoGroup = OcsResult.Fail(404, "The requested group could not be found");

    public void Map(WebApplication app)
    {
        OcsDoor.Map(app, "GET", "/cloud/groups", OcsAccess.GroupAdmin, List);
        OcsDoor.Map(app, "GET", "/cloud/groups/details", OcsAccess.SignedIn, Details);
        OcsDoor.Map(
            app,
            "POST",
            "/cloud/groups",
            OcsAccess.Admin,
            call => database.Alone(() => Create(call))
        );
        OcsDoor.Map(app, "PUT", "/cloud/groups/{group}", OcsAccess.Admin, Edit);
        OcsDoor.Map(app, "DELETE", "/cloud/groups/{group}", OcsAccess.Admin, Delete);
        OcsDoor.Map(app, "GET", "/cloud/groups/{group}", OcsAccess.SignedIn, Users);
        OcsDoor.Map(app, "GET", "/cloud/groups/{group}/users", OcsAccess.SignedIn, Users);
        OcsDoor.Map(app, "GET", "/cloud/groups/{group}/users/details", OcsAccess.SignedIn, UserDetails);
        OcsDoor.Map(app, "GET", "/cloud/groups/{group}/subadmins", OcsAccess.Admin, SubAdmins);
    }

    /// <summary>All groups, also those that a group's administrator has nothing to do with.</summary>
    private OcsResult List(OcsCall call) =>
        OcsResult.Ok(
            new JsonObject { ["groups"] = new JsonArray([.. Page(call).Select(g => JsonValue.Create(g.Id))]) }
        );

    private OcsResult Details(OcsCall call) =>
        call.User.IsAdmin
            ? OcsResult.Ok(new JsonObject { ["groups"] = new JsonArray([.. Page(call).Select(Detail)]) })
            : OcsResult.Fail(
                403,
                "Logged in user must be an admin, a sub admin or gotten special right to access this setting"
            );

    private OcsResult Create(OcsCall call)
    {
        var (id, name) = (call.TextOrEmpty("groupid"), call.TextOrEmpty("displayname"));
        if (id.Trim().Length == 0)
            return OcsResult.Fail(101, "Invalid group name");
        if (groups.Find(id) is not null)
            return OcsResult.Fail(102, "group exists");
        groups.Create(id, name.Length > 0 ? name : id);
        return OcsResult.Ok();
    }

    private OcsResult Edit(OcsCall call)
    {
        if (call.TextOrEmpty("key") != "displayname")
            return OcsResult.Fail(999);
        if (groups.Find(call.Route("group")) is not { } group)
            return OcsResult.Fail(998, "Group does not exist");
        groups.SetDisplayName(group.Id, call.TextOrEmpty("value"));
        return OcsResult.Ok();
    }

    private OcsResult Delete(OcsCall call)
    {
        if (groups.Find(call.Route("group")) is not { } group)
            return OcsResult.Fail(101);
        if (group.Id == GroupStore.Admin)
            return OcsResult.Fail(102);
        groups.Delete(group.Id);
        return OcsResult.Ok();
    }

    private OcsResult Users(OcsCall call) =>
        Members(call, out var refusal) is { } members
            ? OcsResult.Ok(
                new JsonObject { ["users"] = new JsonArray([.. members.Select(m => JsonValue.Create(m))]) }
            )
            : refusal;

    private OcsResult UserDetails(OcsCall call) =>
        Members(call, out var refusal) is { } members
            ? OcsResult.Ok(
                new JsonObject
                {
                    ["users"] = new JsonObject(
                        members
                            .Select(accounts.Find)
                            .OfType<Account>()
                            .Select(a => KeyValuePair.Create(a.Id, (JsonNode?)json.Write(a, true)))
                    ),
                }
            )
            : refusal;

    private OcsResult SubAdmins(OcsCall call) =>
        groups.Find(call.Route("group")) is null
            ? OcsResult.Fail(101, "Group does not exist")
            : OcsResult.Ok();

    private List<string>? Members(OcsCall call, out OcsResult refusal)
    {
        refusal = groups.Find(call.Route("group")) is null ? NoGroup : OcsResult.Fail(403);
        return refusal != NoGroup && call.User.MayAdminister(call.Route("group"))
            ? groups.Members(call.Route("group"))
            : null;
    }

    private List<Group> Page(OcsCall call) =>
        groups.Search(call.TextOrEmpty("search"), call.Number("limit") ?? -1, call.Number("offset") ?? 0);

    private JsonNode Detail(Group group) =>
        new JsonObject
        {
            ["id"] = group.Id,
            ["displayname"] = group.DisplayName,
            ["usercount"] = groups.Members(group.Id).Count,
            ["disabled"] = 0,
            ["canAdd"] = true,
            ["canRemove"] = true,
        };
}
