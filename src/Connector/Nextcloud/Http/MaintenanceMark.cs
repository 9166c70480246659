using System.Net;

namespace Connector.Nextcloud.Http;

/// <summary>
/// What a server in maintenance says. Measured on 27: pages and OCS carry the header, WebDAV and CalDAV only an exception
/// in their XML (<c>apps/dav/lib/Connector/Sabre/MaintenancePlugin.php</c>), also when an upgrade waits to be run:
/// <c>&lt;s:exception&gt;OCA\DAV\Exception\ServerMaintenanceMode&lt;/s:exception&gt;</c>.
/// </summary>
internal static class MaintenanceMark
{
    private const string Header = "X-Nextcloud-Maintenance-Mode";

    private const string Words = @"\ServerMaintenanceMode</s:exception>";

    public static bool IsOn(HttpResponseMessage answer) =>
        answer.StatusCode == HttpStatusCode.ServiceUnavailable && answer.Headers.Contains(Header);

    /// <summary>Gives an answer of WebDAV the header that all others have. Its body is in memory.</summary>
    public static async Task Set(HttpResponseMessage answer, CancellationToken ct)
    {
        if (
            answer.StatusCode == HttpStatusCode.ServiceUnavailable
            && !answer.Headers.Contains(Header)
            && (await answer.Content.ReadAsStringAsync(ct)).Contains(Words, StringComparison.Ordinal)
        )
        {
            answer.Headers.Add(Header, "1");
        }
    }
}
