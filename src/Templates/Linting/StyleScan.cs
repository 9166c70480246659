using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Connector.Templates;

/// <summary>Styles that are named in the text and that the document does not have: once each, where first used.</summary>
internal sealed class StyleScan
{
    private readonly HashSet<string> known;

    internal StyleScan(PackageParts package)
    {
        var main = PackageRepair.MainPath(package);
        var path = package.RelationshipsOf(main).FirstOrDefault(link => link.Kind == "styles")?.Target;
        known =
            path is null || !package.Contains(path)
                ? []
                :
                [
                    .. PackageParts
                        .Parse(package[path])
                        .Elements(WordText.W + "style")
                        .Select(style => (string?)style.Attribute(WordText.W + "styleId") ?? ""),
                ];
    }

    internal IEnumerable<LintFound> Find(LintedPart part)
    {
        foreach (var element in part.Root.Descendants())
        {
            var name = element switch
            {
                ParagraphStyleId paragraph => paragraph.Val?.Value,
                RunStyle run => run.Val?.Value,
                TableStyle table => table.Val?.Value,
                _ => null,
            };
            if (!string.IsNullOrEmpty(name) && known.Add(name))
            {
                yield return LintFound.At(part, Holder(element), LintProblems.NoStyle(name));
            }
        }
    }

    private static OpenXmlElement? Holder(OpenXmlElement element) =>
        element.Ancestors().FirstOrDefault(ancestor => ancestor is Run or Paragraph or Table);
}
