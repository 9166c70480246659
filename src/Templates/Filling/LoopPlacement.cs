using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Connector.Templates;

/// <summary>
/// Decides what each loop repeats. Both marks in one paragraph: the words between them. In different cells of a
/// row, or in different rows of a table: those rows. Else: the blocks from one to the other. Marks that stand
/// alone in a paragraph or a row take it away with them.
/// </summary>
internal sealed class LoopPlacement(
    IReadOnlyList<TaggedParagraph> tagged,
    HoleMarks marks,
    List<TemplateProblem> problems
)
{
    private sealed record End(TagPlace Tag, HoleMark Mark, TaggedParagraph Place);

    /// <param name="First">First block or row that is repeated.</param>
    /// <param name="Last">Last block or row that is repeated.</param>
    private sealed record Span(End Open, End Close, OpenXmlElement First, OpenXmlElement Last);

    private readonly Dictionary<HoleMark, OpenXmlElement> edges = [];

    internal void Apply()
    {
        var pairs = Pair();
        PlaceColumns([.. pairs.Where(pair => pair.Open.Tag.Kind == TagKind.Columns)]);
        var spans = pairs
            .Where(pair => pair.Open.Tag.Kind != TagKind.Columns)
            .Select(pair => Measure(pair.Open, pair.Close))
            .OfType<Span>()
            .ToList();
        if (problems.Count > 0)
        {
            return;
        }

        foreach (var span in spans)
        {
            edges[span.Open.Mark] = span.First;
            edges[span.Close.Mark] = span.Last;
        }

        var vanishing = edges.Values.Distinct().Where(IsMarksOnly).ToHashSet();
        foreach (var element in vanishing)
        {
            Vanish(element);
        }

        foreach (var span in spans)
        {
            Surround(span, vanishing);
            AnchorPlacement.Apply(span.Open.Mark, span.Close.Mark, marks);
        }
    }

    private void PlaceColumns(IReadOnlyList<(End Open, End Close)> pairs)
    {
        var columns = new ColumnPlacement(marks);
        foreach (var (open, close) in pairs)
        {
            if (!columns.Add(open.Tag, open.Mark, close.Mark))
            {
                problems.Add(TagProblems.ColumnsOutsideRow(open.Tag));
            }
            else if (open.Place != close.Place)
            {
                RemoveEmptied(open.Place);
                RemoveEmptied(close.Place);
            }
        }

        columns.Apply();
    }

    /// <summary>In order of opening, so that outer loops come before inner ones.</summary>
    private List<(End Open, End Close)> Pair()
    {
        var pairs = new List<(int Order, End Open, End Close)>();
        var open = new Stack<(int Order, End End)>();
        var order = 0;
        foreach (
            var end in tagged.SelectMany(
                place => place.Tags,
                (place, tag) => new End(tag.Tag, tag.Mark, place)
            )
        )
        {
            if (end.Tag.Kind is TagKind.Loop or TagKind.Columns or TagKind.Unless)
            {
                open.Push((order++, end));
            }
            else if (end.Tag.Kind == TagKind.End)
            {
                if (!open.TryPeek(out var last) || last.End.Tag.Name != end.Tag.Name)
                {
                    problems.Add(TagProblems.NotOpened(end.Tag));
                    continue;
                }

                open.Pop();
                pairs.Add((last.Order, last.End, end));
            }
        }

        problems.AddRange(open.Select(left => TagProblems.NotClosed(left.End.Tag)));
        return [.. pairs.OrderBy(pair => pair.Order).Select(pair => (pair.Open, pair.Close))];
    }

    /// <summary>Null for a loop within a paragraph, whose marks are already where they belong.</summary>
    private Span? Measure(End open, End close)
    {
        var first = open.Place.Paragraph;
        var last = close.Place.Paragraph;
        if (first == last)
        {
            return open.Mark.Parent == close.Mark.Parent ? null : Crossed(open);
        }

        var common = first.Ancestors().FirstOrDefault(ancestor => last.Ancestors().Contains(ancestor));
        return common switch
        {
            TableRow row => new Span(open, close, row, row),
            Table table => Rows(open, close, ChildOf(table, first), ChildOf(table, last)),
            not null when first.Parent == common && last.Parent == common => new Span(
                open,
                close,
                first,
                last
            ),
            _ => Crossed(open),
        };
    }

    private Span? Rows(End open, End close, OpenXmlElement first, OpenXmlElement last) =>
        first is TableRow or SdtRow && last is TableRow or SdtRow
            ? new Span(open, close, first, last)
            : Crossed(open);

    private Span? Crossed(End open)
    {
        problems.Add(TagProblems.Crossed(open.Tag));
        return null;
    }

    private static OpenXmlElement ChildOf(OpenXmlElement ancestor, OpenXmlElement descendant)
    {
        var child = descendant;
        while (child.Parent != ancestor)
        {
            child = child.Parent!;
        }

        return child;
    }

    private bool IsMarksOnly(OpenXmlElement element)
    {
        var within = tagged
            .Where(place => place.Paragraph == element || place.Paragraph.Ancestors().Contains(element))
            .ToList();
        var isOnlyMarks = within.All(place =>
            !place.HasOtherContent && place.Tags.All(tag => edges.GetValueOrDefault(tag.Mark) == element)
        );
        return isOnlyMarks
            && !element.Descendants<SectionProperties>().Any()
            && !element.Descendants<Drawing>().Any()
            && !element.Descendants<Text>().Any(text => !string.IsNullOrWhiteSpace(text.Text));
    }

    /// <summary>The marks take the element's place, in their order.</summary>
    private void Vanish(OpenXmlElement element)
    {
        foreach (var mark in tagged.SelectMany(place => place.Tags).Select(tag => tag.Mark))
        {
            if (edges.GetValueOrDefault(mark) == element)
            {
                mark.Remove();
                element.InsertBeforeSelf(mark);
            }
        }

        element.Remove();
    }

    /// <summary>Outer loops first: each later mark lands closer to the element than the ones before it.</summary>
    private static void Surround(Span span, HashSet<OpenXmlElement> vanished)
    {
        if (!vanished.Contains(span.First))
        {
            span.Open.Mark.Remove();
            span.First.InsertBeforeSelf(span.Open.Mark);
            RemoveEmptied(span.Open.Place);
        }

        if (!vanished.Contains(span.Last))
        {
            span.Close.Mark.Remove();
            span.Last.InsertAfterSelf(span.Close.Mark);
            RemoveEmptied(span.Close.Place);
        }
    }

    /// <summary>A mark that was alone in one paragraph of a cell leaves no blank line there.</summary>
    private static void RemoveEmptied(TaggedParagraph place)
    {
        var isEmptied =
            !place.HasOtherContent && place.Tags.All(tag => !tag.Mark.Ancestors().Contains(place.Paragraph));
        var hasCompany =
            place.Paragraph.Parent is TableCell cell
            && cell.Elements<Paragraph>().Count() > 1
            && place.Paragraph.NextSibling<Paragraph>() is not null;
        if (isEmptied && hasCompany)
        {
            place.Paragraph.Remove();
        }
    }
}
