using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Connector.Templates;

/// <summary>
/// Frames a tag that stands alone in its paragraph: a value of several paragraphs (Markdown, another document) then
/// takes the paragraph's place, under the heading that it finds there.
/// </summary>
internal static class BlockFieldPlacement
{
    internal static void Apply(
        OpenXmlPartRootElement root,
        IReadOnlyList<TaggedParagraph> tagged,
        CompileContext context,
        HoleMarks marks
    )
    {
        var alone = tagged.Where(IsAlone).ToDictionary(place => place.Paragraph, place => place.Tags[0]);
        var level = 0;
        foreach (var paragraph in alone.Count == 0 ? [] : root.Descendants<Paragraph>().ToList())
        {
            if (HeadingLevel(paragraph, context.Styles) is { } heading)
            {
                level = heading;
            }
            else if (alone.TryGetValue(paragraph, out var tag))
            {
                Frame(paragraph, tag.Tag, tag.Mark, level, marks);
            }
        }
    }

    internal static int? HeadingLevel(Paragraph paragraph, DocumentStyles styles) =>
        styles.HeadingLevel(
            paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value,
            paragraph.ParagraphProperties?.OutlineLevel?.Val?.Value
        );

    /// <summary>Not in a control, which holds one line; not where a section ends; not beside a picture.</summary>
    private static bool IsAlone(TaggedParagraph place) =>
        place is { HasOtherContent: false, Tags: [{ Tag.Kind: TagKind.Field } tag] }
        && tag.Mark.Parent == place.Paragraph
        && place.Paragraph.ParagraphProperties?.SectionProperties is null
        && !place.Paragraph.Descendants().Any(inside => inside is Drawing or Picture or FieldChar or Break);

    private static void Frame(Paragraph paragraph, TagPlace tag, HoleMark mark, int heading, HoleMarks marks)
    {
        paragraph.InsertBeforeSelf(marks.Mark(new Hole(HoleKind.Block, tag) { Level = heading }));
        if (paragraph.ParagraphProperties?.CloneNode(true) is { } properties)
        {
            paragraph.InsertBeforeSelf(properties);
        }

        paragraph.InsertBeforeSelf(marks.Mark(new Hole(HoleKind.ZoneRun)));
        if (mark.NextSibling() is RunProperties run)
        {
            paragraph.InsertBeforeSelf(run.CloneNode(true));
        }

        paragraph.InsertBeforeSelf(marks.Mark(new Hole(HoleKind.ZoneAdvice)));
        paragraph.InsertAfterSelf(marks.Mark(new Hole(HoleKind.BlockEnd)));
    }
}
