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

    /// <param name="styles">The root of the styles part; null when the document has none.</param>
    internal DocumentStyles(XElement? styles)
    {
        Root = styles;
        foreach (var style in styles?.Elements(W + "style") ?? [])
        {
            byId.TryAdd((string?)style.Attribute(W + "styleId") ?? "", style);
        }
    }

    internal XElement? Root { get; }

    internal static DocumentStyles Of(PackageParts package)
    {
        var main = PackageRepair.MainPath(package);
        var path = package.RelationshipsOf(main).FirstOrDefault(link => link.Kind == "styles")?.Target;
        return new DocumentStyles(
            path is not null && package.Contains(path) ? PackageParts.Parse(package[path]) : null
        );
    }

    /// <summary>1 to 9 for a heading, by the paragraph's own level or that of its style; else null.</summary>
    internal int? HeadingLevel(XElement? paragraphProperties)
    {
        if (Level(paragraphProperties) is { } own)
        {
            return own is >= 0 and < 9 ? own + 1 : null;
        }

        foreach (var style in Chain(StyleOf(paragraphProperties)))
        {
            if (HeadingName(NameOf(style)) is { } named)
            {
                return named;
            }

            if (Level(style.Element(W + "pPr")) is { } level)
            {
                return level is >= 0 and < 9 ? level + 1 : null;
            }
        }

        return null;
    }

    private IEnumerable<XElement> Chain(string? id)
    {
        for (
            var steps = 0;
            id is not null && steps < LongestChain && byId.TryGetValue(id, out var style);
            steps++
        )
        {
            yield return style;
            id = (string?)style.Element(W + "basedOn")?.Attribute(W + "val");
        }
    }

    private static string NameOf(XElement style) => Child(style, "name");

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

    private static string Fold(string name) => name.Trim().ToLowerInvariant();
}
