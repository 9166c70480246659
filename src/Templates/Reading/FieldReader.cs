using System.Xml.Linq;
using static Connector.Templates.WordText;

namespace Connector.Templates;

/// <summary>Reads the fields of one paragraph: by the key or title of a control, or cut out of the words around them.</summary>
internal sealed class FieldReader(KnownData known)
{
    /// <summary><c>tag</c> or <c>alias</c> (the title) of a content control; empty when it has none.</summary>
    internal static string Property(XElement control, string name) =>
        (string?)control.Element(W + "sdtPr")?.Element(W + name)?.Attribute(W + "val") ?? "";

    /// <param name="more">Blocks of people's own behind it: the field's next lines, if its paragraph was split.</param>
    internal void Read(ShapeParagraph item, ReadParagraph read, IEnumerable<ReadBlock> more, SeenTurn turn)
    {
        if (item.Fields.Count == 0)
        {
            return;
        }

        var places = new FieldPlaces(item, read);
        SeenValue? last = null;
        SeenTurn? owner = null;
        for (var index = 0; index < item.Segments.Count; index++)
        {
            switch (item.Segments[index])
            {
                case FieldSegment { Field: { HasWords: true } field }:
                    owner = turn.At(field.List);
                    owner.Values.Add(last = Value(field, read, places, index));
                    break;
                case InlineSegment { List: not null } loop:
                    new InlineReader(this).Read(loop, read, places.Cut(index), turn);
                    break;
            }
        }

        if (last is not null && item.Segments[^1] is FieldSegment)
        {
            owner!.Values[^1] = WithMore(last, more, owner);
        }
    }

    /// <summary>The whole cell is the field's, whatever paragraphs people made in it.</summary>
    /// <param name="otherwise">How it was found when no control tells.</param>
    internal static void ReadCell(
        ShapeParagraph item,
        IReadOnlyList<ReadBlock> cell,
        (ReadRung Rung, double Confidence) otherwise,
        SeenTurn turn
    )
    {
        var field = item.Frame.Only!;
        var text = ReadTableRow.TextOf(cell);
        var cut = item.Frame.Cut(WordSet.Plain(text))?[0];
        var controls = cell.SelectMany(block => block.Controls).ToList();
        var (rung, confidence) =
            controls.Exists(control => control.Field == field) ? (ReadRung.ControlTag, 1.0)
            : controls.Exists(control => control.Title == field.Title) ? (ReadRung.ControlTitle, 0.9)
            : otherwise;
        turn.At(field.List)
            .Values.Add(
                new SeenValue(
                    field,
                    WordText.Value(cut is { } span ? text[span.Start..span.End] : text),
                    rung,
                    cut is null ? Math.Min(confidence, 0.5) : confidence,
                    cell.OfType<ReadParagraph>()
                        .SelectMany(paragraph => paragraph.Links)
                        .FirstOrDefault()
                        .Address
                        ?? ""
                )
            );
    }

    private static SeenValue Value(KnownField field, ReadParagraph read, FieldPlaces places, int index)
    {
        var (start, end) = places.Span(index);
        var (rung, confidence) = places.Clue(index);
        var address = read.Links.FirstOrDefault(link => link.Start >= start && link.Start <= end).Address;
        return new SeenValue(field, WordText.Value(read.Text[start..end]), rung, confidence, address ?? "");
    }

    /// <summary>
    /// Whoever presses Enter inside a field makes its end a paragraph of its own: it belongs to the value if its control
    /// says so, or if with it the value is more like what was put in.
    /// </summary>
    private SeenValue WithMore(SeenValue value, IEnumerable<ReadBlock> more, SeenTurn turn)
    {
        var row = turn.Outer is null ? known.Document : turn.ByTag.Concat(turn.ByBookmark).FirstOrDefault();
        var before = known.ValueOf(value.Field, row) is { } old
            ? FieldWords.Of(old, known.Data.Language)
            : "";
        foreach (var next in more.OfType<ReadParagraph>())
        {
            var longer = $"{value.Text}\n{next.Text.Trim()}";
            var isItsOwn = next.Spans.Any(span =>
                span.Field == value.Field || span.Title == value.Field.Title
            );
            if (!isItsOwn && WordLikeness.Share(before, longer) <= WordLikeness.Share(before, value.Text))
            {
                break;
            }

            value = value with { Text = longer.Trim() };
        }

        return value;
    }
}
