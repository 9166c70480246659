using System.Text.Json.Nodes;
using Connector.DevServer.Accounts;
using Connector.DevServer.Ocs;

namespace Connector.DevServer.Talk;

/// <summary>
/// Of the app Notifications what administrators use (<c>docs/admin-notifications.md</c>): up to 255 and 4,000 signs; and the
/// list that each account sees.
/// </summary>
internal sealed class NotificationEndpoints(TalkStore talk, AccountStore accounts)
{
    private const string Api = "/apps/notifications/api/v2";
    private const int LongestSubject = 255;
    private const int LongestMessage = 4_000;

    public void Map(WebApplication app)
    {
        OcsDoor.Map(app, "POST", Api + "/admin_notifications/{user}", OcsAccess.Admin, Notify);
        OcsDoor.Map(app, "GET", Api + "/notifications", OcsAccess.SignedIn, List);
    }

    private OcsResult Notify(OcsCall call)
    {
        var (subject, message) = (call.TextOrEmpty("shortMessage"), call.TextOrEmpty("longMessage"));
        if (accounts.Find(call.Route("user")) is not { } account)
            return OcsResult.Fail(404);
        if (subject.Length is 0 or > LongestSubject || message.Length > LongestMessage)
            return OcsResult.Fail(400);
        talk.Notify(account.Id, subject, message);
        return OcsResult.Ok(new JsonArray());
    }

    private OcsResult List(OcsCall call) =>
        OcsResult.Ok(
            new JsonArray([
                .. talk.Notifications(call.User.UserId)
                    .Select(one => new JsonObject
                    {
                        ["app"] = "admin_notifications",
                        ["subject"] = one.Subject,
                        ["message"] = one.Message,
                    }),
            ])
        );
}
