using System.IO.Compression;

namespace Connector.Testing.Mutations;

/// <summary>
/// Damages files as transfers, editors and attackers do: bytes of the file itself, or the parts of a package and the text in
/// them. The same seed gives the same file, whatever was asked before.
/// </summary>
public sealed class FileMutator(ulong seed)
{
    private const int MostChanges = 2;

    private static readonly string[] PartNames =
    [
        "../../evil.txt",
        "/etc/passwd",
        "..\\..\\evil.txt",
        "C:\\evil.txt",
        "word/vbaProject.bin",
        "mimetype",
        "[Content_Types].xml",
        "xl/sharedStrings.xml",
        "word/document.xml",
        "a\0b",
        "/",
        new string('n', 5_000),
    ];

    /// <param name="file">A good file.</param>
    /// <param name="number">Which of the mutations.</param>
    public byte[] Mutate(byte[] file, int number)
    {
        var random = new Random(unchecked((int)((seed * 1_000_003) ^ ((ulong)number * 2_654_435_761))));
        var isZip = file is [(byte)'P', (byte)'K', ..];
        return isZip && random.Next(10) < 8
            ? MutatePackage(file, random)
            : ByteMutations.Mutate(file, random);
    }

    private static byte[] MutatePackage(byte[] file, Random random)
    {
        var parts = Unpack(file);
        for (var change = random.Next(1, MostChanges + 1); change > 0; change--)
        {
            MutateParts(parts, random);
        }

        return Pack(parts);
    }

    private static void MutateParts(List<(string Name, byte[] Bytes)> parts, Random random)
    {
        if (parts.Count == 0)
        {
            parts.Add(("x.xml", "<x/>"u8.ToArray()));
        }

        var index = random.Next(parts.Count);
        var (name, bytes) = parts[index];
        switch (random.Next(20))
        {
            case 0:
                parts.RemoveAt(index);
                break;
            case 1:
                parts.Add((name, bytes));
                break;
            case 2:
                parts[index] = (PartNames[random.Next(PartNames.Length)], bytes);
                break;
            case 3:
                parts[index] = (name, parts[random.Next(parts.Count)].Bytes);
                break;
            case 4:
                parts[index] = (name, ByteMutations.Mutate(bytes, random));
                break;
            default:
                parts[index] = (name, XmlMutations.Mutate(bytes, random));
                break;
        }
    }

    private static List<(string Name, byte[] Bytes)> Unpack(byte[] file)
    {
        using var zip = new ZipArchive(new MemoryStream(file), ZipArchiveMode.Read);
        return
        [
            .. zip.Entries.Select(entry =>
            {
                using var source = entry.Open();
                using var target = new MemoryStream();
                source.CopyTo(target);
                return (entry.FullName, target.ToArray());
            }),
        ];
    }

    private static byte[] Pack(List<(string Name, byte[] Bytes)> parts)
    {
        using var target = new MemoryStream();
        using (var zip = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, bytes) in parts)
            {
                using var stream = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
                stream.Write(bytes);
            }
        }

        return target.ToArray();
    }
}
