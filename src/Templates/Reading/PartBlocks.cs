using System.Xml.Linq;
using static Connector.Templates.WordText;

namespace Connector.Templates;

/// <summary>The blocks of an edited document, part by part.</summary>
internal sealed class PartBlocks(
    PackageParts package,
    KnownData known,
    IReadOnlyDictionary<string, string> styles
)
{
    internal IReadOnlyList<ReadBlock> Main(string path)
    {
        var root = package.Take(path);
        return Reader(path).Read(root.Element(W + "body") ?? root);
    }

    /// <summary>Those of each part of a kind; each note is one of its own.</summary>
    internal IReadOnlyList<IReadOnlyList<ReadBlock>> Of(string main, string kind) =>
        [
            .. package
                .RelationshipsOf(main)
                .Where(link => link.Kind == kind && package.Contains(link.Target))
                .Select(link => link.Target)
                .Distinct()
                .SelectMany(path => Texts(SafeXml.Parse(package[path])).Select(Reader(path).Read)),
        ];

    private static IEnumerable<XElement> Texts(XElement root)
    {
        var notes = root.Elements()
            .Where(element => element.Name.LocalName is "footnote" or "endnote")
            .ToList();
        return notes.Count == 0 ? [root] : notes.Where(note => note.Attribute(W + "type") is null);
    }

    private BlockReader Reader(string path) =>
        new(
            known,
            styles,
            package
                .RelationshipsOf(path)
                .Where(link => link.IsExternal)
                .GroupBy(link => link.Id)
                .ToDictionary(group => group.Key, group => group.First().Target)
        );
}
