using Connector.Domain;
using Connector.TerritoryFiles;

namespace Connector.Provisioning;

/// <summary>A territory with the directory that it keeps on Nextcloud.</summary>
internal sealed record DirectoryReading
{
    /// <summary>
    /// What a run works with: the directory as it is, else, where something in it stands in the way, as it last was without
    /// mistake; that is told among the warnings then.
    /// </summary>
    public required LoadResult Loaded { get; init; }

    /// <summary>What the account saw while looking for the directory.</summary>
    public required AccountTree Tree { get; init; }

    /// <summary>What the territory file calls it.</summary>
    public required string Name { get; init; }

    /// <summary>Where the ledger keeps it.</summary>
    public required DirectoryMemory Memory { get; init; }

    /// <summary>Where it is to be made; null while the coordinators' folder is not there.</summary>
    public string? Place { get; init; }

    /// <summary>The last version that could be used; null when there is none, or the file itself is at hand.</summary>
    public byte[]? Last { get; init; }

    /// <summary>Why a file that is there cannot be read; null for any other.</summary>
    public Problem? Unreadable { get; init; }

    /// <summary>The file as it is now; null when there is none, or it cannot be read.</summary>
    public DirectoryVersion? File { get; init; }

    /// <summary>Everything that is to be told of <see cref="File"/>: what stops something, and what does not.</summary>
    public IReadOnlyList<Problem> Doubts { get; init; } = [];
}

/// <summary>One state of the directory on Nextcloud.</summary>
/// <param name="Path">Where it is now.</param>
/// <param name="FileId">The server's number for it.</param>
/// <param name="ETag">Under which the bytes were read.</param>
/// <param name="Bytes">The file.</param>
internal sealed record DirectoryVersion(string Path, long FileId, string? ETag, byte[] Bytes);
