using System.Xml.Linq;
using static Connector.Templates.WordText;

namespace Connector.Templates;

/// <summary>
/// A .docx to be put into another: its blocks are copied as they are, with everything that they lean on renamed so
/// that the two do not meet. Never <c>altChunk</c>, which LibreOffice does not show.
/// </summary>
internal sealed class ForeignDocument
{
    private static readonly XNamespace Relationships =
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private readonly PackageParts package;
    private readonly string main;
    private readonly FillSession session;
    private readonly ForeignStyles styles;
    private readonly ForeignLists lists;
    private readonly XElement body;

    /// <exception cref="TemplateException">Not a .docx, damaged, or refused for safety.</exception>
    internal ForeignDocument(ReadOnlyMemory<byte> docx, FillSession session)
    {
        this.session = session;
        package = PackageReader.Read(docx);
        main = PackageRepair.MainPath(package);
        lists = new ForeignLists(package, session);
        styles = new ForeignStyles(package, session, lists);
        var root = PackageParts.Parse(package[main]);
        ForeignCleaning.Apply(root, package, main);
        body = root.Element(W + "body") ?? new XElement(W + "body");
    }

    internal void Write(Utf8Buffer target, string path, ParagraphWriter paragraphs)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        lists.Begin();
        var blocks = body.Elements().Where(block => block.Name != W + "sectPr").ToList();
        var copies = blocks.Select(block => Detached(block, body)).ToList();
        var counting = new ForeignCounting(session, lists);
        foreach (var copy in copies)
        {
            Rename(copy, path, names, numbers);
            counting.Apply(copy);
        }

        foreach (var anchor in copies.Descendants(W + "hyperlink").Attributes(W + "anchor"))
        {
            anchor.Value = names.GetValueOrDefault(anchor.Value, anchor.Value);
        }

        foreach (var copy in copies)
        {
            WriteBlock(copy, target, paragraphs);
        }
    }

    private void WriteBlock(XElement block, Utf8Buffer target, ParagraphWriter paragraphs)
    {
        var properties = block.Name == W + "p" ? block.Element(W + "pPr") : null;
        var level = session.Book.Styles.HeadingLevel(properties);
        var start = target.Length;
        var text = Serialise(block);
        if (level is null || session.Contents is null)
        {
            target.Append(text);
            return;
        }

        var words = text.IndexOf("</w:pPr>", StringComparison.Ordinal);
        var split = words < 0 ? text.IndexOf('>') + 1 : words + "</w:pPr>".Length;
        target.Append(text.AsSpan(0, split));
        paragraphs.Point();
        target.Append(text.AsSpan(split));
        var style = (string?)properties?.Element(W + "pStyle")?.Attribute(W + "val");
        paragraphs.Tell(level.Value, style, ListOf(properties) ?? session.Book.Styles.ListOf(style), start);
    }

    private static (string List, int Level)? ListOf(XElement? properties)
    {
        var own = properties?.Element(W + "numPr");
        return (string?)own?.Element(W + "numId")?.Attribute(W + "val") is { } list
            ? (list, XmlNumber.Of(own.Element(W + "ilvl")?.Attribute(W + "val")) ?? 0)
            : null;
    }

    /// <summary>The prefixes that every part declares are not declared again at each block.</summary>
    private static string Serialise(XElement block)
    {
        block.SetAttributeValue(XNamespace.Xmlns + "w", W.NamespaceName);
        block.SetAttributeValue(XNamespace.Xmlns + "r", Relationships.NamespaceName);
        return block
            .ToString(SaveOptions.DisableFormatting)
            .Replace($" xmlns:w=\"{W.NamespaceName}\"", "", StringComparison.Ordinal)
            .Replace($" xmlns:r=\"{Relationships.NamespaceName}\"", "", StringComparison.Ordinal);
    }

    /// <summary>A copy that still knows the prefixes of its old root.</summary>
    private static XElement Detached(XElement block, XElement parent)
    {
        var copy = new XElement(block);
        var root = parent.AncestorsAndSelf().Last();
        foreach (var prefix in root.Attributes().Where(attribute => attribute.IsNamespaceDeclaration))
        {
            var isEverywhere = prefix.Value == W.NamespaceName || prefix.Value == Relationships.NamespaceName;
            if (copy.Attribute(prefix.Name) is null && !isEverywhere)
            {
                copy.Add(new XAttribute(prefix));
            }
        }

        return copy;
    }

    private void Rename(
        XElement copy,
        string path,
        Dictionary<string, string> names,
        Dictionary<string, int> numbers
    )
    {
        foreach (var element in copy.DescendantsAndSelf().ToList())
        {
            if (element.Name.Namespace == W)
            {
                RenameWord(element, names, numbers);
            }
            else if (element.Name.LocalName is "docPr" or "cNvPr" && element.Attribute("id") is { } drawing)
            {
                drawing.SetValue(session.NextDrawing());
            }

            foreach (var link in element.Attributes().Where(IsRelationship).ToList())
            {
                RenameLink(link, path);
            }
        }
    }

    private void RenameWord(
        XElement element,
        Dictionary<string, string> names,
        Dictionary<string, int> numbers
    )
    {
        var value = element.Attribute(W + "val");
        switch (element.Name.LocalName)
        {
            case "pStyle" or "rStyle" or "tblStyle" when value is not null:
                Replace(element, value, styles.Map(value.Value));
                break;
            case "numId" when value is not null && value.Value != "0":
                Replace(element, value, lists.Map(value.Value) ?? "0");
                break;
            case "bookmarkStart":
                var name = (string?)element.Attribute(W + "name") ?? "";
                numbers[(string?)element.Attribute(W + "id") ?? ""] = session.NextBookmark();
                names[name] = session.BookmarkName(name);
                element.SetAttributeValue(W + "name", names[name]);
                element.SetAttributeValue(W + "id", numbers[(string?)element.Attribute(W + "id") ?? ""]);
                break;
            case "bookmarkEnd"
                when numbers.TryGetValue((string?)element.Attribute(W + "id") ?? "", out var number):
                element.SetAttributeValue(W + "id", number);
                break;
            case "bookmarkEnd":
                element.Remove();
                break;
            case "id" when element.Parent?.Name == W + "sdtPr":
                value?.SetValue(session.NextControl());
                break;
        }
    }

    private static void Replace(XElement element, XAttribute value, string? mapped)
    {
        if (mapped is null)
        {
            element.Remove();
        }
        else
        {
            value.Value = mapped;
        }
    }

    private void RenameLink(XAttribute link, string path)
    {
        var known = package.RelationshipsOf(main).FirstOrDefault(known => known.Id == link.Value);
        if (known is null || (!known.IsExternal && !package.Contains(known.Target)))
        {
            link.Remove();
        }
        else if (known.IsExternal)
        {
            link.Value = session.Link(path, XmlText.Neutralise(known.Target));
        }
        else
        {
            link.Value =
                known.Kind == "image" && PictureFile.Read(package[known.Target].Span) is { } picture
                    ? session.Image(path, package[known.Target], picture.Extension)
                    : session.Import(package, known, path);
        }
    }

    private static bool IsRelationship(XAttribute attribute) => attribute.Name.Namespace == Relationships;
}
