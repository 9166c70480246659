using System.IO.Compression;
using Microsoft.EntityFrameworkCore;

namespace Connector.Ledger;

/// <summary>A document as Connector wrote it, by its SHA-1: what a later merge compares with.</summary>
internal sealed record KeptBase(string Hash, ReadOnlyMemory<byte> Bytes)
{
    /// <summary>The bytes that have this hash; null when they were not kept.</summary>
    public static async Task<byte[]?> FindAsync(LedgerStore ledger, string hash, CancellationToken ct)
    {
        var bytes = await ledger.ReadAsync(db =>
            db.Bases.Where(row => row.Hash == hash).Select(row => row.Bytes).SingleOrDefaultAsync(ct)
        );
        return bytes is null ? null : Decompressed(bytes);
    }

    public byte[] Compressed()
    {
        using var target = new MemoryStream();
        using (var brotli = new BrotliStream(target, CompressionLevel.Optimal))
        {
            brotli.Write(Bytes.Span);
        }

        return target.ToArray();
    }

    private static byte[] Decompressed(byte[] bytes)
    {
        using var brotli = new BrotliStream(new MemoryStream(bytes), CompressionMode.Decompress);
        using var target = new MemoryStream();
        brotli.CopyTo(target);
        return target.ToArray();
    }
}
