namespace Connector.Templates;

/// <summary>
/// Where the fields of a template's paragraph stand in an edited one: in their controls; between those, where the
/// template's words leave them.
/// </summary>
internal sealed class FieldPlaces
{
    private readonly ShapeParagraph item;
    private readonly ReadParagraph read;
    private readonly ControlSpan?[] controls;
    private readonly (int Start, int End)?[] cuts;

    internal FieldPlaces(ShapeParagraph item, ReadParagraph read)
    {
        (this.item, this.read) = (item, read);
        controls = new ControlSpan?[item.Segments.Count];
        cuts = new (int, int)?[item.Segments.Count];
        var free = read.Spans.ToList();
        for (var index = 0; index < controls.Length; index++)
        {
            controls[index] = item.Segments[index] is FieldSegment { Field: { HasWords: true } field }
                ? Take(free, field)
                : null;
        }

        CutAll();
    }

    /// <summary>Where a field or loop without control stands; null when the words around it are gone.</summary>
    internal (int Start, int End)? Cut(int segment) => cuts[segment];

    /// <summary>Words that a person wrote beside a control belong to the value, when no other field is near.</summary>
    internal (int Start, int End) Span(int segment)
    {
        if (controls[segment] is not { } control)
        {
            return cuts[segment] ?? (read.Text.IndexOf(':', StringComparison.Ordinal) + 1, read.Text.Length);
        }

        return
            item.Frame.Only is not null
            && item.Frame.Cut(read.Plain)?[0] is { } wide
            && wide.Start <= control.Start
            && wide.End >= control.End
            ? wide
            : (control.Start, control.End);
    }

    internal (ReadRung Rung, double Confidence) Clue(int segment) =>
        controls[segment] switch
        {
            { Field: not null } => (ReadRung.ControlTag, 1),
            { IsNameless: false } => (ReadRung.ControlTitle, 0.9),
            not null => (item.Frame.HasWords ? ReadRung.Heading : ReadRung.Place, 0.7),
            null when cuts[segment] is null => (ReadRung.Place, 0.3),
            null when item.Anchors.Any(list => read.Turns.Any(turn => turn.List == list)) => (
                ReadRung.Bookmark,
                0.8
            ),
            null when item.Frame.HasWords => (ReadRung.Heading, 0.6),
            _ => (ReadRung.Place, 0.5),
        };

    /// <summary>The first control that is the field's, by its key, else by its title.</summary>
    private static ControlSpan? Take(List<ControlSpan> free, KnownField field)
    {
        var control =
            free.Find(span => span.Field == field)
            ?? free.Find(span => span.Field is null && span.Title == field.Title && span.Title.Length > 0)
            ?? free.Find(span => span.IsNameless && span.Kind == field.Kind);
        if (control is not null)
        {
            free.Remove(control);
        }

        return control;
    }

    /// <summary>Each stretch from one control to the next is cut by itself.</summary>
    private void CutAll()
    {
        var from = 0;
        for (var to = 0; to <= controls.Length; to++)
        {
            if (to == controls.Length || controls[to] is not null)
            {
                Cut(from, to);
                from = to + 1;
            }
        }
    }

    private void Cut(int from, int to)
    {
        var frame = item.Between(from, to);
        var start = from == 0 ? 0 : controls[from - 1]!.End;
        var end = to == controls.Length ? read.Text.Length : controls[to]!.Start;
        if (start > end || frame.Count == 0 || frame.Cut(read.Plain[start..end]) is not { } found)
        {
            return;
        }

        var (field, loop) = (0, frame.Fields.Count);
        for (var index = from; index < to; index++)
        {
            var place = item.Segments[index] switch
            {
                FieldSegment => found[field++],
                InlineSegment { List: not null } => found[loop++],
                _ => null,
            };
            cuts[index] = place is { } span ? (start + span.Start, start + span.End) : null;
        }
    }
}
