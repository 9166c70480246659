using System.Net;
using System.Xml.Linq;
using Connector.Nextcloud.Http;
using static Connector.Nextcloud.Dav.DavNames;

namespace Connector.Nextcloud.Dav;

/// <summary>
/// Accounts as principals (RFC 3744): all that an account without any right of administration may see of another.
/// Measured on 27 and read in <c>apps/dav/lib/Connector/Sabre/Principal.php</c>, getGroupMembership.
/// </summary>
internal sealed class PrincipalsClient(DavTransport dav)
{
    private const string Users = "remote.php/dav/principals/users/";

    private const string GroupPrincipal = "/principals/groups/";

    private static readonly XName GroupMembership = D + "group-membership";

    /// <summary>Ids of the groups that an account is in; null when there is no such account.</summary>
    /// <remarks>
    /// Group ids are encoded as PHP's urlencode does, a space as <c>+</c>. Sample:
    /// <c>&lt;d:group-membership&gt;&lt;d:href&gt;/remote.php/dav/principals/groups/elus+locaux/&lt;/d:href&gt;…</c>
    /// </remarks>
    public async Task<IReadOnlyList<string>?> GroupsOf(string userId, CancellationToken ct)
    {
        var request = new DavRequest(Verbs.Propfind, $"{Users}{DavPath.EncodeName(userId)}/")
        {
            Depth = DavDepth.Zero,
            Xml = Propfind(GroupMembership),
        };
        if (await dav.Multistatus(request, ct) is not [var account, ..])
            return null;
        return
        [
            .. (account.Find(GroupMembership)?.Elements(D + "href") ?? [])
                .Select(href => href.Value.TrimEnd('/'))
                .Where(href => href.Contains(GroupPrincipal, StringComparison.Ordinal))
                .Select(href => WebUtility.UrlDecode(href[(href.LastIndexOf('/') + 1)..])),
        ];
    }
}
