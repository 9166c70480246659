using System.Globalization;
using System.Xml.Linq;
using static Connector.Templates.WordText;

namespace Connector.Templates;

/// <summary>The styles of the document being filled: found by name, added when the template has none of that name.</summary>
internal sealed class StyleBook
{
    private readonly MainPart part;
    private readonly XElement root;
    private bool isChanged;

    internal StyleBook(PackageParts package)
    {
        part = new MainPart(package, "styles");
        root = part.Root;
        Styles = new DocumentStyles(root);
    }

    internal DocumentStyles Styles { get; private set; }

    internal string Paragraph(string name) => Styles.IdOf("paragraph", name) ?? AddBuiltIn("paragraph", name);

    internal string Character(string name) => Styles.IdOf("character", name) ?? AddBuiltIn("character", name);

    /// <summary>Adds a style that another document brought, under an identifier that is free here.</summary>
    internal void Add(XElement style)
    {
        root.Add(style);
        Styles = new DocumentStyles(root);
        isChanged = true;
    }

    internal string FreeId(string wished)
    {
        var id = wished;
        for (var number = 2; Styles[id] is not null; number++)
        {
            id = wished + number.ToString(CultureInfo.InvariantCulture);
        }

        return id;
    }

    /// <param name="root">Of the styles part; null when the document has none.</param>
    internal static bool LacksLanguage(XElement? root) =>
        root is null
        || !root.Elements(W + "docDefaults")
            .Concat(
                root.Elements(W + "style")
                    .Where(style => (string?)style.Attribute(W + "default") is "1" or "true")
            )
            .Descendants(W + "lang")
            .Any(language => !string.IsNullOrEmpty((string?)language.Attribute(W + "val")));

    /// <summary>The language of a template that says none, so that a screen reader speaks the right one.</summary>
    internal void EnsureLanguage(string language)
    {
        var defaults = Child(root, "docDefaults");
        var run = Child(Child(defaults, "rPrDefault"), "rPr");
        run.Elements(W + "lang").Remove();
        run.Add(new XElement(W + "lang", new XAttribute(W + "val", language)));
        isChanged = true;
    }

    internal void Save()
    {
        if (isChanged)
        {
            part.Save();
        }
    }

    private static XElement Child(XElement parent, string name)
    {
        if (parent.Element(W + name) is { } known)
        {
            return known;
        }

        var child = new XElement(W + name);
        parent.AddFirst(child);
        return child;
    }

    /// <summary>Plain looks, in the colours of the text: a template that wants others defines the style.</summary>
    private string AddBuiltIn(string type, string name)
    {
        var id = FreeId(
            string.Concat(name.Split(' ').Select(word => char.ToUpperInvariant(word[0]) + word[1..]))
        );
        var look = BuiltInLooks.Of(name);
        var parent = type == "paragraph" ? DefaultParagraph() : null;
        Add(
            new XElement(
                W + "style",
                new XAttribute(W + "type", type),
                new XAttribute(W + "styleId", id),
                new XElement(W + "name", new XAttribute(W + "val", name)),
                parent is null ? null : new XElement(W + "basedOn", new XAttribute(W + "val", parent)),
                new XElement(W + "uiPriority", new XAttribute(W + "val", "99")),
                look
            )
        );
        return id;
    }

    private string? DefaultParagraph() =>
        (string?)
            root.Elements(W + "style")
                .FirstOrDefault(style =>
                    (string?)style.Attribute(W + "type") == "paragraph"
                    && (string?)style.Attribute(W + "default") is "1" or "true"
                )
                ?.Attribute(W + "styleId");
}
