using Refit;

namespace Connector.Nextcloud.Talk;

/// <summary>
/// The app Talk (spreed), conversations API v4 and chat API v1, and of the app Notifications what administrators send. No
/// conversation is deleted here.
/// </summary>
[Headers("Accept: application/json")]
internal interface ITalkApi
{
    [Get("/ocs/v2.php/apps/spreed/api/v4/room?noStatusUpdate=1")]
    Task<HttpResponseMessage> Rooms(CancellationToken ct);

    [Post("/ocs/v2.php/apps/spreed/api/v4/room")]
    Task<HttpResponseMessage> Create(
        [Body(BodySerializationMethod.UrlEncoded)] Dictionary<string, string> form,
        CancellationToken ct
    );

    [Get("/ocs/v2.php/apps/spreed/api/v4/room/{token}/participants")]
    Task<HttpResponseMessage> Participants(string token, CancellationToken ct);

    [Post("/ocs/v2.php/apps/spreed/api/v4/room/{token}/participants")]
    Task<HttpResponseMessage> Add(
        string token,
        [Body(BodySerializationMethod.UrlEncoded)] Dictionary<string, string> form,
        CancellationToken ct
    );

    [Delete("/ocs/v2.php/apps/spreed/api/v4/room/{token}/attendees")]
    Task<HttpResponseMessage> Remove(string token, long attendeeId, CancellationToken ct);

    [Get("/ocs/v2.php/apps/spreed/api/v1/chat/{token}?lookIntoFuture=0&setReadMarker=0&noStatusUpdate=1")]
    Task<HttpResponseMessage> Messages(string token, int limit, CancellationToken ct);

    [Post("/ocs/v2.php/apps/spreed/api/v1/chat/{token}")]
    Task<HttpResponseMessage> Say(
        string token,
        [Body(BodySerializationMethod.UrlEncoded)] Dictionary<string, string> form,
        CancellationToken ct
    );

    [Post("/ocs/v2.php/apps/notifications/api/v2/admin_notifications/{userId}")]
    Task<HttpResponseMessage> Notify(
        string userId,
        [Body(BodySerializationMethod.UrlEncoded)] Dictionary<string, string> form,
        CancellationToken ct
    );
}
