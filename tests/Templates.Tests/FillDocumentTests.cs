using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using static Connector.Templates.Tests.BuiltInTemplatesBuilder.Blocks;
using static Connector.Templates.Tests.TestTemplates;

namespace Connector.Templates.Tests;

/// <summary>A whole document put into another.</summary>
internal sealed class FillDocumentTests
{
    private const string Bookmarked =
        "<w:p><w:bookmarkStart w:id=\"7\" w:name=\"lieu\"/><w:r><w:t>Saint-Éloi</w:t></w:r><w:bookmarkEnd w:id=\"7\"/></w:p>"
        + "<w:p><w:hyperlink w:anchor=\"lieu\"><w:r><w:t>voir le lieu</w:t></w:r></w:hyperlink></w:p>";

    private static DocumentData Data(byte[] docx) =>
        TestTemplates.Data().With("annexe", new DocumentValue(docx));

    [Test]
    public void Text_styles_lists_links_and_pictures_come_over()
    {
        var picture = Load(P("{{photo}}") + P("{{site}}"))
            .Fill(
                TestTemplates
                    .Data()
                    .With("photo", new ImageValue(Pictures.Chequered, "Damier", 3))
                    .With("site", new LinkValue("le site", "https://a.example/"))
            );
        var docx = Load(P("avant") + P("{{annexe}}") + P("{{annexe}}")).Fill(Data(picture));

        Docx.Open(
            docx,
            document =>
            {
                var main = document.MainDocumentPart!;
                Assert.That(Docx.Text(docx), Is.EqualTo("avant\n\nle site\n\nle site"));
                Assert.That(main.ImageParts.Count(), Is.EqualTo(1));
                Assert.That(
                    main.HyperlinkRelationships.Single().Uri.OriginalString,
                    Is.EqualTo("https://a.example/")
                );
                Assert.That(Docx.Body(document).OuterXml, Does.Contain("descr=\"Damier\""));
                return true;
            }
        );
        Assert.Multiple(() =>
        {
            Assert.That(DocxIds.Of(docx).Drawings, Is.Unique);
            Assert.That(Docx.Errors(docx), Is.Empty);
        });
    }

    [Test]
    public void Style_of_the_same_name_is_the_template_s_and_another_comes_with_its_relatives()
    {
        var annexe = Change(
            TestTemplates.Docx(
                Heading(1, "Titre")
                    + "<w:p><w:pPr><w:pStyle w:val=\"Note9\"/></w:pPr><w:r><w:t>à part</w:t></w:r></w:p>"
            ),
            document =>
            {
                var styles = document.MainDocumentPart!.StyleDefinitionsPart!.Styles!;
                styles.Append(
                    new Style(new StyleName { Val = "Encadré" }, new BasedOn { Val = "Normal" })
                    {
                        Type = StyleValues.Paragraph,
                        StyleId = "Cadre9",
                        CustomStyle = true,
                    },
                    new Style(new StyleName { Val = "Note d'annexe" }, new BasedOn { Val = "Cadre9" })
                    {
                        Type = StyleValues.Paragraph,
                        StyleId = "Note9",
                        CustomStyle = true,
                    }
                );
            }
        );
        var before = StyleNames(TestTemplates.Docx(P("x")));
        var docx = Load(P("{{annexe}}")).Fill(Data(annexe));

        Assert.Multiple(() =>
        {
            Assert.That(
                StyleNames(docx).Except(before),
                Is.EquivalentTo(new[] { "Encadré", "Note d'annexe" })
            );
            Assert.That(StyleNames(docx), Is.Unique);
            Assert.That(Docx.Errors(docx), Is.Empty);
        });
    }

    [Test]
    public void Numbered_list_of_the_document_counts_from_its_start_each_time()
    {
        var annexe = TestTemplates.Docx(Paragraph("ListNumber", "un") + Paragraph("ListNumber", "deux"));
        var direct = Change(
            annexe,
            document =>
            {
                foreach (var paragraph in Docx.Body(document).Elements<Paragraph>())
                {
                    paragraph.ParagraphProperties!.NumberingProperties = new NumberingProperties(
                        new NumberingLevelReference { Val = 0 },
                        new NumberingId { Val = 3 }
                    );
                }
            }
        );
        var docx = Load(Paragraph("ListNumber", "à nous") + P("{{annexe}}") + P("{{annexe}}"))
            .Fill(Data(direct));

        Assert.Multiple(() =>
        {
            Assert.That(
                DocxNumbers.Items(docx),
                Is.EqualTo(new[] { "1. à nous", "1. un", "2. deux", "1. un", "2. deux" })
            );
            Assert.That(Docx.Errors(docx), Is.Empty);
        });
    }

    [Test]
    public void List_of_a_style_that_both_have_counts_from_its_start_each_time()
    {
        var annexe = TestTemplates.Docx(Paragraph("ListNumber", "un") + Paragraph("ListNumber", "deux"));
        var docx = Load(Paragraph("ListNumber", "à nous") + P("{{annexe}}") + P("{{annexe}}"))
            .Fill(Data(annexe));

        Assert.Multiple(() =>
        {
            Assert.That(
                DocxNumbers.Items(docx),
                Is.EqualTo(new[] { "1. à nous", "1. un", "2. deux", "1. un", "2. deux" })
            );
            Assert.That(Docx.Errors(docx), Is.Empty);
        });
    }

    [Test]
    public void Bookmarks_keep_their_links_and_meet_no_other()
    {
        var docx = Load(Bookmarked + P("{{annexe}}")).Fill(Data(TestTemplates.Docx(Bookmarked)));

        Docx.Open(
            docx,
            document =>
            {
                var body = Docx.Body(document);
                var names = body.Descendants<BookmarkStart>().Select(start => start.Name!.Value).ToList();
                Assert.That(names, Is.EqualTo(new[] { "lieu", "lieu_2" }));
                Assert.That(
                    body.Descendants<Hyperlink>().Select(link => link.Anchor!.Value),
                    Is.EqualTo(names)
                );
                Assert.That(body.Descendants<BookmarkStart>().Select(start => start.Id!.Value), Is.Unique);
                return true;
            }
        );
        Assert.That(Docx.Errors(docx), Is.Empty);
    }

    [Test]
    public void Table_controls_and_tracked_words_come_over_as_they_would_be_printed()
    {
        const string Tracked =
            "<w:p><w:r><w:t xml:space=\"preserve\">Le </w:t></w:r><w:del w:id=\"1\" w:author=\"A\"><w:r><w:delText>vieux</w:delText></w:r></w:del><w:ins w:id=\"2\" w:author=\"A\"><w:r><w:t>beau</w:t></w:r></w:ins><w:r><w:t xml:space=\"preserve\"> bus</w:t></w:r></w:p>"
            + "<w:p><w:sdt><w:sdtPr><w:id w:val=\"1001\"/><w:text/></w:sdtPr><w:sdtContent><w:r><w:t>champ</w:t></w:r></w:sdtContent></w:sdt></w:p>";
        var annexe = TestTemplates.Docx(Tracked + Table(["a", "b"]) + P("fin"));
        var docx = Load(P("{{nom}}") + P("{{annexe}}")).Fill(Data(annexe).With("nom", "Zoé"));

        Assert.Multiple(() =>
        {
            Assert.That(Docx.Text(docx), Is.EqualTo("Zoé\nLe beau bus\nchamp\na\nb\nfin"));
            Assert.That(DocxIds.Of(docx).Controls, Is.Unique);
            Assert.That(Docx.Errors(docx), Is.Empty);
        });
    }

    [Test]
    public void Keys_by_which_the_document_was_read_back_do_not_come_over()
    {
        var annexe = Load(P("{{#gens}}") + P("{{nom}}") + P("{{/gens}}"))
            .Fill(TestTemplates.Data().With("gens", Names("Zoé")));
        var docx = Load(P("{{annexe}}")).Fill(Data(annexe));

        var ids = DocxIds.Of(docx);
        Assert.Multiple(() =>
        {
            Assert.That(Docx.Text(docx), Is.EqualTo("Zoé"));
            Assert.That(ids.ControlTags, Is.Empty);
            Assert.That(ids.BookmarkNames, Is.Empty);
            Assert.That(Docx.Errors(docx), Is.Empty);
        });
    }

    [Test]
    public void Row_that_was_deleted_under_tracking_stays_behind()
    {
        var annexe = TestTemplates.Docx(
            Table(["a"], ["b"])
                .Insert(
                    Table(["a"], ["b"]).LastIndexOf("<w:tr>", StringComparison.Ordinal) + "<w:tr>".Length,
                    "<w:trPr><w:del w:id=\"3\" w:author=\"A\"/></w:trPr>"
                ) + P("fin")
        );

        Assert.That(Docx.Text(Load(P("{{annexe}}")).Fill(Data(annexe))), Is.EqualTo("a\nfin"));
    }

    [Test]
    public void Note_of_the_document_comes_in_brackets_where_its_number_stood()
    {
        var annexe = FillNoteTests.WithNotes(
            "<w:p><w:r><w:t>Un bus</w:t></w:r><w:r><w:footnoteReference w:id=\"2\"/></w:r><w:r><w:t>.</w:t></w:r></w:p>",
            "gratuit"
        );

        Assert.That(Docx.Text(Load(P("{{annexe}}")).Fill(Data(annexe))), Is.EqualTo("Un bus (gratuit)."));
    }

    [Test]
    public void Tags_of_the_document_are_words()
    {
        var docx = Load(P("{{annexe}}")).Fill(Data(TestTemplates.Docx(P("écrire {{nom}} ici"))));

        Assert.That(Docx.Text(docx), Is.EqualTo("écrire {{nom}} ici"));
    }

    [Test]
    public void Document_in_a_sentence_is_told_before_filling()
    {
        var template = Load(P("voir {{annexe}}"));

        Assert.That(
            template.Check(Data(TestTemplates.Docx(P("x")))).Single().Code,
            Is.EqualTo("document-not-alone")
        );
    }

    [Test]
    public void Document_that_cannot_be_read_is_told_with_its_tag()
    {
        var problem = Problems(() => Load(P("{{annexe}}")).Fill(Data([1, 2, 3]))).Single();

        Assert.Multiple(() =>
        {
            Assert.That(problem.Code, Is.EqualTo("not-docx"));
            Assert.That(problem.Where, Does.StartWith("{{annexe}}"));
        });
    }

    private static List<string?> StyleNames(byte[] docx) =>
        Docx.Open(
            docx,
            document =>
                document
                    .MainDocumentPart!.StyleDefinitionsPart!.Styles!.Elements<Style>()
                    .Select(style => style.StyleName?.Val?.Value)
                    .ToList()
        );
}
