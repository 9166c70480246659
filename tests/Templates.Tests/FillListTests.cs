using static Connector.Templates.Tests.BuiltInTemplatesBuilder.Blocks;
using static Connector.Templates.Tests.TestTemplates;

namespace Connector.Templates.Tests;

/// <summary>Numbered lists in loops: each turn's own list counts anew, and one list over all turns goes on.</summary>
internal sealed class FillListTests
{
    [Test]
    public void List_in_a_turn_counts_anew_in_each()
    {
        var docx = Load(
                P("{{#chantiers}}")
                    + Heading(2, "{{titre}}")
                    + P("{{#etapes}}")
                    + Paragraph("ListNumber", "{{nom}}")
                    + P("{{/etapes}}")
                    + P("{{/chantiers}}")
            )
            .Fill(Data().With("chantiers", Works));

        Assert.Multiple(() =>
        {
            Assert.That(
                DocxNumbers.Items(docx),
                Is.EqualTo(new[] { "1. choisir", "2. rouler", "1. acheter", "2. poser", "3. ouvrir" })
            );
            Assert.That(Docx.Errors(docx), Is.Empty);
        });
    }

    [Test]
    public void List_of_which_each_turn_is_an_item_goes_on()
    {
        var docx = Load(P("{{#gens}}") + Paragraph("ListNumber", "{{nom}}") + P("{{/gens}}"))
            .Fill(Data().With("gens", Names("Zoé", "Loïc", "Inès")));

        Assert.That(DocxNumbers.Items(docx), Is.EqualTo(new[] { "1. Zoé", "2. Loïc", "3. Inès" }));
    }

    [Test]
    public void Fixed_list_in_a_cell_of_a_row_counts_anew_in_each_row()
    {
        var cell = Paragraph("ListNumber", "préparer") + Paragraph("ListNumber", "faire");
        var docx = Load(Table(["{{#gens}}{{nom}}", cell, "{{/gens}}"]) + P("fin"))
            .Fill(Data().With("gens", Names("Zoé", "Loïc")));

        Assert.That(
            DocxNumbers.Items(docx),
            Is.EqualTo(new[] { "1. préparer", "2. faire", "1. préparer", "2. faire" })
        );
    }

    [Test]
    public void List_after_a_loop_goes_on_where_the_document_s_own_list_was()
    {
        var docx = Load(
                Paragraph("ListNumber", "avant")
                    + P("{{#gens}}")
                    + P("{{nom}}")
                    + Paragraph("ListNumber", "a")
                    + Paragraph("ListNumber", "b")
                    + P("{{/gens}}")
            )
            .Fill(Data().With("gens", Names("Zoé", "Loïc")));

        Assert.That(
            DocxNumbers.Items(docx),
            Is.EqualTo(new[] { "1. avant", "1. a", "2. b", "1. a", "2. b" })
        );
    }

    private static RowsValue Works =>
        new([
            new DocumentRow("bus").With("titre", "Bus").With("etapes", Names("choisir", "rouler")),
            new DocumentRow("lieu").With("titre", "Lieu").With("etapes", Names("acheter", "poser", "ouvrir")),
        ]);
}
