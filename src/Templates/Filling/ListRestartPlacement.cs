using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Connector.Templates;

/// <summary>
/// Finds the numbered lists that each turn of a loop begins anew. A loop whose turn is one item of a list goes on
/// counting; a loop whose turn holds a whole list (after a heading, in a cell, in a loop within) starts it again.
/// </summary>
internal sealed class ListRestartPlacement(CompileContext context, HoleMarks marks)
{
    private sealed record Item(Paragraph Paragraph, string? List, int Level, bool IsDirect);

    private sealed record Loop(HoleMark Mark)
    {
        internal List<Item> Items { get; } = [];

        internal int Inner { get; set; }
    }

    private readonly Stack<Loop> open = new();
    private readonly Dictionary<Paragraph, (string List, int Level)> restarted = [];

    internal void Apply(OpenXmlPartRootElement root)
    {
        foreach (var element in root.Descendants().ToList())
        {
            switch (element)
            {
                case HoleMark { Hole: { Kind: HoleKind.Open, Tag.Kind: TagKind.Loop } } mark
                    when mark.Parent is not Paragraph:
                    open.Push(new Loop(mark));
                    break;
                case HoleMark { Hole: { Kind: HoleKind.Close } close }
                    when open.TryPeek(out var loop)
                        && element.Parent == loop.Mark.Parent
                        && close.Tag!.Name == loop.Mark.Hole.Tag!.Name:
                    Leave(open.Pop());
                    break;
                case Paragraph paragraph when open.Count > 0:
                    Enter(paragraph);
                    break;
            }
        }

        foreach (var (paragraph, (list, level)) in restarted)
        {
            Renumber(paragraph, list, level);
        }
    }

    private void Enter(Paragraph paragraph)
    {
        var list = ListOf(paragraph);
        var isDirect = true;
        foreach (var loop in open)
        {
            loop.Items.Add(new Item(paragraph, list?.List, list?.Level ?? 0, isDirect));
            isDirect = false;
        }
    }

    private void Leave(Loop loop)
    {
        var lists = loop
            .Items.Select(item => item.List)
            .OfType<string>()
            .Distinct()
            .Where(list => IsWhole(loop.Items, list))
            .ToList();
        if (lists.Count == 0)
        {
            return;
        }

        loop.Mark.InsertAfterSelf(
            marks.Mark(new Hole(HoleKind.Restart) { Original = string.Join(' ', lists) })
        );
        foreach (var item in loop.Items.Where(item => item.List is { } list && lists.Contains(list)))
        {
            restarted[item.Paragraph] = (item.List!, item.Level);
        }
    }

    private static bool IsWhole(List<Item> items, string list)
    {
        var own = items.Where(item => item.List == list).ToList();
        var isItem = items[0] is { IsDirect: true } first && first.List == list;
        var isOnlyItem = own is [{ IsDirect: true }];
        return !isItem && !isOnlyItem && own.Count < items.Count;
    }

    /// <summary>Null for bullets and for headings, whose numbers go through the whole document.</summary>
    private (string List, int Level)? ListOf(Paragraph paragraph)
    {
        var own = paragraph.ParagraphProperties?.NumberingProperties;
        var style = context.Styles.ListOf(paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value);
        var list = own?.NumberingId?.Val?.InnerText ?? style?.List;
        var level = own?.NumberingLevelReference?.Val?.Value ?? style?.Level ?? 0;
        return list is null || BlockFieldPlacement.HeadingLevel(paragraph, context.Styles) is not null ? null
            : context.Lists.Value.Counts(list, level) ? (list, level)
            : null;
    }

    private static Indentation Copy(System.Xml.Linq.XElement indent)
    {
        var copy = new Indentation();
        foreach (
            var attribute in indent.Attributes().Where(attribute => attribute.Name.Namespace == WordText.W)
        )
        {
            copy.SetAttribute(
                new OpenXmlAttribute("w", attribute.Name.LocalName, WordText.W.NamespaceName, attribute.Value)
            );
        }

        return copy;
    }

    /// <summary>The style's own indents stay: numbers written in the paragraph would bring those of the list.</summary>
    private void Renumber(Paragraph paragraph, string list, int level)
    {
        var properties = paragraph.ParagraphProperties ??= new ParagraphProperties();
        if (properties.NumberingProperties is null && properties.Indentation is null)
        {
            var indent = context.Styles.IndentOf(properties.ParagraphStyleId?.Val?.Value);
            properties.Indentation = indent is null ? null : Copy(indent);
        }

        properties.NumberingProperties = new NumberingProperties
        {
            NumberingLevelReference = new NumberingLevelReference { Val = level },
            NumberingId = new NumberingId
            {
                Val = new Int32Value { InnerText = marks.Attribute(IdentifierKind.List, list) },
            },
        };
    }
}
