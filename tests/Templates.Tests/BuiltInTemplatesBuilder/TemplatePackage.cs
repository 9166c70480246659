using System.Security;
using System.Text;
using System.Xml.Linq;

namespace Connector.Templates.Tests.BuiltInTemplatesBuilder;

/// <summary>Puts a body and a footer into a whole .docx, the same bytes each time.</summary>
internal sealed record TemplatePackage
{
    private const string Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Namespaces = $"xmlns:w=\"{Word}\" xmlns:r=\"{Office}\"";

    internal required string Title { get; init; }

    internal required string Body { get; init; }

    /// <summary>What stands before « Page X sur Y ».</summary>
    internal required string FooterText { get; init; }

    internal bool HasNumberedHeadings { get; init; }

    /// <summary>Makes it an English template; null leaves it in French.</summary>
    internal EnglishWords? English { get; init; }

    internal byte[] ToBytes()
    {
        var parts = new Dictionary<string, string>
        {
            ["_rels/.rels"] = Relationships(
                ("rId1", $"{Office}/officeDocument", "word/document.xml"),
                (
                    "rId2",
                    "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
                    "docProps/core.xml"
                ),
                ("rId3", $"{Office}/extended-properties", "docProps/app.xml")
            ),
            ["word/_rels/document.xml.rels"] = Relationships(
                ("rId1", $"{Office}/styles", "styles.xml"),
                ("rId2", $"{Office}/settings", "settings.xml"),
                ("rId3", $"{Office}/numbering", "numbering.xml"),
                ("rId4", $"{Office}/fontTable", "fontTable.xml"),
                ("rId5", $"{Office}/footer", "footer1.xml")
            ),
            ["word/document.xml"] =
                $"<w:document {Namespaces}><w:body>{Body}{Section()}</w:body></w:document>",
            ["word/footer1.xml"] =
                $"<w:ftr {Namespaces}><w:p><w:pPr><w:pStyle w:val=\"Footer\"/></w:pPr>{FooterRuns()}</w:p></w:ftr>",
            ["word/styles.xml"] = StyleSheet.Xml(HasNumberedHeadings),
            ["word/numbering.xml"] = Numbering.Xml(HasNumberedHeadings),
            ["word/settings.xml"] =
                $"<w:settings {Namespaces}><w:zoom w:percent=\"100\"/><w:defaultTabStop w:val=\"709\"/><w:characterSpacingControl w:val=\"doNotCompress\"/>"
                + "<w:compat><w:compatSetting w:name=\"compatibilityMode\" w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/></w:compat>"
                + "<w:themeFontLang w:val=\"fr-FR\"/></w:settings>",
            ["word/fontTable.xml"] =
                $"<w:fonts {Namespaces}><w:font w:name=\"Calibri\"><w:altName w:val=\"Carlito\"/><w:panose1 w:val=\"020F0502020204030204\"/><w:charset w:val=\"00\"/><w:family w:val=\"swiss\"/><w:pitch w:val=\"variable\"/></w:font></w:fonts>",
            ["docProps/core.xml"] =
                "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\">"
                + $"<dc:title>{SecurityElement.Escape(Title)}</dc:title><dc:creator>Connector</dc:creator><dc:language>fr-FR</dc:language></cp:coreProperties>",
            ["docProps/app.xml"] =
                "<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\"><Application>Connector</Application></Properties>",
        };
        var package = new PackageParts(
            parts.Select(part =>
                KeyValuePair.Create(
                    part.Key,
                    (ReadOnlyMemory<byte>)
                        Encoding.UTF8.GetBytes(Declaration + (English?.Translate(part.Value) ?? part.Value))
                )
            ),
            new XElement(XName.Get("Types", "http://schemas.openxmlformats.org/package/2006/content-types"))
        );
        PackageRepair.Apply(package);
        return PackageWriter.Write(package);
    }

    /// <summary>Properties of a section; the last one of a document stands alone, earlier ones in a paragraph.</summary>
    internal static string Section(bool isLandscape = false, string type = "nextPage") =>
        $"<w:sectPr><w:footerReference w:type=\"default\" r:id=\"rId5\"/><w:type w:val=\"{type}\"/>"
        + (
            isLandscape
                ? "<w:pgSz w:w=\"16838\" w:h=\"11906\" w:orient=\"landscape\"/><w:pgMar w:top=\"1021\" w:right=\"850\" w:bottom=\"1021\" w:left=\"850\" w:header=\"567\" w:footer=\"567\" w:gutter=\"0\"/>"
                : "<w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"1134\" w:right=\"1134\" w:bottom=\"1247\" w:left=\"1134\" w:header=\"567\" w:footer=\"567\" w:gutter=\"0\"/>"
        )
        + "</w:sectPr>";

    internal static string SectionEnd(bool isLandscape = false) =>
        $"<w:p><w:pPr><w:pStyle w:val=\"ApresTableau\"/>{Section(isLandscape)}</w:pPr></w:p>";

    private const string Declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

    private string FooterRuns() =>
        Blocks.Run(FooterText + " · Page ") + Field("PAGE") + Blocks.Run(" sur ") + Field("NUMPAGES");

    private static string Field(string instruction) =>
        "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>"
        + $"<w:r><w:instrText xml:space=\"preserve\"> {instruction} </w:instrText></w:r>"
        + "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";

    private static string Relationships(params (string Id, string Type, string Target)[] relationships) =>
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        + string.Concat(
            relationships.Select(link =>
                $"<Relationship Id=\"{link.Id}\" Type=\"{link.Type}\" Target=\"{link.Target}\"/>"
            )
        )
        + "</Relationships>";
}
