namespace Connector.Templates;

/// <summary>The door for a .docx that another program shall open: checked as a template is.</summary>
public static class CheckedDocument
{
    /// <summary>
    /// The same document, written anew from what was checked, so that no other program reads the zip in another way.
    /// </summary>
    /// <exception cref="TemplateException">
    /// Not a .docx, too large, damaged, with macros, or with content fetched from elsewhere.
    /// </exception>
    public static byte[] Open(ReadOnlyMemory<byte> docx) => PackageWriter.Write(PackageReader.Read(docx));
}
