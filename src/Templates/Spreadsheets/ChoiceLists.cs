using System.Globalization;
using System.Xml;

namespace Connector.Templates.Spreadsheets;

/// <summary>
/// The drop-down lists of a workbook. A short one stands in its rule; one that is too long for that, or whose words hold
/// a comma or a quotation mark, stands in a column of a hidden sheet.
/// </summary>
internal sealed class ChoiceLists
{
    /// <summary>Characters that a rule may hold (ISO/IEC 29500-1, 18.3.1.33 leaves it to Excel, which refuses more).</summary>
    private const int LongestInline = 255;

    private readonly Dictionary<(int Sheet, int Column), string> formulas = [];
    private readonly List<IReadOnlyList<string>> hidden = [];

    internal ChoiceLists(IReadOnlyList<Sheet> sheets)
    {
        SheetName = "Listes";
        while (sheets.Any(sheet => sheet.Name.Equals(SheetName, StringComparison.OrdinalIgnoreCase)))
        {
            SheetName += "_";
        }

        for (var sheet = 0; sheet < sheets.Count; sheet++)
        {
            for (var column = 0; column < sheets[sheet].Columns.Count; column++)
            {
                if (sheets[sheet].Columns[column].Options is { Count: > 0 } options)
                {
                    formulas[(sheet, column)] = Inline(options) ?? Hide(options);
                }
            }
        }
    }

    internal string SheetName { get; }

    internal IReadOnlyList<IReadOnlyList<string>> Hidden => hidden;

    /// <summary>The formula of each column of a sheet that has a list.</summary>
    internal IReadOnlyDictionary<int, string> Of(int sheet) =>
        formulas
            .Where(pair => pair.Key.Sheet == sheet)
            .ToDictionary(pair => pair.Key.Column, pair => pair.Value);

    internal static string Quoted(string sheet) => $"'{sheet.Replace("'", "''", StringComparison.Ordinal)}'";

    internal void Write(XmlWriter xml)
    {
        xml.WriteStartElement("worksheet", WorkbookPackage.Main);
        xml.WriteStartElement("sheetData", WorkbookPackage.Main);
        for (var row = 0; row < hidden.Max(list => list.Count); row++)
        {
            SheetWriter.StartRow(xml, row + 1);
            for (var column = 0; column < hidden.Count; column++)
            {
                if (row < hidden[column].Count)
                {
                    SheetWriter.WriteCell(xml, column, row + 1, hidden[column][row], SheetStyles.Text);
                }
            }

            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static string? Inline(IReadOnlyList<string> options)
    {
        var joined = string.Join(',', options);
        return joined.Length <= LongestInline && !options.Any(option => option.AsSpan().ContainsAny(',', '"'))
            ? $"\"{joined}\""
            : null;
    }

    private string Hide(IReadOnlyList<string> options)
    {
        hidden.Add(options);
        var column = SheetWriter.ColumnName(hidden.Count - 1);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{Quoted(SheetName)}!${column}$1:${column}${options.Count}"
        );
    }
}
