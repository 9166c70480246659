using System.Globalization;
using System.Xml.Linq;

namespace Connector.Templates.Spreadsheets;

/// <summary>Which cell styles show a number as a date: nothing else in a cell tells.</summary>
internal sealed class CellFormats
{
    private readonly bool[] isDate;

    private CellFormats(bool[] isDate) => this.isDate = isDate;

    internal static CellFormats None { get; } = new([]);

    internal bool IsDate(int style) => style >= 0 && style < isDate.Length && isDate[style];

    /// <param name="sheet">The root of <c>xl/styles.xml</c>.</param>
    internal static CellFormats Read(XElement sheet)
    {
        var codes = new Dictionary<int, string>();
        foreach (var format in All(sheet, "numFmts", "numFmt"))
        {
            if (Number(format.Attribute("numFmtId")) is { } id)
            {
                codes[id] = (string?)format.Attribute("formatCode") ?? "";
            }
        }

        return new CellFormats([
            .. All(sheet, "cellXfs", "xf")
                .Select(style => Number(style.Attribute("numFmtId")) ?? 0)
                .Select(id => codes.TryGetValue(id, out var code) ? IsDateCode(code) : IsDateFormat(id)),
        ]);
    }

    /// <summary>The built-in formats of ISO/IEC 29500-1, 18.8.30, those of East Asian locales included.</summary>
    private static bool IsDateFormat(int id) =>
        id is (>= 14 and <= 22) or (>= 27 and <= 36) or 45 or 47 or (>= 50 and <= 58);

    /// <summary>Letters of days and hours outside of quoted words, brackets and escapes; <c>[h]</c> is a length of time.</summary>
    internal static bool IsDateCode(string code)
    {
        for (var index = 0; index < code.Length && code[index] != ';'; index++)
        {
            switch (code[index])
            {
                case '"':
                    index = End(code, '"', index);
                    break;
                case '[':
                    var end = End(code, ']', index);
                    if (code[(index + 1)..end].Trim('h', 'H', 'm', 'M', 's', 'S').Length == 0)
                    {
                        return false;
                    }

                    index = end;
                    break;
                case '\\' or '_' or '*':
                    index++;
                    break;
                case 'y' or 'Y' or 'd' or 'D' or 'h' or 'H' or 'm' or 'M' or 's' or 'S':
                    return true;
                case 'G' or 'g':
                    return false;
            }
        }

        return false;
    }

    private static int End(string code, char sign, int from)
    {
        var end = code.IndexOf(sign, from + 1);
        return end < 0 ? code.Length : end;
    }

    private static IEnumerable<XElement> All(XElement sheet, string list, string item) =>
        sheet
            .Elements()
            .Where(element => element.Name.LocalName == list)
            .Elements()
            .Where(element => element.Name.LocalName == item);

    private static int? Number(XAttribute? attribute) =>
        int.TryParse(attribute?.Value, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
}
