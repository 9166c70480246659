using System.Globalization;
using System.Text;
using System.Xml;

namespace Connector.Templates.Spreadsheets;

/// <summary>Writes one worksheet, row by row (ISO/IEC 29500-1, 18.3; elements stand in the order of its schema).</summary>
/// <param name="sheet">What to write.</param>
/// <param name="choices">The formula of the list of each column that has one.</param>
internal sealed class SheetWriter(Sheet sheet, IReadOnlyDictionary<int, string> choices)
{
    private const string Main = WorkbookPackage.Main;
    private const string A4 = "9";
    private const string EscapedUnderscore = "_x005F_";
    private const int LongestCell = 32_767;
    private const int LastRow = 1_048_576;
    private const int LongestPromptTitle = 32;
    private const int LongestPrompt = 255;

    internal void Write(XmlWriter xml)
    {
        xml.WriteStartElement("worksheet", Main);
        WriteView(xml);
        WriteColumns(xml);
        xml.WriteStartElement("sheetData", Main);
        WriteRow(xml, 1, [.. sheet.Columns.Select(column => SheetCell.Of(column.Header))], isHeader: true);
        var last = 1;
        foreach (var row in sheet.Rows)
        {
            if (++last > SpreadsheetLimits.Rows)
            {
                throw new SpreadsheetException(SpreadsheetFault.TooManyRows)
                {
                    Sheet = sheet.Name,
                    Row = last,
                };
            }

            WriteRow(xml, last, row, isHeader: false);
        }

        xml.WriteEndElement();
        if (sheet.Columns.Count > 0)
        {
            Element(xml, "autoFilter", ("ref", $"A1:{Reference(sheet.Columns.Count - 1, last)}"));
        }

        WriteChoices(xml);
        Element(xml, "pageSetup", ("paperSize", A4), ("fitToHeight", "0"), ("orientation", "landscape"));
        xml.WriteEndElement();
    }

    internal static void StartRow(XmlWriter xml, int number)
    {
        xml.WriteStartElement("row", Main);
        xml.WriteAttributeString("r", number.ToString(CultureInfo.InvariantCulture));
    }

    internal static void WriteCell(XmlWriter xml, int column, int row, SheetCell cell, int style)
    {
        var value = cell.Kind switch
        {
            CellKind.Number => cell.Number!.Value.ToString("R", CultureInfo.InvariantCulture),
            CellKind.Date => SerialDates
                .Serial(cell.Moment!.Value)
                ?.ToString("R", CultureInfo.InvariantCulture),
            CellKind.Boolean => cell.Words == SheetCell.Of(true).Words ? "1" : "0",
            CellKind.Error => cell.Words,
            _ => null,
        };
        xml.WriteStartElement("c", Main);
        xml.WriteAttributeString("r", Reference(column, row));
        xml.WriteAttributeString("s", style.ToString(CultureInfo.InvariantCulture));
        if (Type(value is null ? CellKind.Text : cell.Kind) is { } type)
        {
            xml.WriteAttributeString("t", type);
        }

        if (value is null)
        {
            WriteText(xml, cell.Words);
        }
        else
        {
            xml.WriteElementString("v", Main, value);
        }

        xml.WriteEndElement();
    }

    /// <summary><c>A</c>, <c>Z</c>, <c>AA</c> … for 0, 25, 26 …</summary>
    internal static string ColumnName(int index)
    {
        var name = "";
        for (var rest = index; rest >= 0; rest = (rest / 26) - 1)
        {
            name = (char)('A' + (rest % 26)) + name;
        }

        return name;
    }

    private static void WriteRow(XmlWriter xml, int number, IReadOnlyList<SheetCell?> cells, bool isHeader)
    {
        StartRow(xml, number);
        for (var column = 0; column < cells.Count; column++)
        {
            if (cells[column] is { Kind: not CellKind.Empty } cell)
            {
                WriteCell(xml, column, number, cell, isHeader ? SheetStyles.Header : Style(cell));
            }
        }

        xml.WriteEndElement();
    }

    private static void WriteView(XmlWriter xml)
    {
        xml.WriteStartElement("sheetPr", Main);
        Element(xml, "pageSetUpPr", ("fitToPage", "1"));
        xml.WriteEndElement();
        xml.WriteStartElement("sheetViews", Main);
        xml.WriteStartElement("sheetView", Main);
        xml.WriteAttributeString("workbookViewId", "0");
        Element(
            xml,
            "pane",
            ("ySplit", "1"),
            ("topLeftCell", "A2"),
            ("activePane", "bottomLeft"),
            ("state", "frozen")
        );
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private void WriteColumns(XmlWriter xml)
    {
        if (sheet.Columns.Count == 0)
        {
            return;
        }

        xml.WriteStartElement("cols", Main);
        for (var index = 0; index < sheet.Columns.Count; index++)
        {
            var (column, number) = (sheet.Columns[index], (index + 1).ToString(CultureInfo.InvariantCulture));
            Element(
                xml,
                "col",
                ("min", number),
                ("max", number),
                ("width", column.Width.ToString(CultureInfo.InvariantCulture)),
                ("style", StyleOf(column).ToString(CultureInfo.InvariantCulture)),
                ("customWidth", "1")
            );
        }

        xml.WriteEndElement();
    }

    /// <summary>Lists below the headers; what each column is for, on the header and below.</summary>
    private void WriteChoices(XmlWriter xml)
    {
        var below = Enumerable
            .Range(0, sheet.Columns.Count)
            .Where(column => choices.ContainsKey(column) || sheet.Columns[column].Help is not null)
            .ToList();
        var above = below.FindAll(column => sheet.Columns[column].Help is not null);
        if (below.Count == 0)
        {
            return;
        }

        xml.WriteStartElement("dataValidations", Main);
        xml.WriteAttributeString("count", (below.Count + above.Count).ToString(CultureInfo.InvariantCulture));
        foreach (var column in below)
        {
            var range = $"{Reference(column, 2)}:{Reference(column, LastRow)}";
            WriteValidation(xml, sheet.Columns[column], choices.GetValueOrDefault(column), range);
        }

        foreach (var column in above)
        {
            WriteValidation(xml, sheet.Columns[column], list: null, Reference(column, 1));
        }

        xml.WriteEndElement();
    }

    private static void WriteValidation(XmlWriter xml, SheetColumn column, string? list, string range)
    {
        xml.WriteStartElement("dataValidation", Main);
        if (list is not null)
        {
            xml.WriteAttributeString("type", "list");
            xml.WriteAttributeString("errorStyle", "warning");
            xml.WriteAttributeString("allowBlank", "1");
            xml.WriteAttributeString("showErrorMessage", "1");
            xml.WriteAttributeString("errorTitle", "Valeur inhabituelle");
            xml.WriteAttributeString("error", "Cette valeur n'est pas dans la liste. La garder ?");
        }

        if (column.Help is { } help)
        {
            xml.WriteAttributeString("showInputMessage", "1");
            xml.WriteAttributeString("promptTitle", Cut(column.Header, LongestPromptTitle));
            xml.WriteAttributeString("prompt", Cut(help, LongestPrompt));
        }

        xml.WriteAttributeString("sqref", range);
        if (list is not null)
        {
            xml.WriteElementString("formula1", Main, list);
        }

        xml.WriteEndElement();
    }

    /// <summary>Excel refuses the whole workbook where such words are longer.</summary>
    private static string Cut(string words, int most) =>
        words.Length <= most ? words : string.Concat(words.AsSpan(0, most - 1), "…");

    private static void WriteText(XmlWriter xml, string words)
    {
        xml.WriteStartElement("is", Main);
        xml.WriteStartElement("t", Main);
        xml.WriteAttributeString("xml", "space", null, "preserve");
        xml.WriteString(Clean(words));
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static string? Type(CellKind kind) =>
        kind switch
        {
            CellKind.Number or CellKind.Date => null,
            CellKind.Boolean => "b",
            CellKind.Error => "e",
            _ => "inlineStr",
        };

    private static int StyleOf(SheetColumn column) =>
        column.IsWrapped ? SheetStyles.WrappedText : Style(column.Kind);

    private static int Style(SheetCell cell) =>
        cell.Kind switch
        {
            CellKind.Text when LooksLikeFormula(cell.Words) => SheetStyles.QuotedText,
            CellKind.Date when cell.Moment!.Value.Date == SerialDates.DayZero => SheetStyles.Time,
            CellKind.Date when cell.Moment!.Value.TimeOfDay > TimeSpan.Zero => SheetStyles.DayAndTime,
            _ => Style(cell.Kind),
        };

    private static int Style(CellKind kind) =>
        kind switch
        {
            CellKind.Text => SheetStyles.Text,
            CellKind.Date => SheetStyles.Day,
            _ => SheetStyles.General,
        };

    private static bool LooksLikeFormula(string words) =>
        words[0] is '=' or '+' or '-' or '@' or '\t' or '\r';

    /// <summary>
    /// Without the characters that XML 1.0 cannot hold, lines ended as spreadsheets do; <c>_x0041_</c>, which programs would take for one, is spelled out;
    /// what is longer than a cell may be ends in « … ».
    /// </summary>
    internal static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        for (var index = 0; index < text.Length; index++)
        {
            var isPair = index + 1 < text.Length && char.IsSurrogatePair(text[index], text[index + 1]);
            var length = isPair ? 2 : 1;
            var written =
                SheetXml.IsEscape(text, index) ? EscapedUnderscore
                : isPair ? text.Substring(index, length)
                : text[index] == '\r' ? (index + 1 < text.Length && text[index + 1] == '\n' ? "" : "\n")
                : XmlConvert.IsXmlChar(text[index]) ? text[index].ToString()
                : "";
            if (clean.Length + written.Length >= LongestCell)
            {
                return clean.Append('…').ToString();
            }

            clean.Append(written);
            index += length - 1;
        }

        return clean.ToString();
    }

    internal static string Reference(int column, int row) =>
        ColumnName(column) + row.ToString(CultureInfo.InvariantCulture);

    private static void Element(XmlWriter xml, string name, params (string Name, string Value)[] attributes)
    {
        xml.WriteStartElement(name, Main);
        foreach (var (attribute, value) in attributes)
        {
            xml.WriteAttributeString(attribute, value);
        }

        xml.WriteEndElement();
    }
}
