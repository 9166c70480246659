using System.Globalization;
using System.Text.Json.Nodes;
using Connector.DevServer.Accounts;
using Connector.DevServer.Files;

namespace Connector.DevServer.Shares;

/// <summary>A share as the API shows it (<c>files_sharing/lib/Controller/ShareAPIController.php</c>, formatShare).</summary>
internal sealed class ShareJson(AccountStore accounts, GroupStore groups, Teams.TeamStore teams)
{
    /// <param name="path">Where the reader sees the file.</param>
    /// <param name="reader">Who reads, and whether they may change the share.</param>
    public JsonObject Write(
        Share share,
        Entry entry,
        string path,
        (string Id, bool MayEdit) reader,
        string origin
    )
    {
        var owner = accounts.Find(share.OwnerId)?.DisplayName ?? share.OwnerId;
        var mine = share.OwnerId.Equals(reader.Id, StringComparison.OrdinalIgnoreCase);
        var json = new JsonObject
        {
            ["id"] = share.Id.ToString(CultureInfo.InvariantCulture),
            ["share_type"] = (int)share.Type,
            ["uid_owner"] = share.OwnerId,
            ["displayname_owner"] = owner,
            ["permissions"] = share.Permissions,
            ["can_edit"] = reader.MayEdit,
            ["can_delete"] = reader.MayEdit || share.Type == ShareType.User,
            ["stime"] = share.Created,
            ["parent"] = null,
            ["expiration"] = share.Expires is { } day ? day + " 00:00:00" : null,
            ["token"] = share.Token,
            ["uid_file_owner"] = share.OwnerId,
            ["note"] = share.Note,
            ["label"] = share.Token is null ? null : share.Label,
            ["displayname_file_owner"] = owner,
            ["path"] = "/" + path,
            ["item_type"] = entry.IsFolder ? "folder" : "file",
            ["mimetype"] = entry.IsFolder ? "httpd/unix-directory" : MimeTypes.Of(entry.Name),
            ["has_preview"] = false,
            ["storage_id"] = mine ? "home::" + share.OwnerId : "shared::" + share.Target,
            ["storage"] = 1,
            ["item_source"] = share.NodeId,
            ["file_source"] = share.NodeId,
            ["file_parent"] = entry.Node.Parent,
            ["file_target"] = share.Target,
            ["share_with"] = With(share),
            ["share_with_displayname"] = WithName(share),
        };
        AddKind(json, share, origin);
        json["mail_send"] = 0;
        json["hide_download"] = 0;
        json["attributes"] = null;
        return json;
    }

    private static void AddKind(JsonObject json, Share share, string origin)
    {
        if (share.Type == ShareType.User)
            json["status"] = new JsonArray();
        if (share.Token is null)
            return;
        // The real server shows the hash of the password here; that there is one is all a client may know.
        json["password"] = share.HasPassword ? "***" : null;
        json["send_password_by_talk"] = false;
        if (share.Type == ShareType.Link)
            json["url"] = $"{origin}/s/{share.Token}";
    }

    /// <summary>
    /// The real server cuts the last character off a team's id here, where it looks for a bracket that older versions
    /// had (<c>ShareAPIController.php</c>, formatShare, <c>$shareWithLength</c>).
    /// </summary>
    private static string? With(Share share) =>
        share is { Type: ShareType.Team, With: { } team } ? team[..^1] : share.With;

    private string WithName(Share share) =>
        share.Type switch
        {
            ShareType.User => accounts.Find(share.With!)?.DisplayName ?? share.With!,
            ShareType.Group => groups.Find(share.With!)?.DisplayName ?? share.With!,
            ShareType.Team => TeamName(share.With!),
            ShareType.Link => "(Shared link)",
            _ => share.With ?? "",
        };

    private string TeamName(string id)
    {
        var owner = teams.Members(id).Find(member => member.Level == Teams.TeamStore.Owner)?.UserId ?? "";
        var shown = accounts.Find(owner)?.DisplayName ?? owner;
        return $"{teams.Find(id)?.DisplayName} (Circle owned by {shown})";
    }
}
