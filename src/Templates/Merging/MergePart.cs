using System.Security.Cryptography;
using System.Xml.Linq;

namespace Connector.Templates;

/// <summary>One part of one of the three documents, with what its relationships lead to.</summary>
internal sealed class MergePart
{
    internal static readonly XNamespace R =
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private readonly Dictionary<string, string> targets = new(StringComparer.Ordinal);

    internal MergePart(PackageParts package, string path)
    {
        Package = package;
        Path = path;
        Xml = new SourceXml(package[path], package.Take(path));
        Links = package
            .RelationshipsOf(path)
            .DistinctBy(link => link.Id)
            .ToDictionary(link => link.Id, StringComparer.Ordinal);
    }

    internal PackageParts Package { get; }

    internal string Path { get; }

    internal SourceXml Xml { get; }

    internal IReadOnlyDictionary<string, PackageRelationship> Links { get; }

    /// <summary>What an element's relationship leads to, the same in every copy: an address, or a digest of the bytes.</summary>
    internal string Target(string id)
    {
        if (!targets.TryGetValue(id, out var target))
        {
            target =
                !Links.TryGetValue(id, out var link) ? ""
                : link.IsExternal ? link.Target
                : Package.Contains(link.Target)
                    ? Convert.ToHexStringLower(SHA256.HashData(Package[link.Target].Span))
                : "";
            targets[id] = target;
        }

        return target;
    }
}
