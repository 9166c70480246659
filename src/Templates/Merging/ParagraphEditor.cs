using System.Xml.Linq;
using static Connector.Templates.WordText;

namespace Connector.Templates;

/// <summary>Replaces words within a paragraph, and leaves all else that stands in it: runs, comments, marks.</summary>
internal static class ParagraphEditor
{
    /// <summary>The elements that hold the paragraph's words, with their place in <see cref="WordText.Of"/>.</summary>
    internal static List<WordLeaf> Leaves(XElement paragraph)
    {
        var leaves = new List<WordLeaf>();
        var start = 0;
        Walk(
            paragraph,
            (element, words) =>
            {
                if (element is not null)
                {
                    leaves.Add(new WordLeaf(element, words, start));
                }

                start += words.Length;
            }
        );
        return leaves;
    }

    /// <summary>Gives the run in which the new words stand; null when the paragraph has no place for them.</summary>
    internal static XElement? Replace(XElement paragraph, TextChange change)
    {
        var leaves = Leaves(paragraph);
        var hit = leaves.Where(leaf => leaf.Start < change.End && leaf.End > change.Start).ToList();
        if (
            hit.Count == 0
            && leaves.Find(leaf => leaf.Start <= change.Start && leaf.End >= change.Start) is { } at
        )
        {
            hit.Add(at);
        }

        if (hit.Count == 0)
        {
            return null;
        }

        var (first, last) = (hit[0], hit[^1]);
        var head = first.Text[..Math.Clamp(change.Start - first.Start, 0, first.Text.Length)];
        var tail = last.Text[Math.Clamp(change.End - last.Start, 0, last.Text.Length)..];
        var run = first.Element.Parent;
        foreach (var leaf in hit.Skip(1))
        {
            if (leaf == last && tail.Length > 0)
            {
                leaf.Element.ReplaceWith(Words(tail));
                tail = "";
            }
            else
            {
                Remove(leaf.Element, run);
            }
        }

        first.Element.ReplaceWith(Words(head + change.Words + (hit.Count == 1 ? tail : "")));
        return run;
    }

    /// <summary>A run's content for these words: texts, breaks, tabulations.</summary>
    internal static IEnumerable<XElement> Words(string words)
    {
        var from = 0;
        for (var at = 0; at <= words.Length; at++)
        {
            if (at < words.Length && words[at] is not ('\n' or '\t'))
            {
                continue;
            }

            if (at > from || words.Length == 0)
            {
                yield return new XElement(
                    W + "t",
                    new XAttribute(XNamespace.Xml + "space", "preserve"),
                    words[from..at]
                );
            }

            if (at < words.Length)
            {
                yield return new XElement(W + (words[at] == '\n' ? "br" : "tab"));
            }

            from = at + 1;
        }
    }

    /// <summary>With its run, when nothing else stands in it.</summary>
    private static void Remove(XElement leaf, XElement? kept)
    {
        var run = leaf.Parent;
        leaf.Remove();
        if (
            run is not null
            && run != kept
            && run.Name == W + "r"
            && run.Parent?.Name != W + "sdtContent"
            && run.Elements().All(element => element.Name == W + "rPr")
        )
        {
            run.Remove();
        }
    }
}

/// <summary>A text, break or tabulation, and where its words start.</summary>
internal sealed record WordLeaf(XElement Element, string Text, int Start)
{
    internal int End => Start + Text.Length;
}
