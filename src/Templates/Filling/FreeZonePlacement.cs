using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Connector.Templates;

/// <summary>
/// Frames a paragraph <c>{{libre name}} Advice…</c>: until there is text, the advice and an empty paragraph;
/// else the text, in the template's ordinary style (or in the tag's own when it stood alone).
/// </summary>
internal static class FreeZonePlacement
{
    internal static void Apply(TaggedParagraph place, HoleMarks marks)
    {
        var zone = place.Tags.FirstOrDefault(tag => tag.Tag.Kind == TagKind.Free);
        if (zone.Mark?.Parent is null)
        {
            return;
        }

        var paragraph = place.Paragraph;
        var tagProperties = zone.Mark.NextSibling() as RunProperties;
        tagProperties?.Remove();
        paragraph.InsertBeforeSelf(marks.Mark(new Hole(HoleKind.Zone, zone.Tag)));
        if (
            !place.HasOtherContent
            && paragraph.ParagraphProperties?.CloneNode(true) is ParagraphProperties properties
        )
        {
            properties.RemoveAllChildren<SectionProperties>();
            paragraph.InsertBeforeSelf(properties);
        }

        paragraph.InsertBeforeSelf(marks.Mark(new Hole(HoleKind.ZoneRun)));
        if (!place.HasOtherContent && tagProperties is not null)
        {
            paragraph.InsertBeforeSelf(tagProperties.CloneNode(true));
        }

        paragraph.InsertBeforeSelf(marks.Mark(new Hole(HoleKind.ZoneAdvice)));
        OpenXmlElement last = paragraph;
        if (place.HasOtherContent)
        {
            TrimStart(zone.Mark);
            last = paragraph.InsertAfterSelf(new Paragraph());
        }
        else
        {
            zone.Mark.InsertAfterSelf(new Run(new Text(Placeholders.Text)));
        }

        last.InsertAfterSelf(marks.Mark(new Hole(HoleKind.ZoneEnd)));
    }

    /// <summary>The space between the tag and the advice belongs to neither.</summary>
    private static void TrimStart(HoleMark mark)
    {
        if (mark.NextSibling<Run>()?.GetFirstChild<Text>() is { } text)
        {
            text.Text = text.Text.TrimStart();
        }
    }
}
