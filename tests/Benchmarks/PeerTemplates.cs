using System.IO.Compression;
using System.Text;

namespace Connector.Benchmarks;

/// <summary>One and the same document in the tag language of each engine: a title, and a table of five columns.</summary>
internal static class PeerTemplates
{
    private const string Declaration = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>""";
    private const string Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006";
    private const string Kind = "application/vnd.openxmlformats-officedocument.wordprocessingml";

    private static readonly string[] Header = ["N", "Action", "Porteur", "Échéance", "Statut"];

    /// <summary>In our own tags.</summary>
    public static byte[] Ours() =>
        Docx(
            "Compte-rendu {{titre}}",
            ["{{#rows}}", "", "", "", ""],
            ["{{n}}", "{{a}}", "{{p}}", "{{e}}", "{{s}}"],
            ["{{/rows}}", "", "", "", ""]
        );

    /// <summary>Writes the peers' templates, each under its engine's name.</summary>
    public static void Write(string folder)
    {
        string[] braces = ["{#rows}{n}", "{a}", "{p}", "{e}", "{s}{/rows}"];
        var templates = new Dictionary<string, byte[]>
        {
            ["docxtemplater"] = Docx("Compte-rendu {titre}", braces),
            ["easy-template-x"] = Docx("Compte-rendu {titre}", braces),
            ["docx-templates"] = Docx(
                "Compte-rendu +++titre+++",
                ["+++FOR x IN rows+++", "", "", "", ""],
                ["+++= $x.n+++", "+++= $x.a+++", "+++= $x.p+++", "+++= $x.e+++", "+++= $x.s+++"],
                ["+++END-FOR x+++", "", "", "", ""]
            ),
            ["carbone"] = Docx(
                "Compte-rendu {d.titre}",
                ["{d.rows[i].n}", "{d.rows[i].a}", "{d.rows[i].p}", "{d.rows[i].e}", "{d.rows[i].s}"],
                ["{d.rows[i+1].n}", "", "", "", ""]
            ),
            ["docxtpl"] = Docx(
                "Compte-rendu {{ titre }}",
                ["{%tr for x in rows %}", "", "", "", ""],
                ["{{ x.n }}", "{{ x.a }}", "{{ x.p }}", "{{ x.e }}", "{{ x.s }}"],
                ["{%tr endfor %}", "", "", "", ""]
            ),
        };
        foreach (var (engine, docx) in templates)
        {
            File.WriteAllBytes(Path.Combine(folder, $"{engine}.docx"), docx);
        }
    }

    private static byte[] Docx(string title, params string[][] rows)
    {
        var table = string.Concat(rows.Prepend(Header).Select(Row));
        var grid = string.Concat(Enumerable.Repeat("""<w:gridCol w:w="1800"/>""", Header.Length));
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(
                zip,
                "[Content_Types].xml",
                $"""<Types xmlns="{Package}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="{Kind}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="{Kind}.styles+xml"/></Types>"""
            );
            Add(zip, "_rels/.rels", Relationship("officeDocument", "word/document.xml"));
            Add(
                zip,
                "word/document.xml",
                $"""<w:document xmlns:w="{Word}"><w:body>{Paragraph(title)}<w:tbl><w:tblPr><w:tblW w:w="9000" w:type="dxa"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{table}</w:tbl><w:p/><w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr></w:body></w:document>"""
            );
            Add(zip, "word/_rels/document.xml.rels", Relationship("styles", "styles.xml"));
            Add(
                zip,
                "word/styles.xml",
                $"""<w:styles xmlns:w="{Word}"><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style></w:styles>"""
            );
        }

        return bytes.ToArray();
    }

    private static void Add(ZipArchive zip, string name, string xml)
    {
        using var entry = zip.CreateEntry(name).Open();
        entry.Write(Encoding.UTF8.GetBytes(Declaration + xml));
    }

    private static string Relationship(string kind, string target) =>
        $"""<Relationships xmlns="{Package}/relationships"><Relationship Id="rId1" Type="{Office}/{kind}" Target="{target}"/></Relationships>""";

    private static string Row(string[] cells) =>
        $"<w:tr>{string.Concat(cells.Select(cell => $"""<w:tc><w:tcPr><w:tcW w:w="1800" w:type="dxa"/></w:tcPr>{Paragraph(cell)}</w:tc>"""))}</w:tr>";

    private static string Paragraph(string text) =>
        $"""<w:p><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>""";
}
