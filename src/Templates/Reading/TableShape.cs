using System.Xml.Linq;
using static Connector.Templates.WordText;

namespace Connector.Templates;

/// <summary>One table of a template: the list it shows, and its fields by column label.</summary>
internal sealed record TableShape(string List, IReadOnlyDictionary<string, ReadingSlot> Columns)
{
    /// <summary>Null for a table without a row loop.</summary>
    internal static TableShape? Find(XElement table, ReadingProbe probe)
    {
        var rows = table.Elements(W + "tr").ToList();
        var row = rows.Find(other => Cells(other).Exists(cell => probe.Slot(Of(cell)) is { List: not "" }));
        if (row is null || row == rows[0])
        {
            return null;
        }

        var columns = new Dictionary<string, ReadingSlot>(StringComparer.Ordinal);
        foreach (var (label, cell) in Cells(rows[0]).Zip(Cells(row)))
        {
            if (probe.Slot(Of(cell)) is { } slot)
            {
                columns.TryAdd(Label(Of(label)), slot);
            }
        }

        var list = columns.Values.Select(slot => slot.List).FirstOrDefault(name => name.Length > 0);
        return list is null ? null : new TableShape(list, columns);
    }

    /// <summary>Share of the columns that a table has under their labels.</summary>
    internal double Score(XElement table)
    {
        var labels = Header(table).ToHashSet(StringComparer.Ordinal);
        return Columns.Keys.Count(labels.Contains)
            / (double)Math.Max(1, Math.Max(Columns.Count, labels.Count));
    }

    /// <summary>Rows under the header, without those that are wholly empty of cells or deleted under tracking.</summary>
    internal IEnumerable<(XElement Element, IReadOnlyList<ReadValue> Values)> Rows(XElement table)
    {
        var header = Header(table);
        foreach (var row in table.Elements(W + "tr").Skip(1))
        {
            if (row.Element(W + "trPr")?.Element(W + "del") is not null)
            {
                continue;
            }

            var values = header
                .Zip(Cells(row))
                .Where(pair => Columns.ContainsKey(pair.First))
                .Select(pair => Read(Columns[pair.First], pair.Second))
                .ToList();
            if (values.Exists(value => value.Text.Length > 0))
            {
                yield return (row, values);
            }
        }
    }

    private static ReadValue Read(ReadingSlot slot, XElement cell)
    {
        var text = Of(cell);
        var isTagged = cell.Descendants(W + "sdt")
            .Any(control => FieldReader.Property(control, "tag").Length > 0);
        return slot.Cut(text) is { } inner
            ? new ReadValue(
                slot.Field,
                WordText.Value(inner),
                isTagged ? ReadRung.ControlTag : ReadRung.TableHeader,
                isTagged ? 1 : 0.9
            )
            : new ReadValue(slot.Field, WordText.Value(text), ReadRung.TableHeader, 0.5);
    }

    internal static List<string> Header(XElement table) =>
        [.. Cells(table.Elements(W + "tr").FirstOrDefault()).Select(cell => Label(Of(cell)))];

    /// <summary>The same as readers see them.</summary>
    internal static List<string> Labels(XElement table) =>
        [.. Cells(table.Elements(W + "tr").FirstOrDefault()).Select(cell => Of(cell).Trim())];

    private static List<XElement> Cells(XElement? row) => [.. row?.Descendants(W + "tc") ?? []];
}
