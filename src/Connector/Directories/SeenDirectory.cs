using Connector.Domain;

namespace Connector.Directories;

/// <summary>A directory as it was read last, to look at what an import would do: nothing is written to it.</summary>
internal sealed class SeenDirectory(string shownAs, byte[]? bytes) : IOwnDirectory
{
    public string ShownAs => shownAs;

    public bool IsThere => bytes is not null;

    public byte[] Bytes { get; } = bytes ?? DirectoryWorkbook.EmptyOf(shownAs);

    public Task<Problem?> SaveAsync(byte[] after, CancellationToken ct) =>
        throw new InvalidOperationException("a directory that was only looked at is not written");
}
