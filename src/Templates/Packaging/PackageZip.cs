using System.IO.Compression;

namespace Connector.Templates;

/// <summary>
/// The zip of a file that a stranger sent. What its directory says of sizes may be a lie, so that every part is measured
/// while it unpacks; all parts that are opened share one allowance.
/// </summary>
internal sealed class PackageZip : IDisposable
{
    private readonly ZipArchive zip;
    private readonly Dictionary<string, ZipArchiveEntry> entries = new(StringComparer.OrdinalIgnoreCase);
    private long room;

    /// <exception cref="PackageZipException">Not a zip, too many parts, too large, or with impossible names.</exception>
    internal PackageZip(ReadOnlyMemory<byte> bytes, int mostParts, long mostBytes)
    {
        room = mostBytes;
        try
        {
            zip = new ZipArchive(new MemoryStream(bytes.ToArray(), writable: false), ZipArchiveMode.Read);
            Index(mostParts);
        }
        catch (Exception error) when (IsDamage(error))
        {
            throw new PackageZipException(PackageZipFault.Damaged, null, error);
        }
    }

    internal IReadOnlyCollection<string> Paths => entries.Keys;

    internal bool Contains(string path) => entries.ContainsKey(path);

    /// <summary>The part's bytes as they unpack. Reading throws <see cref="PackageZipException"/> beyond the limits.</summary>
    internal Stream Open(string path)
    {
        var entry = entries[path];
        try
        {
            return new MeasuredStream(
                entry.Open(),
                this,
                Math.Max(PackageLimits.RatioFloor, Most(entry)),
                path
            );
        }
        catch (Exception error) when (IsDamage(error))
        {
            throw new PackageZipException(PackageZipFault.Damaged, path, error);
        }
    }

    /// <inheritdoc cref="Open"/>
    internal byte[] ReadAll(string path)
    {
        using var source = Open(path);
        // What the zip tells is nearly always right, and never trusted beyond what is allowed.
        var bytes = new byte[Math.Clamp(entries[path].Length, 0, Math.Max(0, room))];
        var length = 0;
        for (; ; )
        {
            if (length == bytes.Length)
            {
                var more = source.ReadByte();
                if (more < 0)
                {
                    return bytes;
                }

                Array.Resize(ref bytes, Math.Max(1024, 2 * length));
                bytes[length++] = (byte)more;
                continue;
            }

            var read = source.Read(bytes.AsSpan(length));
            if (read == 0)
            {
                return bytes[..length];
            }

            length += read;
        }
    }

    public void Dispose() => zip.Dispose();

    /// <summary>What the zip library throws at bytes that are no zip, or a damaged one.</summary>
    private static bool IsDamage(Exception error) =>
        error
            is InvalidDataException
                or IOException
                or NotSupportedException
                or ArgumentException
                or OverflowException;

    private static long Most(ZipArchiveEntry entry) => entry.CompressedLength * PackageLimits.Ratio;

    private void Index(int mostParts)
    {
        if (zip.Entries.Count > mostParts)
        {
            throw new PackageZipException(PackageZipFault.TooLarge, null);
        }

        var told = 0L;
        foreach (var entry in zip.Entries.Where(entry => !entry.FullName.EndsWith('/')))
        {
            var name = Name(entry);
            told += entry.Length;
            if (
                entry.Length < 0
                || told > room
                || entry.Length > Math.Max(PackageLimits.RatioFloor, Most(entry))
            )
            {
                throw new PackageZipException(PackageZipFault.TooLarge, name);
            }

            if (!entries.TryAdd(name, entry))
            {
                throw new PackageZipException(PackageZipFault.NamedTwice, name);
            }
        }
    }

    /// <summary>Names with backslashes, or with the parts of a path that climb, do not name parts.</summary>
    private static string Name(ZipArchiveEntry entry)
    {
        var name = entry.FullName.Replace('\\', '/').TrimStart('/');
        return name.Split('/').Contains("..")
            ? throw new PackageZipException(PackageZipFault.ImpossibleName, name)
            : name;
    }

    private sealed class MeasuredStream(Stream inner, PackageZip owner, long most, string path) : Stream
    {
        private long left = most;

        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(Span<byte> buffer)
        {
            var read = Fill(buffer);
            left -= read;
            owner.room -= read;
            return left < 0 || owner.room < 0
                ? throw new PackageZipException(PackageZipFault.TooLarge, path)
                : read;
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override void Flush() { }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                inner.Dispose();
            }

            base.Dispose(disposing);
        }

        private int Fill(Span<byte> buffer)
        {
            try
            {
                return inner.Read(buffer);
            }
            catch (Exception error) when (IsDamage(error))
            {
                throw new PackageZipException(PackageZipFault.Damaged, path, error);
            }
        }
    }
}

/// <summary>Why a zip is not unpacked.</summary>
internal enum PackageZipFault
{
    Damaged,
    TooLarge,
    NamedTwice,
    ImpossibleName,
}

/// <param name="fault">Why.</param>
/// <param name="part">In which part; null for the whole.</param>
/// <param name="inner">What the zip library said.</param>
internal sealed class PackageZipException(PackageZipFault fault, string? part, Exception? inner = null)
    : Exception(fault.ToString(), inner)
{
    internal PackageZipFault Fault => fault;

    internal string? Part => part;
}
