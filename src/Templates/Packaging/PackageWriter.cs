using System.IO.Compression;

namespace Connector.Templates;

/// <summary>Writes the zip so that equal parts give equal bytes: fixed dates, fixed order, no attributes.</summary>
internal static class PackageWriter
{
    /// <summary>The first date that a zip can hold.</summary>
    private static readonly DateTimeOffset Timestamp = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    internal static byte[] Write(PackageParts package)
    {
        using var target = new MemoryStream();
        using (var zip = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(zip, PackageParts.ContentTypesPath, package.ContentTypes());
            foreach (var path in package.Paths)
            {
                Add(zip, path, package[path]);
            }
        }

        return target.ToArray();
    }

    private static void Add(ZipArchive zip, string path, ReadOnlyMemory<byte> bytes)
    {
        var entry = zip.CreateEntry(path, CompressionLevel.Fastest);
        entry.LastWriteTime = Timestamp;
        entry.ExternalAttributes = 0;
        using var stream = entry.Open();
        stream.Write(bytes.Span);
    }
}
