using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Connector.Templates;

/// <summary>
/// Between which elements of the text a comment stands. Word allows none in headers, footers, notes and text boxes:
/// those go to the note's reference, to the paragraph that holds the box, or to the head of the document.
/// </summary>
internal static class CommentAnchor
{
    internal static (OpenXmlElement First, OpenXmlElement Last)? Of(LintedPart main, LintFound found)
    {
        if (found.Part is { IsMain: true } && found.Element is { } element)
        {
            var box = element.Ancestors<TextBoxContent>().LastOrDefault();
            return box is not null ? Around(box.Ancestors<Paragraph>().First())
                : found.Spot is { } spot ? (Placeable(spot.Runs[0]), Placeable(spot.Runs[^1]))
                : Around(element);
        }

        return Reference(main, found) is { } reference ? (Placeable(reference), Placeable(reference))
            : main.Root.Descendants<Paragraph>().FirstOrDefault() is { } first ? Around(first)
            : null;
    }

    private static (OpenXmlElement First, OpenXmlElement Last)? Around(OpenXmlElement element)
    {
        var run = element as Run ?? element.Ancestors<Run>().FirstOrDefault();
        if (run is not null)
        {
            return (Placeable(run), Placeable(run));
        }

        var paragraph = element as Paragraph ?? element.Descendants<Paragraph>().FirstOrDefault();
        var content = paragraph?.ChildElements.Where(child => child is not ParagraphProperties).ToList();
        return content is null ? null
            : content.Count > 0 ? (content[0], content[^1])
            : paragraph!.AppendChild(new Run()) is var empty ? (empty, empty)
            : null;
    }

    private static Run? Reference(LintedPart main, LintFound found)
    {
        var note = found.Element?.Ancestors<FootnoteEndnoteType>().FirstOrDefault()?.Id?.Value;
        return note is null
            ? null
            : main.Root.Descendants<FootnoteEndnoteReferenceType>()
                .FirstOrDefault(reference =>
                    reference.Id?.Value == note
                    && reference is FootnoteReference == (found.Part!.Kind == "footnotes")
                )
                ?.Parent as Run;
    }

    /// <summary>The run itself, or what holds it, where the marks of a comment may stand beside it.</summary>
    private static OpenXmlElement Placeable(OpenXmlElement run)
    {
        var element = run;
        while (element.Parent is not (null or Paragraph or Hyperlink or InsertedRun or SdtContentRun))
        {
            element = element.Parent;
        }

        return element;
    }
}
