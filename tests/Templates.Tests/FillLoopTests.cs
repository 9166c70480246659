using DocumentFormat.OpenXml.Wordprocessing;
using static Connector.Templates.Tests.TestTemplates;

namespace Connector.Templates.Tests;

internal sealed class FillLoopTests
{
    [Test]
    public void Marks_alone_in_paragraphs_repeat_the_paragraphs_between_and_vanish()
    {
        var text = Fill(
            P("avant") + P("{{#gens}}") + P("Bonjour {{nom}}") + P("{{/gens}}") + P("après"),
            Data().With("gens", Names("Zoé", "Loïc"))
        );

        Assert.That(text, Is.EqualTo("avant\nBonjour Zoé\nBonjour Loïc\naprès"));
    }

    [Test]
    public void Empty_loop_leaves_no_blank_line()
    {
        var text = Fill(
            P("avant") + P("{{#gens}}") + P("{{nom}}") + P("{{/gens}}") + P("après"),
            Data().With("gens", Names())
        );

        Assert.That(text, Is.EqualTo("avant\naprès"));
    }

    [Test]
    public void Marks_alone_in_rows_repeat_the_rows_between()
    {
        var text = Fill(
            Table(["Nom", "Rang"], ["{{#gens}}", ""], ["{{nom}}", "x"], ["{{/gens}}", ""]) + P("fin"),
            Data().With("gens", Names("Zoé", "Loïc"))
        );

        Assert.That(text, Is.EqualTo("Nom\nRang\nZoé\nx\nLoïc\nx\nfin"));
    }

    [Test]
    public void Marks_in_the_first_and_last_cell_repeat_their_row()
    {
        var text = Fill(
            Table(["Nom", "Rang"], ["{{#gens}}{{nom}}", "{{gens.nom}}{{/gens}}"]) + P("fin"),
            Data().With("gens", Names("Zoé", "Loïc"))
        );

        Assert.That(text, Is.EqualTo("Nom\nRang\nZoé\nZoé\nLoïc\nLoïc\nfin"));
    }

    [Test]
    public void Marks_in_a_sentence_repeat_its_words()
    {
        var text = Fill(
            P("Avec {{#gens}}{{nom}}, {{/gens}}et les autres"),
            Data().With("gens", Names("Zoé", "Loïc"))
        );

        Assert.That(text, Is.EqualTo("Avec Zoé, Loïc, et les autres"));
    }

    [Test]
    public void Loops_nest_and_see_outwards()
    {
        var rows = new RowsValue([
            new DocumentRow("g1").With("groupe", "Jeunes").With("gens", Names("Zoé", "Loïc")),
        ]);
        var text = Fill(
            P("{{#groupes}}")
                + P("{{groupe}}")
                + P("{{#gens}}")
                + P("{{nom}} ({{groupe}}, {{ville}})")
                + P("{{/gens}} {{/groupes}}"),
            Data().With("groupes", rows).With("ville", "Ormeau")
        );

        Assert.That(text, Is.EqualTo("Jeunes\nZoé (Jeunes, Ormeau)\nLoïc (Jeunes, Ormeau)"));
    }

    [Test]
    public void Two_conditions_share_a_cell()
    {
        var text = Fill(
            Table(["{{#oui}}A{{/oui}}{{^oui}}B{{/oui}} {{#non}}C{{/non}}{{^non}}D{{/non}}"]) + P("fin"),
            Data().With("oui", new ConditionValue(true)).With("non", new ConditionValue(false))
        );

        Assert.That(text, Is.EqualTo("A D\nfin"));
    }

    [Test]
    public void Two_conditions_of_several_paragraphs_share_a_cell()
    {
        var cell =
            P("{{#oui}}")
            + P("A")
            + P("{{/oui}}")
            + P("{{^oui}}")
            + P("B")
            + P("{{/oui}}")
            + P("{{#non}}C{{/non}}{{^non}}D{{/non}}");

        Assert.That(
            Fill(
                Table([cell, "x"]) + P("fin"),
                Data().With("oui", new ConditionValue(true)).With("non", new ConditionValue(false))
            ),
            Is.EqualTo("A\nD\nx\nfin")
        );
    }

    [Test]
    public void Rows_alternate()
    {
        var text = Fill(
            Table(
                ["Nom", "Rang"],
                ["{{#gens}}{{#impair}}clair {{nom}}", "{{numero}}{{/impair}}"],
                ["{{#pair}}sombre {{nom}}", "{{numero}}{{/pair}}{{/gens}}"]
            ) + P("fin"),
            Data().With("gens", Names("Zoé", "Loïc", "Inès"))
        );

        Assert.That(text, Is.EqualTo("Nom\nRang\nclair Zoé\n1\nsombre Loïc\n2\nclair Inès\n3\nfin"));
    }

    [Test]
    public void First_and_last_turn_know_themselves()
    {
        Assert.That(
            Fill(
                P(
                    "{{#gens}}{{#premier}}Avec {{/premier}}{{nom}}{{^dernier}}, {{/dernier}}{{#dernier}}.{{/dernier}}{{/gens}}"
                ),
                Data().With("gens", Names("Zoé", "Loïc", "Inès"))
            ),
            Is.EqualTo("Avec Zoé, Loïc, Inès.")
        );
    }

    [Test]
    public void Field_of_the_data_comes_before_what_a_turn_knows_of_itself() =>
        Assert.That(
            Fill(
                P("{{#gens}}{{numero}} {{/gens}}"),
                Data().With("gens", new RowsValue([new DocumentRow("a").With("numero", "A-12")]))
            ),
            Is.EqualTo("A-12 ")
        );

    [Test]
    public void List_items_repeat_with_their_style_and_the_words_properties()
    {
        var item =
            "<w:p><w:pPr><w:pStyle w:val=\"ListBullet\"/><w:jc w:val=\"right\"/></w:pPr><w:r><w:rPr><w:b/></w:rPr><w:t>{{nom}}</w:t></w:r><w:r><w:rPr><w:i/></w:rPr><w:t>!</w:t></w:r></w:p>";
        var docx = Load(P("{{#gens}}") + item + P("{{/gens}}"))
            .Fill(Data().With("gens", Names("Zoé", "Loïc")));

        Docx.Open(
            docx,
            document =>
            {
                var paragraphs = Docx.Body(document).Elements<Paragraph>().ToList();
                Assert.That(paragraphs, Has.Count.EqualTo(2));
                foreach (var paragraph in paragraphs)
                {
                    Assert.That(
                        paragraph.ParagraphProperties!.OuterXml,
                        Does.Contain("ListBullet").And.Contain("right")
                    );
                    Assert.That(
                        paragraph.Descendants<Run>().Select(run => run.RunProperties!.FirstChild!.LocalName),
                        Is.EqualTo(new[] { "b", "i" })
                    );
                }

                return true;
            }
        );
    }

    [Test]
    public void Sections_repeat_with_their_page()
    {
        var section = BuiltInTemplatesBuilder.TemplatePackage.SectionEnd(isLandscape: true);
        var docx = Load(P("{{#gens}}") + P("{{nom}}") + section + P("{{/gens}}") + P("fin"))
            .Fill(Data().With("gens", Names("Zoé", "Loïc", "Inès")));

        Assert.Multiple(() =>
        {
            Assert.That(
                Docx.Open(
                    docx,
                    document =>
                        Docx.Body(document)
                            .Descendants<PageSize>()
                            .Count(size => size.Orient?.Value == PageOrientationValues.Landscape)
                ),
                Is.EqualTo(3)
            );
            Assert.That(Docx.Text(docx), Is.EqualTo("Zoé\n\nLoïc\n\nInès\n\nfin"));
            Assert.That(Docx.Errors(docx), Is.Empty);
        });
    }

    [TestCase(2, "Zoé\nLoïc")]
    [TestCase(0, "début")]
    public void Sections_that_end_the_document_leave_no_empty_page(int count, string text)
    {
        var section = BuiltInTemplatesBuilder.TemplatePackage.SectionEnd(isLandscape: true);
        var docx = Load(
                (count == 0 ? P("début") : "") + P("{{#gens}}") + P("{{nom}}") + section + P("{{/gens}}")
            )
            .Fill(Data().With("gens", Names([.. new[] { "Zoé", "Loïc" }.Take(count)])));

        Assert.Multiple(() =>
        {
            Assert.That(Docx.Text(docx).Replace("\n\n", "\n"), Is.EqualTo(text));
            Assert.That(
                Docx.Open(docx, document => Docx.Body(document).Descendants<SectionProperties>().Count()),
                Is.EqualTo(Math.Max(count, 1))
            );
            Assert.That(Docx.Errors(docx), Is.Empty);
        });
    }

    [Test]
    public void Tracked_changes_of_a_template_stay_apart_in_loops()
    {
        const string Tracked =
            "<w:p><w:del w:id=\"3\" w:author=\"A\"><w:r><w:delText>vieux</w:delText></w:r></w:del><w:r><w:t>{{nom}}</w:t></w:r></w:p>";
        var docx = Load(P("{{#gens}}") + Tracked + P("{{/gens}}"))
            .Fill(Data().With("gens", Names("Zoé", "Loïc")));

        Assert.That(
            Docx.Open(
                docx,
                document =>
                    Docx.Body(document).Descendants<DeletedRun>().Select(each => each.Id?.Value).ToList()
            ),
            Is.Unique.And.Count.EqualTo(2)
        );
    }

    [Test]
    public void Table_without_rows_goes_away_and_a_cell_keeps_a_paragraph()
    {
        var docx = Load(
                Table(["{{#gens}}"], ["{{nom}}"], ["{{/gens}}"])
                    + P("fin")
                    + Table([P("{{#gens}}") + P("{{nom}}") + P("{{/gens}}")])
                    + P("")
            )
            .Fill(Data().With("gens", Names()));

        Assert.Multiple(() =>
        {
            Assert.That(Docx.Errors(docx), Is.Empty);
            Assert.That(Docx.Text(docx), Is.EqualTo("fin\n\n"));
        });
    }

    [Test]
    public void Identifiers_stay_unique_in_loops()
    {
        var picture =
            "<w:bookmarkStart w:id=\"7\" w:name=\"repere\"/><w:r><w:drawing><wp:inline xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\"><wp:extent cx=\"360000\" cy=\"360000\"/><wp:docPr id=\"1\" name=\"Trait\"/>"
            + "<a:graphic xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\"><a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"/></a:graphic></wp:inline></w:drawing></w:r><w:bookmarkEnd w:id=\"7\"/>";
        var docx = Load(P("{{#gens}}") + $"<w:p>{picture}</w:p>" + P("{{nom}}") + P("{{/gens}}"))
            .Fill(Data().With("gens", Names("Zoé", "Loïc", "Inès")));

        var ids = DocxIds.Of(docx);
        Assert.Multiple(() =>
        {
            Assert.That(ids.Bookmarks, Has.Count.EqualTo(6).And.Unique);
            Assert.That(
                ids.BookmarkNames,
                Is.Unique.And.Contain("repere").And.Contain("repere_2").And.Contain("repere_3")
            );
            Assert.That(ids.Drawings, Has.Count.EqualTo(3).And.Unique);
            Assert.That(ids.Controls, Has.Count.EqualTo(3).And.Unique);
        });
    }
}
