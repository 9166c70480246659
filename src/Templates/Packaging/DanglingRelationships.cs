using System.Xml.Linq;

namespace Connector.Templates;

/// <summary>
/// Relationships to parts that are not in the package: an editor that meets one calls the whole document damaged. One that
/// the text does not name (theme, thumbnail, settings …) is taken out; one that it names, or that shares its name with
/// another, cannot be mended here.
/// </summary>
internal static class DanglingRelationships
{
    /// <exception cref="TemplateException">A part that the text needs is missing.</exception>
    internal static void Apply(PackageParts package, string source)
    {
        var links = package.RelationshipsOf(source);
        if (links.DistinctBy(link => link.Id).Count() < links.Count)
        {
            throw Refused(
                source,
                "deux de ses liens internes ont le même nom.",
                "two of its internal links have the same name."
            );
        }

        foreach (var link in links.Where(link => IsDangling(package, link)))
        {
            if (source.Length > 0 && IsNamed(package, source, link.Id))
            {
                throw Refused(
                    source,
                    $"il lui manque la partie « {link.Target} ».",
                    $"its part “{link.Target}” is missing."
                );
            }

            package.RemoveRelationship(source, link.Id);
        }
    }

    /// <summary>A link within the text (<c>#chapter</c>) may be written as internal; it names no part.</summary>
    private static bool IsDangling(PackageParts package, PackageRelationship link) =>
        !link.IsExternal && link.Kind != "hyperlink" && !package.Contains(link.Target);

    private static bool IsNamed(PackageParts package, string source, string id) =>
        package.Contains(source)
        && PackageReader.IsXml(package, source)
        && PackageParts
            .Parse(package[source])
            .DescendantsAndSelf()
            .Attributes()
            .Any(attribute =>
                attribute.Value == id
                && attribute.Name.NamespaceName.EndsWith("/relationships", StringComparison.Ordinal)
            );

    private static TemplateException Refused(string source, string french, string english) =>
        PackageReader.Refusal(PackageProblems.Broken(source.Length == 0 ? null : source, french, english));
}
