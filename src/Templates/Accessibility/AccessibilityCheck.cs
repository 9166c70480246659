using System.Xml.Linq;

namespace Connector.Templates;

/// <summary>
/// What a template lacks for people who do not see the page, or hear it: headings without gaps, marked header rows,
/// alternative texts, language and title (the Word part of EN 301 549, 10). What is missing in the template is
/// missing in every document made from it.
/// </summary>
public static class AccessibilityCheck
{
    /// <summary>The lacks in reading order, each with its place; empty when there is none.</summary>
    /// <exception cref="TemplateException">Not a .docx, or refused for safety.</exception>
    public static IReadOnlyList<TemplateProblem> Of(ReadOnlyMemory<byte> docx)
    {
        var package = PackageReader.Read(docx);
        return
        [
            .. Find(package, path => PackageParts.Parse(package[path])).Select(finding => finding.Problem),
        ];
    }

    /// <param name="part">The XML of the part at a path; findings point into it.</param>
    internal static IEnumerable<AccessibilityFinding> Find(PackageParts package, Func<string, XElement> part)
    {
        var main = PackageRepair.MainPath(package);
        var styles = DocumentStyles.Of(package);
        return Whole(package)
            .Concat(new AccessibilityWalk(main, styles, isMain: true).Find(part(main)))
            .Concat(
                package
                    .RelationshipsOf(main)
                    .Where(link => link.Kind is "header" or "footer" or "footnotes" or "endnotes")
                    .Select(link => link.Target)
                    .Where(package.Contains)
                    .Distinct()
                    .SelectMany(path => new AccessibilityWalk(path, styles, isMain: false).Find(part(path)))
            );
    }

    private static IEnumerable<AccessibilityFinding> Whole(PackageParts package)
    {
        if (!HasTitle(package))
        {
            yield return new AccessibilityFinding(AccessibilityProblems.NoTitle, null, null);
        }

        if (StyleBook.LacksLanguage(DocumentStyles.RootOf(package)))
        {
            yield return new AccessibilityFinding(AccessibilityProblems.NoLanguage, null, null);
        }
    }

    private static bool HasTitle(PackageParts package)
    {
        var path = package.RelationshipsOf("").FirstOrDefault(link => link.Kind == "core-properties")?.Target;
        return path is not null
            && package.Contains(path)
            && PackageParts
                .Parse(package[path])
                .Elements()
                .Any(property =>
                    property.Name.LocalName == "title" && !string.IsNullOrWhiteSpace(property.Value)
                );
    }
}

/// <param name="Path">The part; null when the whole document is concerned.</param>
/// <param name="Element">The heading, table or picture; null when the whole document is concerned.</param>
internal sealed record AccessibilityFinding(TemplateProblem Problem, string? Path, XElement? Element);
