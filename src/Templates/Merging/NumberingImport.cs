using System.Xml.Linq;
using static Connector.Templates.WordText;

namespace Connector.Templates;

/// <summary>
/// The edited document's list for each list of the new one: learnt from paragraphs that both have, else one whose
/// levels look the same, else a copy.
/// </summary>
internal sealed class NumberingImport
{
    private readonly SourceXml? edited;
    private readonly string path;
    private readonly PackageParts package;
    private readonly XElement fresh = new(W + "numbering");
    private readonly Dictionary<string, string> lists = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> kinds = new(StringComparer.Ordinal);

    internal NumberingImport(PackageParts from, PackageParts to)
    {
        (package, path) = (to, MainPart.PathIn(to, "numbering") ?? "");
        var source = MainPart.PathIn(from, "numbering") ?? "";
        if (path.Length > 0 && source.Length > 0)
        {
            edited = new SourceXml(to[path]);
            fresh = SafeXml.Parse(from[source]);
        }
    }

    /// <summary>The same paragraph in both documents.</summary>
    internal void Learn(XElement before, XElement after)
    {
        var (known, there) = (ListOf(before), ListOf(after));
        if (edited is null || known.Length == 0 || there.Length == 0 || !lists.TryAdd(known, there))
        {
            return;
        }

        if (
            KindOf(fresh, known) is { Length: > 0 } kind
            && KindOf(edited.Root, there) is { Length: > 0 } same
        )
        {
            kinds.TryAdd(kind, same);
        }
    }

    internal void Apply(XElement copy)
    {
        foreach (var list in copy.Descendants(W + "numId").ToList())
        {
            list.SetAttributeValue(W + "val", Map(Value(list)));
        }
    }

    internal void Save()
    {
        if (edited is { IsChanged: true })
        {
            package[path] = edited.Save();
        }
    }

    private string Map(string list)
    {
        if (lists.TryGetValue(list, out var known) || edited is null)
        {
            return known ?? list;
        }

        var number = Number(fresh, list);
        var kind = KindOf(fresh, list);
        if (number is null || kind.Length == 0)
        {
            return list;
        }

        var sameKind = KindOf(edited.Root, list);
        if (sameKind.Length > 0 && Look(Kind(edited.Root, sameKind)) == Look(Kind(fresh, kind)))
        {
            return lists[list] = list;
        }

        return lists[list] = AddList(number, kinds.GetValueOrDefault(kind) ?? AddKind(kind));
    }

    private string AddList(XElement number, string kind)
    {
        var copy = new XElement(number);
        var free = Free(edited!.Root.Elements(W + "num").Attributes(W + "numId"));
        copy.SetAttributeValue(W + "numId", free);
        copy.Element(W + "abstractNumId")?.SetAttributeValue(W + "val", kind);
        var last = edited
            .Root.Elements()
            .LastOrDefault(element => element.Name == W + "num" || element.Name == W + "abstractNum");
        if (last is null)
        {
            edited.Root.AddFirst(copy);
        }
        else
        {
            last.AddAfterSelf(copy);
        }

        return free;
    }

    private string AddKind(string kind)
    {
        var copy = new XElement(Kind(fresh, kind)!);
        var free = Free(edited!.Root.Elements(W + "abstractNum").Attributes(W + "abstractNumId"));
        copy.SetAttributeValue(W + "abstractNumId", free);
        copy.Element(W + "nsid")?.Remove();
        var last = edited.Root.Elements(W + "abstractNum").LastOrDefault();
        if (last is null)
        {
            edited.Root.AddFirst(copy);
        }
        else
        {
            last.AddAfterSelf(copy);
        }

        return kinds[kind] = free;
    }

    private static string Free(IEnumerable<XAttribute> used) => XmlNumber.Text(XmlNumber.Last(used) + 1);

    private static string ListOf(XElement paragraph) =>
        Value(paragraph.Element(W + "pPr")?.Element(W + "numPr")?.Element(W + "numId"));

    private static XElement? Number(XElement numbering, string list) =>
        numbering
            .Elements(W + "num")
            .FirstOrDefault(number => (string?)number.Attribute(W + "numId") == list);

    private static string KindOf(XElement numbering, string list) =>
        Value(Number(numbering, list)?.Element(W + "abstractNumId"));

    private static XElement? Kind(XElement numbering, string kind) =>
        numbering
            .Elements(W + "abstractNum")
            .FirstOrDefault(other => (string?)other.Attribute(W + "abstractNumId") == kind);

    /// <summary>Format and text of the first level: what a reader sees of a list.</summary>
    private static string Look(XElement? kind)
    {
        var level = kind?.Elements(W + "lvl").FirstOrDefault();
        return level is null
            ? ""
            : $"{Value(level.Element(W + "numFmt"))}|{Value(level.Element(W + "lvlText"))}";
    }

    private static string Value(XElement? element) => (string?)element?.Attribute(W + "val") ?? "";
}
