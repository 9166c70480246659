using Refit;

namespace Connector.Nextcloud.TeamFolders;

/// <summary>
/// The team folders app (<c>groupfolders/lib/Controller/FolderController.php</c>), OCS envelope version 1. Its DELETE
/// calls destroy content for good, and switching advanced rights off drops all managers: neither is here.
/// </summary>
[Headers("Accept: application/json")]
internal interface ITeamFoldersApi
{
    [Get("/index.php/apps/groupfolders/folders")]
    Task<HttpResponseMessage> List(CancellationToken ct);

    [Get("/index.php/apps/groupfolders/folders/{id}")]
    Task<HttpResponseMessage> Get(long id, CancellationToken ct);

    [Post("/index.php/apps/groupfolders/folders")]
    Task<HttpResponseMessage> Create(
        [Body(BodySerializationMethod.UrlEncoded)] Dictionary<string, string> form,
        CancellationToken ct
    );

    [Post("/index.php/apps/groupfolders/folders/{id}/groups")]
    Task<HttpResponseMessage> AttachGroup(
        long id,
        [Body(BodySerializationMethod.UrlEncoded)] Dictionary<string, string> form,
        CancellationToken ct
    );

    [Post("/index.php/apps/groupfolders/folders/{id}/groups/{groupId}")]
    Task<HttpResponseMessage> SetPermissions(
        long id,
        string groupId,
        [Body(BodySerializationMethod.UrlEncoded)] Dictionary<string, string> form,
        CancellationToken ct
    );

    [Post("/index.php/apps/groupfolders/folders/{id}/mountpoint")]
    Task<HttpResponseMessage> Rename(
        long id,
        [Body(BodySerializationMethod.UrlEncoded)] Dictionary<string, string> form,
        CancellationToken ct
    );

    [Post("/index.php/apps/groupfolders/folders/{id}/quota")]
    Task<HttpResponseMessage> SetQuota(
        long id,
        [Body(BodySerializationMethod.UrlEncoded)] Dictionary<string, string> form,
        CancellationToken ct
    );

    [Post("/index.php/apps/groupfolders/folders/{id}/acl")]
    Task<HttpResponseMessage> SetAcl(
        long id,
        [Body(BodySerializationMethod.UrlEncoded)] Dictionary<string, string> form,
        CancellationToken ct
    );

    [Post("/index.php/apps/groupfolders/folders/{id}/manageACL")]
    Task<HttpResponseMessage> SetManager(
        long id,
        [Body(BodySerializationMethod.UrlEncoded)] Dictionary<string, string> form,
        CancellationToken ct
    );
}
