using System.Xml.Linq;
using static Connector.Templates.WordText;

namespace Connector.Templates;

/// <summary>The footnotes and endnotes of a document, by the reference that calls them.</summary>
internal sealed class NoteTexts(PackageParts package)
{
    private readonly Dictionary<string, XElement> notes = new[] { "footnotes", "endnotes" }
        .Select(kind => MainPart.PathIn(package, kind))
        .OfType<string>()
        .SelectMany(path => SafeXml.Parse(package[path]).Elements())
        .GroupBy(note => $"{note.Name.LocalName}{(string?)note.Attribute(W + "id")}", StringComparer.Ordinal)
        .ToDictionary(same => same.Key, same => same.First(), StringComparer.Ordinal);

    /// <param name="reference"><c>w:footnoteReference</c> or <c>w:endnoteReference</c>.</param>
    internal XElement? Find(XElement reference) =>
        notes.GetValueOrDefault(
            $"{reference.Name.LocalName[..^"Reference".Length]}{(string?)reference.Attribute(W + "id")}"
        );
}
