using System.Globalization;
using System.Text.Json;
using Connector.Domain;
using Connector.Nextcloud.Dav;

namespace Connector.Nextcloud.Ocs;

/// <summary>
/// What the account shares with others (<c>files_sharing/lib/Controller/ShareAPIController.php</c>). No delete: a
/// share is a decision.
/// </summary>
internal sealed class SharesClient(OcsTransport ocs)
{
    private const string App = "files_sharing";
    private static readonly Text Sharing = new("partager des fichiers", "share files");

    /// <summary>Every share that the account made, in one request.</summary>
    public Task<IReadOnlyList<FileShare>> List(CancellationToken ct) => Listed(ocs.Api.Shares(ct), ct);

    /// <summary>
    /// As <see cref="List"/>, and what others made of the account's files that they were given with the right to
    /// share: <see cref="FileShare.Owner"/> tells who. Paths are the account's own.
    /// </summary>
    public Task<IReadOnlyList<FileShare>> ListWithReshares(CancellationToken ct) =>
        Listed(ocs.Api.SharesAndReshares(ct), ct);

    /// <summary>
    /// What anybody shared of what is directly inside a folder, in one request; of the account's home (an empty path)
    /// that is every team folder. Empty for a folder that is gone, and where sharing is switched off (404). Measured on 27:
    /// the account has to be allowed to share the folder itself, else it is told of its own shares alone
    /// (<c>getSharesInDir</c>).
    /// </summary>
    public async Task<IReadOnlyList<FileShare>> ListInside(string folder, CancellationToken ct)
    {
        var answer = await ocs.Read(ocs.Api.SharesInside("/" + folder, ct), ct);
        return answer switch
        {
            { IsDone: true } => Read(answer.Data),
            { IsMissing: true } => [],
            _ => throw ocs.Refused(answer, App, Sharing),
        };
    }

    /// <summary>
    /// The ids of those called exactly so (id or name, whatever the case) whom files can be shared with: the one search
    /// that an account without any right of administration may use. Empty when there is nobody, or the server hides them.
    /// </summary>
    public async Task<IReadOnlyList<string>> FindExact(string text, ShareKind kind, CancellationToken ct)
    {
        var data = await ocs.Data(ocs.Api.Sharees(text, (int)kind, ct), App, Sharing, ct);
        return
        [
            .. (data.Member("exact")?.Member(kind == ShareKind.Group ? "groups" : "users"))
                .Members()
                .Select(found => found.Value.Member("value")?.Text("shareWith"))
                .OfType<string>(),
        ];
    }

    private async Task<IReadOnlyList<FileShare>> Listed(
        Task<HttpResponseMessage> request,
        CancellationToken ct
    ) => Read(await ocs.Data(request, App, Sharing, ct));

    private static IReadOnlyList<FileShare> Read(JsonElement data) =>
        [
            .. ((JsonElement?)data)
                .Members()
                .Select(share => FileShare.Read(share.Value))
                .OfType<FileShare>()
                .OrderBy(share => share.Id),
        ];

    /// <summary>
    /// Gives a file or folder to a group or team, without reading back. The server gives an existing share instead of
    /// a second, or refuses: only <see cref="List"/> tells what is. Done, Refused.
    /// </summary>
    public async Task<OcsOutcome> Send(
        string path,
        ShareKind kind,
        string with,
        Rights rights,
        CancellationToken ct
    )
    {
        var form = new ShareForm
        {
            Path = "/" + path,
            ShareType = (int)kind,
            ShareWith = with,
            Permissions = (int)rights,
        };
        return await Post(ocs.Api.CreateShare(form, ct), path, with, ct);
    }

    /// <summary>Changes what a share allows, without reading back. Done, Refused.</summary>
    public Task<OcsOutcome> SendRights(long id, Rights rights, CancellationToken ct) =>
        Post(
            ocs.Api.EditShare(
                id,
                new Dictionary<string, string>
                {
                    ["permissions"] = ((int)rights).ToString(CultureInfo.InvariantCulture),
                },
                ct
            ),
            "",
            "",
            ct
        );

    /// <summary>
    /// Sets the last day of a link, without reading back. Measured on 27: only its maker may, whoever owns the file, though
    /// the listing says <c>can_edit</c> to that owner (<c>updateShare</c>). Done, Refused.
    /// </summary>
    public Task<OcsOutcome> SendEnd(long id, DateOnly last, CancellationToken ct) =>
        Post(
            ocs.Api.EditShare(
                id,
                new Dictionary<string, string>
                {
                    ["expireDate"] = last.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                },
                ct
            ),
            "",
            "",
            ct
        );

    private async Task<OcsOutcome> Post(
        Task<HttpResponseMessage> request,
        string path,
        string with,
        CancellationToken ct
    )
    {
        try
        {
            var answer = await ocs.Read(request, ct);
            return answer switch
            {
                { IsDone: true } or { IsBroken: true } => OcsOutcome.Done,
                { Code: 403 or 404 or 400 } => new OcsOutcome(OcsResult.Refused, Refused(path, with)),
                _ => throw ocs.Refused(answer, App, Sharing),
            };
        }
        catch (NextcloudException e) when (e.MayHaveActed)
        {
            // The caller's listing tells whether it got through.
            return OcsOutcome.Done;
        }
    }

    private static Text Refused(string path, string with) =>
        new(
            $"Le serveur refuse de partager « {path} » avec « {with} » : vérifiez que ce destinataire existe et que ce partage est permis.",
            $"The server refuses to share '{path}' with '{with}': check that this recipient exists and that such sharing is allowed."
        );
}
