using System.Globalization;
using System.Xml.Linq;
using static Connector.Templates.WordText;

namespace Connector.Templates;

/// <summary>
/// Copies blocks of the new document into the edited one: fresh identifiers, styles by name, the edited document's
/// numbering, pictures and links with relationships of their own.
/// </summary>
internal sealed class BlockImport
{
    private readonly MergePart fresh;
    private readonly MergePart edited;
    private readonly StyleImport styles;
    private readonly LinkImport links;
    private readonly NoteImport? notes;
    private readonly Dictionary<XName, HashSet<string>> identifiers = [];
    private readonly HashSet<string> bookmarks = new(StringComparer.OrdinalIgnoreCase);

    /// <param name="notes">Null where a part can hold no references to notes.</param>
    internal BlockImport(
        MergePart fresh,
        MergePart edited,
        StyleImport styles,
        NumberingImport numbering,
        NoteImport? notes
    )
    {
        (this.fresh, this.edited, this.styles, Numbering, this.notes) = (
            fresh,
            edited,
            styles,
            numbering,
            notes
        );
        links = new LinkImport(fresh, edited);
    }

    internal NumberingImport Numbering { get; }

    internal XElement Import(XElement source)
    {
        if (identifiers.Count == 0)
        {
            Learn();
        }

        var copy = new XElement(source);
        if (notes is null)
        {
            RemoveNotes(copy);
        }

        notes?.Apply(copy);
        RemoveComments(copy);
        styles.Apply(copy);
        Numbering.Apply(copy);
        links.Apply(copy);
        RenewIdentifiers(copy);
        return copy;
    }

    private void Learn()
    {
        foreach (var name in Kinds)
        {
            identifiers[name] = new HashSet<string>(StringComparer.Ordinal);
        }

        foreach (var element in edited.Xml.Root.Descendants())
        {
            if (Identifier(element) is { } identifier)
            {
                identifiers[element.Name].Add(identifier.Value);
            }

            if (element.Name == W + "bookmarkStart")
            {
                bookmarks.Add((string?)element.Attribute(W + "name") ?? "");
            }
        }
    }

    private static readonly XNamespace Drawing =
        "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing";

    private static readonly XName[] Kinds = [W + "id", W + "bookmarkStart", Drawing + "docPr"];

    private static XAttribute? Identifier(XElement element) =>
        element.Name == W + "id" && element.Parent?.Name == W + "sdtPr" ? element.Attribute(W + "val")
        : element.Name == W + "bookmarkStart" ? element.Attribute(W + "id")
        : element.Name == Drawing + "docPr" ? element.Attribute("id")
        : null;

    private void RenewIdentifiers(XElement copy)
    {
        foreach (var element in copy.DescendantsAndSelf().ToList())
        {
            if (Identifier(element) is not { } identifier)
            {
                continue;
            }

            var number = 1000;
            var used = identifiers[element.Name];
            for (number += used.Count; !used.Add(Text(number)); number++)
            {
                continue;
            }

            if (element.Name == W + "bookmarkStart")
            {
                copy.DescendantsAndSelf(W + "bookmarkEnd")
                    .FirstOrDefault(end => (string?)end.Attribute(W + "id") == identifier.Value)
                    ?.SetAttributeValue(W + "id", Text(number));
                Rename(element);
            }

            identifier.Value = Text(number);
        }
    }

    private void Rename(XElement bookmark)
    {
        var wished = (string?)bookmark.Attribute(W + "name") ?? "";
        var name = wished;
        for (var number = 2; !bookmarks.Add(name); number++)
        {
            name = $"{wished[..Math.Min(wished.Length, 36)]}_{Text(number)}";
        }

        bookmark.SetAttributeValue(W + "name", name);
    }

    private static void RemoveNotes(XElement copy) =>
        copy.Descendants()
            .Where(element => element.Name.LocalName is "footnoteReference" or "endnoteReference")
            .Remove();

    /// <summary>What was said about the new document stays with it.</summary>
    private static void RemoveComments(XElement copy) =>
        copy.Descendants()
            .Where(element =>
                element.Name.LocalName is "commentRangeStart" or "commentRangeEnd" or "commentReference"
            )
            .Remove();

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
