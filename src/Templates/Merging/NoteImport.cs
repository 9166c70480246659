using System.Xml.Linq;
using static Connector.Templates.WordText;

namespace Connector.Templates;

/// <summary>
/// Copies the notes that imported blocks refer to. A document without a part for notes gets none: there the reference
/// is left out.
/// </summary>
internal sealed class NoteImport(PackageParts fresh, PackageParts edited, StyleImport styles)
{
    private readonly Dictionary<string, Notes?> parts = new(StringComparer.Ordinal);

    /// <summary>One kind of notes in both documents.</summary>
    private sealed record Notes(MergePart From, MergePart To, LinkImport Links);

    internal void Apply(XElement copy)
    {
        foreach (var kind in NoteBodies.Kinds)
        {
            var note = kind[..^1];
            foreach (var reference in copy.Descendants(W + $"{note}Reference").ToList())
            {
                if (Copy(kind, note, Id(reference)) is { } id)
                {
                    reference.SetAttributeValue(W + "id", id);
                }
                else
                {
                    reference.Remove();
                }
            }
        }
    }

    internal void Save()
    {
        foreach (var part in parts.Values.OfType<Notes>().Where(part => part.To.Xml.IsChanged))
        {
            edited[part.To.Path] = part.To.Xml.Save();
        }

        parts.Clear();
    }

    private string? Copy(string kind, string note, string id)
    {
        if (!parts.TryGetValue(kind, out var part))
        {
            parts[kind] = part = Open(kind);
        }

        var body = part?.From.Xml.Root.Elements(W + note).FirstOrDefault(other => Id(other) == id);
        if (part is null || body is null)
        {
            return null;
        }

        var copy = new XElement(body);
        styles.Apply(copy);
        part.Links.Apply(copy);
        var last = XmlNumber.Last(part.To.Xml.Root.Elements(W + note).Attributes(W + "id"));
        copy.SetAttributeValue(W + "id", XmlNumber.Text(last + 1));
        part.To.Xml.Root.Add(copy);
        return Id(copy);
    }

    private Notes? Open(string kind)
    {
        if (
            MainPart.PathIn(fresh, kind) is not { Length: > 0 } source
            || MainPart.PathIn(edited, kind) is not { Length: > 0 } target
        )
        {
            return null;
        }

        var (from, to) = (new MergePart(fresh, source), new MergePart(edited, target));
        return new Notes(from, to, new LinkImport(from, to));
    }

    private static string Id(XElement element) => (string?)element.Attribute(W + "id") ?? "";
}
