using System.Xml.Linq;
using static Connector.Templates.WordText;

namespace Connector.Templates;

/// <summary>
/// A part that the main document calls by its kind: <c>styles</c>, <c>numbering</c> or <c>comments</c>, made empty when
/// there is none (ECMA-376 part 1, 11.3: kind, root element, content type and relationship share the name).
/// </summary>
internal sealed class MainPart
{
    private readonly PackageParts package;
    private readonly string kind;
    private readonly string path;
    private readonly bool isMissing;

    internal MainPart(PackageParts package, string kind)
    {
        (this.package, this.kind) = (package, kind);
        var known = PathIn(package, kind);
        isMissing = known is null;
        path = known ?? $"word/{kind}.xml";
        Root = isMissing
            ? new XElement(W + kind, new XAttribute(XNamespace.Xmlns + "w", W))
            : PackageParts.Parse(package[path]);
    }

    internal XElement Root { get; }

    /// <summary>Where the main document's part of a kind is; null when it has none.</summary>
    internal static string? PathIn(PackageParts package, string kind) =>
        package
            .RelationshipsOf(PackageRepair.MainPath(package))
            .FirstOrDefault(link => link.Kind == kind && !link.IsExternal && package.Contains(link.Target))
            ?.Target;

    /// <summary>Tells the package what a new part is, and the main document where it is.</summary>
    internal static void Register(PackageParts package, string kind, string path)
    {
        package.AddRelationship(
            PackageRepair.MainPath(package),
            $"connector{char.ToUpperInvariant(kind[0])}{kind[1..]}",
            $"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}",
            "/" + path,
            isExternal: false
        );
        package.SetContentType(
            path,
            $"application/vnd.openxmlformats-officedocument.wordprocessingml.{kind}+xml"
        );
    }

    internal void Save()
    {
        if (isMissing)
        {
            Register(package, kind, path);
        }

        package[path] = PackageParts.Serialise(Root);
    }
}
