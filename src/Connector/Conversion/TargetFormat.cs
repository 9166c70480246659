namespace Connector.Conversion;

/// <summary>A form that a .docx can be turned into.</summary>
/// <param name="Extension">What the file is named, without dot; what a person types.</param>
/// <param name="Filter">How LibreOffice is asked for it (<c>--convert-to</c>).</param>
internal sealed record TargetFormat(string Extension, string Filter)
{
    /// <summary>With tags for screen readers and the headings as bookmarks; fonts are in the file.</summary>
    public static readonly TargetFormat Pdf = new(
        "pdf",
        """pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"},"ExportBookmarks":{"type":"boolean","value":"true"}}"""
    );

    /// <summary>A PDF whose named destinations are the document's bookmarks: it tells on which page each one is.</summary>
    public static readonly TargetFormat PdfWithDestinations = new(
        "pdf",
        """pdf:writer_pdf_Export:{"ExportBookmarksToPDFDestination":{"type":"boolean","value":"true"}}"""
    );

    public static readonly TargetFormat Odt = new("odt", "odt:writer8");

    /// <summary>One file: its pictures are in it.</summary>
    public static readonly TargetFormat Html = new("html", "html:HTML (StarWriter):EmbedImages");

    public static IReadOnlyList<TargetFormat> All { get; } = [Pdf, Odt, Html];

    /// <summary>Null when nobody knows that name; case is ignored.</summary>
    public static TargetFormat? Find(string name) =>
        All.FirstOrDefault(format =>
            string.Equals(format.Extension, name.TrimStart('.'), StringComparison.OrdinalIgnoreCase)
        );
}
