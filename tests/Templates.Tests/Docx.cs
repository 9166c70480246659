using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Connector.Templates.Tests;

/// <summary>Looks into finished documents with the SDK, as another program would.</summary>
internal static class Docx
{
    internal static T Open<T>(byte[] docx, Func<WordprocessingDocument, T> look)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(docx), isEditable: false);
        return look(document);
    }

    /// <summary>What the validator for Office 2019 complains about.</summary>
    internal static IReadOnlyList<string> Errors(byte[] docx) =>
        Open(
            docx,
            document =>
                new OpenXmlValidator(FileFormatVersions.Office2019)
                    .Validate(document)
                    .Select(error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}")
                    .ToList()
        );

    /// <summary>The paragraphs of the text, one per line.</summary>
    internal static string Text(byte[] docx) =>
        Open(
            docx,
            document =>
                string.Join(
                    '\n',
                    Body(document).Descendants<Paragraph>().Select(paragraph => paragraph.InnerText)
                )
        );

    internal static string FooterText(byte[] docx) =>
        Open(
            docx,
            document =>
                string.Concat(document.MainDocumentPart!.FooterParts.Select(part => part.Footer!.InnerText))
        );

    internal static Body Body(WordprocessingDocument document) => document.MainDocumentPart!.Document!.Body!;
}
