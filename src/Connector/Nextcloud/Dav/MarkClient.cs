using System.Net;
using System.Xml.Linq;
using Connector.Nextcloud.Http;
using static Connector.Nextcloud.Dav.DavNames;

namespace Connector.Nextcloud.Dav;

/// <summary>
/// A line of Connector's own on the account's home: a property that the server keeps and does not understand (RFC 4918,
/// 4.4; <c>apps/dav/lib/DAV/CustomPropertiesBackend.php</c>). It changes no ETag, and goes back with the server's database.
/// </summary>
internal sealed class MarkClient(DavTransport dav, string userId)
{
    private static readonly XNamespace Ours = "urn:connector:mark";

    /// <summary>The property of a mark. <paramref name="id"/>: letters and digits, the first a letter.</summary>
    public static XName Name(string id) => Ours + id;

    /// <returns>Whether the server says that it kept it.</returns>
    public async Task<bool> Write(XName name, string text, CancellationToken ct)
    {
        var request = new DavRequest(Verbs.Proppatch, $"remote.php/dav/files/{DavPath.EncodeName(userId)}/")
        {
            Xml = Root(
                D + "propertyupdate",
                new XElement(D + "set", new XElement(D + "prop", new XElement(name, text)))
            ),
        };
        using var answer = await dav.Send(request, ct);
        return answer.StatusCode == HttpStatusCode.MultiStatus
            && (await dav.Read(answer, ct)).All(response => response.WorstStatus < 400);
    }
}
