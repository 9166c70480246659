using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Connector.Templates;

/// <summary>One part under the linter's eyes: the text, a header, a footer, notes.</summary>
/// <param name="Path">Path in the package.</param>
/// <param name="Kind"><c>main</c>, or the kind of its relationship: <c>header</c> …</param>
internal sealed record LintedPart(string Path, string Kind, OpenXmlPartRootElement Root)
{
    internal bool IsMain => Kind == "main";

    /// <summary>The parts that may hold tags, the text first.</summary>
    internal static IReadOnlyList<LintedPart> Of(PackageParts package)
    {
        var main = PackageRepair.MainPath(package);
        List<LintedPart> parts = [new(main, "main", new Document(SafeXml.RootText(package[main])))];
        foreach (var link in package.RelationshipsOf(main).DistinctBy(link => link.Target))
        {
            if (package.Contains(link.Target) && Parse(link.Kind, package[link.Target]) is { } root)
            {
                parts.Add(new LintedPart(link.Target, link.Kind, root));
            }
        }

        return parts;
    }

    /// <summary>Paragraphs in reading order, without the second form of a text box for programs before Word 2010.</summary>
    internal IEnumerable<Paragraph> Paragraphs =>
        Root.Descendants<Paragraph>()
            .Where(paragraph =>
                !paragraph
                    .Ancestors<AlternateContentFallback>()
                    .Any(fallback => fallback.Parent?.GetFirstChild<AlternateContentChoice>() is not null)
            );

    private static OpenXmlPartRootElement? Parse(string kind, ReadOnlyMemory<byte> bytes) =>
        kind switch
        {
            "header" => new Header(SafeXml.RootText(bytes)),
            "footer" => new Footer(SafeXml.RootText(bytes)),
            "footnotes" => new Footnotes(SafeXml.RootText(bytes)),
            "endnotes" => new Endnotes(SafeXml.RootText(bytes)),
            _ => null,
        };
}
