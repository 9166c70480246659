using System.Globalization;

namespace Connector.DevServer.Storage;

/// <summary>Bytes waiting in a temporary file.</summary>
internal sealed record StagedContent(string Path, long Length)
{
    /// <summary>Drops the bytes; nothing when they have found their place.</summary>
    public void Discard() => File.Delete(Path);
}

/// <summary>One file on disk per node, named by the node's number; names and folders live in the database.</summary>
internal sealed class ContentStore
{
    private readonly string _folder;
    private readonly string _staging;

    public ContentStore(DevServerOptions options)
    {
        _folder = Path.Combine(options.DataDirectory, "content");
        _staging = Path.Combine(options.DataDirectory, "staging");
        Directory.CreateDirectory(_staging);
    }

    /// <summary>Writes a body aside, so that a broken upload leaves no trace.</summary>
    public async Task<StagedContent> Stage(Stream body, CancellationToken ct)
    {
        var path = Path.Combine(_staging, Guid.NewGuid().ToString("N"));
        try
        {
            await using var file = File.Create(path);
            await body.CopyToAsync(file, ct);
            return new StagedContent(path, file.Length);
        }
        catch
        {
            File.Delete(path);
            throw;
        }
    }

    public StagedContent Stage(ReadOnlySpan<byte> bytes)
    {
        var path = Path.Combine(_staging, Guid.NewGuid().ToString("N"));
        File.WriteAllBytes(path, bytes);
        return new StagedContent(path, bytes.Length);
    }

    public void Commit(StagedContent staged, long nodeId) =>
        File.Move(staged.Path, Made(nodeId), overwrite: true);

    public void Copy(long from, long to) => File.Copy(PathOf(from), Made(to), overwrite: true);

    public void Delete(long nodeId) => File.Delete(Made(nodeId));

    /// <summary>Stays readable while somebody else replaces or deletes the file.</summary>
    public FileStream Open(long nodeId) =>
        new(
            PathOf(nodeId),
            FileMode.Open,
            FileAccess.Read,
            FileShare.ReadWrite | FileShare.Delete,
            bufferSize: 64 * 1024,
            useAsync: true
        );

    private string Made(long nodeId)
    {
        var path = PathOf(nodeId);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        return path;
    }

    private string PathOf(long nodeId) =>
        Path.Combine(_folder, Shard(nodeId % 256), nodeId.ToString(CultureInfo.InvariantCulture));

    private static string Shard(long n) => n.ToString("x2", CultureInfo.InvariantCulture);
}
