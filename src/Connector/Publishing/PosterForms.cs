using Connector.Conversion;
using Connector.Domain;
using Connector.Domain.Meetings;
using Connector.Domain.Territories;
using Connector.Domain.Workspaces;
using Connector.Ledger;
using Connector.Nextcloud;
using Connector.Nextcloud.Dav;
using Connector.Provisioning;

namespace Connector.Publishing;

/// <summary>
/// The PDF beside each poster, for who only wants to print: made anew when the poster is, and never onto a file that a person
/// put there or changed. Nothing is asked of the server while the posters are what they were.
/// </summary>
internal sealed class PosterForms(NextcloudClient client, LedgerStore ledger, LibreOffice office)
{
    private readonly List<Problem> _warnings = [];

    /// <returns>What could not be made, and why.</returns>
    public async Task<IReadOnlyList<Problem>> RunAsync(
        Territory territory,
        IReadOnlyDictionary<string, Blueprint> blueprints,
        CancellationToken ct
    )
    {
        var slug = Slug.Of(territory.Name);
        var known = await ledger.LoadAsync(slug, ct);
        foreach (var document in Posters(territory, blueprints))
        {
            if (
                known.Find(document.Key) is { ContentHash: { } hash, Path: { } path }
                && known.Find(WorkspaceKeys.Pdf(document.Key)) is var before
                && before?.ContentHash != hash
                && await Make(document.Key, path, hash, before, ct) is { } made
            )
            {
                await ledger.RememberAsync(slug, [made], ct);
            }
        }

        return _warnings;
    }

    private static IEnumerable<DocumentSpec> Posters(
        Territory territory,
        IReadOnlyDictionary<string, Blueprint> blueprints
    ) =>
        WorkspaceSpecBuilder
            .Build(
                territory,
                blueprints,
                "",
                new Dictionary<string, GroupMeetings>(),
                (group, series) => series.Id
            )
            .Areas.SelectMany(area => area.Documents)
            .Where(document =>
                document.Kind == DocumentKind.SubscriptionPoster
                && document.Name.EndsWith(".docx", StringComparison.OrdinalIgnoreCase)
            );

    private async Task<KnownResource?> Make(
        string key,
        string path,
        string hash,
        KnownResource? before,
        CancellationToken ct
    )
    {
        if (
            before is { ETag: null }
            || await client.Files.GetFile(path, ct) is not { } poster
            || ContentHash.Sha1(poster.Bytes) != hash
        )
        {
            // Somebody's own PDF, or a poster that somebody is writing in.
            return before is { ETag: null } ? before with { ContentHash = hash } : null;
        }

        var converted = await office.Convert(poster.Bytes, TargetFormat.Pdf, ct);
        if (converted.Bytes is not { } pdf)
        {
            _warnings.Add(converted.Problem!);
            return null;
        }

        var target = before?.Path ?? Path.ChangeExtension(path, ".pdf");
        var condition = before?.ETag is { } etag ? PutCondition.IfMatch(etag) : PutCondition.IfNoneMatchAny;
        var put = await client.Files.PutFile(target, pdf, condition, MediaTypes.Of(TargetFormat.Pdf), ct);
        if (!put.Changed && put.Result != DavResult.PreconditionFailed)
        {
            _warnings.Add(PublishingProblems.NotWritten(target, put.Message));
            return null;
        }

        return new KnownResource
        {
            Key = WorkspaceKeys.Pdf(key),
            RemoteId = target,
            Path = target,
            ETag = put.Changed ? put.ETag : null,
            ContentHash = hash,
        };
    }
}
