using System.Globalization;
using System.Text.Json.Nodes;
using Connector.DevServer.Ocs;

namespace Connector.DevServer.Accounts;

/// <summary>Accounts over OCS (<c>provisioning_api/lib/Controller/UsersController.php</c>), with its codes.</summary>
internal sealed class UserEndpoints(AccountStore accounts, GroupStore groups, UserJson json)
{
    private const string OneUser = "/cloud/users/{user}";
    private static readonly OcsResult NotSubAdmin = OcsResult.Fail(
        403,
        "Logged in user must be at least a sub admin"
    );

    public void Map(WebApplication app)
    {
        OcsDoor.Map(app, "GET", "/cloud/user", OcsAccess.SignedIn, Me);
        OcsDoor.Map(app, "GET", "/cloud/users", OcsAccess.SignedIn, List);
        OcsDoor.Map(app, "GET", "/cloud/users/details", OcsAccess.SignedIn, Details);
        OcsDoor.Map(app, "POST", "/cloud/users", OcsAccess.Admin, Create);
        OcsDoor.Map(app, "GET", OneUser, OcsAccess.SignedIn, Get);
        OcsDoor.Map(app, "PUT", OneUser, OcsAccess.SignedIn, Edit);
        OcsDoor.Map(app, "DELETE", OneUser, OcsAccess.Admin, Delete);
        OcsDoor.Map(app, "PUT", OneUser + "/enable", OcsAccess.Admin, call => Enable(call, true));
        OcsDoor.Map(app, "PUT", OneUser + "/disable", OcsAccess.Admin, call => Enable(call, false));
        OcsDoor.Map(app, "GET", OneUser + "/groups", OcsAccess.SignedIn, Groups);
        OcsDoor.Map(app, "POST", OneUser + "/groups", OcsAccess.Admin, AddGroup);
        OcsDoor.Map(app, "DELETE", OneUser + "/groups", OcsAccess.Admin, RemoveGroup);
        OcsDoor.Map(app, "GET", OneUser + "/subadmins", OcsAccess.Admin, SubAdmins);
    }

    private OcsResult Me(OcsCall call) => OcsResult.Ok(json.Write(call.User.Account, call.User.IsAdmin));

    private OcsResult List(OcsCall call) =>
        call.User.IsAdmin
            ? OcsResult.Ok(
                new JsonObject
                {
                    ["users"] = new JsonArray([.. Page(call).Select(a => JsonValue.Create(a.Id))]),
                }
            )
            : NotSubAdmin;

    private OcsResult Details(OcsCall call) =>
        call.User.IsAdmin
            ? OcsResult.Ok(
                new JsonObject
                {
                    ["users"] = new JsonObject(
                        Page(call).Select(a => KeyValuePair.Create(a.Id, (JsonNode?)json.Write(a, true)))
                    ),
                }
            )
            : NotSubAdmin;

    private List<Account> Page(OcsCall call) =>
        accounts.Search(call.TextOrEmpty("search"), call.Number("limit") ?? -1, call.Number("offset") ?? 0);

    private OcsResult Get(OcsCall call)
    {
        if (call.User.IsAdmin)
            return accounts.Find(call.Route("user")) is { } any
                ? OcsResult.Ok(json.Write(any, true))
                : OcsResult.Fail(404, "User does not exist");
        return IsSelf(call) ? OcsResult.Ok(json.Write(call.User.Account, false)) : OcsResult.Fail(998);
    }

    private OcsResult Create(OcsCall call)
    {
        var id = call.TextOrEmpty("userid").Trim();
        var wanted = call.Parameters["groups"].ToList();
        if (accounts.Find(id) is not null)
            return OcsResult.Fail(102, "User already exists");
        if (wanted.Find(g => groups.Find(g) is null) is { } missing)
            return OcsResult.Fail(104, $"group {missing} does not exist");
        var (password, email) = (call.TextOrEmpty("password"), call.TextOrEmpty("email"));
        if (password.Length == 0 && email.Length == 0)
            return OcsResult.Fail(108, "To send a password link to the user an email address is required.");
        if (!IsUserId(id))
            return OcsResult.Fail(
                101,
                "Only the following characters are allowed in a username: \"a-z\", \"A-Z\", \"0-9\", spaces and \"_.@-'\""
            );
        var name = call.TextOrEmpty("displayName");
        var account = new Account
        {
            Id = id,
            DisplayName = name.Length > 0 ? name : id,
            Email = email.Length > 0 ? email : null,
            Language = call.TextOrEmpty("language"),
            Quota = Quota(call.TextOrEmpty("quota")),
        };
        accounts.Create(account, password.Length > 0 ? password : Guid.NewGuid().ToString());
        wanted.ForEach(g => groups.Add(g, id));
        return OcsResult.Ok(new JsonObject { ["id"] = id });
    }

    private OcsResult Edit(OcsCall call)
    {
        if (accounts.Find(call.Route("user")) is not { } account || !(call.User.IsAdmin || IsSelf(call)))
            return OcsResult.Fail(998);
        var value = call.TextOrEmpty("value");
        switch (call.TextOrEmpty("key"))
        {
            case "display" or "displayname":
                accounts.Update(account with { DisplayName = value });
                return OcsResult.Ok();
            case "email":
                accounts.Update(account with { Email = value.Length > 0 ? value : null });
                return OcsResult.Ok();
            case "language":
                accounts.Update(account with { Language = value });
                return OcsResult.Ok();
            case "quota" when call.User.IsAdmin:
                accounts.Update(account with { Quota = Quota(value) });
                return OcsResult.Ok();
            case "password":
                accounts.SetPassword(account.Id, value);
                return OcsResult.Ok();
            case "locale" or "phone" or "address" or "website" or "organisation" or "role":
                return OcsResult.Ok();
            default:
                return OcsResult.Fail(103);
        }
    }

    private OcsResult Delete(OcsCall call)
    {
        if (accounts.Find(call.Route("user")) is not { } account || IsSelf(call))
            return OcsResult.Fail(101);
        accounts.Delete(account.Id);
        return OcsResult.Ok();
    }

    private OcsResult Enable(OcsCall call, bool enabled)
    {
        if (accounts.Find(call.Route("user")) is not { } account || IsSelf(call))
            return OcsResult.Fail(101);
        accounts.Update(account with { Enabled = enabled });
        return OcsResult.Ok();
    }

    private OcsResult Groups(OcsCall call)
    {
        if (accounts.Find(call.Route("user")) is not { } account || !(call.User.IsAdmin || IsSelf(call)))
            return OcsResult.Fail(998);
        var list = new JsonArray([.. groups.Of(account.Id).Select(g => JsonValue.Create(g))]);
        return OcsResult.Ok(new JsonObject { ["groups"] = list });
    }

    private OcsResult AddGroup(OcsCall call)
    {
        var (user, group) = (call.Route("user"), call.TextOrEmpty("groupid"));
        if (group.Length == 0)
            return OcsResult.Fail(101);
        if (groups.Find(group) is null)
            return OcsResult.Fail(102);
        if (accounts.Find(user) is not { } account)
            return OcsResult.Fail(103);
        groups.Add(group, account.Id);
        return OcsResult.Ok();
    }

    private OcsResult RemoveGroup(OcsCall call)
    {
        var (user, group) = (call.Route("user"), call.TextOrEmpty("groupid").Trim());
        if (group.Length == 0)
            return OcsResult.Fail(101);
        if (groups.Find(group) is null)
            return OcsResult.Fail(102);
        if (accounts.Find(user) is not { } account)
            return OcsResult.Fail(103);
        if (IsSelf(call) && group == GroupStore.Admin)
            return OcsResult.Fail(105, "Cannot remove yourself from the admin group");
        groups.Remove(group, account.Id);
        return OcsResult.Ok();
    }

    private OcsResult SubAdmins(OcsCall call) =>
        accounts.Find(call.Route("user")) is null
            ? OcsResult.Fail(404, "User does not exist")
            : OcsResult.Ok();

    private static bool IsSelf(OcsCall call) =>
        call.Route("user").Equals(call.User.UserId, StringComparison.OrdinalIgnoreCase);

    private static bool IsUserId(string id) =>
        id.Length is > 0 and <= 64
        && id.All(c => char.IsAsciiLetterOrDigit(c) || " _.@-'".Contains(c, StringComparison.Ordinal));

    private static long Quota(string text) =>
        long.TryParse(text, CultureInfo.InvariantCulture, out var bytes) ? bytes : Account.NoQuota;
}
