using System.Text.Json.Nodes;
using Connector.DevServer.Accounts;
using Connector.DevServer.Ocs;

namespace Connector.DevServer.Shares;

/// <summary>
/// Whom something can be shared with (<c>files_sharing/lib/Controller/ShareesAPIController.php</c>): the one search
/// that every account may use. Who is called exactly so stands apart; the account itself is found
/// by its whole name alone.
/// </summary>
internal sealed class ShareeEndpoints(AccountStore accounts, GroupStore groups)
{
    private const int Most = 25;

    public void Map(WebApplication app) =>
        OcsDoor.Map(app, "GET", "/apps/files_sharing/api/v1/sharees", OcsAccess.SignedIn, Search);

    private OcsResult Search(OcsCall call)
    {
        var search = call.TextOrEmpty("search");
        var kinds = call.Parameters["shareType"].Select(int.Parse).ToHashSet();
        var (exact, others) = (Empty(), Empty());
        others["lookup"] = new JsonArray();
        if (kinds.Contains((int)ShareType.User))
            Sort(exact, others, "users", People(call, search), search);
        if (kinds.Contains((int)ShareType.Group))
            Sort(exact, others, "groups", Groups(search), search);
        others["exact"] = exact;
        others["lookupEnabled"] = true;
        return OcsResult.Ok(others);
    }

    private IEnumerable<(string Id, string Name, JsonObject Json)> People(OcsCall call, string search) =>
        accounts
            .Search(search, Most, 0)
            .Where(a => a.Enabled && (IsExact(a.Id, a.DisplayName, search) || !IsSelf(call, a)))
            .Select(a =>
                (
                    a.Id,
                    a.DisplayName,
                    new JsonObject
                    {
                        ["label"] = a.DisplayName,
                        ["subline"] = "",
                        ["icon"] = "icon-user",
                        ["value"] = Value(ShareType.User, a.Id),
                        ["shareWithDisplayNameUnique"] = a.Email ?? a.Id,
                        ["status"] = new JsonArray(),
                    }
                )
            );

    private IEnumerable<(string Id, string Name, JsonObject Json)> Groups(string search) =>
        groups
            .Search(search, Most, 0)
            .Select(g =>
                (
                    g.Id,
                    g.DisplayName,
                    new JsonObject { ["label"] = g.DisplayName, ["value"] = Value(ShareType.Group, g.Id) }
                )
            );

    private static JsonObject Value(ShareType type, string with) =>
        new() { ["shareType"] = (int)type, ["shareWith"] = with };

    private static void Sort(
        JsonObject exact,
        JsonObject others,
        string kind,
        IEnumerable<(string Id, string Name, JsonObject Json)> found,
        string search
    )
    {
        foreach (var (id, name, json) in found)
        {
            (IsExact(id, name, search) ? exact : others)[kind]!.AsArray().Add(json);
        }
    }

    private static bool IsExact(string id, string name, string search) =>
        id.Equals(search, StringComparison.OrdinalIgnoreCase)
        || name.Equals(search, StringComparison.OrdinalIgnoreCase);

    private static bool IsSelf(OcsCall call, Account account) =>
        account.Id.Equals(call.User.UserId, StringComparison.OrdinalIgnoreCase);

    private static JsonObject Empty() =>
        new()
        {
            ["users"] = new JsonArray(),
            ["groups"] = new JsonArray(),
            ["remotes"] = new JsonArray(),
            ["remote_groups"] = new JsonArray(),
            ["emails"] = new JsonArray(),
            ["circles"] = new JsonArray(),
            ["rooms"] = new JsonArray(),
        };
}
