using Markdig;
using Markdig.Extensions.EmphasisExtras;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Connector.Templates;

/// <summary>Markdown into real headings, lists, links and emphasis. What is no Markdown stays text: no word is lost.</summary>
internal sealed class MarkdownWriter(FillSession session, ParagraphWriter paragraphs)
{
    private const int DeepestList = 8;
    private const int DeepestHeading = 9;

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .DisableHtml()
        .UseEmphasisExtras(EmphasisExtraOptions.Strikethrough)
        .UseAutoLinks()
        .Build();

    private int shallowest;
    private int heading = paragraphs.HeadingAbove;

    /// <summary>As paragraphs of their own.</summary>
    internal void Write(string text)
    {
        var document = Markdown.Parse(text, Pipeline);
        shallowest = document
            .Descendants<HeadingBlock>()
            .Select(block => block.Level)
            .DefaultIfEmpty(1)
            .Min();
        WriteBlocks(document, content => paragraphs.Plain(content));
    }

    /// <summary>Within a sentence: blocks become lines, items get their mark as text.</summary>
    internal void WriteInline(string text)
    {
        var isFirst = true;
        foreach (var leaf in Markdown.Parse(text, Pipeline).Descendants<LeafBlock>())
        {
            if (leaf is LinkReferenceDefinition)
            {
                continue;
            }

            if (!isFirst)
            {
                paragraphs.Break();
            }

            isFirst = false;
            if (leaf.Parent is ListItemBlock { Parent: ListBlock list } item && item[0] == leaf)
            {
                paragraphs.Text(list.IsOrdered ? $"{item.Order}. " : "• ", Emphasis.None);
            }

            WriteLeaf(leaf);
        }
    }

    private void WriteBlocks(ContainerBlock container, Action<Action> paragraph)
    {
        foreach (var block in container)
        {
            switch (block)
            {
                case HeadingBlock title:
                    // One level below the heading above, and never more than one below the last.
                    heading = Math.Min(
                        Math.Min(paragraphs.HeadingAbove + 1 + title.Level - shallowest, heading + 1),
                        DeepestHeading
                    );
                    paragraphs.Heading(heading, () => WriteLeaf(title));
                    break;
                case ListBlock list:
                    WriteList(list, 0, null);
                    break;
                case QuoteBlock quote:
                    var style = session.Book.Paragraph("Quote");
                    WriteBlocks(quote, content => paragraphs.Styled(style, content));
                    break;
                case LinkReferenceDefinitionGroup or LinkReferenceDefinition or ThematicBreakBlock:
                    break;
                case ContainerBlock inner:
                    WriteBlocks(inner, paragraph);
                    break;
                case LeafBlock leaf:
                    paragraph(() => WriteLeaf(leaf));
                    break;
            }
        }
    }

    private void WriteList(ListBlock list, int level, string? outer)
    {
        var style = session.Book.Paragraph(list.IsOrdered ? "List Number" : "List Bullet");
        var start = int.TryParse(list.OrderedStart, out var first) ? first : 1;
        var number = outer ?? ListOf(style, list, level, start);
        foreach (var item in list.OfType<ListItemBlock>())
        {
            var isFirst = true;
            foreach (var block in item)
            {
                switch (block)
                {
                    case ListBlock inner:
                        WriteList(
                            inner,
                            Math.Min(level + 1, DeepestList),
                            inner.IsOrdered == list.IsOrdered ? number : null
                        );
                        break;
                    case ContainerBlock container:
                        WriteBlocks(container, content => paragraphs.Item(style, null, level, content));
                        break;
                    case LinkReferenceDefinition or ThematicBreakBlock:
                        break;
                    case LeafBlock leaf:
                        paragraphs.Item(style, isFirst ? number : null, level, () => WriteLeaf(leaf));
                        isFirst = false;
                        break;
                }
            }
        }
    }

    /// <summary>The look of the template's own list style when it goes deep enough, counting anew.</summary>
    private string ListOf(string style, ListBlock list, int level, int start)
    {
        var depth = 1 + level + list.Descendants<ListBlock>().Select(Depth).DefaultIfEmpty(0).Max();
        var known = session.Book.Styles.ListOf(style)?.List;
        return known is null || start != 1 || session.Lists.DepthOf(known) < depth
                ? session.Lists.New(list.IsOrdered, start)
            : list.IsOrdered ? session.Lists.Restart(known)
            : known;

        int Depth(ListBlock inner)
        {
            var steps = 0;
            for (Block? outer = inner; outer is not null && outer != list; outer = outer.Parent)
            {
                steps += outer is ListBlock ? 1 : 0;
            }

            return steps;
        }
    }

    private void WriteLeaf(LeafBlock leaf)
    {
        if (leaf.Inline is not null)
        {
            WriteInlines(leaf.Inline, Emphasis.None);
        }
        else if (leaf is CodeBlock code)
        {
            paragraphs.Text(code.Lines.ToString(), Emphasis.Code);
        }
        else
        {
            paragraphs.Text(leaf.Lines.ToString(), Emphasis.None);
        }
    }

    private void WriteInlines(ContainerInline container, Emphasis emphasis)
    {
        foreach (var inline in container)
        {
            switch (inline)
            {
                case LiteralInline literal:
                    paragraphs.Text(literal.Content.ToString(), emphasis);
                    break;
                case EmphasisInline strong:
                    WriteInlines(strong, emphasis | Of(strong));
                    break;
                case CodeInline code:
                    paragraphs.Text(code.Content, emphasis | Emphasis.Code);
                    break;
                case LineBreakInline { IsHard: true }:
                    paragraphs.Break();
                    break;
                case LineBreakInline:
                    paragraphs.Text(" ", emphasis);
                    break;
                case HtmlEntityInline entity:
                    paragraphs.Text(entity.Transcoded.ToString(), emphasis);
                    break;
                case AutolinkInline link:
                    var address = link.IsEmail ? "mailto:" + link.Url : link.Url;
                    WriteLink(address, emphasis, look => paragraphs.Text(link.Url, look));
                    break;
                case LinkInline { FirstChild: null } bare:
                    WriteLink(bare.Url, emphasis, look => paragraphs.Text(bare.Url ?? "", look));
                    break;
                // A picture is somewhere else: its words lead there.
                case LinkInline link:
                    WriteLink(link.Url, emphasis, look => WriteInlines(link, look));
                    break;
                case ContainerInline other:
                    WriteInlines(other, emphasis);
                    break;
            }
        }
    }

    private void WriteLink(string? address, Emphasis emphasis, Action<Emphasis> content)
    {
        if (address is not null && FieldWriter.IsHarmless(address) && !emphasis.HasFlag(Emphasis.Link))
        {
            paragraphs.Link(address, () => content(emphasis | Emphasis.Link));
        }
        else
        {
            content(emphasis);
        }
    }

    private static Emphasis Of(EmphasisInline inline) =>
        inline.DelimiterChar == '~' ? Emphasis.Struck
        : inline.DelimiterCount >= 2 ? Emphasis.Bold
        : Emphasis.Italic;
}
