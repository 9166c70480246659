namespace Connector.Templates;

/// <summary>
/// Takes the section properties of the paragraph that was written last, to be those of the document's end: a section
/// break followed by nothing would make an empty page.
/// </summary>
internal static class LastSection
{
    /// <summary>Empty when the last paragraph ends no section.</summary>
    internal static byte[] Take(Utf8Buffer target)
    {
        var written = target.Written.Span;
        var paragraph = Math.Max(written.LastIndexOf("<w:p>"u8), written.LastIndexOf("<w:p "u8));
        if (paragraph < 0 || !written.EndsWith("</w:p>"u8))
        {
            return [];
        }

        var start = written[paragraph..].IndexOf("<w:sectPr"u8) + paragraph;
        var end = written.LastIndexOf("</w:sectPr>"u8) + "</w:sectPr>".Length;
        if (start < paragraph || end < start)
        {
            return [];
        }

        byte[] section = [.. written[start..end]];
        target.CutOut(start, end - start);
        // A paragraph that was there for the break alone goes with it, but a table needs one after it.
        if (target.EndsWith("</w:pPr></w:p>"u8) && target.Written.Span[..paragraph].EndsWith("</w:p>"u8))
        {
            target.CutBackTo(paragraph);
        }

        return section;
    }
}
