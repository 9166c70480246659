using System.Globalization;
using System.Text.Json;
using Connector.Domain;
using Connector.Domain.Inspirations;
using Connector.Domain.Workspaces;
using Connector.Ledger;
using Connector.Nextcloud;
using Connector.Provisioning;
using Connector.Templates.Spreadsheets;
using Connector.TerritoryFiles.Tables;

namespace Connector.Inspirations;

/// <summary>What the ledger keeps of an index: what was last written in it, and what it then said.</summary>
internal sealed record IndexMemory(IReadOnlyList<IndexRow> Written, IReadOnlyList<IndexRow> Seen)
{
    public static IndexMemory Empty { get; } = new([], []);
}

/// <summary>An index after a run.</summary>
/// <param name="Seen">What it says, by the sheet's number; what people wrote in it included.</param>
internal sealed record IndexOutcome(IReadOnlyDictionary<long, IndexRow> Seen)
{
    /// <summary>Null when it was left as it is.</summary>
    public string? Written { get; init; }

    public KnownResource? Learnt { get; init; }

    public KeptBase? Base { get; init; }

    public IReadOnlyList<Problem> Warnings { get; init; } = [];
}

/// <summary>Keeps « Inspirations.xlsx » of a folder: made once, then changed cell by cell where nobody else wrote.</summary>
internal sealed class IndexWriter(NextcloudClient client, LedgerStore ledger, ProvisionScope scope)
{
    private const string FileName = "Inspirations.xlsx";

    public async Task<IndexOutcome> WriteAsync(
        NodeState folder,
        IReadOnlyList<IndexRow> sheets,
        CancellationToken ct
    )
    {
        var key = $"inspirations:{folder.FileId.ToString(CultureInfo.InvariantCulture)}";
        var file = new FileMemory(client, scope, key, $"{folder.Path}/{FileName}");
        var rows = sheets.ToDictionary(row => row.FileId);
        if (file.Find() is { } node)
        {
            return await Renew(file, node, sheets, ct);
        }

        if (file.Known is { } known)
        {
            return new IndexOutcome(rows)
            {
                Warnings = [InspirationProblems.Deleted(known.Path ?? file.Path)],
            };
        }

        var (made, problem) = await file.PutAsync(InspirationBook.Write(sheets), MadeDocument.Xlsx, null, ct);
        return made is null
            ? new IndexOutcome(rows) { Warnings = [problem!] }
            : Remembered(
                new IndexOutcome(rows) { Written = file.Path },
                made,
                new IndexMemory(sheets, sheets)
            );
    }

    private async Task<IndexOutcome> Renew(
        FileMemory file,
        NodeState node,
        IReadOnlyList<IndexRow> sheets,
        CancellationToken ct
    )
    {
        var memory = await Memory(file.Known, ct);
        try
        {
            var isSeen = file.Known?.ETag is { } etag && etag == node.ETag;
            var bytes = isSeen ? null : (await client.Files.GetFile(node.Path, ct))?.Bytes;
            var seen = bytes is null ? ById(memory.Seen) : InspirationBook.Read(bytes);
            return seen is null
                ? new IndexOutcome(sheets.ToDictionary(row => row.FileId))
                {
                    Warnings = [InspirationProblems.NoColumns(node.Path)],
                }
                : await Merge(file, node, memory, seen, sheets, bytes, ct);
        }
        catch (SpreadsheetException refused)
        {
            return new IndexOutcome(sheets.ToDictionary(row => row.FileId))
            {
                Warnings =
                [
                    InspirationProblems.Unreadable(node.Path, TableProblems.Of(refused.Fault).Message),
                ],
            };
        }
    }

    private async Task<IndexOutcome> Merge(
        FileMemory file,
        NodeState node,
        IndexMemory memory,
        IReadOnlyDictionary<long, IndexRow> seen,
        IReadOnlyList<IndexRow> sheets,
        byte[]? bytes,
        CancellationToken ct
    )
    {
        var changes = IndexChanges.Of(ById(memory.Written), seen, sheets);
        var outcome = new IndexOutcome(seen)
        {
            Warnings = [.. changes.Kept.Select(cell => InspirationProblems.Kept(node.Path, cell))],
        };
        if (!changes.Any)
        {
            var hasMoved = bytes is not null || changes.Kept.Count > 0;
            return hasMoved
                ? Remembered(
                    outcome,
                    Seen(file, node),
                    new IndexMemory(Union(memory, sheets), [.. seen.Values])
                )
                : outcome;
        }

        bytes ??= (await client.Files.GetFile(node.Path, ct))?.Bytes;
        if (bytes is null)
        {
            return outcome with { Warnings = [InspirationProblems.Busy(node.Path)] };
        }

        var (made, problem) = await file.PutAsync(
            InspirationBook.Change(bytes, changes),
            MadeDocument.Xlsx,
            node,
            ct
        );
        if (made is null)
        {
            return outcome with { Warnings = [.. outcome.Warnings, problem!] };
        }

        var after = After(seen, changes);
        return Remembered(
            outcome with
            {
                Seen = after,
                Written = node.Path,
            },
            made,
            new IndexMemory(Union(memory, sheets), [.. after.Values])
        );
    }

    private static KnownResource Seen(FileMemory file, NodeState node) =>
        (file.Known ?? new KnownResource { Key = "", RemoteId = "" }) with
        {
            Key = file.Key,
            RemoteId = node.FileId.ToString(CultureInfo.InvariantCulture),
            Path = node.Path,
            ETag = node.ETag,
            ContentHash = null,
        };

    /// <summary>Rows of sheets that are gone stay known: somebody may have deleted their row on purpose.</summary>
    private static List<IndexRow> Union(IndexMemory memory, IReadOnlyList<IndexRow> sheets) =>
        [.. sheets.Concat(memory.Written).DistinctBy(row => row.FileId)];

    private static Dictionary<long, IndexRow> After(
        IReadOnlyDictionary<long, IndexRow> seen,
        IndexChanges changes
    )
    {
        var after = seen.ToDictionary();
        foreach (var change in changes.Cells)
        {
            var words = after[change.FileId].Words.ToDictionary();
            words[change.Column] = change.Words;
            after[change.FileId] = after[change.FileId] with { Words = words };
        }

        foreach (var row in changes.Added)
        {
            after[row.FileId] = row;
        }

        return after;
    }

    private async Task<IndexMemory> Memory(KnownResource? known, CancellationToken ct) =>
        known?.BaseHash is { } hash && await KeptBase.FindAsync(ledger, hash, ct) is { } json
            ? JsonSerializer.Deserialize<IndexMemory>(json)!
            : IndexMemory.Empty;

    private static IndexOutcome Remembered(IndexOutcome outcome, KnownResource known, IndexMemory memory)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(memory);
        var kept = new KeptBase(ContentHash.Sha1(json), json);
        return outcome with { Learnt = known with { BaseHash = kept.Hash }, Base = kept };
    }

    private static Dictionary<long, IndexRow> ById(IReadOnlyList<IndexRow> rows) =>
        rows.ToDictionary(row => row.FileId);
}
