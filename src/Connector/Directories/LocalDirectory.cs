using Connector.Domain;
using Connector.TerritoryFiles;

namespace Connector.Directories;

/// <summary>A directory on this machine.</summary>
internal sealed class LocalDirectory : IOwnDirectory
{
    private const int MaxBytes = 64 * 1024 * 1024;

    private LocalDirectory(string path, byte[] bytes, bool isThere) =>
        (ShownAs, Bytes, IsThere) = (path, bytes, isThere);

    public string ShownAs { get; }

    public bool IsThere { get; }

    public byte[] Bytes { get; }

    /// <returns>Null after having reported why it cannot be read.</returns>
    public static LocalDirectory? Open(string path, ProblemList problems)
    {
        if (!File.Exists(path))
        {
            return new LocalDirectory(path, DirectoryWorkbook.EmptyOf(path), isThere: false);
        }

        var inside = new ProblemList(path);
        var bytes = LocalFile.Read(path, inside, MaxBytes);
        problems.Include(inside);
        return bytes is null ? null : new LocalDirectory(path, bytes, isThere: true);
    }

    public Task<Problem?> SaveAsync(byte[] after, CancellationToken ct)
    {
        var problems = new ProblemList(ShownAs);
        return Task.FromResult(
            DirectorySwap.Write(ShownAs, Bytes, after, problems) ? null : problems.Errors[0]
        );
    }
}
