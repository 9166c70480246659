using System.ComponentModel.DataAnnotations;
using Connector.Domain.Workspaces;
using Microsoft.EntityFrameworkCore;

namespace Connector.Ledger;

/// <summary>One resource that Connector made or adopted.</summary>
[PrimaryKey(nameof(Territory), nameof(Key))]
internal sealed class ResourceRow
{
    public required string Territory { get; init; }

    public required string Key { get; init; }

    public required string RemoteId { get; set; }

    public string? Path { get; set; }

    public string? ETag { get; set; }

    public string? ContentHash { get; set; }

    /// <summary>Key of the <see cref="BaseRow"/> that holds what was last written or merged.</summary>
    public string? BaseHash { get; set; }

    /// <summary>The blueprint and version that made it.</summary>
    public string? Blueprint { get; set; }

    public DateTimeOffset SeenAt { get; set; }

    public ResourceRow Under(string key) =>
        new()
        {
            Territory = Territory,
            Key = key,
            RemoteId = RemoteId,
            Path = Path,
            ETag = ETag,
            ContentHash = ContentHash,
            BaseHash = BaseHash,
            Blueprint = Blueprint,
            SeenAt = SeenAt,
        };

    public KnownResource ToKnown() =>
        new()
        {
            Key = Key,
            RemoteId = RemoteId,
            Path = Path,
            ETag = ETag,
            ContentHash = ContentHash,
            BaseHash = BaseHash,
            Blueprint = Blueprint,
        };
}

/// <summary>The bytes of a document that Connector wrote, which people may have changed since: the base of a merge.</summary>
internal sealed class BaseRow
{
    /// <summary>SHA-1 in lower-case hexadecimal.</summary>
    [Key]
    public required string Hash { get; init; }

    /// <summary>The file as it was written, compressed with Brotli: a quarter less even for a .docx, which is a zip.</summary>
    public required byte[] Bytes { get; init; }
}

/// <summary>One step of one run. <see cref="State"/> stays « begun » when the process dies in the middle.</summary>
internal sealed class StepRow
{
    public long Id { get; init; }

    public required long RunId { get; init; }

    public required string Territory { get; init; }

    public required string Key { get; init; }

    /// <summary>Name of the action, such as <c>CreateFolder</c>.</summary>
    public required string Action { get; init; }

    public required StepProgress State { get; set; }

    public required DateTimeOffset BegunAt { get; init; }

    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>Why it failed, in French; null otherwise.</summary>
    public string? Message { get; set; }
}

internal enum StepProgress
{
    Begun,
    Completed,
    Failed,

    /// <summary>Begun by a run that died, and settled since by reading the server.</summary>
    Settled,
}

/// <summary>One run of a verb over a territory.</summary>
internal sealed class RunRow
{
    public long Id { get; init; }

    public required string Territory { get; init; }

    public required string Verb { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public DateTimeOffset? EndedAt { get; set; }

    public string? Outcome { get; set; }

    public int Requests { get; set; }
}
