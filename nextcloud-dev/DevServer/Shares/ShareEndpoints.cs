using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Connector.DevServer.Accounts;
using Connector.DevServer.Files;
using Connector.DevServer.Ocs;

namespace Connector.DevServer.Shares;

/// <summary>The sharing API (<c>files_sharing/lib/Controller/ShareAPIController.php</c>).</summary>
internal sealed class ShareEndpoints(
    ShareStore shares,
    ShareJson json,
    FileActions files,
    AccountStore accounts,
    GroupStore groups,
    Teams.TeamStore teams,
    Instance instance,
    TimeProvider time
)
{
    private const string Path = "/apps/files_sharing/api/v1/shares";
    private const string Letters = "ABCDEFGHJKLMNPQRSTWXYZabcdefgijkmnopqrstwxyz23456789";
    private static readonly OcsResult NoShare = OcsResult.Fail(404, "Wrong share ID, share does not exist");
    private static readonly OcsResult NoPath = OcsResult.Fail(404, "Wrong path, file/folder does not exist");

    public void Map(WebApplication app)
    {
        OcsDoor.Map(app, "GET", Path, OcsAccess.SignedIn, List);
        OcsDoor.Map(app, "POST", Path, OcsAccess.SignedIn, Create);
        OcsDoor.Map(app, "GET", Path + "/{id}", OcsAccess.SignedIn, Get);
        OcsDoor.Map(app, "PUT", Path + "/{id}", OcsAccess.SignedIn, Edit);
        OcsDoor.Map(app, "DELETE", Path + "/{id}", OcsAccess.SignedIn, Delete);
    }

    private OcsResult List(OcsCall call)
    {
        var me = call.User.UserId;
        if (call.Flag("shared_with_me"))
            return Answer(call, shares.With(me));
        if (call.Text("path") is not { } path)
            return Answer(call, call.Flag("reshares") ? Known(me) : shares.By(me));
        var view = files.View(me);
        if (view.Find(Dav.DavPath.Clean(path)) is not { } entry)
            return NoPath;
        var nodes = call.Flag("subfiles") ? view.Children(entry).Select(e => e.Node.Id) : [entry.Node.Id];
        var found = nodes.SelectMany(shares.Of);
        // What others shared is for those to know who may share the folder themselves (shareProviderResharingRights).
        var all =
            (call.Flag("reshares") || call.Flag("subfiles")) && entry.Permissions.Has(Permissions.Share);
        return Answer(call, all ? found.Where(s => s.With != me) : found.Where(s => s.OwnerId == me));
    }

    /// <summary>One's own shares, and what others shared of the files in one's home.</summary>
    private IEnumerable<Share> Known(string me)
    {
        var home = files.View(me).Access.Home;
        return shares.All().Where(share => share.OwnerId == me || files.IsInside(home, share.NodeId));
    }

    /// <summary>Its maker, and whose home the file is in (<c>canEditShare</c>); a team folder is nobody's home.</summary>
    private bool MayEdit(string me, Share share) =>
        share.OwnerId.Equals(me, StringComparison.OrdinalIgnoreCase)
        || files.IsInside(files.View(me).Access.Home, share.NodeId);

    private OcsResult Create(OcsCall call)
    {
        if (call.Text("path") is not { } path)
            return OcsResult.Fail(404, "Please specify a file or folder path");
        var view = files.View(call.User.UserId);
        if (view.Find(Dav.DavPath.Clean(path)) is not { } entry)
            return NoPath;
        if (!entry.Permissions.Has(Permissions.Share))
            return OcsResult.Fail(404, "You are not allowed to share " + entry.Path);
        var type = (ShareType)(call.Number("shareType") ?? -1);
        if (Refusal(call, type, entry) is { } refusal)
            return refusal;
        var with = type == ShareType.Link ? null : call.TextOrEmpty("shareWith");
        var known = shares.Of(entry.Node.Id).Find(s => s.Type == type && s.With == with && with is not null);
        return OcsResult.Ok(Json(call, known ?? shares.Create(Build(call, type, with, entry))));
    }

    private Share Build(OcsCall call, ShareType type, string? with, Entry entry)
    {
        var isPublic = type is ShareType.Link or ShareType.Mail;
        var all = isPublic ? Permissions.Read | Permissions.Share : Permissions.All;
        var wanted = (int)(call.Number("permissions") ?? all) & entry.Permissions;
        return new Share
        {
            Id = 0,
            Type = type,
            NodeId = entry.Node.Id,
            OwnerId = call.User.UserId,
            With = with,
            Permissions = entry.IsFolder ? wanted : wanted & ~(Permissions.Create | Permissions.Delete),
            Token = isPublic ? RandomNumberGenerator.GetString(Letters, 15) : null,
            Label = call.TextOrEmpty("label"),
            Note = call.TextOrEmpty("note"),
            Expires = Day(call.TextOrEmpty("expireDate")),
            HasPassword = call.TextOrEmpty("password").Length > 0,
            Target = "/" + entry.Name,
            Created = time.GetUtcNow().ToUnixTimeSeconds(),
        };
    }

    private OcsResult? Refusal(OcsCall call, ShareType type, Entry entry)
    {
        var with = call.TextOrEmpty("shareWith");
        if (call.TextOrEmpty("expireDate") is { Length: > 0 } text && Day(text) is null)
            return OcsResult.Fail(404, "Invalid date, date format must be YYYY-MM-DD");
        return type switch
        {
            ShareType.User when accounts.Find(with) is null => OcsResult.Fail(
                404,
                "Please specify a valid user"
            ),
            ShareType.User when with.Equals(call.User.UserId, StringComparison.OrdinalIgnoreCase) =>
                OcsResult.Fail(403, "Cannot share with yourself"),
            ShareType.Group when groups.Find(with) is null => OcsResult.Fail(
                404,
                "Please specify a valid group"
            ),
            ShareType.User or ShareType.Group or ShareType.Link => null,
            ShareType.Mail when with.Contains('@', StringComparison.Ordinal) => null,
            ShareType.Mail => OcsResult.Fail(404, "Please specify a valid email address"),
            ShareType.Team when !instance.HasTeams => OcsResult.Fail(
                404,
                "You cannot share to a Circle if the app is not enabled"
            ),
            ShareType.Team when teams.Membership(with, call.User.UserId) is null => OcsResult.Fail(
                500,
                "Internal Server Error\n"
            ),
            ShareType.Team => null,
            _ => OcsResult.Fail(
                403,
                $"Sharing /{call.User.UserId}/files/{entry.Path} failed because the back end does not allow shares from type "
                    + ((int)type).ToString(CultureInfo.InvariantCulture)
            ),
        };
    }

    private OcsResult Get(OcsCall call) =>
        Find(call) is { } share ? OcsResult.Ok(new JsonArray(Json(call, share))) : NoShare;

    private OcsResult Edit(OcsCall call)
    {
        if (Find(call) is not { } share)
            return NoShare;
        if (!MayEdit(call.User.UserId, share))
            return OcsResult.Fail(403, "You are not allowed to edit incoming shares");
        if (share.Token is not null && share.OwnerId != call.User.UserId)
            return OcsResult.Fail(403, "You are not allowed to edit link shares that you don't own");
        shares.Update(
            share with
            {
                Permissions = (int)(call.Number("permissions") ?? share.Permissions) & Permissions.All,
                Note = call.Text("note") ?? share.Note,
                Label = call.Text("label") ?? share.Label,
                Expires = call.Text("expireDate") is { } day ? Day(day) : share.Expires,
                HasPassword = call.Text("password") is { } password ? password.Length > 0 : share.HasPassword,
            }
        );
        return OcsResult.Ok(Json(call, shares.Find(share.Id)!));
    }

    private OcsResult Delete(OcsCall call)
    {
        if (Find(call) is not { } share)
            return NoShare;
        if (share.OwnerId == call.User.UserId)
            shares.Delete(share.Id);
        else if (shares.With(call.User.UserId).Exists(s => s.Id == share.Id))
            shares.Decline(share.Id, call.User.UserId);
        else
            return OcsResult.Fail(403, "Could not delete share");
        return OcsResult.Ok();
    }

    private Share? Find(OcsCall call) =>
        long.TryParse(call.Route("id"), CultureInfo.InvariantCulture, out var id) ? shares.Find(id) : null;

    private OcsResult Answer(OcsCall call, IEnumerable<Share> found) =>
        OcsResult.Ok(new JsonArray([.. found.Select(s => Json(call, s))]));

    /// <summary>The path is the reader's own: where the share hangs for a recipient, where the file lies for its owner.</summary>
    private JsonObject Json(OcsCall call, Share share)
    {
        var reader = call.User.UserId;
        var origin = $"{call.Http.Request.Scheme}://{call.Http.Request.Host}";
        var entry = files.Locate(files.View(share.OwnerId), share.NodeId);
        var path =
            share.OwnerId == reader ? entry.Path
            : shares.With(reader).Exists(s => s.Id == share.Id) ? share.Target.TrimStart('/')
            : files.Locate(files.View(reader), share.NodeId).Path;
        return json.Write(share, entry, path, (reader, MayEdit(reader, share)), origin);
    }

    private static string? Day(string text) =>
        DateOnly.TryParse(text, CultureInfo.InvariantCulture, out var day)
            ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : null;
}
