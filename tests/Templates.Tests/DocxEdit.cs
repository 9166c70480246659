using System.IO.Compression;
using System.Xml.Linq;

namespace Connector.Templates.Tests;

/// <summary>Changes a part of a finished document as an editor would, and looks into the parts.</summary>
internal static class DocxEdit
{
    internal const string Main = "word/document.xml";

    internal static byte[] Change(byte[] docx, Action<XElement> edit, string part = Main)
    {
        using var file = new MemoryStream();
        file.Write(docx);
        using (var zip = new ZipArchive(file, ZipArchiveMode.Update, leaveOpen: true))
        {
            using var stream = zip.GetEntry(part)!.Open();
            var root = XElement.Load(stream, LoadOptions.PreserveWhitespace);
            edit(root);
            stream.SetLength(0);
            root.Save(stream, SaveOptions.DisableFormatting);
        }

        return file.ToArray();
    }

    /// <summary>Adds or replaces a part as it stands.</summary>
    internal static byte[] Put(byte[] docx, string part, byte[] bytes)
    {
        using var file = new MemoryStream();
        file.Write(docx);
        using (var zip = new ZipArchive(file, ZipArchiveMode.Update, leaveOpen: true))
        {
            zip.GetEntry(part)?.Delete();
            using var stream = zip.CreateEntry(part).Open();
            stream.Write(bytes);
        }

        return file.ToArray();
    }

    internal static IReadOnlyDictionary<string, byte[]> Parts(byte[] docx)
    {
        using var zip = new ZipArchive(new MemoryStream(docx));
        return zip.Entries.ToDictionary(
            entry => entry.FullName,
            entry =>
            {
                using var stream = entry.Open();
                using var bytes = new MemoryStream();
                stream.CopyTo(bytes);
                return bytes.ToArray();
            },
            StringComparer.Ordinal
        );
    }

    internal static XElement Root(byte[] docx, string part = Main) =>
        XElement.Load(new MemoryStream(Parts(docx)[part]));
}
