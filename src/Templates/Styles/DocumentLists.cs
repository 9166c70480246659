using System.Globalization;
using System.Xml.Linq;
using static Connector.Templates.WordText;

namespace Connector.Templates;

/// <summary>The numbered and bulleted lists of a document (ECMA-376 part 1, 17.9), and those that filling adds.</summary>
internal sealed class DocumentLists
{
    private const int Levels = 9;

    private readonly MainPart part;
    private readonly XElement root;
    private bool isChanged;
    private int nextList;
    private int nextPattern;

    internal DocumentLists(PackageParts package)
    {
        part = new MainPart(package, "numbering");
        root = part.Root;
        nextList = Largest("num", "numId") + 1;
        nextPattern = Largest("abstractNum", "abstractNumId") + 1;
    }

    /// <summary>Whether the list's level counts; bullets do not.</summary>
    internal bool Counts(string list, int level) =>
        Format(list, level) is { } format && format is not ("bullet" or "none");

    internal int DepthOf(string list) => PatternOf(list)?.Elements(W + "lvl").Count() ?? 0;

    /// <summary>Format and text of a level, as in <c>decimal</c> and <c>%1.%2</c>; null when there is no such list.</summary>
    internal string? Format(string list, int level) => Property(LevelOf(list, level), "numFmt");

    internal string? TextOf(string list, int level) => Property(LevelOf(list, level), "lvlText");

    /// <summary>Where a level begins to count, 1 unless it says otherwise.</summary>
    internal int StartOf(string list, int level) =>
        int.TryParse(Property(LevelOf(list, level), "start"), CultureInfo.InvariantCulture, out var start)
            ? start
            : 1;

    /// <summary>A list that looks the same and counts from its start.</summary>
    internal string Restart(string list)
    {
        if (PatternOf(list) is not { } pattern)
        {
            return list;
        }

        return Add(
            (string)pattern.Attribute(W + "abstractNumId")!,
            pattern
                .Elements(W + "lvl")
                .Select(level => new XElement(
                    W + "lvlOverride",
                    new XAttribute(W + "ilvl", (string?)level.Attribute(W + "ilvl") ?? "0"),
                    new XElement(
                        W + "startOverride",
                        new XAttribute(W + "val", Property(level, "start") ?? "1")
                    )
                ))
        );
    }

    /// <summary>A list of the engine's own, nine levels deep.</summary>
    internal string New(bool isNumbered, int start)
    {
        var id = Number(nextPattern++);
        AddPattern(
            new XElement(
                W + "abstractNum",
                new XAttribute(W + "abstractNumId", id),
                new XElement(W + "multiLevelType", new XAttribute(W + "val", "hybridMultilevel")),
                Enumerable
                    .Range(0, Levels)
                    .Select(level => NewLevel(level, isNumbered, level == 0 ? start : 1))
            )
        );
        return Add(id, []);
    }

    /// <summary>Copies a list of another document, and gives the number that it has here.</summary>
    internal string? Import(DocumentLists other, string list)
    {
        if (other.PatternOf(list) is not { } pattern)
        {
            return null;
        }

        var copy = new XElement(pattern);
        var id = Number(nextPattern++);
        copy.SetAttributeValue(W + "abstractNumId", id);
        // Identities of lists and links to styles belong to one document.
        copy.Elements(W + "nsid").Remove();
        copy.Elements(W + "tmpl").Remove();
        copy.Elements(W + "styleLink").Remove();
        copy.Elements(W + "numStyleLink").Remove();
        copy.Descendants(W + "pStyle").Remove();
        copy.Descendants(W + "lvlPicBulletId").Remove();
        AddPattern(copy);
        return Add(id, other.ListOf(list)!.Elements(W + "lvlOverride").Select(level => new XElement(level)));
    }

    internal void Save()
    {
        if (isChanged)
        {
            part.Save();
        }
    }

    private static XElement NewLevel(int level, bool isNumbered, int start) =>
        new(
            W + "lvl",
            new XAttribute(W + "ilvl", Number(level)),
            new XElement(W + "start", new XAttribute(W + "val", Number(start))),
            new XElement(W + "numFmt", new XAttribute(W + "val", isNumbered ? "decimal" : "bullet")),
            new XElement(
                W + "lvlText",
                new XAttribute(
                    W + "val",
                    isNumbered ? $"%{Number(level + 1)}."
                        : level % 2 == 0 ? "•"
                        : "–"
                )
            ),
            new XElement(W + "lvlJc", new XAttribute(W + "val", "left")),
            new XElement(
                W + "pPr",
                new XElement(
                    W + "ind",
                    new XAttribute(W + "left", Number(397 * (level + 1))),
                    new XAttribute(W + "hanging", "397")
                )
            )
        );

    private string Add(string pattern, IEnumerable<XElement> overrides)
    {
        var id = Number(nextList++);
        var list = new XElement(
            W + "num",
            new XAttribute(W + "numId", id),
            new XElement(W + "abstractNumId", new XAttribute(W + "val", pattern)),
            overrides
        );
        var last =
            root.Elements(W + "num").LastOrDefault() ?? root.Elements(W + "abstractNum").LastOrDefault();
        last!.AddAfterSelf(list);
        isChanged = true;
        return id;
    }

    private void AddPattern(XElement pattern)
    {
        if (root.Elements(W + "abstractNum").LastOrDefault() is { } last)
        {
            last.AddAfterSelf(pattern);
        }
        else if (root.Elements(W + "num").FirstOrDefault() is { } first)
        {
            first.AddBeforeSelf(pattern);
        }
        else
        {
            root.Add(pattern);
        }
    }

    private XElement? ListOf(string list) =>
        root.Elements(W + "num").FirstOrDefault(num => (string?)num.Attribute(W + "numId") == list);

    private XElement? PatternOf(string list)
    {
        var id = Property(ListOf(list), "abstractNumId");
        return root.Elements(W + "abstractNum")
            .FirstOrDefault(pattern => (string?)pattern.Attribute(W + "abstractNumId") == id);
    }

    private XElement? LevelOf(string list, int level) =>
        PatternOf(list)
            ?.Elements(W + "lvl")
            .FirstOrDefault(known => (string?)known.Attribute(W + "ilvl") == Number(level));

    private int Largest(string element, string attribute) =>
        XmlNumber.Last(root.Elements(W + element).Attributes(W + attribute));

    private static string? Property(XElement? element, string name) =>
        (string?)element?.Element(W + name)?.Attribute(W + "val");

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
