using System.Xml.Linq;
using static Connector.Templates.WordText;

namespace Connector.Templates;

/// <summary>The free zones: from their heading to the next one that the template has.</summary>
internal sealed class ZoneReader
{
    private readonly List<Zone> zones = [];
    private readonly HashSet<string> headings = new(StringComparer.Ordinal);

    internal ZoneReader(ReadingProbe probe, XElement shape)
    {
        var blocks = Blocks(shape);
        for (var index = 1; index < blocks.Count; index++)
        {
            var slot = probe.Slot(Of(blocks[index]));
            if (slot is not null && slot.Field.StartsWith(ReadingProbe.ZonePrefix, StringComparison.Ordinal))
            {
                var heading = Label(Of(blocks[index - 1]));
                zones.Add(
                    new Zone(slot.Field, heading, index + 1 < blocks.Count ? Opening(blocks[index + 1]) : "")
                );
                headings.Add(heading);
            }
        }

        headings.UnionWith(blocks.Where(IsHeading).Select(block => Label(Of(block))));
    }

    internal List<ReadValue> Read(XElement document)
    {
        var blocks = Blocks(document);
        var found = new List<ReadValue>();
        foreach (var zone in zones.Where(zone => zone.Heading.Length > 0))
        {
            var start = blocks.FindIndex(block => block.Name == W + "p" && Label(Of(block)) == zone.Heading);
            if (start < 0)
            {
                continue;
            }

            var end = blocks.FindIndex(start + 1, block => IsEnd(block, zone));
            var text = string.Join('\n', blocks[(start + 1)..(end < 0 ? blocks.Count : end)].Select(Of));
            found.Add(new ReadValue(zone.Name, Value(text), ReadRung.Heading, end < 0 ? 0.5 : 0.9));
        }

        return found;
    }

    /// <summary>A zone that still shows the template's advice is empty.</summary>
    internal static ReadValue WithoutAdvice(ReadValue zone, IReadOnlyList<ReadValue> advice) =>
        advice.Any(blank => blank.Key == zone.Key && Label(blank.Text) == Label(zone.Text))
            ? zone with
            {
                Text = "",
            }
            : zone;

    private bool IsEnd(XElement block, Zone zone)
    {
        var label = Opening(block);
        return label.Length > 0
            && (label == zone.Next || (block.Name == W + "p" && headings.Contains(label)));
    }

    /// <summary>A paragraph's words, a table's header row.</summary>
    private static string Opening(XElement block) =>
        block.Name == W + "tbl" ? string.Join('|', TableShape.Header(block)) : Label(Of(block));

    internal static bool IsHeading(XElement block) =>
        (string?)block.Element(W + "pPr")?.Element(W + "pStyle")?.Attribute(W + "val") is { } style
        && (
            style.StartsWith("Heading", StringComparison.OrdinalIgnoreCase)
            || style.StartsWith("Titre", StringComparison.OrdinalIgnoreCase)
        );

    private static List<XElement> Blocks(XElement document) =>
        [
            .. document
                .Elements(W + "body")
                .Elements()
                .Where(block => block.Name == W + "p" || block.Name == W + "tbl"),
        ];

    private sealed record Zone(string Name, string Heading, string Next);
}
