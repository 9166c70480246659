using System.Text;
using System.Xml.Linq;

namespace Connector.Templates;

/// <summary>
/// The parts of a .docx by path without leading slash, in memory. Content types and relationships (ECMA-376
/// part 2) are kept as XML and written back sorted as they came, new ones last.
/// </summary>
internal sealed class PackageParts
{
    internal const string ContentTypesPath = "[Content_Types].xml";

    private static readonly XNamespace Types = "http://schemas.openxmlformats.org/package/2006/content-types";
    private static readonly XNamespace Package = PackageRelationship.Namespace;

    private readonly SortedDictionary<string, ReadOnlyMemory<byte>> parts;
    private readonly XElement contentTypes;
    private readonly Dictionary<
        string,
        (ReadOnlyMemory<byte> Bytes, IReadOnlyList<PackageRelationship> Links)
    > links = new(StringComparer.Ordinal);

    private (string Path, ReadOnlyMemory<byte> Bytes, XElement Root)? tree;

    internal PackageParts(
        IEnumerable<KeyValuePair<string, ReadOnlyMemory<byte>>> parts,
        XElement contentTypes
    )
    {
        this.parts = new SortedDictionary<string, ReadOnlyMemory<byte>>(StringComparer.Ordinal);
        foreach (var (path, bytes) in parts)
        {
            this.parts[path] = bytes;
        }

        this.contentTypes = contentTypes;
    }

    /// <summary>Paths in a stable order, without the content types.</summary>
    internal IEnumerable<string> Paths => parts.Keys;

    internal ReadOnlyMemory<byte> this[string path]
    {
        get => parts[path];
        set => parts[path] = value;
    }

    internal bool Contains(string path) => parts.ContainsKey(path);

    /// <summary>Keeps the tree of a part that was parsed to check it, for the one who needs it next.</summary>
    internal void Keep(string path, XElement root) => tree = (path, parts[path], root);

    /// <summary>The part as a tree of the caller's own: the one that is kept, once, while the part is what it was made from.</summary>
    internal XElement Take(string path)
    {
        var bytes = parts[path];
        if (tree is { } kept && kept.Path == path && kept.Bytes.Equals(bytes))
        {
            tree = null;
            return kept.Root;
        }

        return Parse(bytes);
    }

    /// <summary>The part as a tree to look at, not to change.</summary>
    internal XElement Look(string path) =>
        tree is { } kept && kept.Path == path && kept.Bytes.Equals(parts[path])
            ? kept.Root
            : Parse(parts[path]);

    internal void Remove(string path)
    {
        parts.Remove(path);
        parts.Remove(PackageRelationship.PathFor(path));
        contentTypes
            .Elements(Types + "Override")
            .Where(type => Same((string?)type.Attribute("PartName"), "/" + path))
            .Remove();
    }

    internal PackageParts Copy()
    {
        var copy = new PackageParts(parts, new XElement(contentTypes));
        lock (links)
        {
            foreach (var (path, known) in links)
            {
                copy.links[path] = known;
            }
        }

        return copy;
    }

    internal ReadOnlyMemory<byte> ContentTypes() => Serialise(contentTypes);

    internal string? ContentTypeOf(string path) =>
        contentTypes
            .Elements(Types + "Override")
            .FirstOrDefault(type => Same((string?)type.Attribute("PartName"), "/" + path))
            ?.Attribute("ContentType")
            ?.Value
        ?? contentTypes
            .Elements(Types + "Default")
            .FirstOrDefault(type => Same((string?)type.Attribute("Extension"), Extension(path)))
            ?.Attribute("ContentType")
            ?.Value;

    internal void SetContentType(string path, string contentType)
    {
        var known = contentTypes
            .Elements(Types + "Override")
            .FirstOrDefault(type => Same((string?)type.Attribute("PartName"), "/" + path));
        if (known is null)
        {
            known = new XElement(Types + "Override", new XAttribute("PartName", "/" + path));
            contentTypes.Add(known);
        }

        known.SetAttributeValue("ContentType", contentType);
    }

    internal void SetDefaultContentType(string extension, string contentType)
    {
        var known = contentTypes
            .Elements(Types + "Default")
            .Any(type => Same((string?)type.Attribute("Extension"), extension));
        if (!known)
        {
            contentTypes.AddFirst(
                new XElement(
                    Types + "Default",
                    new XAttribute("Extension", extension),
                    new XAttribute("ContentType", contentType)
                )
            );
        }
    }

    /// <summary>The relationships of a part; of the package itself for an empty path.</summary>
    internal IReadOnlyList<PackageRelationship> RelationshipsOf(string path)
    {
        if (!parts.TryGetValue(PackageRelationship.PathFor(path), out var bytes))
        {
            return [];
        }

        // They are asked for dozens of times while a file is opened, and hardly ever change.
        lock (links)
        {
            if (!links.TryGetValue(path, out var known) || !known.Bytes.Equals(bytes))
            {
                links[path] = known = (bytes, PackageRelationship.All(path, Parse(bytes)));
            }

            return known.Links;
        }
    }

    internal void AddRelationship(string path, string id, string type, string target, bool isExternal)
    {
        var file = PackageRelationship.PathFor(path);
        var root = parts.TryGetValue(file, out var bytes)
            ? Parse(bytes)
            : new XElement(Package + "Relationships");
        root.Add(
            new XElement(
                Package + "Relationship",
                new XAttribute("Id", id),
                new XAttribute("Type", type),
                new XAttribute("Target", target),
                isExternal ? new XAttribute("TargetMode", "External") : null
            )
        );
        parts[file] = Serialise(root);
    }

    internal void RemoveRelationship(string path, string id)
    {
        var file = PackageRelationship.PathFor(path);
        var root = Parse(parts[file]);
        root.Elements(Package + "Relationship").Where(link => (string?)link.Attribute("Id") == id).Remove();
        parts[file] = Serialise(root);
    }

    internal static XElement Parse(ReadOnlyMemory<byte> bytes) => SafeXml.Parse(bytes);

    internal static ReadOnlyMemory<byte> Serialise(XElement root) =>
        Encoding.UTF8.GetBytes(
            "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
                + root.ToString(SaveOptions.DisableFormatting)
        );

    private static string Extension(string path) => path[(path.LastIndexOf('.') + 1)..];

    private static bool Same(string? one, string other) =>
        string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
