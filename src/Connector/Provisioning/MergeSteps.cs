using System.Globalization;
using Connector.Domain;
using Connector.Domain.Workspaces;
using Connector.Ledger;
using Connector.Nextcloud;
using Connector.Nextcloud.Dav;
using Connector.Templates;

namespace Connector.Provisioning;

/// <summary>
/// Merges new data into documents that people wrote in: read, merge, write on the condition that it still is what was read.
/// What cannot be merged is left as it is and told.
/// </summary>
internal sealed class MergeSteps(NextcloudClient client, LedgerStore ledger, VersionLabels labels)
{
    /// <summary>A roadmap full of photographs; what is larger is not read into memory.</summary>
    public const long MostBytes = 64 * 1024 * 1024;

    public async Task<StepOutcome> Merge(MergeDocument action, MadeDocument made, CancellationToken ct)
    {
        var seen = await client.Files.Find(action.Path, ct);
        if (seen is null or { IsFolder: true } || seen.FileId != action.FileId)
        {
            return StepOutcome.Waiting(SavedMeanwhile);
        }

        if (seen.Size > MostBytes)
        {
            return LeftAlone(action, seen, TooLarge);
        }

        var @base = await KeptBase.FindAsync(ledger, action.BaseHash, ct);
        var file = await client.Files.GetFile(action.Path, ct);
        if (@base is null || file is null || file.ETag != seen.ETag)
        {
            return StepOutcome.Waiting(SavedMeanwhile);
        }

        var merged = DocumentMerge.Merge(@base, file.Bytes, made.Bytes);
        if (merged.Problems is [var problem, ..])
        {
            return LeftAlone(action, seen, new Text(problem.French, problem.English));
        }

        return merged.Docx.Span.SequenceEqual(file.Bytes)
            ? Merged(action, made, merged, seen.ETag, seen)
            : await Write(action, made, merged, seen, ct);
    }

    /// <summary>What filling gives today that it did not give last time; nothing where the base is not kept.</summary>
    public async Task<IReadOnlyList<MergeEntry>> Moved(
        string? baseHash,
        MadeDocument made,
        CancellationToken ct
    ) =>
        baseHash is not null && await KeptBase.FindAsync(ledger, baseHash, ct) is { } before
            ? DocumentMerge.Merge(before, before, made.Bytes).Entries
            : [];

    private async Task<StepOutcome> Write(
        MergeDocument action,
        MadeDocument made,
        MergedDocument merged,
        DavResource seen,
        CancellationToken ct
    )
    {
        var condition = PutCondition.IfUnchanged(seen);
        var outcome = await client.Files.PutFile(action.Path, merged.Docx, condition, made.ContentType, ct);
        if (outcome.Changed)
        {
            return await labels.Put(Merged(action, made, merged, outcome.ETag, seen), merged.Entries, ct);
        }

        return outcome.Result switch
        {
            DavResult.PreconditionFailed or DavResult.NotFound => StepOutcome.Waiting(SavedMeanwhile),
            DavResult.Locked => StepOutcome.Waiting(OpenedBySomebody),
            _ => StepOutcome.Failed(
                outcome.Message ?? new Text($"refusé ({outcome.Result})", $"refused ({outcome.Result})")
            ),
        };
    }

    /// <summary>The words of people are still in it: it has no hash of ours, and is never taken for untouched.</summary>
    private static StepOutcome Merged(
        MergeDocument action,
        MadeDocument made,
        MergedDocument merged,
        string? etag,
        DavResource seen
    )
    {
        var hash = ContentHash.Sha1(made.Bytes.Span);
        var known = new KnownResource
        {
            Key = action.Document.Key,
            RemoteId = action.FileId.ToString(CultureInfo.InvariantCulture),
            Path = action.Path,
            ETag = etag,
            BaseHash = hash,
        };
        return StepOutcome.Done(known) with
        {
            Base = new KeptBase(hash, made.Bytes),
            Content = merged.Docx,
            Changed = seen.ETag,
            Message = MergeSentence.Of(merged.Entries),
            Details = [.. merged.Entries.Select(entry => new Text(entry.French, entry.English))],
        };
    }

    /// <summary>The same file and the same data are not tried again.</summary>
    private static StepOutcome LeftAlone(MergeDocument action, DavResource seen, Text why) =>
        StepOutcome.Done(
            new KnownResource
            {
                Key = WorkspaceKeys.Unmerged(action.Document.Key),
                RemoteId = action.FileId.ToString(CultureInfo.InvariantCulture),
                ETag = seen.ETag,
                ContentHash = action.Document.ContentHash,
            }
        ) with
        {
            Message = new Text(
                $"gardé tel quel, sans les données nouvelles : {why.French}",
                $"kept as it is, without the new data: {why.English}"
            ),
        };

    private static readonly Text SavedMeanwhile = new(
        "quelqu'un l'a enregistré entre-temps : laissé tel quel jusqu'au prochain passage",
        "somebody saved it meanwhile: left as it is until the next run"
    );

    private static readonly Text OpenedBySomebody = new(
        "ouvert par quelqu'un : laissé tel quel jusqu'au prochain passage",
        "open by somebody: left as it is until the next run"
    );

    public static readonly Text TooLarge = new("le fichier dépasse 64 Mo", "the file is larger than 64 MB");
}
