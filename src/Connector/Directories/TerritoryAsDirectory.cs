using Connector.Domain;
using Connector.TerritoryFiles;

namespace Connector.Directories;

/// <summary>The territory file, where organisations and people are written in it: changed as a directory is.</summary>
internal sealed class TerritoryAsDirectory : IOwnDirectory
{
    private TerritoryAsDirectory(string path, byte[] bytes) => (ShownAs, Bytes) = (path, bytes);

    public string ShownAs { get; }

    public bool IsThere => true;

    public byte[] Bytes { get; }

    /// <returns>Null after having reported why it cannot be read.</returns>
    public static TerritoryAsDirectory? Open(string path, ProblemList problems) =>
        LocalFile.Read(path, problems) is { } bytes ? new TerritoryAsDirectory(path, bytes) : null;

    public Task<Problem?> SaveAsync(byte[] after, CancellationToken ct) =>
        Task.FromResult(TerritoryDraftFile.Save(ShownAs, Bytes, after));
}
