using System.Globalization;
using System.Xml;

namespace Connector.Templates.Spreadsheets;

/// <summary>The parts of a workbook that say which sheets it has.</summary>
internal sealed class WorkbookPackage(IReadOnlyList<Sheet> sheets, ChoiceLists choices)
{
    internal const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    private const string Types = "http://schemas.openxmlformats.org/package/2006/content-types";
    private const string Links = "http://schemas.openxmlformats.org/package/2006/relationships";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    internal static string SheetPath(int index) =>
        string.Create(CultureInfo.InvariantCulture, $"xl/worksheets/sheet{index + 1}.xml");

    private int Count => sheets.Count + (choices.Hidden.Count > 0 ? 1 : 0);

    internal void WriteContentTypes(XmlWriter xml)
    {
        xml.WriteStartElement("Types", Types);
        Default(xml, "rels", "application/vnd.openxmlformats-package.relationships+xml");
        Default(xml, "xml", "application/xml");
        Override(xml, "/xl/workbook.xml", "sheet.main+xml");
        Override(xml, "/xl/styles.xml", "styles+xml");
        for (var index = 0; index < Count; index++)
        {
            Override(xml, "/" + SheetPath(index), "worksheet+xml");
        }

        xml.WriteEndElement();
    }

    internal static void WriteRelationships(XmlWriter xml)
    {
        xml.WriteStartElement("Relationships", Links);
        Relationship(xml, "workbook", "officeDocument", "xl/workbook.xml");
        xml.WriteEndElement();
    }

    internal void WriteWorkbookRelationships(XmlWriter xml)
    {
        xml.WriteStartElement("Relationships", Links);
        Relationship(xml, "styles", "styles", "styles.xml");
        for (var index = 0; index < Count; index++)
        {
            Relationship(xml, SheetId(index), "worksheet", SheetPath(index)["xl/".Length..]);
        }

        xml.WriteEndElement();
    }

    internal void WriteWorkbook(XmlWriter xml)
    {
        xml.WriteStartElement("workbook", Main);
        xml.WriteAttributeString("xmlns", "r", null, Office);
        // The window to which each sheet's view belongs (workbookViewId).
        xml.WriteStartElement("bookViews", Main);
        xml.WriteStartElement("workbookView", Main);
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteStartElement("sheets", Main);
        for (var index = 0; index < Count; index++)
        {
            xml.WriteStartElement("sheet", Main);
            xml.WriteAttributeString("name", index < sheets.Count ? sheets[index].Name : choices.SheetName);
            xml.WriteAttributeString("sheetId", Number(index + 1));
            if (index == sheets.Count)
            {
                xml.WriteAttributeString("state", "hidden");
            }

            xml.WriteAttributeString("id", Office, SheetId(index));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        WriteNames(xml);
        xml.WriteEndElement();
    }

    /// <summary>The header is printed at the top of each page.</summary>
    private void WriteNames(XmlWriter xml)
    {
        xml.WriteStartElement("definedNames", Main);
        for (var index = 0; index < sheets.Count; index++)
        {
            xml.WriteStartElement("definedName", Main);
            xml.WriteAttributeString("name", "_xlnm.Print_Titles");
            xml.WriteAttributeString("localSheetId", Number(index));
            xml.WriteString($"{ChoiceLists.Quoted(sheets[index].Name)}!$1:$1");
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static string SheetId(int index) => "sheet" + Number(index + 1);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static void Default(XmlWriter xml, string extension, string contentType)
    {
        xml.WriteStartElement("Default", Types);
        xml.WriteAttributeString("Extension", extension);
        xml.WriteAttributeString("ContentType", contentType);
        xml.WriteEndElement();
    }

    private static void Override(XmlWriter xml, string part, string kind)
    {
        xml.WriteStartElement("Override", Types);
        xml.WriteAttributeString("PartName", part);
        xml.WriteAttributeString("ContentType", ContentType + kind);
        xml.WriteEndElement();
    }

    private static void Relationship(XmlWriter xml, string id, string kind, string target)
    {
        xml.WriteStartElement("Relationship", Links);
        xml.WriteAttributeString("Id", id);
        xml.WriteAttributeString("Type", $"{Office}/{kind}");
        xml.WriteAttributeString("Target", target);
        xml.WriteEndElement();
    }
}
