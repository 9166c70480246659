using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using static Connector.Templates.Tests.TestTemplates;

namespace Connector.Templates.Tests;

/// <summary>Tags outside of the running text, and what editors put around them.</summary>
internal sealed class FillPlacesTests
{
    private const string Shapes =
        "xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\" xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" xmlns:v=\"urn:schemas-microsoft-com:vml\"";

    [Test]
    public void Headers_are_filled()
    {
        var template = Change(
            Docx(P("texte")),
            document =>
            {
                var main = document.MainDocumentPart!;
                var header = main.AddNewPart<HeaderPart>("rIdH");
                header.Header = new Header(Paragraph("{{#gens}}{{nom}}, {{/gens}}{{ville}}"));
                main.Document!.Body!.GetFirstChild<SectionProperties>()!
                    .PrependChild(new HeaderReference { Type = HeaderFooterValues.Default, Id = "rIdH" });
            }
        );
        var docx = DocumentTemplate
            .Load(template)
            .Fill(Data().With("gens", Names("Zoé", "Loïc")).With("ville", "Ormeau"));

        Assert.Multiple(() =>
        {
            Assert.That(
                Templates.Tests.Docx.Open(
                    docx,
                    document => document.MainDocumentPart!.HeaderParts.Single().Header!.InnerText
                ),
                Is.EqualTo("Zoé, Loïc, Ormeau")
            );
            Assert.That(Templates.Tests.Docx.Errors(docx), Is.Empty);
        });
    }

    [Test]
    public void Text_boxes_are_filled_once_and_loops_in_them_repeat()
    {
        var inside = P("{{#gens}}") + P("{{nom}}") + P("{{/gens}}");
        var box =
            $"<w:p><w:r><mc:AlternateContent {Shapes}><mc:Choice Requires=\"wps\"><w:drawing><wp:inline distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\"><wp:extent cx=\"3600000\" cy=\"1800000\"/><wp:docPr id=\"5\" name=\"Cadre\" descr=\"Cadre\"/>"
            + "<a:graphic><a:graphicData uri=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\"><wps:wsp><wps:cNvSpPr txBox=\"1\"/><wps:spPr><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></wps:spPr>"
            + $"<wps:txbx><w:txbxContent>{inside}</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice>"
            + $"<mc:Fallback><w:pict><v:shape id=\"s1\" style=\"width:10cm;height:5cm\"><v:textbox><w:txbxContent>{inside}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>";
        var docx = Load(box).Fill(Data().With("gens", Names("Zoé", "Loïc")));
        var empty = Load(box).Fill(Data().With("gens", Names()));

        var ids = DocxIds.Of(docx);
        Assert.Multiple(() =>
        {
            Assert.That(
                Templates.Tests.Docx.Open(
                    docx,
                    document =>
                        Templates
                            .Tests.Docx.Body(document)
                            .Descendants<TextBoxContent>()
                            .Select(content => content.InnerText)
                            .ToList()
                ),
                Is.EqualTo(new[] { "ZoéLoïc" })
            );
            Assert.That(ids.BookmarkNames, Is.EqualTo(new[] { "ligne_gens_k0", "ligne_gens_k1" }));
            Assert.That(Templates.Tests.Docx.Errors(docx), Is.Empty);
            Assert.That(Templates.Tests.Docx.Errors(empty), Is.Empty);
        });
    }

    [Test]
    public void Control_that_holds_a_tag_is_no_placeholder_and_bound_to_nothing()
    {
        const string Control =
            "<w:p><w:sdt><w:sdtPr><w:alias w:val=\"Nom\"/><w:tag w:val=\"nom\"/><w:id w:val=\"5\"/><w:showingPlcHdr/><w:dataBinding w:xpath=\"/a\" w:storeItemID=\"{0}\"/><w:text/></w:sdtPr>"
            + "<w:sdtContent><w:r><w:t>{{no</w:t></w:r><w:r><w:t>m}}</w:t></w:r></w:sdtContent></w:sdt></w:p>";
        var docx = Load(Control).Fill(Data().With("nom", "Zoé"));

        var xml = Templates.Tests.Docx.Open(docx, document => Templates.Tests.Docx.Body(document).OuterXml);
        Assert.Multiple(() =>
        {
            Assert.That(Templates.Tests.Docx.Text(docx), Is.EqualTo("Zoé"));
            Assert.That(xml, Does.Not.Contain("showingPlcHdr").And.Not.Contain("dataBinding"));
            Assert.That(Templates.Tests.Docx.Errors(docx), Is.Empty);
        });
    }

    [Test]
    public void Rows_within_controls_repeat()
    {
        static string InControl(string row, int id) =>
            $"<w:sdt><w:sdtPr><w:id w:val=\"{id}\"/></w:sdtPr><w:sdtContent>{row}</w:sdtContent></w:sdt>";

        var table = Table(["{{#gens}}"], ["{{nom}}"], ["{{/gens}}"]);
        var rows = table
            .Split("<w:tr>")[1..]
            .Select((row, index) => InControl("<w:tr>" + row.Replace("</w:tbl>", ""), index + 1));
        var docx = Load(table.Split("<w:tr>")[0] + string.Concat(rows) + "</w:tbl>" + P("fin"))
            .Fill(Data().With("gens", Names("Zoé", "Loïc")));

        Assert.Multiple(() =>
        {
            Assert.That(Templates.Tests.Docx.Text(docx), Is.EqualTo("Zoé\nLoïc\nfin"));
            Assert.That(DocxIds.Of(docx).Controls, Is.Unique);
            Assert.That(Templates.Tests.Docx.Errors(docx), Is.Empty);
        });
    }

    [Test]
    public void Properties_of_the_document_are_filled()
    {
        var template = Change(
            Docx(P("texte")),
            document =>
            {
                document.PackageProperties.Subject = "Réseau {{ville}}";
                document.PackageProperties.Keywords = "{{ville}}, numérique";
                document.ExtendedFilePropertiesPart!.Properties!.Company = new("{{ville}} & Cie");
            }
        );
        var docx = DocumentTemplate.Load(template).Fill(Data().With("ville", "Ormeau"));

        Templates.Tests.Docx.Open(
            docx,
            document =>
            {
                Assert.That(document.PackageProperties.Subject, Is.EqualTo("Réseau Ormeau"));
                Assert.That(document.PackageProperties.Keywords, Is.EqualTo("Ormeau, numérique"));
                Assert.That(
                    document.ExtendedFilePropertiesPart!.Properties!.Company!.Text,
                    Is.EqualTo("Ormeau & Cie")
                );
                Assert.That(document.PackageProperties.Title, Is.EqualTo("Essai"));
                return true;
            }
        );
        Assert.That(
            DocumentTemplate.Load(template).Check(Data()).Select(problem => problem.Code).Distinct(),
            Is.EqualTo(new[] { "unknown-tag" })
        );
    }

    [Test]
    public void Comments_of_the_authors_and_the_update_prompt_do_not_reach_readers()
    {
        var template = Change(
            Docx(P("texte {{ville}}")),
            document =>
            {
                var main = document.MainDocumentPart!;
                main.AddNewPart<WordprocessingCommentsPart>().Comments = new Comments(
                    new Comment(Paragraph("à relire")) { Id = "1", Author = "Anne" }
                );
                var paragraph = main.Document!.Body!.GetFirstChild<Paragraph>()!;
                paragraph.PrependChild(new CommentRangeStart { Id = "1" });
                paragraph.AppendChild(new CommentRangeEnd { Id = "1" });
                paragraph.AppendChild(new Run(new CommentReference { Id = "1" }));
                main.DocumentSettingsPart!.Settings!.AddChild(new UpdateFieldsOnOpen { Val = true });
            }
        );
        var docx = DocumentTemplate.Load(template).Fill(Data().With("ville", "Ormeau"));

        Templates.Tests.Docx.Open(
            docx,
            document =>
            {
                var main = document.MainDocumentPart!;
                Assert.That(main.WordprocessingCommentsPart, Is.Null);
                Assert.That(main.DocumentSettingsPart!.Settings!.OuterXml, Does.Not.Contain("updateFields"));
                Assert.That(main.Document!.OuterXml, Does.Not.Contain("omment"));
                return true;
            }
        );
        Assert.That(Templates.Tests.Docx.Errors(docx), Is.Empty);
    }

    private static Paragraph Paragraph(string text) => new(new Run(new Text(text)));
}
