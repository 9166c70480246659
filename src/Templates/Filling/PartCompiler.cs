using System.Text;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Connector.Templates;

/// <summary>
/// Turns one part (the text, a header, a footer, notes) into nodes: tags become holes, loops are put around the
/// blocks or rows that they repeat, identifiers become holes, and the result is written out and cut.
/// </summary>
internal sealed class PartCompiler(OpenXmlPartRootElement root, CompileContext context)
{
    private readonly HoleMarks marks = new();
    private readonly List<TemplateProblem> problems = [];
    private readonly List<TaggedParagraph> tagged = [];

    /// <exception cref="TemplateException">Every problem of this part.</exception>
    internal IReadOnlyList<TemplateNode> Compile()
    {
        PartNamespaces.Ensure(root, context.Part);
        foreach (var twin in root.Descendants<AlternateContentFallback>().Where(IsTwin).ToList())
        {
            twin.Remove();
        }

        var contents = context.IsMain ? ContentsPlacement.Empty(root, marks) : [];
        foreach (var paragraph in root.Descendants<Paragraph>().ToList())
        {
            ReadTags(paragraph);
        }

        new LoopPlacement(tagged, marks, problems).Apply();
        FrameLastSection();
        foreach (var paragraph in tagged)
        {
            FreeZonePlacement.Apply(paragraph, marks);
        }

        BlockFieldPlacement.Apply(root, tagged, context, marks);
        new ListRestartPlacement(context, marks).Apply(root);
        if (contents.Count > 0)
        {
            ContentsPlacement.MarkHeadings(root, contents, context, marks);
        }

        Identifiers.Free(root, marks);
        BlockGuards.Apply(root, marks);
        var nodes = problems.Count == 0 ? new HoleReader(Serialise(), marks, problems).Read() : [];
        return problems.Count == 0 ? nodes : throw new TemplateException(problems);
    }

    private void ReadTags(Paragraph paragraph)
    {
        var text = new ParagraphText(paragraph);
        if (!TagGrammar.MayHoldTags(text.Text))
        {
            return;
        }

        if (AcceptInsertions(paragraph))
        {
            text = new ParagraphText(paragraph);
        }

        var occurrences = TagGrammar.Find(text.Text, problems);
        var found = occurrences
            .Select(occurrence => (occurrence.Tag, Mark: Replace(text, occurrence)))
            .ToList();
        if (found.Count > 0)
        {
            tagged.Add(new TaggedParagraph(paragraph, found, HasOtherContent(text.Text, occurrences)));
        }
    }

    /// <summary>A tag may stand half within a tracked insertion: what it becomes is no one's change.</summary>
    private static bool AcceptInsertions(Paragraph paragraph)
    {
        var insertions = paragraph
            .Descendants()
            .Where(element => element is InsertedRun or MoveToRun)
            .ToList();
        foreach (var insertion in insertions)
        {
            foreach (var child in insertion.ChildElements.ToList())
            {
                child.Remove();
                insertion.InsertBeforeSelf(child);
            }

            insertion.Remove();
        }

        paragraph.ParagraphProperties?.ParagraphMarkRunProperties?.RemoveAllChildren<Inserted>();
        return insertions.Count > 0;
    }

    /// <summary>A loop that ends the document may repeat sections: the last turn's is the document's last.</summary>
    private void FrameLastSection()
    {
        if (
            (root as Document)?.Body?.LastChild is SectionProperties last
            && last.PreviousSibling() is HoleMark { Hole.Kind: HoleKind.Close }
        )
        {
            last.InsertBeforeSelf(marks.Mark(new Hole(HoleKind.LastSection)));
            last.InsertAfterSelf(marks.Mark(new Hole(HoleKind.LastSectionEnd)));
        }
    }

    private HoleMark Replace(ParagraphText text, TagGrammar.Occurrence occurrence)
    {
        var runs = text.Isolate(occurrence.Start, occurrence.End);
        var tag = occurrence.Tag;
        var kind = tag.Kind switch
        {
            TagKind.Field => HoleKind.Field,
            TagKind.Free => HoleKind.ZonePoint,
            TagKind.End => HoleKind.Close,
            _ => HoleKind.Open,
        };
        var mark = marks.Mark(new Hole(kind, tag, context.IsMain && !IsInsideControl(runs[0])));
        FreeControls(runs[0]);
        runs[0].InsertBeforeSelf(mark);
        if (tag.Kind is TagKind.Field or TagKind.Free && runs[0].RunProperties is { } properties)
        {
            properties.RemoveAllChildren<RunPropertiesChange>();
            mark.InsertAfterSelf(properties.CloneNode(true));
        }

        if (tag.Kind == TagKind.Field)
        {
            runs[0].InsertBeforeSelf(marks.Mark(new Hole(HoleKind.FieldEnd)));
        }

        foreach (var run in runs)
        {
            run.Remove();
        }

        return mark;
    }

    /// <summary>
    /// Text boxes are written twice, the second time for programs older than Word 2010: both would be filled, with
    /// twice the identifiers. The first is kept.
    /// </summary>
    private static bool IsTwin(AlternateContentFallback fallback) =>
        fallback.Descendants<TextBoxContent>().Any()
        && fallback.Parent?.GetFirstChild<AlternateContentChoice>() is not null;

    /// <summary>
    /// A control of the template that holds a tag shows a value from now on: it is no placeholder, and no stored
    /// data may take the value's place when the document is opened.
    /// </summary>
    private static void FreeControls(OpenXmlElement tag)
    {
        foreach (var properties in tag.Ancestors<SdtElement>().Select(control => control.SdtProperties))
        {
            properties?.RemoveAllChildren<ShowingPlaceholder>();
            properties?.RemoveAllChildren<DataBinding>();
            properties?.RemoveAllChildren<DocumentFormat.OpenXml.Office2013.Word.DataBinding>();
        }
    }

    /// <summary>Controls within controls lose the outer one in some editors; a field keeps its text as it is.</summary>
    private static bool IsInsideControl(OpenXmlElement run) =>
        run.Ancestors().Any(ancestor => ancestor is SdtElement or Hyperlink or SimpleField);

    private static bool HasOtherContent(string text, IReadOnlyList<TagGrammar.Occurrence> tags)
    {
        var position = 0;
        foreach (var tag in tags)
        {
            if (!string.IsNullOrWhiteSpace(text[position..tag.Start]))
            {
                return true;
            }

            position = tag.End;
        }

        return !string.IsNullOrWhiteSpace(text[position..]);
    }

    private string Serialise()
    {
        var text = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n");
        using (var writer = XmlWriter.Create(text, new XmlWriterSettings { OmitXmlDeclaration = true }))
        {
            root.WriteTo(writer);
        }

        return text.ToString();
    }
}

/// <summary>A paragraph that holds tags, in order; what else stands in it decides whether it may vanish.</summary>
internal sealed record TaggedParagraph(
    Paragraph Paragraph,
    IReadOnlyList<(TagPlace Tag, HoleMark Mark)> Tags,
    bool HasOtherContent
);
