using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Connector.Templates;

/// <summary>
/// <c>{{#colonnes name}} … {{/name}}</c> in the cells of one row: in every row of the table, the cells of those
/// columns repeat. The table stays as wide as drawn: all columns become narrower (or wider) alike. Cells that span over
/// repeated columns grow with them.
/// </summary>
internal sealed class ColumnPlacement(HoleMarks marks)
{
    /// <param name="From">First column of the grid that repeats.</param>
    /// <param name="To">First column after those that repeat.</param>
    private sealed record Region(Table Table, TagPlace Tag, int From, int To);

    /// <param name="Start">Column of the grid.</param>
    /// <param name="Span">How many columns of the grid it takes.</param>
    private sealed record Place(TableCell Cell, int Start, int Span)
    {
        internal bool IsIn(Region region) => Start >= region.From && Start + Span <= region.To;

        /// <summary>How many of its columns repeat, when it is not itself repeated.</summary>
        internal int Shared(Region region) =>
            IsIn(region) ? 0 : Math.Max(0, Math.Min(Start + Span, region.To) - Math.Max(Start, region.From));
    }

    private readonly List<Region> regions = [];

    /// <summary>False when the marks do not stand in one row.</summary>
    internal bool Add(TagPlace tag, HoleMark open, HoleMark close)
    {
        var first = open.Ancestors<TableCell>().FirstOrDefault();
        var last = close.Ancestors<TableCell>().FirstOrDefault();
        if (first?.Parent is not TableRow row || last?.Parent != row || row.Parent is not Table table)
        {
            return false;
        }

        var places = Places(row);
        var end = places.First(place => place.Cell == last);
        regions.Add(
            new Region(table, tag, places.First(place => place.Cell == first).Start, end.Start + end.Span)
        );
        open.Remove();
        close.Remove();
        return true;
    }

    internal void Apply()
    {
        foreach (var table in regions.GroupBy(region => region.Table))
        {
            Apply(table.Key, [.. table]);
        }
    }

    private void Apply(Table table, IReadOnlyList<Region> repeated)
    {
        var grid = table.GetFirstChild<TableGrid>()?.Elements<GridColumn>().ToList() ?? [];
        var widths = grid.Select(column => Number(column.Width?.Value)).ToList();
        var rows = table.Elements<TableRow>().Select(Places).ToList();
        var total = widths.Contains(0) ? 0 : widths.Sum();
        foreach (var column in total == 0 ? [] : grid)
        {
            column.Width = Width(Number(column.Width?.Value), total, repeated, widths, null);
        }

        foreach (var place in rows.SelectMany(row => row))
        {
            Resize(place, total, repeated, widths);
        }

        foreach (var region in repeated)
        {
            Repeat(region.Tag, [.. grid.Take(region.To).Skip(region.From)]);
            foreach (var row in rows)
            {
                Repeat(region.Tag, [.. row.Where(place => place.IsIn(region)).Select(place => place.Cell)]);
            }

            table.InsertBeforeSelf(
                marks.Mark(new Hole(HoleKind.Table, region.Tag) { Original = region.Tag.Name })
            );
            table.InsertAfterSelf(marks.Mark(new Hole(HoleKind.TableEnd)));
        }
    }

    private void Resize(Place place, int total, IReadOnlyList<Region> repeated, List<int> widths)
    {
        var width = place.Cell.TableCellProperties?.TableCellWidth;
        if (total > 0 && width?.Type?.Value == TableWidthUnitValues.Dxa && Number(width.Width?.Value) > 0)
        {
            width.Width = Width(Number(width.Width?.Value), total, repeated, widths, place);
        }

        var shared = repeated
            .Select(region => (region.Tag.Name, Columns: place.Shared(region)))
            .Where(each => each.Columns > 0)
            .Select(each => string.Create(CultureInfo.InvariantCulture, $" {each.Name} {each.Columns}"))
            .ToList();
        if (shared.Count > 0)
        {
            var properties = place.Cell.TableCellProperties ??= new TableCellProperties();
            var original = place.Span.ToString(CultureInfo.InvariantCulture) + string.Concat(shared);
            properties.GridSpan = new GridSpan
            {
                Val = new Int32Value { InnerText = marks.Attribute(IdentifierKind.ColumnSpan, original) },
            };
        }
    }

    /// <param name="place">A cell; null for a column of the grid.</param>
    private string Width(int width, int total, IReadOnlyList<Region> repeated, List<int> widths, Place? place)
    {
        var original = string.Create(CultureInfo.InvariantCulture, $"{width} {total}");
        foreach (var region in repeated)
        {
            var model = widths.Take(region.To).Skip(region.From).Sum();
            var within =
                place is null || place.Shared(region) == 0
                    ? 0
                    : widths
                        .Take(Math.Min(place.Start + place.Span, region.To))
                        .Skip(Math.Max(place.Start, region.From))
                        .Sum();
            original += string.Create(CultureInfo.InvariantCulture, $" {region.Tag.Name} {model} {within}");
        }

        return marks.Attribute(IdentifierKind.ColumnWidth, original);
    }

    private void Repeat(TagPlace tag, IReadOnlyList<OpenXmlElement> elements)
    {
        if (elements.Count > 0)
        {
            elements[0].InsertBeforeSelf(marks.Mark(new Hole(HoleKind.Columns, tag)));
            elements[^1].InsertAfterSelf(marks.Mark(new Hole(HoleKind.ColumnsEnd)));
        }
    }

    private static List<Place> Places(TableRow row)
    {
        var at = row.TableRowProperties?.GetFirstChild<GridBefore>()?.Val?.Value ?? 0;
        var places = new List<Place>();
        foreach (var cell in row.Elements<TableCell>())
        {
            var span = Math.Max(1, cell.TableCellProperties?.GridSpan?.Val?.Value ?? 1);
            places.Add(new Place(cell, at, span));
            at += span;
        }

        return places;
    }

    private static int Number(string? written) =>
        int.TryParse(written, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : 0;
}
