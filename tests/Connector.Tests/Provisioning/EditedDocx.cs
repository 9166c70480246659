using System.IO.Compression;
using System.Xml.Linq;

namespace Connector.Tests.Provisioning;

/// <summary>A document as an editor saves it.</summary>
internal static class EditedDocx
{
    /// <param name="docx">The whole file.</param>
    /// <param name="edit">What is done to the <c>w:document</c> of its main part; all other parts stay as they are.</param>
    public static byte[] Of(byte[] docx, Action<XElement> edit)
    {
        using var file = new MemoryStream();
        file.Write(docx);
        using (var zip = new ZipArchive(file, ZipArchiveMode.Update, leaveOpen: true))
        {
            using var part = zip.GetEntry("word/document.xml")!.Open();
            var root = XElement.Load(part, LoadOptions.PreserveWhitespace);
            edit(root);
            part.SetLength(0);
            root.Save(part, SaveOptions.DisableFormatting);
        }

        return file.ToArray();
    }
}
