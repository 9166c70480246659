namespace Connector.Templates;

/// <summary>Reads inspiration sheets back, whoever copied and renamed them.</summary>
public static class InspirationReader
{
    /// <param name="docx">A document.</param>
    /// <param name="template">What such sheets are filled from.</param>
    /// <returns>What it says; null when it is another document.</returns>
    /// <exception cref="TemplateException">The file is no document, is damaged, or is refused for safety.</exception>
    public static ReadDocument? Read(ReadOnlyMemory<byte> docx, DocumentTemplate template)
    {
        ArgumentNullException.ThrowIfNull(template);
        var package = PackageReader.Read(docx, isTreeWanted: true);
        var blank = new InspirationContent
        {
            // A copy keeps the identity of the form that it was made from, and that is no matter.
            Stamp = new DocumentStamp
            {
                Id = DocumentIdentity.Read(package).Id,
                Modified = DateTimeOffset.UnixEpoch,
                Author = "",
            },
            Network = "",
            Territory = "",
        };
        var read = DocumentReader.Read(docx, template, blank.ToData());
        return read.Problems.Count == 0 ? read : null;
    }
}
