using System.Xml.Linq;
using static Connector.Templates.WordText;

namespace Connector.Templates;

/// <summary>
/// Word processors rename the identifiers of styles, not their names: a copied block takes the style of the same
/// name, which is copied along when the document has none.
/// </summary>
internal sealed class StyleImport
{
    private static readonly XName[] References =
    [
        W + "pStyle",
        W + "rStyle",
        W + "tblStyle",
        W + "basedOn",
        W + "next",
        W + "link",
    ];

    private readonly PackageParts from;
    private readonly PackageParts to;
    private readonly string path;
    private SourceXml? edited;
    private readonly Dictionary<string, XElement> fresh = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> known = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> byName = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> taken = new(StringComparer.Ordinal);

    internal StyleImport(PackageParts from, PackageParts to) =>
        (this.from, this.to, path) = (from, to, MainPart.PathIn(to, "styles") ?? "");

    internal void Apply(XElement copy)
    {
        if (edited is null && !Open())
        {
            return;
        }

        foreach (var reference in copy.Descendants().Where(element => References.Contains(element.Name)))
        {
            reference.SetAttributeValue(W + "val", Map((string?)reference.Attribute(W + "val") ?? ""));
        }
    }

    internal void Save()
    {
        if (edited is { IsChanged: true })
        {
            to[path] = edited.Save();
        }
    }

    /// <summary>Reads both sheets when first asked; false when a document has none.</summary>
    private bool Open()
    {
        var source = MainPart.PathIn(from, "styles") ?? "";
        if (path.Length == 0 || source.Length == 0)
        {
            return false;
        }

        edited = new SourceXml(to[path]);
        foreach (var style in edited.Root.Elements(W + "style"))
        {
            byName.TryAdd(Name(style), Id(style));
            taken.Add(Id(style));
        }

        foreach (var style in SafeXml.Parse(from[source]).Elements(W + "style"))
        {
            fresh.TryAdd(Id(style), style);
        }

        return true;
    }

    private string Map(string id)
    {
        if (known.TryGetValue(id, out var mapped) || !fresh.TryGetValue(id, out var style))
        {
            return mapped ?? id;
        }

        if (byName.TryGetValue(Name(style), out var same))
        {
            return known[id] = same;
        }

        var free = id;
        while (!taken.Add(free))
        {
            free += "Connector";
        }

        known[id] = free;
        var copy = new XElement(style);
        copy.SetAttributeValue(W + "styleId", free);
        copy.SetAttributeValue(W + "default", null);
        Apply(copy);
        edited!.Root.Add(copy);
        return free;
    }

    private static string Id(XElement style) => (string?)style.Attribute(W + "styleId") ?? "";

    /// <summary>A paragraph's and a run's style may have the same name.</summary>
    private static string Name(XElement style) =>
        $"{(string?)style.Attribute(W + "type")} {(string?)style.Element(W + "name")?.Attribute(W + "val")}";
}
