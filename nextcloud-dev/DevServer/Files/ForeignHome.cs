using Connector.DevServer.Accounts;
using Connector.DevServer.Dav;

namespace Connector.DevServer.Files;

/// <summary>Somebody else's files: an empty folder that tells nothing, as on the real server.</summary>
internal sealed class ForeignHome(AccountStore accounts)
{
    public async Task Handle(HttpContext http)
    {
        var path = DavPath.Behind(FileEndpoints.Door, http.Request.Path.Value!)!;
        var owner = path.Split('/')[0];
        if (accounts.Find(owner) is null)
            throw DavException.NotFound($"Principal with name {owner} not found");
        if (path != owner)
            throw FileView.NotFound(path[(owner.Length + 1)..]);
        if (http.Request.Method != "PROPFIND")
            throw DavException.Forbidden("Permission denied");
        var asked = await PropertyRequest.Read(http.Request, http.RequestAborted);
        var (found, missing) = DavRoot.Bare(http, asked);
        await using var writer = new MultiStatusWriter(http.Response);
        await writer.Response(
            $"{FileEndpoints.Door}{DavPath.Encode(owner)}/",
            found,
            missing,
            http.RequestAborted
        );
    }
}
