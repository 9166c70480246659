using System.Globalization;
using Connector.Nextcloud.Http;
using static Connector.Nextcloud.Dav.DavNames;

namespace Connector.Nextcloud.Dav;

/// <summary>Something in the account's trash bin, its own or a team folder's.</summary>
/// <param name="Name">Its address in the bin, one segment: <c>Dossier.d1795615037</c>.</param>
/// <param name="FileId">The number that it had and will have again.</param>
/// <param name="Path">Where it was, as in <see cref="DavResource.Path"/>; follows a team folder that was renamed.</param>
/// <param name="IsFolder">Whether it holds others.</param>
/// <param name="DeletedAt">When, to the second.</param>
/// <param name="DeletedBy">User id; null where the server does not tell (before 30).</param>
internal sealed record TrashItem(
    string Name,
    long FileId,
    string Path,
    bool IsFolder,
    DateTimeOffset DeletedAt,
    string? DeletedBy
);

/// <summary>
/// The trash bin over WebDAV (apps files_trashbin and groupfolders): <c>/remote.php/dav/trashbin/{user}/trash</c>.
/// Nothing here destroys.
/// </summary>
internal sealed class TrashClient(DavTransport dav, string userId)
{
    private const string Door = "/remote.php/dav/trashbin/";

    private static readonly System.Xml.Linq.XName[] Properties =
    [
        D + "resourcetype",
        Oc + "fileid",
        Nc + "trashbin-title",
        Nc + "trashbin-original-location",
        Nc + "trashbin-deletion-time",
        Nc + "trashbin-deleted-by-id",
    ];

    private string Bin => $"remote.php/dav/trashbin/{DavPath.EncodeName(userId)}";

    /// <summary>
    /// What was thrown away, without what is inside of it, in one request. None when the server has no trash bin.
    /// <c>trashbin-title</c> is the path in the account's files, <c>trashbin-original-location</c> starts at the team
    /// folder (measured on 27 with groupfolders 15).
    /// </summary>
    public async Task<IReadOnlyList<TrashItem>> List(CancellationToken ct)
    {
        var request = new DavRequest(Verbs.Propfind, $"{Bin}/trash")
        {
            Depth = DavDepth.One,
            Xml = Propfind(Properties),
        };
        var responses = await dav.Multistatus(request, ct) ?? [];
        return [.. responses.Select(Read).OfType<TrashItem>()];
    }

    /// <summary>
    /// Takes something out of the bin, with its number and all that is inside, to where it was. The server gives it
    /// another name when that one is taken, and another place when its folder is gone: look first. Created, NotFound …
    /// </summary>
    public async Task<DavOutcome> Restore(string name, string path, CancellationToken ct)
    {
        var request = new DavRequest(Verbs.Move, $"{Bin}/trash/{DavPath.EncodeName(name)}")
        {
            Headers =
            [
                ("Destination", $"{dav.BaseUrl.AbsolutePath}{Bin}/restore/{DavPath.EncodeName(name)}"),
            ],
        };
        using var answer = await dav.Send(request, ct);
        return DavOutcomes.Of(dav, request, answer, path);
    }

    private static TrashItem? Read(MultistatusResponse response)
    {
        var title = response.Text(Nc + "trashbin-title") ?? response.Text(Nc + "trashbin-original-location");
        var inside = DavPath.Inside(Door, response.Href);
        if (
            inside is null
            || !inside.StartsWith("trash/", StringComparison.Ordinal)
            || title is null
            || Number(response.Text(Oc + "fileid")) is not { } id
        )
        {
            return null;
        }

        return new TrashItem(
            inside["trash/".Length..],
            id,
            title.Trim('/').Normalize(),
            response.Find(D + "resourcetype")?.Element(D + "collection") is not null,
            DateTimeOffset.FromUnixTimeSeconds(Number(response.Text(Nc + "trashbin-deletion-time")) ?? 0),
            response.Text(Nc + "trashbin-deleted-by-id") is { Length: > 0 } who ? who : null
        );
    }

    private static long? Number(string? text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
