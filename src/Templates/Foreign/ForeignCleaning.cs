using System.Xml.Linq;
using static Connector.Templates.WordText;

namespace Connector.Templates;

/// <summary>Takes out of an inserted document what belongs to it alone: sections, comments, tracking, its editor's marks.</summary>
internal static class ForeignCleaning
{
    private static readonly XNamespace Compatibility =
        "http://schemas.openxmlformats.org/markup-compatibility/2006";
    private static readonly XNamespace Word2010 = "http://schemas.microsoft.com/office/word/2010/wordml";

    private static readonly HashSet<string> Dropped =
    [
        "sectPr",
        "commentRangeStart",
        "commentRangeEnd",
        "commentReference",
        "proofErr",
        "lastRenderedPageBreak",
        "del",
        "moveFrom",
        "moveFromRangeStart",
        "moveFromRangeEnd",
        "moveToRangeStart",
        "moveToRangeEnd",
        "pPrChange",
        "rPrChange",
        "tblPrChange",
        "tcPrChange",
        "trPrChange",
        "tblGridChange",
        "numberingChange",
        "altChunk",
        "dataBinding",
        "permStart",
        "permEnd",
    ];

    internal static void Apply(XElement root, PackageParts package, string main)
    {
        DropIgnorable(root);
        root.Descendants(W + "tr")
            .Where(row => row.Element(W + "trPr")?.Element(W + "del") is not null)
            .ToList()
            .ForEach(row => row.Remove());
        root.Descendants().Where(IsReadBack).ToList().ForEach(element => element.Remove());
        root.Descendants()
            .Where(element => element.Name.Namespace == W && Dropped.Contains(element.Name.LocalName))
            .Where(element => element.Name.LocalName != "sectPr" || element.Parent?.Name == W + "pPr")
            .ToList()
            .ForEach(element => element.Remove());
        root.Descendants()
            .Where(element => element.Name == Compatibility + "Fallback")
            .Where(fallback => fallback.Descendants(W + "txbxContent").Any())
            .ToList()
            .ForEach(element => element.Remove());
        foreach (var insertion in root.Descendants().Where(IsInsertion).Reverse().ToList())
        {
            insertion.ReplaceWith(
                insertion.Parent?.Name.LocalName is "rPr" or "trPr" ? null : insertion.Nodes()
            );
        }

        BringNotes(root, package, main);
        foreach (var choice in root.Descendants(Compatibility + "Choice"))
        {
            DeclareRequired(choice);
        }
    }

    private static bool IsInsertion(XElement element) =>
        element.Name == W + "ins" || element.Name == W + "moveTo";

    /// <summary>Keys of a document that was filled once: read back here, they would be taken for this document's.</summary>
    private static bool IsReadBack(XElement element)
    {
        var name = (string?)element.Attribute(W + "name") ?? "";
        return element.Name == W + "tag" && element.Parent?.Name == W + "sdtPr"
            || element.Name == W + "bookmarkStart"
                && (
                    name.StartsWith("ligne_", StringComparison.Ordinal)
                    || name.StartsWith("libre_", StringComparison.Ordinal)
                );
    }

    /// <summary>The prefixes that a choice requires must be declared where it stands.</summary>
    private static void DeclareRequired(XElement choice)
    {
        foreach (var prefix in ((string?)choice.Attribute("Requires") ?? "").Split(' '))
        {
            if (prefix.Length > 0 && choice.GetNamespaceOfPrefix(prefix) is { } known)
            {
                choice.SetAttributeValue(XNamespace.Xmlns + prefix, known.NamespaceName);
            }
        }
    }

    /// <summary>What the document says may be ignored goes, and paragraph identities, which must not come twice.</summary>
    private static void DropIgnorable(XElement root)
    {
        var ignorable = ((string?)root.Attribute(Compatibility + "Ignorable") ?? "")
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(root.GetNamespaceOfPrefix)
            .OfType<XNamespace>()
            .Where(known => known != Word2010)
            .ToHashSet();
        root.Descendants()
            .Where(element => ignorable.Contains(element.Name.Namespace))
            .ToList()
            .ForEach(element => element.Remove());
        root.DescendantsAndSelf()
            .Attributes()
            .Where(attribute =>
                !attribute.IsNamespaceDeclaration
                && (
                    ignorable.Contains(attribute.Name.Namespace)
                    || attribute.Name.Namespace == Compatibility
                        && attribute.Parent!.Name.Namespace != Compatibility
                    || attribute.Name == Word2010 + "paraId"
                    || attribute.Name == Word2010 + "textId"
                )
            )
            .ToList()
            .ForEach(attribute => attribute.Remove());
    }

    /// <summary>A note's words come in brackets where its number stood.</summary>
    private static void BringNotes(XElement root, PackageParts package, string main)
    {
        foreach (var kind in new[] { "footnote", "endnote" })
        {
            var path = package.RelationshipsOf(main).FirstOrDefault(link => link.Kind == kind + "s")?.Target;
            var notes =
                path is null || !package.Contains(path)
                    ? []
                    : PackageParts
                        .Parse(package[path])
                        .Elements(W + kind)
                        .DistinctBy(note => (string?)note.Attribute(W + "id"))
                        .ToDictionary(
                            note => (string?)note.Attribute(W + "id") ?? "",
                            note => Of(note).Trim()
                        );
            foreach (var reference in root.Descendants(W + (kind + "Reference")).ToList())
            {
                var words = notes.GetValueOrDefault((string?)reference.Attribute(W + "id") ?? "", "");
                reference.Parent?.Element(W + "rPr")?.Remove();
                reference.ReplaceWith(
                    words.Length == 0
                        ? null
                        : new XElement(
                            W + "t",
                            new XAttribute(XNamespace.Xml + "space", "preserve"),
                            $" ({words.Replace('\n', ' ')})"
                        )
                );
            }
        }
    }
}
