using System.IO.Compression;
using System.Text;

namespace Connector.Templates.Tests.Spreadsheets;

/// <summary>Workbooks made by hand, as other programs write them.</summary>
internal static class Xlsx
{
    private const string Main = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Links = "http://schemas.openxmlformats.org/package/2006/relationships";

    /// <summary>A workbook with one sheet, « Feuille ».</summary>
    /// <param name="rows">What stands in its <c>sheetData</c>.</param>
    /// <param name="styles">What stands in <c>styleSheet</c>.</param>
    /// <param name="shared">What stands in <c>sst</c>.</param>
    /// <param name="properties">Attributes of <c>workbookPr</c>.</param>
    internal static Dictionary<string, string> Parts(
        string rows,
        string styles = "",
        string shared = "",
        string properties = ""
    ) =>
        new(StringComparer.Ordinal)
        {
            ["[Content_Types].xml"] =
                "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>",
            ["_rels/.rels"] = Relationships(("w", "officeDocument", "xl/workbook.xml")),
            ["xl/workbook.xml"] =
                $"<workbook {Main} xmlns:r=\"{Office}\"><workbookPr {properties}/><sheets><sheet name=\"Feuille\" sheetId=\"1\" r:id=\"a\"/></sheets></workbook>",
            ["xl/_rels/workbook.xml.rels"] = Relationships(
                ("a", "worksheet", "worksheets/sheet1.xml"),
                ("b", "styles", "styles.xml"),
                ("c", "sharedStrings", "/xl/sharedStrings.xml")
            ),
            ["xl/styles.xml"] = $"<styleSheet {Main}>{styles}</styleSheet>",
            ["xl/sharedStrings.xml"] = $"<sst {Main}>{shared}</sst>",
            ["xl/worksheets/sheet1.xml"] = $"<worksheet {Main}><sheetData>{rows}</sheetData></worksheet>",
        };

    internal static byte[] Zip(IEnumerable<KeyValuePair<string, string>> parts)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (path, content) in parts)
            {
                using var stream = zip.CreateEntry(path).Open();
                stream.Write(Encoding.UTF8.GetBytes(content));
            }
        }

        return bytes.ToArray();
    }

    private static string Relationships(params (string Id, string Kind, string Target)[] links) =>
        $"<Relationships xmlns=\"{Links}\">"
        + string.Concat(
            links.Select(link =>
                $"<Relationship Id=\"{link.Id}\" Type=\"{Office}/{link.Kind}\" Target=\"{link.Target}\"/>"
            )
        )
        + "</Relationships>";
}
