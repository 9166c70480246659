using System.Globalization;
using System.Text.Json.Nodes;
using Connector.DevServer.Files;
using Connector.DevServer.Ocs;

namespace Connector.DevServer.Activities;

/// <summary>
/// The app Activity (<c>lib/Controller/APIv2Controller.php</c>): pages backwards from <c>since</c>, answers 304 when
/// there is nothing.
/// </summary>
internal sealed class ActivityEndpoints(
    ActivityStore activities,
    ActivityJson json,
    UserAccessTable accesses,
    Instance instance
)
{
    private const string Path = "/apps/activity/api/v2/activity";

    public void Map(WebApplication app)
    {
        OcsDoor.Map(app, "GET", Path, OcsAccess.SignedIn, call => List(call, "all"));
        OcsDoor.Map(
            app,
            "GET",
            Path + "/{filter}",
            OcsAccess.SignedIn,
            call => List(call, call.Route("filter"))
        );
    }

    private OcsResult List(OcsCall call, string filter)
    {
        var (me, since, limit) = (call.User.UserId, call.Number("since") ?? 0, call.Number("limit") ?? 50);
        var isAscending = call.Text("sort") == "asc";
        var access = accesses.Of(me);
        var mine = activities
            .All()
            .Select(one => (Activity: one, Path: PathFor(one, me, access)))
            .Where(one => one.Path is not null)
            .ToList();
        var isKnown = since > 0 && mine.Exists(one => one.Activity.Id == since);
        var found = mine.Where(one => Passes(one.Activity, filter, me, call))
            .Where(one => !isKnown || (isAscending ? one.Activity.Id > since : one.Activity.Id < since))
            .ToList();
        if (isAscending)
            found.Reverse();
        var page = found.Take((int)limit).ToList();
        var headers = call.Http.Response.Headers;
        if (!isKnown && mine.Count > 0)
            headers["X-Activity-First-Known"] = Number(mine[isAscending ? ^1 : 0].Activity.Id);
        if (page.Count == 0)
            return OcsResult.Fail(304);
        var last = Number(page[^1].Activity.Id);
        headers["X-Activity-Last-Given"] = last;
        var request = call.Http.Request;
        var origin = $"{request.Scheme}://{request.Host}";
        if (found.Count > page.Count)
            headers.Link =
                $"<{origin}{request.Path}?since={last}&limit={limit}&sort={(isAscending ? "asc" : "desc")}>; rel=\"next\"";
        return OcsResult.Ok(
            new JsonArray([.. page.Select(one => json.Write(one.Activity, one.Path!, me, origin))])
        );
    }

    /// <summary>Others in a team folder are told nothing, unless the server is set so.</summary>
    private string? PathFor(Activity activity, string me, UserAccess access) =>
        activity.InTeamFolder && !instance.TellsOfTeamFolders && activity.UserId != me
            ? null
            : ActivityJson.PathFor(activity, access);

    /// <summary>A filter that nobody knows is as good as none.</summary>
    private static bool Passes(Activity activity, string filter, string me, OcsCall call) =>
        filter switch
        {
            "self" => activity.UserId == me,
            "by" => activity.UserId != me,
            "filter" => call.Text("object_type") == "files" && activity.NodeId == call.Number("object_id"),
            _ => true,
        };

    private static string Number(long id) => id.ToString(CultureInfo.InvariantCulture);
}
