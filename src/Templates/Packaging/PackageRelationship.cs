using System.Xml.Linq;

namespace Connector.Templates;

/// <param name="Id">Name by which its source calls it.</param>
/// <param name="Type">URI of the relationship's kind.</param>
/// <param name="Target">Path of a part, or an address when <paramref name="IsExternal"/>.</param>
/// <param name="IsExternal">Whether the target lies outside of the package.</param>
internal sealed record PackageRelationship(string Id, string Type, string Target, bool IsExternal)
{
    internal static readonly XNamespace Namespace =
        "http://schemas.openxmlformats.org/package/2006/relationships";

    /// <summary>Last word of the type: <c>officeDocument</c>, <c>hyperlink</c>, <c>header</c> …</summary>
    internal string Kind => Type[(Type.LastIndexOf('/') + 1)..];

    /// <summary>Where the relationships of a part stand; those of the package itself for an empty path.</summary>
    internal static string PathFor(string part)
    {
        var slash = part.LastIndexOf('/');
        return $"{part[..(slash + 1)]}_rels/{part[(slash + 1)..]}.rels";
    }

    /// <param name="source">The part that has these relationships.</param>
    /// <param name="root">The root of its <c>.rels</c> file.</param>
    internal static IReadOnlyList<PackageRelationship> All(string source, XElement root) =>
        [.. root.Elements(Namespace + "Relationship").Select(element => Read(source, element))];

    private static PackageRelationship Read(string source, XElement element)
    {
        var target = (string?)element.Attribute("Target") ?? "";
        var isExternal = (string?)element.Attribute("TargetMode") == "External";
        return new PackageRelationship(
            (string?)element.Attribute("Id") ?? "",
            (string?)element.Attribute("Type") ?? "",
            isExternal ? target : Resolve(source, target),
            isExternal
        );
    }

    /// <summary>Targets are relative to the folder of their source, or absolute with a leading slash.</summary>
    private static string Resolve(string source, string target)
    {
        var folder = source.Contains('/', StringComparison.Ordinal) ? source[..source.LastIndexOf('/')] : "";
        var steps = new List<string>();
        foreach (var step in (target.StartsWith('/') ? target : $"{folder}/{target}").Split('/'))
        {
            if (step is "" or ".")
            {
                continue;
            }

            if (step != "..")
            {
                steps.Add(step);
            }
            else if (steps.Count > 0)
            {
                steps.RemoveAt(steps.Count - 1);
            }
        }

        return string.Join('/', steps);
    }
}
