using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Connector.Templates;

/// <summary>Some characters of a paragraph: a tag, or what was meant as one.</summary>
/// <param name="Tag">The tag that stands there; null when it cannot be read as one.</param>
internal sealed record TagSpot(
    LintedPart Part,
    Paragraph Paragraph,
    ParagraphText Text,
    int Start,
    int End,
    TagPlace? Tag
)
{
    private IReadOnlyList<Run>? runs;
    private string? rewritten;

    /// <summary>As it stands in the document, or as it was mended.</summary>
    internal string Written => rewritten ?? Text.Text[Start..End];

    /// <summary>The runs that hold it and nothing else.</summary>
    internal IReadOnlyList<Run> Runs => runs ??= Text.Isolate(Start, End);

    /// <summary>The paragraph, link or control in which it begins.</summary>
    internal OpenXmlElement? Holder => Parent(Runs[0]);

    internal bool IsInOneHolder => Runs.All(run => run.Parent == Runs[0].Parent);

    /// <summary>Whether its letters look the same from the first to the last, and stand in the same link or control.</summary>
    internal bool IsUniform => Runs.Skip(1).All(run => Look(run) == Look(Runs[0]) && Parent(run) == Holder);

    /// <summary>
    /// Puts <paramref name="written"/> in place of it, all in the look of its first letter, which is the one that
    /// filling takes.
    /// </summary>
    internal void Rewrite(string written)
    {
        var first = Runs[0];
        foreach (var child in first.ChildElements.Where(child => child is not RunProperties).ToList())
        {
            child.Remove();
        }

        first.AppendChild(new Text(written) { Space = SpaceProcessingModeValues.Preserve });
        foreach (var run in Runs.Skip(1))
        {
            run.Remove();
        }

        runs = [first];
        rewritten = written;
    }

    /// <summary>One run for the whole of it.</summary>
    internal void Join() => Rewrite(Written);

    /// <summary>Language and proofing marks do not show.</summary>
    private static string Look(Run run)
    {
        if (run.RunProperties?.CloneNode(true) is not RunProperties properties)
        {
            return "";
        }

        properties.RemoveAllChildren<Languages>();
        properties.RemoveAllChildren<NoProof>();
        properties.RemoveAllChildren<RunPropertiesChange>();
        return properties.InnerXml;
    }

    /// <summary>A tracked insertion is no place of its own: filling accepts it.</summary>
    private static OpenXmlElement? Parent(Run run)
    {
        var parent = run.Parent;
        while (parent is InsertedRun or MoveToRun)
        {
            parent = parent.Parent;
        }

        return parent;
    }
}
