using System.Globalization;
using System.Xml.Linq;
using static Connector.Templates.WordText;

namespace Connector.Templates;

/// <summary>
/// The styles of a document. Headings are known by the name of their style, because editors rename the
/// identifiers; built-in names are English in the file whatever language the editor speaks (ECMA-376 part 1, 17.7.4.9).
/// </summary>
internal sealed class DocumentStyles
{
    private const int LongestChain = 20;

    private readonly Dictionary<string, XElement> byId = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Type, string Name), string> byName = [];

    /// <param name="styles">The root of the styles part; null when the document has none.</param>
    internal DocumentStyles(XElement? styles)
    {
        foreach (var style in styles?.Elements(W + "style") ?? [])
        {
            var id = (string?)style.Attribute(W + "styleId") ?? "";
            byId.TryAdd(id, style);
            byName.TryAdd(((string?)style.Attribute(W + "type") ?? "", Fold(NameOf(style))), id);
        }
    }

    internal static DocumentStyles Of(PackageParts package) => new(RootOf(package));

    /// <summary>The root of the styles part; null when the document has none.</summary>
    internal static XElement? RootOf(PackageParts package)
    {
        var main = PackageRepair.MainPath(package);
        var path = package.RelationshipsOf(main).FirstOrDefault(link => link.Kind == "styles")?.Target;
        return path is not null && package.Contains(path) ? PackageParts.Parse(package[path]) : null;
    }

    internal XElement? this[string id] => byId.GetValueOrDefault(id);

    /// <param name="type"><c>paragraph</c>, <c>character</c>, <c>table</c> or <c>numbering</c>.</param>
    internal string? IdOf(string type, string name) => byName.GetValueOrDefault((type, Fold(name)));

    /// <summary>1 to 9 for a heading, by the paragraph's own level or that of its style; else null.</summary>
    internal int? HeadingLevel(XElement? paragraphProperties) =>
        HeadingLevel(StyleOf(paragraphProperties), Level(paragraphProperties));

    /// <param name="style">The paragraph's style, if it names one.</param>
    /// <param name="ownLevel">Its own outline level, from 0; 9 is running text.</param>
    internal int? HeadingLevel(string? style, int? ownLevel)
    {
        if (ownLevel is not null)
        {
            return ownLevel is >= 0 and < 9 ? ownLevel + 1 : null;
        }

        foreach (var known in Chain(style))
        {
            if (HeadingName(NameOf(known)) is { } named)
            {
                return named;
            }

            if (Level(known.Element(W + "pPr")) is { } level)
            {
                return level is >= 0 and < 9 ? level + 1 : null;
            }
        }

        return null;
    }

    /// <summary>Name of a style as it is compared; empty for none.</summary>
    internal string FoldedName(string? id) =>
        id is not null && this[id] is { } style ? Fold(NameOf(style)) : "";

    /// <summary>The list that a style puts its paragraphs into; null when into none.</summary>
    internal (string List, int Level)? ListOf(string? style)
    {
        var known = Chain(style)
            .Select(link => link.Element(W + "pPr")?.Element(W + "numPr"))
            .OfType<XElement>()
            .ToList();
        var list = known.Select(numbering => Child(numbering, "numId")).FirstOrDefault(id => id.Length > 0);
        var level = known.Select(numbering => Child(numbering, "ilvl")).FirstOrDefault(id => id.Length > 0);
        return list is null or "0"
            ? null
            : (list, int.TryParse(level, CultureInfo.InvariantCulture, out var depth) ? depth : 0);
    }

    /// <summary>The indents that a style gives its paragraphs; null when none of its own.</summary>
    internal XElement? IndentOf(string? style) =>
        Chain(style)
            .Select(link => link.Element(W + "pPr")?.Element(W + "ind"))
            .FirstOrDefault(found => found is not null);

    /// <summary>Whether the style brings a place for page numbers at the right.</summary>
    internal bool HasRightTab(string style) =>
        Chain(style)
            .Select(link => link.Element(W + "pPr")?.Element(W + "tabs"))
            .OfType<XElement>()
            .Any(tabs => tabs.Elements(W + "tab").Any(tab => (string?)tab.Attribute(W + "val") == "right"));

    internal IEnumerable<XElement> Chain(string? id)
    {
        for (var steps = 0; id is not null && steps < LongestChain && this[id] is { } style; steps++)
        {
            yield return style;
            id = (string?)style.Element(W + "basedOn")?.Attribute(W + "val");
        }
    }

    internal static string NameOf(XElement style) => Child(style, "name");

    private static string? StyleOf(XElement? paragraphProperties) =>
        (string?)paragraphProperties?.Element(W + "pStyle")?.Attribute(W + "val");

    private static int? Level(XElement? properties) =>
        int.TryParse(
            (string?)properties?.Element(W + "outlineLvl")?.Attribute(W + "val"),
            CultureInfo.InvariantCulture,
            out var level
        )
            ? level
            : null;

    private static int? HeadingName(string name) =>
        Fold(name) is ['h', 'e', 'a', 'd', 'i', 'n', 'g', ' ', >= '1' and <= '9' and var digit]
            ? digit - '0'
            : null;

    private static string Child(XElement element, string name) =>
        (string?)element.Element(W + name)?.Attribute(W + "val") ?? "";

    internal static string Fold(string name) => name.Trim().ToLowerInvariant();
}
