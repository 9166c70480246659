using DocumentFormat.OpenXml.Drawing.Wordprocessing;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Connector.Templates.Tests;

/// <summary>The identifiers of a document's text, in order.</summary>
internal sealed record DocxIds(
    IReadOnlyList<string?> Bookmarks,
    IReadOnlyList<string?> BookmarkNames,
    IReadOnlyList<uint?> Drawings,
    IReadOnlyList<int?> Controls,
    IReadOnlyList<string?> ControlTags,
    IReadOnlyList<string?> ControlTitles
)
{
    internal static DocxIds Of(byte[] docx) =>
        Docx.Open(
            docx,
            document =>
            {
                var body = Docx.Body(document);
                return new DocxIds(
                    [.. body.Descendants<BookmarkStart>().Select(start => start.Id?.Value)],
                    [.. body.Descendants<BookmarkStart>().Select(start => start.Name?.Value)],
                    [.. body.Descendants<DocProperties>().Select(drawing => drawing.Id?.Value)],
                    [.. body.Descendants<SdtId>().Select(control => control.Val?.Value)],
                    [.. body.Descendants<Tag>().Select(tag => tag.Val?.Value)],
                    [.. body.Descendants<SdtAlias>().Select(title => title.Val?.Value)]
                );
            }
        );
}
