using Connector.Nextcloud.Http;

namespace Connector.Nextcloud.Dav;

/// <summary>
/// Makes the server look into many folders in few requests. Nextcloud 27 notes only the first level of a copied
/// tree (<c>lib/private/Files/Cache/Updater.php</c>), and the next one when somebody opens the folder above. A
/// condition on a folder opens it as well: <c>If: &lt;/remote.php/dav/files/u/A/B&gt; (Not ["connector"])</c> (RFC 4918,
/// 10.4) asks for its tag, and to compare it the server has to find it (<c>Sabre\DAV\Server::checkPreconditions</c>).
/// </summary>
/// <param name="dav">The server.</param>
/// <param name="address">Of a path, relative to the server.</param>
internal sealed class OpenRequest(DavTransport dav, Func<string, string> address)
{
    /// <summary>Characters of conditions in one request: Apache refuses a header of more than 8,190, nginx of 8 KiB.</summary>
    private const int MostCharacters = 6000;

    /// <summary>Folders above others come first. A folder that is not there ends the look of its request, that is all.</summary>
    public async Task Send(IEnumerable<string> folders, CancellationToken ct)
    {
        var conditions = "";
        foreach (var folder in folders)
        {
            var condition = $"<{dav.BaseUrl.AbsolutePath}{address(folder)}> (Not [\"connector\"]) ";
            if (conditions.Length > 0 && conditions.Length + condition.Length > MostCharacters)
            {
                await Look(conditions, ct);
                conditions = "";
            }

            conditions += condition;
        }

        if (conditions.Length > 0)
        {
            await Look(conditions, ct);
        }
    }

    private async Task Look(string conditions, CancellationToken ct)
    {
        var request = new DavRequest(Verbs.Propfind, address(""))
        {
            Depth = DavDepth.Zero,
            Xml = DavNames.Propfind([DavNames.D + "resourcetype"]),
            Headers = [("If", conditions.TrimEnd())],
        };
        // Whatever it answers: what did not open is found missing by the listing that follows.
        using var answer = await dav.Send(request, ct);
    }
}
