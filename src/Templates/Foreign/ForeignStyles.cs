using System.Xml.Linq;
using static Connector.Templates.WordText;

namespace Connector.Templates;

/// <summary>
/// The styles of a document that is inserted. One that the template has under the same name is the template's, so that
/// the whole looks like one document; any other comes over with those that it is based on.
/// </summary>
internal sealed class ForeignStyles(PackageParts package, FillSession session, ForeignLists lists)
{
    private readonly DocumentStyles source = DocumentStyles.Of(package);
    private readonly Dictionary<string, string?> mapped = new(StringComparer.Ordinal);

    /// <summary>The identifier here; null when the document does not define the style.</summary>
    internal string? Map(string id)
    {
        if (mapped.TryGetValue(id, out var known))
        {
            return known;
        }

        if (source[id] is not { } style)
        {
            return mapped[id] = null;
        }

        var type = (string?)style.Attribute(W + "type") ?? "paragraph";
        if (session.Book.Styles.IdOf(type, DocumentStyles.NameOf(style)) is { } same)
        {
            return mapped[id] = same;
        }

        // Known before its relatives are brought, which may name it.
        var here = session.Book.FreeId(id);
        mapped[id] = here;
        var copy = new XElement(style);
        copy.SetAttributeValue(W + "styleId", here);
        copy.Attribute(W + "default")?.Remove();
        session.Book.Add(copy);
        foreach (var relative in copy.Elements().Where(IsRelative).ToList())
        {
            MapRelative(relative);
        }

        foreach (var list in copy.Descendants(W + "numId").Attributes(W + "val"))
        {
            list.Value = list.Value == "0" ? "0" : lists.Map(list.Value) ?? "0";
        }

        return here;
    }

    private static bool IsRelative(XElement element) =>
        element.Name == W + "basedOn" || element.Name == W + "link" || element.Name == W + "next";

    private void MapRelative(XElement relative)
    {
        if (
            relative.Name != W + "next"
            && relative.Attribute(W + "val") is { } value
            && Map(value.Value) is { } here
        )
        {
            value.Value = here;
        }
        else
        {
            relative.Remove();
        }
    }
}
