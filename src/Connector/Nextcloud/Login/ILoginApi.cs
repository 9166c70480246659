using Refit;

namespace Connector.Nextcloud.Login;

/// <summary>
/// Signing in: Login Flow v2 (<c>core/Controller/ClientFlowLoginV2Controller.php</c>) and app passwords
/// (<c>core/Controller/AppPasswordController.php</c>). The server names the app password after the User-Agent.
/// </summary>
[Headers("Accept: application/json")]
internal interface ILoginApi
{
    [Post("/index.php/login/v2")]
    Task<HttpResponseMessage> Begin(CancellationToken ct);

    [Get("/ocs/v2.php/core/getapppassword")]
    Task<HttpResponseMessage> AppPassword(CancellationToken ct);

    /// <summary>Revokes the app password that signs this very request: ours, never another's.</summary>
    [Delete("/ocs/v2.php/core/apppassword")]
    Task<HttpResponseMessage> RevokeOwn(CancellationToken ct);
}
