using System.Collections.Concurrent;
using System.Globalization;
using Connector.Domain;
using Connector.Domain.Workspaces;
using Connector.Nextcloud;
using Connector.Nextcloud.Dav;

namespace Connector.Provisioning;

/// <summary>Carries out the steps about folders, rules and documents.</summary>
internal sealed class FileSteps(NextcloudClient client)
{
    private static readonly Text Vanished = new(
        "le serveur a répondu oui, mais à la relecture ce n'est pas là",
        "the server said yes, but read back it is not there"
    );

    private readonly ConcurrentDictionary<string, string> _others = new(StringComparer.Ordinal);

    /// <summary>Whether a folder was there when its step came, although this run had not seen it.</summary>
    public bool IsOthers(string folderKey) => _others.ContainsKey(folderKey);

    public async Task<StepOutcome> Create(PlanStep step, CreateFolder action, CancellationToken ct)
    {
        var outcome = await client.Files.Mkcol(action.Path, ct);
        if (!outcome.IsThere)
        {
            return Refused(outcome);
        }

        if (outcome.Result == DavResult.AlreadyExists)
        {
            _others[step.Key] = action.Path;
        }

        var id = outcome.FileId;
        if (id is null)
        {
            var there = await client.Files.Find(action.Path, ct);
            if (there is not { IsFolder: true })
            {
                return StepOutcome.Failed(Vanished);
            }

            id = there.FileId;
        }

        return StepOutcome.Done(
            new KnownResource
            {
                Key = step.Key,
                RemoteId = Number(id.Value),
                Path = action.Path,
            }
        );
    }

    public async Task<StepOutcome> Rename(PlanStep step, RenameNode action, CancellationToken ct)
    {
        var outcome = await client.Files.Move(action.From, action.To, ct);
        var there = await client.Files.Find(action.To, ct);
        return there?.FileId == action.FileId
            ? StepOutcome.Done(
                new KnownResource
                {
                    Key = step.Key,
                    RemoteId = Number(action.FileId),
                    Path = action.To,
                }
            )
            : Refused(outcome);
    }

    public async Task<StepOutcome> Set(PlanStep step, SetAcl action, CancellationToken ct)
    {
        var outcome = await client.Files.SetAcl(action.Path, RightsSteps.Wire(action), ct);
        return outcome.IsThere ? RightsSteps.Made(step) : Refused(outcome);
    }

    public async Task<StepOutcome> Put(
        PlanStep step,
        PutDocument action,
        MadeDocument document,
        CancellationToken ct
    )
    {
        var sha1 = ContentHash.Sha1(document.Bytes.Span);
        var condition = PutCondition.IfNoneMatchAny;
        if (action.IfMatch is not null)
        {
            var seen = await client.Files.Find(action.Path, ct);
            if (seen is null || !IsStillOurs(seen, action))
            {
                return seen is null
                    ? StepOutcome.Failed(Vanished)
                    : await Keep(action.Document, seen, document, ct);
            }

            condition = PutCondition.IfUnchanged(seen);
        }

        var outcome = await client.Files.PutFile(
            action.Path,
            document.Bytes,
            condition,
            document.ContentType,
            ct
        );
        if (outcome is { Changed: true, FileId: { } id, ETag: { } etag })
        {
            return StepOutcome.Wrote(
                action.Document,
                Known(step.Key, action.Path, id, etag, sha1),
                document.Bytes
            );
        }

        var taken = outcome.Result is DavResult.PreconditionFailed or DavResult.AlreadyExists;
        if (!outcome.Changed && !taken)
        {
            return Refused(outcome);
        }

        // Somebody was faster, or the server told too little: what is there now decides.
        var there = await client.Files.Find(action.Path, ct);
        return there is null or { IsFolder: true }
            ? StepOutcome.Failed(Vanished)
            : await Keep(action.Document, there, document, ct);
    }

    private static bool IsStillOurs(DavResource seen, PutDocument action) =>
        seen.ETag == action.IfMatch
        && (seen.Sha1 is null || action.Replaces is null || seen.Sha1 == action.Replaces);

    private async Task<StepOutcome> Keep(
        DocumentSpec document,
        DavResource there,
        MadeDocument made,
        CancellationToken ct
    )
    {
        var ours = ContentHash.Sha1(made.Bytes.Span);
        var known = Known(document.Key, there.Path, there.FileId, there.ETag, ours);
        return await Sha1(there, ct) == ours
            ? StepOutcome.Wrote(document, known, made.Bytes)
            : StepOutcome.Done(known with { ContentHash = null }) with
            {
                Message = new Text(
                    "quelqu'un a écrit ce fichier entre-temps : gardé",
                    "somebody wrote this file meanwhile: kept"
                ),
            };
    }

    /// <summary>The server has no checksum of what came by bulk upload: the bytes themselves tell.</summary>
    private async Task<string?> Sha1(DavResource there, CancellationToken ct) =>
        there.Sha1
        ?? (await client.Files.GetFile(there.Path, ct) is { } file ? ContentHash.Sha1(file.Bytes) : null);

    private static KnownResource Known(string key, string path, long id, string etag, string? hash) =>
        new()
        {
            Key = key,
            RemoteId = Number(id),
            Path = path,
            ETag = etag,
            ContentHash = hash,
        };

    private static StepOutcome Refused(DavOutcome outcome) =>
        StepOutcome.Failed(
            outcome.Message ?? new Text($"refusé ({outcome.Result})", $"refused ({outcome.Result})")
        );

    private static string Number(long id) => id.ToString(CultureInfo.InvariantCulture);
}
