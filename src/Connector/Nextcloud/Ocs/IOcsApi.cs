using Refit;

namespace Connector.Nextcloud.Ocs;

/// <summary>
/// The OCS endpoints that Connector calls, as Nextcloud's API documents name them. Answers come back raw because the
/// envelope, not the HTTP status, tells what happened; <see cref="OcsAnswer"/> reads it. DELETE only ever takes
/// somebody out of a group or team.
/// </summary>
[Headers("Accept: application/json")]
internal interface IOcsApi
{
    [Get("/status.php")]
    Task<HttpResponseMessage> Status(CancellationToken ct);

    [Get("/ocs/v2.php/cloud/capabilities")]
    Task<HttpResponseMessage> Capabilities(CancellationToken ct);

    /// <summary>30 and later, where the app webhook_listeners is on; administrators only.</summary>
    [Get("/ocs/v2.php/apps/webhook_listeners/api/v1/webhooks")]
    Task<HttpResponseMessage> Webhooks(CancellationToken ct);

    /// <summary>31 and later; at most 25 in two minutes.</summary>
    [Post("/ocs/v2.php/apps/files/api/v1/convert")]
    Task<HttpResponseMessage> Convert(
        [Body(BodySerializationMethod.UrlEncoded)] ConvertForm form,
        CancellationToken ct
    );

    [Get("/ocs/v2.php/cloud/user")]
    Task<HttpResponseMessage> CurrentUser(CancellationToken ct);

    [Get("/ocs/v2.php/cloud/apps/{app}")]
    Task<HttpResponseMessage> App(string app, CancellationToken ct);

    [Get("/ocs/v2.php/apps/provisioning_api/api/v1/config/apps/{app}/{key}")]
    Task<HttpResponseMessage> AppConfig(string app, string key, CancellationToken ct);

    [Get("/ocs/v2.php/cloud/users/details")]
    Task<HttpResponseMessage> Users(int limit, int offset, CancellationToken ct);

    [Get("/ocs/v2.php/cloud/users/{userId}")]
    Task<HttpResponseMessage> User(string userId, CancellationToken ct);

    [Post("/ocs/v2.php/cloud/users")]
    Task<HttpResponseMessage> CreateUser(
        [Body(BodySerializationMethod.UrlEncoded)] CreateUserForm form,
        CancellationToken ct
    );

    [Post("/ocs/v2.php/cloud/users/{userId}/groups")]
    Task<HttpResponseMessage> AddToGroup(
        string userId,
        [Body(BodySerializationMethod.UrlEncoded)] GroupForm form,
        CancellationToken ct
    );

    [Delete("/ocs/v2.php/cloud/users/{userId}/groups")]
    Task<HttpResponseMessage> RemoveFromGroup(
        string userId,
        [AliasAs("groupid")] [Query] string groupId,
        CancellationToken ct
    );

    [Get("/ocs/v2.php/cloud/groups/details")]
    Task<HttpResponseMessage> Groups(int limit, int offset, CancellationToken ct);

    [Get("/ocs/v2.php/cloud/groups/{groupId}/users")]
    Task<HttpResponseMessage> GroupMembers(string groupId, CancellationToken ct);

    [Post("/ocs/v2.php/cloud/groups")]
    Task<HttpResponseMessage> CreateGroup(
        [Body(BodySerializationMethod.UrlEncoded)] GroupForm form,
        CancellationToken ct
    );

    [Put("/ocs/v2.php/cloud/groups/{groupId}")]
    Task<HttpResponseMessage> EditGroup(
        string groupId,
        [Body(BodySerializationMethod.UrlEncoded)] KeyValueForm form,
        CancellationToken ct
    );

    [Get("/ocs/v2.php/apps/files_sharing/api/v1/sharees?itemType=folder&lookup=false")]
    Task<HttpResponseMessage> Sharees(string search, int shareType, CancellationToken ct);

    [Get("/ocs/v2.php/apps/circles/circles")]
    Task<HttpResponseMessage> Teams(CancellationToken ct);

    [Post("/ocs/v2.php/apps/circles/circles")]
    Task<HttpResponseMessage> CreateTeam(
        [Body(BodySerializationMethod.UrlEncoded)] Dictionary<string, string> form,
        CancellationToken ct
    );

    [Get("/ocs/v2.php/apps/circles/circles/{teamId}/members")]
    Task<HttpResponseMessage> TeamMembers(string teamId, CancellationToken ct);

    [Post("/ocs/v2.php/apps/circles/circles/{teamId}/members")]
    Task<HttpResponseMessage> AddToTeam(
        string teamId,
        [Body(BodySerializationMethod.UrlEncoded)] Dictionary<string, string> form,
        CancellationToken ct
    );

    [Delete("/ocs/v2.php/apps/circles/circles/{teamId}/members/{memberId}")]
    Task<HttpResponseMessage> RemoveFromTeam(string teamId, string memberId, CancellationToken ct);

    [Get("/ocs/v2.php/apps/files_sharing/api/v1/shares")]
    Task<HttpResponseMessage> Shares(CancellationToken ct);

    [Get("/ocs/v2.php/apps/files_sharing/api/v1/shares?reshares=true")]
    Task<HttpResponseMessage> SharesAndReshares(CancellationToken ct);

    [Get("/ocs/v2.php/apps/files_sharing/api/v1/shares?reshares=true&subfiles=true")]
    Task<HttpResponseMessage> SharesInside(string path, CancellationToken ct);

    [Post("/ocs/v2.php/apps/files_sharing/api/v1/shares")]
    Task<HttpResponseMessage> CreateShare(
        [Body(BodySerializationMethod.UrlEncoded)] ShareForm form,
        CancellationToken ct
    );

    [Put("/ocs/v2.php/apps/files_sharing/api/v1/shares/{id}")]
    Task<HttpResponseMessage> EditShare(
        long id,
        [Body(BodySerializationMethod.UrlEncoded)] Dictionary<string, string> form,
        CancellationToken ct
    );

    /// <summary>Of the app Activity: what others did, newest first, before the activity <c>since</c> (0: from now).</summary>
    [Get("/ocs/v2.php/apps/activity/api/v2/activity/by")]
    Task<HttpResponseMessage> ActivityOfOthers(long since, int limit, CancellationToken ct);
}

/// <summary>What is to become of a file.</summary>
internal sealed record ConvertForm
{
    [AliasAs("fileId")]
    public required string FileId { get; init; }

    [AliasAs("targetMimeType")]
    public required string TargetMimeType { get; init; }

    /// <summary>From the account's home, with a leading slash.</summary>
    [AliasAs("destination")]
    public required string Destination { get; init; }
}

/// <summary>Form of POST <c>/shares</c>.</summary>
internal sealed record ShareForm
{
    [AliasAs("path")]
    public required string Path { get; init; }

    [AliasAs("shareType")]
    public required int ShareType { get; init; }

    [AliasAs("shareWith")]
    public string? ShareWith { get; init; }

    [AliasAs("permissions")]
    public required int Permissions { get; init; }
}

/// <summary>Form of POST <c>/cloud/users</c>.</summary>
internal sealed record CreateUserForm
{
    [AliasAs("userid")]
    public required string UserId { get; init; }

    [AliasAs("password")]
    public string? Password { get; init; }

    [AliasAs("displayName")]
    public string? DisplayName { get; init; }

    [AliasAs("email")]
    public string? Email { get; init; }

    [AliasAs("language")]
    public string? Language { get; init; }

    [AliasAs("groups[]")]
    [Query(CollectionFormat.Multi)]
    public IReadOnlyList<string> Groups { get; init; } = [];

    /// <summary>Without the password: a record prints all its properties.</summary>
    public override string ToString() => UserId;
}

/// <summary>Form of POST <c>/cloud/groups</c> and <c>/cloud/users/{id}/groups</c>.</summary>
internal sealed record GroupForm
{
    [AliasAs("groupid")]
    public required string GroupId { get; init; }

    [AliasAs("displayname")]
    public string? DisplayName { get; init; }
}

/// <summary>Form of PUT <c>/cloud/groups/{id}</c>.</summary>
internal sealed record KeyValueForm
{
    [AliasAs("key")]
    public required string Key { get; init; }

    [AliasAs("value")]
    public required string Value { get; init; }
}
