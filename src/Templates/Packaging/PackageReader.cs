using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;

namespace Connector.Templates;

/// <summary>Opens the zip of a .docx: measured while unpacking, checked, and mended where that is safe.</summary>
internal static class PackageReader
{
    private static readonly XNamespace Types = "http://schemas.openxmlformats.org/package/2006/content-types";

    /// <exception cref="TemplateException">Too large, not a .docx, damaged, or refused for safety.</exception>
    internal static PackageParts Read(ReadOnlyMemory<byte> docx)
    {
        if (docx.Length > PackageLimits.File)
        {
            throw Refusal(PackageProblems.TooLarge(null));
        }

        RefuseOtherFormats(docx.Span);
        var files = Unpack(docx);
        if (files.ContainsKey("mimetype") || files.ContainsKey("META-INF/manifest.xml"))
        {
            throw Refusal(
                PackageProblems.NotDocx("c'est un document ODF (.odt).", "it is an ODF document (.odt).")
            );
        }

        foreach (var (path, part) in files.Where(file => IsNamedXml(file.Key)))
        {
            CheckXml(path, part);
        }

        var contentTypes = files.Remove(PackageParts.ContentTypesPath, out var bytes)
            ? SafeXml.Parse(bytes)
            : new XElement(Types + "Types");
        var package = new PackageParts(files, contentTypes);
        PackageRepair.Apply(package);
        foreach (var path in PackageRepair.XmlParts(package).Where(path => !IsNamedXml(path)).Distinct())
        {
            CheckXml(path, package[path]);
        }

        PackageSafety.Check(package);
        return package;
    }

    internal static TemplateException Refusal(params TemplateProblem[] problems) => new(problems);

    /// <summary>Signatures: zip <c>PK</c>; OLE compound file, which is a .doc or a .docx with a password.</summary>
    private static void RefuseOtherFormats(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]))
        {
            throw Refusal(
                PackageProblems.NotDocx(
                    "c'est un ancien .doc, ou il est protégé par un mot de passe.",
                    "it is an old .doc, or protected by a password."
                )
            );
        }

        if (!bytes.StartsWith("PK"u8))
        {
            throw Refusal(PackageProblems.NotDocx("contenu inconnu.", "unknown content."));
        }
    }

    private static Dictionary<string, ReadOnlyMemory<byte>> Unpack(ReadOnlyMemory<byte> docx)
    {
        var files = new Dictionary<string, ReadOnlyMemory<byte>>(StringComparer.OrdinalIgnoreCase);
        try
        {
            using var zip = new ZipArchive(
                new MemoryStream(docx.ToArray(), writable: false),
                ZipArchiveMode.Read
            );
            if (zip.Entries.Count > PackageLimits.Parts)
            {
                throw Refusal(PackageProblems.TooLarge(null));
            }

            var room = PackageLimits.Unpacked;
            foreach (var entry in zip.Entries.Where(entry => !entry.FullName.EndsWith('/')))
            {
                var bytes = Unpack(entry, room);
                room -= bytes.Length;
                if (!files.TryAdd(Name(entry), bytes))
                {
                    throw Refusal(
                        PackageProblems.Broken(
                            entry.FullName,
                            "une partie y est deux fois.",
                            "a part is there twice."
                        )
                    );
                }
            }
        }
        catch (Exception exception)
            when (exception
                    is InvalidDataException
                        or IOException
                        or NotSupportedException
                        or ArgumentException
                        or OverflowException
            )
        {
            throw Refusal(
                PackageProblems.Broken(null, "son archive ne s'ouvre pas.", "its archive does not open.")
            );
        }

        return files;
    }

    /// <summary>Names with backslashes, or with the parts of a path that climb, do not name parts.</summary>
    private static string Name(ZipArchiveEntry entry)
    {
        var name = entry.FullName.Replace('\\', '/').TrimStart('/');
        return name.Split('/').Contains("..")
            ? throw Refusal(
                PackageProblems.Broken(
                    name,
                    "un nom de partie est impossible.",
                    "a part's name is impossible."
                )
            )
            : name;
    }

    /// <summary>Sizes in a zip's directory may lie: count what really comes out.</summary>
    private static byte[] Unpack(ZipArchiveEntry entry, int room)
    {
        var allowed = Math.Min(
            room,
            Math.Max(PackageLimits.RatioFloor, entry.CompressedLength * PackageLimits.Ratio)
        );
        using var source = entry.Open();
        using var target = new MemoryStream((int)Math.Clamp(entry.Length, 0, PackageLimits.RatioFloor));
        var chunk = new byte[16 * 1024];
        for (var read = source.Read(chunk); read > 0; read = source.Read(chunk))
        {
            if (target.Length + read > allowed)
            {
                throw Refusal(PackageProblems.TooLarge(entry.FullName));
            }

            target.Write(chunk, 0, read);
        }

        return target.ToArray();
    }

    private static bool IsNamedXml(string path) =>
        path.EndsWith(".xml", StringComparison.OrdinalIgnoreCase)
        || path.EndsWith(".rels", StringComparison.OrdinalIgnoreCase);

    private static void CheckXml(string path, ReadOnlyMemory<byte> bytes)
    {
        try
        {
            SafeXml.Check(bytes);
        }
        catch (XmlException)
        {
            throw Refusal(
                PackageProblems.Broken(path, "une partie n'est pas lisible.", "a part is not readable.")
            );
        }
    }
}
