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

    /// <summary>Requests under way at once: each makes the server read its disk, and two cores are soon busy.</summary>
    private const int SideBySide = 4;

    /// <summary>
    /// A folder is opened with all above it. One that is not there ends the look of its request, that is all. Folders of one
    /// tree go together where a request holds them: two requests would both note what is above.
    /// </summary>
    public Task Send(IEnumerable<IReadOnlyList<string>> trees, CancellationToken ct) =>
        Parallel.ForEachAsync(
            Batches(trees),
            new ParallelOptions { MaxDegreeOfParallelism = SideBySide, CancellationToken = ct },
            async (conditions, stop) => await Look(conditions, stop)
        );

    private List<string> Batches(IEnumerable<IReadOnlyList<string>> trees)
    {
        var batches = new List<string>();
        var batch = "";
        foreach (var tree in trees)
        {
            var conditions = tree.Select(Condition).ToList();
            if (conditions.Sum(condition => condition.Length) + batch.Length > MostCharacters)
            {
                Close();
            }

            foreach (var condition in conditions)
            {
                if (batch.Length + condition.Length > MostCharacters)
                {
                    Close();
                }

                batch += condition;
            }
        }

        Close();
        return batches;

        void Close()
        {
            batches.AddRange(batch.Length > 0 ? [batch] : []);
            batch = "";
        }
    }

    private string Condition(string folder) =>
        $"<{dav.BaseUrl.AbsolutePath}{address(folder)}> (Not [\"connector\"]) ";

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
