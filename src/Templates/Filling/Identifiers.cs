using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Drawing.Wordprocessing;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Connector.Templates;

/// <summary>
/// Turns the identifiers that must be unique into holes, and removes what cannot be repeated: doubled ids are
/// what makes word processors call a file unreadable. Comments in a template speak to its authors, not to the
/// readers of what it makes.
/// </summary>
internal static class Identifiers
{
    internal static void Free(OpenXmlPartRootElement root, HoleMarks marks)
    {
        foreach (var element in root.Descendants().ToList())
        {
            switch (element)
            {
                case BookmarkStart { Id.Value: { } id } start:
                    start.Name = marks.Attribute(IdentifierKind.BookmarkName, start.Name?.Value ?? "");
                    start.Id = marks.Attribute(IdentifierKind.BookmarkStart, id);
                    break;
                case BookmarkEnd { Id.Value: { } id } end:
                    end.Id = marks.Attribute(IdentifierKind.BookmarkEnd, id);
                    break;
                case SdtId control:
                    control.Val = new Int32Value { InnerText = marks.Attribute(IdentifierKind.Control, "") };
                    break;
                case DocProperties drawing:
                    drawing.Id = new UInt32Value { InnerText = marks.Attribute(IdentifierKind.Drawing, "") };
                    break;
                case FootnoteEndnoteReferenceType reference when reference.Id is not null:
                    reference.Id = new IntegerValue
                    {
                        InnerText = marks.Attribute(
                            IdentifierKind.NoteReference,
                            $"{(reference is FootnoteReference ? "footnotes" : "endnotes")} {reference.Id.InnerText}"
                        ),
                    };
                    break;
                case FootnoteEndnoteType { Id: not null } note when IsOrdinary(note):
                    FreeNote(note, root, marks);
                    break;
                case InsertedRun or DeletedRun or MoveFromRun or MoveToRun or Inserted or Deleted:
                case RunPropertiesChange or ParagraphPropertiesChange or TablePropertiesChange:
                case TableRowPropertiesChange or TableCellPropertiesChange or SectionPropertiesChange:
                    element.SetAttribute(
                        new OpenXmlAttribute(
                            "w",
                            "id",
                            WordText.W.NamespaceName,
                            marks.Attribute(IdentifierKind.Change, "")
                        )
                    );
                    break;
                case FieldChar { Dirty: not null } field:
                    field.Dirty = null;
                    break;
                case SimpleField { Dirty: not null } field:
                    field.Dirty = null;
                    break;
                case Paragraph paragraph:
                    paragraph.ParagraphId = null;
                    paragraph.TextId = null;
                    break;
                case TableRow row:
                    row.ParagraphId = null;
                    row.TextId = null;
                    break;
                case CommentRangeStart
                or CommentRangeEnd
                or CommentReference
                or ProofError
                or LastRenderedPageBreak:
                    element.Remove();
                    break;
            }
        }
    }

    private static bool IsOrdinary(FootnoteEndnoteType note) =>
        note.Type is null || note.Type.Value == FootnoteEndnoteValues.Normal;

    private static void FreeNote(FootnoteEndnoteType note, OpenXmlPartRootElement root, HoleMarks marks)
    {
        var first = root.Elements<FootnoteEndnoteType>()
            .Where(other => !IsOrdinary(other))
            .Select(other => other.Id?.Value ?? 0)
            .Append(0)
            .Max();
        var hole = new Hole(HoleKind.Note) { Original = note.Id!.InnerText!, Level = (int)first + 1 };
        note.InsertBeforeSelf(marks.Mark(hole));
        note.InsertAfterSelf(marks.Mark(new Hole(HoleKind.NoteEnd)));
        note.Id = new IntegerValue { InnerText = marks.Attribute(IdentifierKind.Note, "") };
    }
}
