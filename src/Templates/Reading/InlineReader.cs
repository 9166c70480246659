namespace Connector.Templates;

/// <summary>Reads what repeats between the words of a paragraph.</summary>
internal sealed class InlineReader(FieldReader fields)
{
    /// <param name="cut">The stretch of the paragraph that the turns take; null when it is not known.</param>
    internal void Read(InlineSegment loop, ReadParagraph read, (int Start, int End)? cut, SeenTurn turn)
    {
        var turns = turn.Show(loop.List!);
        var shape = new ShapeParagraph(loop.Segments, []);
        foreach (var (start, end) in Turns(shape.Frame, loop.List!, read, cut))
        {
            var inside = new SeenTurn(loop.List!, turn);
            var part = new ReadParagraph(read.Text[start..end])
            {
                Spans =
                [
                    .. read
                        .Spans.Where(span => span.Start >= start && span.End <= end)
                        .Select(span => span with { Start = span.Start - start, End = span.End - start }),
                ],
            };
            inside.Mark(part);
            fields.Read(Shape(loop), part, [], inside);
            turns.Add(inside);
        }
    }

    private static ShapeParagraph Shape(InlineSegment loop) =>
        new(loop.Segments, [])
        {
            Fields =
            [
                .. loop.Segments.OfType<FieldSegment>().Select(segment => segment.Field).OfType<KnownField>(),
            ],
        };

    /// <summary>
    /// Each turn ends where the words begin that stand between two turns; without such words, behind its last control.
    /// </summary>
    private static IEnumerable<(int Start, int End)> Turns(
        ShapeFrame frame,
        ShapeList list,
        ReadParagraph read,
        (int Start, int End)? cut
    )
    {
        var (start, end) = cut ?? (0, read.Text.Length);
        var separator = WordSet.Plain(frame.Tail);
        if (separator.Length > 0 && cut is not null)
        {
            while (
                start < end
                && read.Plain.IndexOf(separator, start, end - start, StringComparison.Ordinal)
                    is >= 0
                        and var at
            )
            {
                yield return (start, at + separator.Length);
                start = at + separator.Length;
            }
        }
        else
        {
            var turns = read
                .Spans.Where(span => span.Turn?.At(list) is not null)
                .GroupBy(span => span.Turn!.At(list));
            foreach (var turn in turns)
            {
                yield return (turn.Min(span => span.Start), turn.Max(span => span.End));
            }
        }
    }
}
