using Connector.DocumentFlow;
using Connector.Domain;
using Connector.Domain.Documents;
using Connector.Domain.Workspaces;
using Connector.Provisioning;
using Connector.Templates;
using Connector.Templates.Spreadsheets;

namespace Connector.Actions;

/// <summary>The minutes and sheets of a territory, and what they say about actions.</summary>
internal sealed class ActionFiles(ComposedTerritory context, KnownWorkspace known, WorkspaceSnapshot snapshot)
{
    /// <summary>Contents that are remembered for each file, to know an earlier version again.</summary>
    private const int MostHashes = 40;

    private readonly MinutesArchive _minutes = new(known, snapshot, context);

    /// <summary>Files that people changed since the last look.</summary>
    public IReadOnlyList<ActionFile> Changed()
    {
        var nodes = snapshot.Nodes.Where(node => !node.IsFolder).ToLookup(node => ActionLook.Id(node.FileId));
        return
        [
            .. All()
                .Select(file => (file, resource: known.Find(file.Key)))
                .Select(pair =>
                    (pair.file, pair.resource, node: nodes[pair.resource?.RemoteId ?? ""].FirstOrDefault())
                )
                .Where(found =>
                    found.node is not null
                    && !found.resource!.IsUntouched(found.node)
                    && context.Board.Find(found.file.Key)?.ETag != found.node.ETag
                )
                .Select(found => found.file with { Node = found.node! }),
        ];
    }

    public IReadOnlyDictionary<string, ActionFile> ByKey() =>
        All().ToDictionary(file => file.Key, StringComparer.Ordinal);

    /// <param name="file">Which file.</param>
    /// <param name="bytes">What it is now.</param>
    /// <param name="etag">Of these bytes.</param>
    public ActionReading Read(ActionFile file, ReadOnlyMemory<byte> bytes, string? etag)
    {
        var before = context.Board.Find(file.Key);
        var hash = ContentHash.Sha1(bytes.Span);
        var hashes = before?.Hashes ?? [];
        var isRestored = hashes.SkipLast(1).Contains(hash) && hashes[^1] != hash;
        var place = new ActionPlace
        {
            Key = file.Key,
            Kind = file.Kind,
            GroupId = file.Area.WorkingGroupId,
            Path = file.Node.Path,
            Date = before?.Date,
            ETag = etag,
            Hashes = [.. hashes.Where(one => one != hash).TakeLast(MostHashes - 1), hash],
            IsRestored = isRestored,
            IsPublished = before?.IsPublished ?? false,
            IsApproved = before?.IsApproved ?? false,
            Meaning = before?.Meaning,
            PublishedMeaning = before?.PublishedMeaning,
        };
        if (ActionProblems.NotReadable(file.Node.Path, bytes.Span, place.IsSheet) is { } problem)
        {
            return Unreadable(place, problem);
        }

        try
        {
            var reading = place.IsSheet ? Sheet(place, bytes) : Minutes(place, file, bytes);
            return reading with { IsEcho = isRestored };
        }
        catch (TemplateException refusal)
        {
            return Unreadable(place, ActionProblems.Refused(place.Path, refusal));
        }
        catch (SpreadsheetException refusal)
        {
            return Unreadable(place, ActionProblems.Refused(place.Path, refusal));
        }
    }

    private static ActionReading Unreadable(ActionPlace place, Problem problem) =>
        new(place with { IsUnreadable = true, Problems = [problem] }, []) { IsSilent = true };

    private ActionReading Minutes(ActionPlace place, ActionFile file, ReadOnlyMemory<byte> docx)
    {
        var (written, rows) = MinutesReading.ReadAll(
            docx,
            file.Template ?? MinutesArchive.TemplateOf(file.Minutes!),
            _minutes.Content(file.Minutes!)
        );
        return new ActionReading(
            place with
            {
                Date = written.Date ?? place.Date,
                IsApproved = written.IsApproved,
                IsPublished = place.IsPublished && written.IsApproved,
                Meaning = written.IsApproved ? DocumentMeaning.Read(docx).Fingerprint : null,
                Problems = Strayed(file) is { } strayed ? [strayed] : [],
            },
            rows
        );
    }

    private ActionReading Sheet(ActionPlace place, ReadOnlyMemory<byte> xlsx)
    {
        var (rows, register) = ActionSheets.Read(xlsx, context.Territory, context.Today);
        if (register.Doubts is [{ Kind: ActionDoubtKind.NoHeader }])
        {
            return Unreadable(place, ActionProblems.NoHeader(place.Path));
        }

        return new ActionReading(
            place with
            {
                Missing = ActionSheets.Missing(register),
                HasKeys = !register.Missing.Contains(ActionColumn.Key),
                HasNotes = !register.Missing.Contains(ActionColumn.Note),
                Problems = ActionProblems.Of(place, rows, register),
            },
            rows
        );
    }

    /// <summary>Minutes that somebody moved into another group's folder stay those of the group that met.</summary>
    private Problem? Strayed(ActionFile file)
    {
        var root = file.Node.Path.Split('/')[0];
        var host = context.Spec.Areas.FirstOrDefault(area => area != file.Area && area.MountPoint == root);
        return host is null ? null : ActionProblems.Strayed(file.Node.Path, file.Minutes!.Group.Name);
    }

    private IEnumerable<ActionFile> All() =>
        context
            .Spec.Areas.Where(area => !known.IsClosed(area))
            .SelectMany(area =>
                area.Documents.Where(document => document.Kind == DocumentKind.ActionRegister)
                    .Where(document => known.Find(document.Key) is not { ContentHash: null, BaseHash: null })
                    .Select(document => new ActionFile(
                        document.Key,
                        area.WorkingGroupId is null
                            ? ActionPlaceKind.NetworkSheet
                            : ActionPlaceKind.GroupSheet,
                        area
                    ))
            )
            .Concat(
                _minutes
                    .Files.Where(file => !known.IsClosed(file.Area))
                    .Select(file => new ActionFile(file.Key, ActionPlaceKind.Minutes, file.Area)
                    {
                        Minutes = file,
                    })
            );
}

/// <param name="Key">In the ledger.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Area">Whose.</param>
internal sealed record ActionFile(string Key, ActionPlaceKind Kind, AreaSpec Area)
{
    /// <summary>Null for a sheet.</summary>
    public MinutesFile? Minutes { get; init; }

    /// <summary>What minutes were filled from; null for today's template.</summary>
    public DocumentTemplate? Template { get; init; }

    /// <summary>Where it is.</summary>
    public NodeState Node { get; init; } =
        new()
        {
            Path = "",
            IsFolder = false,
            FileId = 0,
        };
}
