using System.Globalization;
using System.Xml;

namespace Connector.Templates.Spreadsheets;

/// <summary>Reads the rows of sheets as they come, within <see cref="SpreadsheetLimits"/>.</summary>
internal sealed class SheetReader(
    PackageZip zip,
    IReadOnlyList<SheetCell> shared,
    CellFormats formats,
    bool is1904
)
{
    private int cells;

    internal IEnumerable<SheetTableRow> Rows(string part)
    {
        using var stream = zip.Open(part);
        using var reader = SafeXml.Reader(stream);
        var (count, number) = (0, 0);
        while (SafeXml.Next(reader))
        {
            if (reader is not { NodeType: XmlNodeType.Element, LocalName: "row" })
            {
                continue;
            }

            number = RowNumber(reader) ?? number + 1;
            var row = ReadRow(reader, number);
            if (row.Count == 0)
            {
                continue;
            }

            cells += row.Count;
            if (++count > SpreadsheetLimits.Rows)
            {
                throw Refused(SpreadsheetFault.TooManyRows, number);
            }

            if (cells > SpreadsheetLimits.Cells)
            {
                throw Refused(SpreadsheetFault.TooLarge, number);
            }

            yield return new SheetTableRow(number, row);
        }
    }

    private List<SheetCell> ReadRow(XmlReader reader, int number)
    {
        var cells = new List<SheetCell>();
        if (reader.IsEmptyElement)
        {
            return cells;
        }

        var (depth, column) = (reader.Depth, -1);
        while (SafeXml.Next(reader) && reader.Depth > depth)
        {
            if (reader is not { NodeType: XmlNodeType.Element, LocalName: "c" })
            {
                continue;
            }

            column = reader.GetAttribute("r") is { } reference ? Column(reference) ?? column + 1 : column + 1;
            var cell = ReadCell(reader, number);
            if (cell.Kind != CellKind.Empty)
            {
                Put(cells, column, cell, number);
            }
        }

        return cells;
    }

    private static void Put(List<SheetCell> cells, int column, SheetCell cell, int row)
    {
        if (column >= SpreadsheetLimits.Columns)
        {
            throw Refused(SpreadsheetFault.TooManyColumns, row);
        }

        while (cells.Count <= column)
        {
            cells.Add(SheetCell.Empty);
        }

        // The same cell twice: nobody can tell which of the two was meant.
        cells[column] =
            cells[column].Kind == CellKind.Empty ? cell : throw Refused(SpreadsheetFault.Unreadable, row);
    }

    private SheetCell ReadCell(XmlReader reader, int row)
    {
        var type = reader.GetAttribute("t") ?? "n";
        var style = reader.GetAttribute("s");
        if (reader.IsEmptyElement)
        {
            return SheetCell.Empty;
        }

        var (depth, value, words, isFormula) = (reader.Depth, "", "", false);
        while (SafeXml.Next(reader) && reader.Depth > depth)
        {
            isFormula |= reader is { NodeType: XmlNodeType.Element, LocalName: "f" };
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "v" })
            {
                value = SheetXml.Text(reader);
            }
            else if (reader is { NodeType: XmlNodeType.Element, LocalName: "is" })
            {
                words = SheetXml.RichText(reader);
            }
        }

        SheetCell cell = type switch
        {
            "inlineStr" => words,
            "str" => SheetXml.Unescape(value),
            _ => Typed(type, value.Trim(), style, row),
        };
        // LibreOffice writes yes and no as TRUE() and FALSE().
        return isFormula && type != "b" ? cell with { IsFormula = true } : cell;
    }

    private SheetCell Typed(string type, string value, string? style, int row) =>
        type switch
        {
            _ when value.Length == 0 => SheetCell.Empty,
            "s" => Shared(value, row),
            "b" => SheetCell.Of(value is "1" or "true"),
            "e" => SheetCell.Error(value),
            "d" => IsoDate(value),
            _ => Number(value, style),
        };

    private SheetCell Shared(string value, int row) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var index)
        && index < shared.Count
            ? shared[index]
            : throw Refused(SpreadsheetFault.Unreadable, row);

    private static SheetCell IsoDate(string value) =>
        DateTime.TryParse(
            value,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal,
            out var moment
        )
            ? SheetCell.Of(moment)
            : value;

    /// <summary>A SIRET that a spreadsheet took for a number may be stored as 2.1130001700012E13.</summary>
    private SheetCell Number(string value, string? style)
    {
        if (
            !double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            || !double.IsFinite(number)
        )
        {
            return value;
        }

        var isDate =
            int.TryParse(style, NumberStyles.None, CultureInfo.InvariantCulture, out var index)
            && formats.IsDate(index);
        return isDate && SerialDates.Moment(number, is1904) is { } moment ? SheetCell.Of(moment)
            : value.Length <= 15 && value.AsSpan().IndexOfAny('e', 'E', '+') < 0 ? SheetCell.Of(number, value)
            : SheetCell.Of(number);
    }

    private static int? RowNumber(XmlReader reader) =>
        int.TryParse(
            reader.GetAttribute("r"),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var number
        )
        && number > 0
            ? number
            : null;

    /// <summary><c>A1</c> gives 0, <c>AB7</c> gives 27.</summary>
    internal static int? Column(string reference)
    {
        var (index, letters) = (0, 0);
        for (; letters < reference.Length && char.IsAsciiLetter(reference[letters]); letters++)
        {
            index = Math.Min((index * 26) + char.ToUpperInvariant(reference[letters]) - 'A' + 1, 1_000_000);
        }

        return letters == 0 ? null : index - 1;
    }

    private static SpreadsheetException Refused(SpreadsheetFault fault, int row) => new(fault) { Row = row };
}
