using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace Connector.Provisioning.Closing;

/// <summary>
/// A zip that lists the SHA-256 of all that it holds, in the words of <c>sha256sum</c>: unpacked,
/// <c>sha256sum -c MANIFESTE.sha256</c> tells whether a byte was lost. Contents go through a small buffer.
/// </summary>
internal sealed class HashedZip(Stream output) : IAsyncDisposable
{
    public const string Manifest = "MANIFESTE.sha256";

    /// <summary>Zips themselves, or pictures and sound that no further squeezing makes smaller.</summary>
    private static readonly HashSet<string> Compressed = new(
        [
            ".7z",
            ".docx",
            ".epub",
            ".gif",
            ".gz",
            ".jpeg",
            ".jpg",
            ".m4a",
            ".mp3",
            ".mp4",
            ".odg",
            ".odp",
            ".ods",
            ".odt",
            ".pdf",
            ".png",
            ".pptx",
            ".webm",
            ".webp",
            ".xlsx",
            ".zip",
        ],
        StringComparer.OrdinalIgnoreCase
    );

    /// <summary>What a zip can say (APPNOTE 4.4.6): from 1980 on, in steps of two seconds.</summary>
    private static readonly DateTimeOffset Earliest = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly ZipArchive _zip = new(output, ZipArchiveMode.Create, leaveOpen: true);
    private readonly SortedDictionary<string, string> _hashes = new(StringComparer.Ordinal);

    /// <param name="path">Relative, with <c>/</c> between names.</param>
    /// <param name="content">Read from where it stands to its end.</param>
    /// <param name="modified">Null for unknown.</param>
    /// <param name="ct">Leaves the zip unusable.</param>
    /// <returns>How many bytes went in.</returns>
    public async Task<long> Add(string path, Stream content, DateTimeOffset? modified, CancellationToken ct)
    {
        var entry = NewEntry(path, modified);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var into = await entry.OpenAsync(ct);
        var buffer = new byte[80 * 1024];
        var total = 0L;
        while (await content.ReadAsync(buffer, ct) is var read and > 0)
        {
            hash.AppendData(buffer, 0, read);
            await into.WriteAsync(buffer.AsMemory(0, read), ct);
            total += read;
        }

        _hashes.Add(path, Convert.ToHexStringLower(hash.GetHashAndReset()));
        return total;
    }

    public async Task Add(string path, string text, CancellationToken ct)
    {
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(text));
        await Add(path, content, null, ct);
    }

    /// <summary>A folder, so that an empty one is there too.</summary>
    public void AddFolder(string path) => NewEntry($"{path}/", null);

    /// <summary>Writes the manifest: the last entry, and the only one that it does not list.</summary>
    public async Task Finish(CancellationToken ct)
    {
        var lines = string.Concat(_hashes.Select(pair => $"{pair.Value}  {pair.Key}\n"));
        await using var into = await NewEntry(Manifest, null).OpenAsync(ct);
        await into.WriteAsync(Encoding.UTF8.GetBytes(lines), ct);
    }

    public ValueTask DisposeAsync() => _zip.DisposeAsync();

    private ZipArchiveEntry NewEntry(string path, DateTimeOffset? modified)
    {
        var level = Compressed.Contains(Path.GetExtension(path))
            ? CompressionLevel.NoCompression
            : CompressionLevel.Optimal;
        var entry = _zip.CreateEntry(path, level);
        entry.LastWriteTime = modified is { } at && at > Earliest ? at : Earliest;
        return entry;
    }
}
