using System.Text.Json.Nodes;
using Connector.DevServer.Files;

namespace Connector.DevServer.Accounts;

/// <summary>An account as the provisioning API shows it (<c>AUserData.php</c>).</summary>
internal sealed class UserJson(GroupStore groups, UserAccessTable accesses, NodeStore nodes)
{
    private static readonly string[] Profile =
    [
        "phone",
        "address",
        "website",
        "twitter",
        "fediverse",
        "organisation",
        "role",
        "headline",
        "biography",
    ];

    /// <param name="forAdmin">Administrators see whether an account is enabled.</param>
    public JsonObject Write(Account account, bool forAdmin)
    {
        var json = new JsonObject();
        if (forAdmin)
            json["enabled"] = account.Enabled;
        json["id"] = account.Id;
        json["lastLogin"] = account.LastLogin * 1000;
        json["backend"] = "Database";
        json["subadmin"] = new JsonArray([
            .. groups.AdministeredBy(account.Id).Select(g => JsonValue.Create(g)),
        ]);
        json["quota"] = Quota(account);
        json["manager"] = "";
        json["email"] = account.Email;
        json["additional_mail"] = new JsonArray();
        json["displayname"] = account.DisplayName;
        json["display-name"] = account.DisplayName;
        foreach (var field in Profile)
            json[field] = "";
        json["profile_enabled"] = "1";
        json["groups"] = new JsonArray([.. groups.Of(account.Id).Select(g => JsonValue.Create(g))]);
        json["language"] = account.Language.Length > 0 ? account.Language : "en";
        json["locale"] = "";
        json["notify_email"] = null;
        json["backendCapabilities"] = new JsonObject { ["setDisplayName"] = true, ["setPassword"] = true };
        return json;
    }

    private JsonObject Quota(Account account)
    {
        if (account.LastLogin == 0)
            return new JsonObject { ["quota"] = account.Quota < 0 ? "none" : account.Quota, ["used"] = 0 };
        var used = nodes.Get(accesses.Of(account.Id).Home.RootId).Size;
        var total = account.Quota < 0 ? used + (100L << 30) : account.Quota;
        return new JsonObject
        {
            ["free"] = Math.Max(0, total - used),
            ["used"] = used,
            ["total"] = total,
            ["relative"] = total == 0 ? 0 : Math.Round(used * 100.0 / total, 2),
            ["quota"] = account.Quota,
        };
    }
}
