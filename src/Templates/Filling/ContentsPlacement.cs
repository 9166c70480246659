using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Connector.Templates;

/// <summary>
/// Takes the entries out of a table of contents, to be written anew from the headings that filling makes, and marks
/// those headings. What the template shows there is from the day its author last updated it.
/// </summary>
internal static class ContentsPlacement
{
    /// <summary>The tables of contents that were found.</summary>
    internal static IReadOnlyList<ContentsInstruction> Empty(OpenXmlPartRootElement root, HoleMarks marks)
    {
        var found = new List<ContentsInstruction>();
        foreach (var begin in root.Descendants<FieldChar>().Where(IsBegin).ToList())
        {
            if (
                begin.Ancestors<OpenXmlPartRootElement>().Any()
                && Read(begin) is var (instruction, end)
                && Replace(instruction, begin, end, marks)
            )
            {
                found.Add(ContentsInstruction.Read(instruction)!);
            }
        }

        foreach (var simple in root.Descendants<SimpleField>().ToList())
        {
            var instruction = simple.Instruction?.Value ?? "";
            if (
                ContentsInstruction.Read(instruction) is { } read
                && Replace(instruction, simple, simple, marks)
            )
            {
                found.Add(read);
            }
        }

        return found;
    }

    internal static void MarkHeadings(
        OpenXmlPartRootElement root,
        IReadOnlyList<ContentsInstruction> contents,
        CompileContext context,
        HoleMarks marks
    )
    {
        foreach (var paragraph in root.Descendants<Paragraph>().ToList())
        {
            var level = BlockFieldPlacement.HeadingLevel(paragraph, context.Styles);
            var id = paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value;
            var name = context.Styles.FoldedName(id);
            var isShown = level is not null || contents.Any(each => each.Names(name));
            if (!isShown || paragraph.Ancestors<TextBoxContent>().Any())
            {
                continue;
            }

            var own = paragraph.ParagraphProperties?.NumberingProperties;
            var style = context.Styles.ListOf(id);
            var heading = new Hole(HoleKind.Heading)
            {
                Level = level ?? 0,
                Style = name,
                Original = own?.NumberingId?.Val?.InnerText ?? style?.List ?? "",
                ListLevel = own?.NumberingLevelReference?.Val?.Value ?? style?.Level ?? 0,
            };
            paragraph.InsertBeforeSelf(marks.Mark(heading));
            paragraph.InsertAfterSelf(marks.Mark(new Hole(HoleKind.HeadingEnd)));
            var point = marks.Mark(new Hole(HoleKind.HeadingPoint));
            if (paragraph.ParagraphProperties is { } properties)
            {
                properties.InsertAfterSelf(point);
            }
            else
            {
                paragraph.PrependChild(point);
            }
        }
    }

    private static (string Instruction, OpenXmlElement End)? Read(FieldChar begin)
    {
        var instruction = "";
        var depth = 0;
        var isCode = true;
        var paragraph = begin.Ancestors<Paragraph>().First();
        foreach (var element in Following(paragraph, begin))
        {
            if (element is FieldCode code && depth == 0 && isCode)
            {
                instruction += code.Text;
            }
            else if (element is FieldChar mark && mark != begin)
            {
                if (mark.FieldCharType?.Value == FieldCharValues.End && depth == 0)
                {
                    return ContentsInstruction.Read(instruction) is null ? null : (instruction, mark);
                }

                depth +=
                    IsBegin(mark) ? 1
                    : mark.FieldCharType?.Value == FieldCharValues.End ? -1
                    : 0;
                isCode &= mark.FieldCharType?.Value != FieldCharValues.Separate;
            }
        }

        return null;
    }

    private static IEnumerable<OpenXmlElement> Following(Paragraph start, FieldChar begin) =>
        start
            .Descendants()
            .SkipWhile(element => element != begin)
            .Concat(start.ElementsAfter().SelectMany(block => block.Descendants()));

    private static bool Replace(string instruction, OpenXmlElement begin, OpenXmlElement end, HoleMarks marks)
    {
        var first = begin.Ancestors<Paragraph>().First();
        var last = end.Ancestors<Paragraph>().First();
        if (last != first && last.Parent != first.Parent)
        {
            return false;
        }

        var hole = new Hole(HoleKind.Contents) { Original = instruction, Level = TextWidth(first) };
        first.InsertBeforeSelf(marks.Mark(hole));
        KeepWhatFollows(last, end);
        for (OpenXmlElement? block = first; block is not null; )
        {
            var next = block == last ? null : block.NextSibling();
            block.Remove();
            block = next;
        }

        return true;
    }

    /// <summary>A page break, a section's end or words may share the paragraph in which the table ends.</summary>
    private static void KeepWhatFollows(Paragraph last, OpenXmlElement end)
    {
        var top = end;
        while (top.Parent != last)
        {
            top = top.Parent!;
        }

        var following = top.ElementsAfter().ToList();
        var section = last.ParagraphProperties?.SectionProperties;
        if (section is null && !following.Exists(element => element is Run or SdtRun or Hyperlink))
        {
            return;
        }

        var kept = new Paragraph();
        if (section is not null)
        {
            kept.ParagraphProperties = new ParagraphProperties((SectionProperties)section.CloneNode(true));
        }

        foreach (var element in following)
        {
            element.Remove();
            kept.AppendChild(element);
        }

        last.InsertAfterSelf(kept);
    }

    /// <summary>Twips between the margins of the section that the paragraph stands in; 0 when it does not say.</summary>
    private static int TextWidth(Paragraph paragraph)
    {
        var block = paragraph.Ancestors().TakeWhile(each => each is not Body).LastOrDefault() ?? paragraph;
        var section = block
            .ElementsAfter()
            .Prepend(block)
            .Select(each =>
                each as SectionProperties ?? each.Descendants<SectionProperties>().FirstOrDefault()
            )
            .FirstOrDefault(found => found is not null);
        var margins = section?.GetFirstChild<PageMargin>();
        var width = section?.GetFirstChild<PageSize>()?.Width?.Value ?? 0;
        var sides =
            (margins?.Left?.Value ?? 0) + (margins?.Right?.Value ?? 0) + (margins?.Gutter?.Value ?? 0);
        return (int)Math.Max(0, (long)width - sides);
    }

    private static bool IsBegin(FieldChar mark) => mark.FieldCharType?.Value == FieldCharValues.Begin;
}
