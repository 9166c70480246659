using System.Globalization;
using System.Text.Json.Nodes;
using Connector.DevServer.Ocs;
using Connector.DevServer.Storage;

namespace Connector.DevServer.Accounts;

/// <summary>Accounts over OCS (<c>provisioning_api/lib/Controller/UsersController.php</c>), with its codes.</summary>
internal sealed class UserEndpoints(
    AccountStore accounts,
    GroupStore groups,
    UserJson json,
    Database database
)
{
    private const string OneUser = "/cloud/users/{user}";

    public void Map(WebApplication app)
    {
        OcsDoor.Map(app, "GET", "/cloud/user", OcsAccess.SignedIn, Me);
        OcsDoor.Map(app, "GET", "/cloud/users", OcsAccess.GroupAdmin, List);
        OcsDoor.Map(app, "GET", "/cloud/users/details", OcsAccess.GroupAdmin, Details);
        OcsDoor.Map(
            app,
            "POST",
            "/cloud/users",
            OcsAccess.GroupAdmin,
            call => database.Alone(() => Create(call))
        );
        OcsDoor.Map(app, "GET", OneUser, OcsAccess.SignedIn, Get);
        OcsDoor.Map(app, "PUT", OneUser, OcsAccess.SignedIn, Edit);
        OcsDoor.Map(app, "DELETE", OneUser, OcsAccess.Admin, Delete);
        OcsDoor.Map(app, "PUT", OneUser + "/enable", OcsAccess.Admin, call => Enable(call, true));
        OcsDoor.Map(app, "PUT", OneUser + "/disable", OcsAccess.Admin, call => Enable(call, false));
        OcsDoor.Map(app, "GET", OneUser + "/groups", OcsAccess.SignedIn, Groups);
        OcsDoor.Map(app, "POST", OneUser + "/groups", OcsAccess.GroupAdmin, AddGroup);
        OcsDoor.Map(app, "DELETE", OneUser + "/groups", OcsAccess.GroupAdmin, RemoveGroup);
        OcsDoor.Map(app, "GET", OneUser + "/subadmins", OcsAccess.Admin, SubAdmins);
        OcsDoor.Map(app, "POST", OneUser + "/subadmins", OcsAccess.Admin, MakeSubAdmin);
    }

    private OcsResult Me(OcsCall call) => OcsResult.Ok(json.Write(call.User.Account, call.User.IsAdmin));

    private OcsResult List(OcsCall call) =>
        OcsResult.Ok(
            new JsonObject { ["users"] = new JsonArray([.. Page(call).Select(a => JsonValue.Create(a.Id))]) }
        );

    private OcsResult Details(OcsCall call) =>
        OcsResult.Ok(
            new JsonObject
            {
                ["users"] = new JsonObject(
                    Page(call).Select(a => KeyValuePair.Create(a.Id, (JsonNode?)json.Write(a, true)))
                ),
            }
        );

    private List<Account> Page(OcsCall call)
    {
        var (limit, offset) = (call.Number("limit") ?? -1, call.Number("offset") ?? 0);
        if (call.User.IsAdmin)
            return accounts.Search(call.TextOrEmpty("search"), limit, offset);
        var seen = accounts.Search(call.TextOrEmpty("search"), -1, 0).Where(a => Sees(call, a));
        return [.. seen.Skip((int)offset).Take(limit < 0 ? int.MaxValue : (int)limit)];
    }

    /// <summary>Whoever administers a group sees the accounts in it, and nobody else.</summary>
    private bool Sees(OcsCall call, Account account) =>
        call.User.IsAdmin || groups.Of(account.Id).Exists(call.User.MayAdminister);

    private OcsResult Get(OcsCall call)
    {
        var any = accounts.Find(call.Route("user"));
        if (any is null && call.User.IsGroupAdmin)
            return OcsResult.Fail(404, "User does not exist");
        if (any is not null && Sees(call, any))
            return OcsResult.Ok(json.Write(any, true));
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
        if (!call.User.IsAdmin && wanted.Count == 0)
            return OcsResult.Fail(106, "no group specified (required for subadmins)");
        if (wanted.Find(g => !call.User.MayAdminister(g)) is { } foreign)
            return OcsResult.Fail(105, $"insufficient privileges for group {foreign}");
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
        if (!call.User.MayAdminister(group))
            return OcsResult.Fail(104);
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
        if (!call.User.MayAdminister(group))
            return OcsResult.Fail(104);
        if (!call.User.IsAdmin && Refusal(call, account, group) is { } refusal)
            return refusal;
        if (IsSelf(call) && group == GroupStore.Admin)
            return OcsResult.Fail(105, "Cannot remove yourself from the admin group");
        groups.Remove(group, account.Id);
        return OcsResult.Ok();
    }

    /// <summary>What the administrator of a group may not do in it.</summary>
    private OcsResult? Refusal(OcsCall call, Account account, string group)
    {
        if (IsSelf(call))
            return OcsResult.Fail(105, "Cannot remove yourself from this group as you are a SubAdmin");
        var left = groups.Of(account.Id).Where(call.User.MayAdminister).Except([group]);
        return left.Any()
            ? null
            : OcsResult.Fail(105, "Not viable to remove user from the last group you are SubAdmin of");
    }

    private OcsResult SubAdmins(OcsCall call) =>
        accounts.Find(call.Route("user")) is { } account
            ? OcsResult.Ok(
                new JsonArray([.. groups.AdministeredBy(account.Id).Select(g => JsonValue.Create(g))])
            )
            : OcsResult.Fail(404, "User does not exist");

    private OcsResult MakeSubAdmin(OcsCall call)
    {
        if (accounts.Find(call.Route("user")) is not { } account)
            return OcsResult.Fail(101, "User does not exist");
        if (groups.Find(call.TextOrEmpty("groupid")) is not { } group)
            return OcsResult.Fail(102, "Group does not exist");
        if (group.Id == GroupStore.Admin)
            return OcsResult.Fail(103, "Cannot create subadmins for admin group");
        groups.MakeAdministrator(group.Id, account.Id);
        return OcsResult.Ok();
    }

    private static bool IsSelf(OcsCall call) =>
        call.Route("user").Equals(call.User.UserId, StringComparison.OrdinalIgnoreCase);

    private static bool IsUserId(string id) =>
        id.Length is > 0 and <= 64
        && id.All(c => char.IsAsciiLetterOrDigit(c) || " _.@-'".Contains(c, StringComparison.Ordinal));

    private static long Quota(string text) =>
        long.TryParse(text, CultureInfo.InvariantCulture, out var bytes) ? bytes : Account.NoQuota;
}
