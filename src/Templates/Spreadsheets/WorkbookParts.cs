using System.Globalization;
using System.Xml;
using System.Xml.Linq;

namespace Connector.Templates.Spreadsheets;

/// <summary>What a workbook's parts say together: its sheets, shared words, styles and date system.</summary>
internal sealed class WorkbookParts
{
    private const string UsualWorkbook = "xl/workbook.xml";

    private readonly PackageZip zip;
    private readonly string path;
    private readonly XElement workbook;
    private readonly IReadOnlyList<PackageRelationship> links;

    internal WorkbookParts(PackageZip zip)
    {
        this.zip = zip;
        path =
            Links("").FirstOrDefault(link => link.Kind == "officeDocument" && IsThere(link))?.Target
            ?? UsualWorkbook;
        workbook = zip.Contains(path) ? Parse(path) : throw Unreadable();
        links = Links(path);
        Is1904 = Children(workbook, "workbookPr")
            .Any(properties => (string?)properties.Attribute("date1904") is "1" or "true" or "on");
        Sheets = ReadSheets();
        Formats = Part("styles", "xl/styles.xml") is { } styles
            ? CellFormats.Read(Parse(styles))
            : CellFormats.None;
        SharedWords = Part("sharedStrings", "xl/sharedStrings.xml") is { } shared ? ReadShared(shared) : [];
    }

    internal bool Is1904 { get; }

    internal List<(string Name, string Path)> Sheets { get; }

    internal CellFormats Formats { get; }

    internal IReadOnlyList<SheetCell> SharedWords { get; }

    private List<(string Name, string Path)> ReadSheets()
    {
        var found = new List<(string, string)>();
        var sheets = Children(workbook, "sheets")
            .Elements()
            .Where(element => element.Name.LocalName == "sheet");
        foreach (var (sheet, index) in sheets.Select((sheet, index) => (sheet, index)))
        {
            var id = sheet
                .Attributes()
                .FirstOrDefault(item => item.Name.LocalName == "id" && item.Name.Namespace != "");
            var link = links.FirstOrDefault(link => link.Id == id?.Value && !link.IsExternal);
            if (link is not null && link.Kind is "chartsheet" or "dialogsheet" or "xlMacrosheet")
            {
                continue;
            }

            var usual = string.Create(CultureInfo.InvariantCulture, $"xl/worksheets/sheet{index + 1}.xml");
            var part = link is not null && zip.Contains(link.Target) ? link.Target : usual;
            found.Add(
                zip.Contains(part) ? ((string?)sheet.Attribute("name") ?? "", part) : throw Unreadable()
            );
        }

        return found;
    }

    private List<SheetCell> ReadShared(string part)
    {
        var words = new List<SheetCell>();
        using var stream = zip.Open(part);
        using var reader = SafeXml.Reader(stream);
        while (SafeXml.Next(reader))
        {
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "si" })
            {
                words.Add(SheetXml.RichText(reader));
            }
        }

        return words;
    }

    private string? Part(string kind, string usual) =>
        links.FirstOrDefault(link => link.Kind == kind && IsThere(link))?.Target
        ?? (zip.Contains(usual) ? usual : null);

    private bool IsThere(PackageRelationship link) => !link.IsExternal && zip.Contains(link.Target);

    /// <summary>None where the file of relationships is missing or damaged: parts are then looked for by name.</summary>
    private IReadOnlyList<PackageRelationship> Links(string source)
    {
        var file = PackageRelationship.PathFor(source);
        try
        {
            return zip.Contains(file) ? PackageRelationship.All(source, Parse(file)) : [];
        }
        catch (XmlException)
        {
            return [];
        }
    }

    private XElement Parse(string part)
    {
        var bytes = zip.ReadAll(part);
        if (bytes.Length > SpreadsheetLimits.Index)
        {
            throw new SpreadsheetException(SpreadsheetFault.TooLarge);
        }

        SafeXml.Check(bytes);
        return SafeXml.Parse(bytes);
    }

    private static IEnumerable<XElement> Children(XElement parent, string name) =>
        parent.Elements().Where(element => element.Name.LocalName == name);

    private static SpreadsheetException Unreadable() => new(SpreadsheetFault.Unreadable);
}
