using System.Text;
using System.Xml.Linq;

namespace Connector.Templates.Tests.Merging;

/// <summary>Puts into a finished document what word processors put there when people work.</summary>
internal static class RichDocument
{
    internal const string Styles = "word/styles.xml";
    internal const string Numbering = "word/numbering.xml";
    internal const string Comments = "word/comments.xml";
    internal const string Picture = "word/media/photo.png";
    internal const string Chart = "word/charts/chart1.xml";
    internal const string Workbook = "word/embeddings/classeur.xlsx";

    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Drawing = "http://schemas.openxmlformats.org/drawingml/2006";
    private const string Kind = "application/vnd.openxmlformats-officedocument";

    private static readonly XNamespace W = WordText.W;

    /// <summary>A style, a list, a picture, a link, a comment, a chart: each in a paragraph behind the one with these words.</summary>
    internal static byte[] WithEverything(byte[] docx, string behind = "Merci")
    {
        docx = WithParts(docx);
        docx = DocxEdit.Change(
            docx,
            styles =>
                styles.Add(
                    Parsed(
                        "<w:style w:type=\"paragraph\" w:customStyle=\"1\" w:styleId=\"AMoi\"><w:name w:val=\"À moi\"/><w:basedOn w:val=\"Normal\"/><w:rPr><w:color w:val=\"884400\"/></w:rPr></w:style>"
                    )
                ),
            Styles
        );
        docx = DocxEdit.Change(
            docx,
            lists =>
            {
                lists
                    .Elements(W + "abstractNum")
                    .Last()
                    .AddAfterSelf(
                        Parsed(
                            "<w:abstractNum w:abstractNumId=\"70\"><w:multiLevelType w:val=\"singleLevel\"/><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"upperRoman\"/><w:lvlText w:val=\"%1)\"/><w:lvlJc w:val=\"left\"/></w:lvl></w:abstractNum>"
                        )
                    );
                lists
                    .Elements(W + "num")
                    .Last()
                    .AddAfterSelf(Parsed("<w:num w:numId=\"70\"><w:abstractNumId w:val=\"70\"/></w:num>"));
            },
            Numbering
        );
        return DocxEdit.Change(
            docx,
            document =>
                MergeTrial
                    .Paragraph(document, behind)
                    .AddAfterSelf(Paragraphs.Select(paragraph => Parsed(paragraph)))
        );
    }

    /// <summary>As they stand in the text.</summary>
    internal static readonly IReadOnlyList<string> Paragraphs =
    [
        "<w:p><w:pPr><w:pStyle w:val=\"AMoi\"/></w:pPr><w:r><w:t>Dans mon style</w:t></w:r></w:p>",
        "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"70\"/></w:numPr></w:pPr><w:r><w:t>Premier de ma liste</w:t></w:r></w:p>",
        "<w:p><w:hyperlink r:id=\"rIdLien\"><w:r><w:t>La carte des lieux</w:t></w:r></w:hyperlink></w:p>",
        $"<w:p><w:r><w:drawing><wp:inline><wp:extent cx=\"360000\" cy=\"360000\"/><wp:docPr id=\"901\" name=\"photo\" descr=\"Le bus\"/><a:graphic><a:graphicData uri=\"{Drawing}/picture\"><pic:pic><pic:nvPicPr><pic:cNvPr id=\"901\" name=\"photo\"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed=\"rIdPhoto\"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"360000\" cy=\"360000\"/></a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>",
        "<w:p><w:commentRangeStart w:id=\"31\"/><w:r><w:t>Phrase commentée</w:t></w:r><w:commentRangeEnd w:id=\"31\"/><w:r><w:commentReference w:id=\"31\"/></w:r></w:p>",
        $"<w:p><w:r><w:drawing><wp:inline><wp:extent cx=\"3600000\" cy=\"1800000\"/><wp:docPr id=\"902\" name=\"graphique\" descr=\"Visites\"/><a:graphic><a:graphicData uri=\"{Drawing}/chart\"><c:chart r:id=\"rIdGraphique\"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>",
        "<w:p><w:ins w:id=\"41\" w:author=\"Zoé\" w:date=\"2026-11-25T10:00:00Z\"><w:r><w:t>Ajout suivi</w:t></w:r></w:ins><w:del w:id=\"42\" w:author=\"Zoé\" w:date=\"2026-11-25T10:00:00Z\"><w:r><w:delText>retrait suivi</w:delText></w:r></w:del></w:p>",
    ];

    private static byte[] WithParts(byte[] docx)
    {
        docx = DocxEdit.Put(docx, Picture, Pictures.Chequered);
        docx = DocxEdit.Put(
            docx,
            Comments,
            Utf8(
                $"<w:comments xmlns:w=\"{W}\"><w:comment w:id=\"31\" w:author=\"Zoé\" w:date=\"2026-11-25T10:00:00Z\" w:initials=\"Z\"><w:p><w:r><w:t>À revoir ensemble</w:t></w:r></w:p></w:comment></w:comments>"
            )
        );
        docx = DocxEdit.Put(docx, Chart, Utf8(ChartXml));
        docx = DocxEdit.Put(docx, Workbook, [80, 75, 5, 6, .. new byte[18]]);
        docx = DocxEdit.Put(
            docx,
            "word/charts/_rels/chart1.xml.rels",
            Utf8(
                $"<Relationships xmlns=\"{PackageRelationship.Namespace}\"><Relationship Id=\"rIdDonnees\" Type=\"{Office}/package\" Target=\"../embeddings/classeur.xlsx\"/></Relationships>"
            )
        );
        docx = DocxEdit.Change(
            docx,
            types =>
                types.Add(
                    Type("Override", "PartName", "/" + Chart, $"{Kind}.drawingml.chart+xml"),
                    Type("Override", "PartName", "/" + Comments, $"{Kind}.wordprocessingml.comments+xml"),
                    Type("Override", "PartName", "/" + Workbook, $"{Kind}.spreadsheetml.sheet"),
                    Type("Default", "Extension", "png", "image/png")
                ),
            PackageParts.ContentTypesPath
        );
        return DocxEdit.Change(
            docx,
            links =>
                links.Add(
                    Link("rIdPhoto", "image", "media/photo.png"),
                    Link("rIdRemarques", "comments", "comments.xml"),
                    Link("rIdGraphique", "chart", "charts/chart1.xml"),
                    Link(
                        "rIdLien",
                        "hyperlink",
                        "https://carte.example/lieux",
                        new XAttribute("TargetMode", "External")
                    )
                ),
            "word/_rels/document.xml.rels"
        );
    }

    internal static XElement Parsed(string xml) =>
        XElement
            .Parse(
                $"<x xmlns:w=\"{W}\" xmlns:r=\"{Office}\" xmlns:wp=\"{Drawing}/wordprocessingDrawing\" xmlns:a=\"{Drawing}/main\" xmlns:pic=\"{Drawing}/picture\" xmlns:c=\"{Drawing}/chart\">{xml}</x>",
                LoadOptions.PreserveWhitespace
            )
            .Elements()
            .Single();

    private static XElement Type(string element, string name, string value, string type) =>
        new(
            XName.Get(element, "http://schemas.openxmlformats.org/package/2006/content-types"),
            new XAttribute(name, value),
            new XAttribute("ContentType", type)
        );

    private static XElement Link(string id, string kind, string target, XAttribute? mode = null) =>
        new(
            PackageRelationship.Namespace + "Relationship",
            new XAttribute("Id", id),
            new XAttribute("Type", $"{Office}/{kind}"),
            new XAttribute("Target", target),
            mode
        );

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    private const string ChartXml =
        "<c:chartSpace xmlns:c=\""
        + Drawing
        + "/chart\" xmlns:a=\""
        + Drawing
        + "/main\" xmlns:r=\""
        + Office
        + "\"><c:chart><c:autoTitleDeleted val=\"1\"/><c:plotArea><c:layout/><c:barChart><c:barDir val=\"col\"/><c:grouping val=\"clustered\"/><c:varyColors val=\"0\"/><c:ser><c:idx val=\"0\"/><c:order val=\"0\"/><c:cat><c:strLit><c:ptCount val=\"1\"/><c:pt idx=\"0\"><c:v>Ribérac</c:v></c:pt></c:strLit></c:cat><c:val><c:numLit><c:ptCount val=\"1\"/><c:pt idx=\"0\"><c:v>12</c:v></c:pt></c:numLit></c:val></c:ser><c:axId val=\"1\"/><c:axId val=\"2\"/></c:barChart><c:catAx><c:axId val=\"1\"/><c:scaling><c:orientation val=\"minMax\"/></c:scaling><c:delete val=\"0\"/><c:axPos val=\"b\"/><c:crossAx val=\"2\"/></c:catAx><c:valAx><c:axId val=\"2\"/><c:scaling><c:orientation val=\"minMax\"/></c:scaling><c:delete val=\"0\"/><c:axPos val=\"l\"/><c:crossAx val=\"1\"/></c:valAx></c:plotArea></c:chart><c:externalData r:id=\"rIdDonnees\"/></c:chartSpace>";
}
