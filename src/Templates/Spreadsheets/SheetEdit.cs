using System.Globalization;
using System.Xml.Linq;

namespace Connector.Templates.Spreadsheets;

/// <summary>Changes the tree of one worksheet (ISO/IEC 29500-1, 18.3), by local name as <see cref="SheetXml"/> does.</summary>
internal sealed class SheetEdit
{
    private readonly XNamespace _main;
    private readonly XElement _root;
    private readonly XElement _data;
    private readonly CellFormats _formats;
    private readonly bool _is1904;
    private readonly SortedDictionary<int, XElement> _rows = [];

    /// <summary>The last row: looking for it anew would make thousands of added rows quadratic.</summary>
    private (int Number, XElement? Row) _bottom;

    internal SheetEdit(XElement root, CellFormats formats, bool is1904)
    {
        (_root, _formats, _is1904, _main) = (root, formats, is1904, root.Name.Namespace);
        _data = Child("sheetData") ?? throw new SpreadsheetException(SpreadsheetFault.Unreadable);
        var number = 0;
        foreach (var row in _data.Elements().Where(element => element.Name.LocalName == "row"))
        {
            number = Number(row.Attribute("r")) ?? number + 1;
            _rows.TryAdd(number, row);
            _bottom = number > _bottom.Number ? (number, row) : _bottom;
        }
    }

    internal void Apply(
        IReadOnlyList<CellEdit> cells,
        IReadOnlyList<IReadOnlyDictionary<int, SheetCell>> rows,
        int header
    )
    {
        foreach (
            var edit in cells.Where(edit =>
                _rows.ContainsKey(edit.Row) && !(edit.OnlyIfEmpty && IsFilled(edit))
            )
        )
        {
            Write(_rows[edit.Row], edit.Row, edit.Column, edit.Cell, model: null, edit.Like);
        }

        var last = LastFilled();
        var model = last == header ? null : _rows.GetValueOrDefault(last);
        for (var index = 0; index < rows.Count; index++)
        {
            Add(last + index + 1, rows[index], model);
        }

        if (rows.Count > 0)
        {
            Stretch("dimension", last, rows.Count);
            Stretch("autoFilter", last, rows.Count);
        }
    }

    private bool IsFilled(CellEdit edit)
    {
        var index = -1;
        foreach (var cell in Cells(_rows[edit.Row]))
        {
            index = Column(cell) ?? index + 1;
            if (index == edit.Column)
            {
                return cell.Elements().Any(element => element.Name.LocalName is "f" or "v" or "is");
            }
        }

        return false;
    }

    /// <summary>Spreadsheets keep rows that have a format and no words.</summary>
    private int LastFilled() =>
        _rows
            .Where(row => Cells(row.Value).Any(cell => cell.Elements().Any()))
            .Select(row => row.Key)
            .LastOrDefault();

    private void Add(int number, IReadOnlyDictionary<int, SheetCell> cells, XElement? model)
    {
        if (!_rows.TryGetValue(number, out var row))
        {
            row = new XElement(_main + "row", new XAttribute("r", Text(number)));
            var above =
                _bottom.Row is not null && _bottom.Number < number
                    ? _bottom.Row
                    : _rows.LastOrDefault(pair => pair.Key < number).Value;
            if (above is null)
            {
                _data.AddFirst(row);
            }
            else
            {
                above.AddAfterSelf(row);
            }

            _rows[number] = row;
            _bottom = number > _bottom.Number ? (number, row) : _bottom;
        }

        foreach (var (column, cell) in cells.OrderBy(pair => pair.Key))
        {
            Write(row, number, column, cell, model);
        }
    }

    /// <param name="row">The row.</param>
    /// <param name="number">Its number.</param>
    /// <param name="column">Which cell.</param>
    /// <param name="cell">What it says from now on.</param>
    /// <param name="model">A row whose looks a new cell takes.</param>
    /// <param name="like">A column of the same row whose looks it takes.</param>
    private void Write(
        XElement row,
        int number,
        int column,
        SheetCell cell,
        XElement? model,
        int? like = null
    )
    {
        var looks = like is { } other ? StyleIn(row, other) : StyleIn(model, column);
        var target = Cell(row, number, column, looks);
        target.Elements().Where(element => element.Name.LocalName is "f" or "v" or "is").Remove();
        target.Attribute("t")?.Remove();
        if (cell.Kind == CellKind.Empty)
        {
            return;
        }

        if (cell.Moment is { } day && IsDate(target) && SerialDates.Serial(day) is { } serial)
        {
            var value = _is1904 ? serial - SerialDates.DaysTo1904 : serial;
            target.AddFirst(new XElement(_main + "v", value.ToString("R", CultureInfo.InvariantCulture)));
            return;
        }

        // Words of their own, never a formula, and never shared with another cell.
        var words = cell.Moment is { } moment
            ? moment.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture)
            : cell.Words;
        target.SetAttributeValue("t", "inlineStr");
        target.AddFirst(
            new XElement(
                _main + "is",
                new XElement(
                    _main + "t",
                    new XAttribute(XNamespace.Xml + "space", "preserve"),
                    SheetWriter.Clean(words)
                )
            )
        );
    }

    private XElement Cell(XElement row, int number, int column, string? looks)
    {
        XElement? before = null;
        var index = -1;
        foreach (var cell in Cells(row))
        {
            index = Column(cell) ?? index + 1;
            if (index == column)
            {
                return cell;
            }

            if (index > column)
            {
                break;
            }

            before = cell;
        }

        var made = new XElement(_main + "c", new XAttribute("r", SheetWriter.Reference(column, number)));
        if ((looks ?? StyleOf(column)) is { } style)
        {
            made.SetAttributeValue("s", style);
        }

        if (before is null)
        {
            row.AddFirst(made);
        }
        else
        {
            before.AddAfterSelf(made);
        }

        return made;
    }

    private static string? StyleIn(XElement? model, int column)
    {
        var index = -1;
        foreach (var cell in model is null ? [] : Cells(model))
        {
            index = Column(cell) ?? index + 1;
            if (index == column)
            {
                return (string?)cell.Attribute("s");
            }
        }

        return null;
    }

    /// <summary>The style that the column has.</summary>
    private string? StyleOf(int column) =>
        Child("cols")
            ?.Elements()
            .Where(item =>
                Number(item.Attribute("min")) <= column + 1 && column + 1 <= Number(item.Attribute("max"))
            )
            .Select(item => (string?)item.Attribute("style"))
            .FirstOrDefault();

    private bool IsDate(XElement cell) => Number(cell.Attribute("s")) is { } style && _formats.IsDate(style);

    /// <summary>A range that reached the last row reaches the rows that were added.</summary>
    private void Stretch(string name, int last, int added)
    {
        if (
            Child(name)?.Attribute("ref") is { } range
            && range.Value.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon
            && range.Value[(colon + 1)..] is var end
            && int.TryParse(
                end.TrimStart([.. "ABCDEFGHIJKLMNOPQRSTUVWXYZ$"]),
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out var row
            )
            && row >= last
            && row < last + added
        )
        {
            range.Value = $"{range.Value[..colon]}:{end[..^Text(row).Length]}{Text(last + added)}";
        }
    }

    private XElement? Child(string name) =>
        _root.Elements().FirstOrDefault(element => element.Name.LocalName == name);

    private static IEnumerable<XElement> Cells(XElement row) =>
        row.Elements().Where(element => element.Name.LocalName == "c");

    private static int? Column(XElement cell) =>
        cell.Attribute("r") is { } reference ? SheetReader.Column(reference.Value) : null;

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static int? Number(XAttribute? attribute) =>
        int.TryParse(attribute?.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
}
