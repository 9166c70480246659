using System.Xml.Linq;
using static Connector.Templates.WordText;

namespace Connector.Templates;

/// <summary>The fields outside of loops.</summary>
internal sealed class FieldReader(ReadingProbe probe, DocumentData known)
{
    internal List<ReadValue> Read(XElement shape, XElement edited)
    {
        var controls = edited.Descendants(W + "sdt").ToList();
        var byTag = controls.ToLookup(control => Property(control, "tag"), StringComparer.Ordinal);
        var outside = controls
            .Where(control => !control.Ancestors(W + "tbl").Any())
            .ToLookup(control => Property(control, "alias"), StringComparer.Ordinal);
        var paragraphs = edited.Descendants(W + "p").Select(Of).ToList();
        var slots = shape
            .Descendants(W + "p")
            .Select(paragraph => (Slot: probe.Slot(Of(paragraph)), Paragraph: paragraph))
            .Where(place => place.Slot is { List: "" })
            .ToLookup(place => place.Slot!.Field, StringComparer.Ordinal);
        var titles = shape
            .Descendants(W + "sdt")
            .Where(control => probe.Slot(Of(control)) is not null)
            .ToLookup(control => probe.Slot(Of(control))!, control => Property(control, "alias"));
        var titled = titles.ToDictionary(group => (group.Key.List, group.Key.Field), group => group.First());
        var values = new List<ReadValue>();
        foreach (var name in known.Fields.Keys.Order(StringComparer.Ordinal))
        {
            var title = titled.GetValueOrDefault(("", name), "");
            var isOwn =
                title.Length > 0
                && titled.Count(entry => entry.Value == title && entry.Key.List.Length == 0) == 1;
            var found =
                Best(name, byTag[name].Select(Value), ReadRung.ControlTag, 1)
                ?? (isOwn ? Best(name, outside[title].Select(Value), ReadRung.ControlTitle, 0.9) : null)
                ?? Best(
                    name,
                    slots[name]
                        .Where(place => place.Slot!.Before.Trim().Length > 0)
                        .SelectMany(place => paragraphs.Select(place.Slot!.Cut))
                        .OfType<string>()
                        .Select(text => WordText.Value(text)),
                    ReadRung.Heading,
                    0.6
                );
            if (found is not null)
            {
                values.Add(found);
            }
        }

        return values;
    }

    internal static string Property(XElement control, string name) =>
        (string?)control.Element(W + "sdtPr")?.Element(W + name)?.Attribute(W + "val") ?? "";

    /// <summary>A field shown several times and changed in one place: the change is what the person meant.</summary>
    private ReadValue? Best(string name, IEnumerable<string> texts, ReadRung rung, double confidence)
    {
        var distinct = texts.Distinct(StringComparer.Ordinal).ToList();
        if (distinct.Count == 0)
        {
            return null;
        }

        var before = FieldWords.Of(known.Fields[name], known.Language);
        var chosen = distinct.Find(text => text != before) ?? distinct[0];
        return new ReadValue(name, chosen, rung, distinct.Count == 1 ? confidence : confidence / 2);
    }
}
