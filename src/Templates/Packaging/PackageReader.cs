using System.Xml;
using System.Xml.Linq;

namespace Connector.Templates;

/// <summary>Opens the zip of a .docx: measured while unpacking, checked, and mended where that is safe.</summary>
internal static class PackageReader
{
    private static readonly XNamespace Types = "http://schemas.openxmlformats.org/package/2006/content-types";

    /// <summary>Where the text of nearly every .docx is: only to be quick, nothing leans on it.</summary>
    private const string UsualText = "word/document.xml";

    /// <param name="docx">The file.</param>
    /// <param name="isTreeWanted">
    /// The text is going to be needed as a tree: it is parsed once, which checks it too, and kept.
    /// </param>
    /// <exception cref="TemplateException">Too large, not a .docx, damaged, or refused for safety.</exception>
    internal static PackageParts Read(ReadOnlyMemory<byte> docx, bool isTreeWanted = false)
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

        XElement? tree = null;
        foreach (var (path, part) in files.Where(file => IsNamedXml(file.Key)))
        {
            if (isTreeWanted && path == UsualText)
            {
                tree = CheckedTree(path, part);
            }
            else
            {
                CheckXml(path, part);
            }
        }

        var contentTypes = files.Remove(PackageParts.ContentTypesPath, out var bytes)
            ? SafeXml.Parse(bytes)
            : new XElement(Types + "Types");
        if (contentTypes.Name != Types + "Types")
        {
            contentTypes = new XElement(Types + "Types");
        }

        var package = new PackageParts(files, contentTypes);
        if (tree is not null)
        {
            package.Keep(UsualText, tree);
        }

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
        try
        {
            using var zip = new PackageZip(docx, PackageLimits.Parts, PackageLimits.Unpacked);
            return zip.Paths.ToDictionary(
                path => path,
                path => (ReadOnlyMemory<byte>)zip.ReadAll(path),
                StringComparer.OrdinalIgnoreCase
            );
        }
        catch (PackageZipException refused)
        {
            throw Refusal(PackageProblems.Of(refused));
        }
    }

    /// <summary>Whether a part was checked as XML: by its name, or by the relationship that leads to it.</summary>
    internal static bool IsXml(PackageParts package, string path) =>
        IsNamedXml(path) || PackageRepair.XmlParts(package).Contains(path);

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
            throw Unreadable(path);
        }
    }

    private static XElement CheckedTree(string path, ReadOnlyMemory<byte> bytes)
    {
        try
        {
            return SafeXml.CheckedTree(bytes);
        }
        catch (XmlException)
        {
            throw Unreadable(path);
        }
    }

    private static TemplateException Unreadable(string path) => Refusal(PackageProblems.Unreadable(path));
}
