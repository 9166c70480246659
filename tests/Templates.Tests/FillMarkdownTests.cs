using DocumentFormat.OpenXml.Wordprocessing;
using static Connector.Templates.Tests.BuiltInTemplatesBuilder.Blocks;
using static Connector.Templates.Tests.TestTemplates;

namespace Connector.Templates.Tests;

internal sealed class FillMarkdownTests
{
    private const string Rich = """
        ## Ce qui change

        Le bus passe **le jeudi**, *sauf* pendant les ~~congés~~ vacances.
        Voir [la carte](https://carte.example/x) ou <mailto:a@b.example>.

        ### Horaires

        - matin
          1. Saint-Éloi
          2. Ormeau
        - soir

        1. venir
        2. s'asseoir

        > Mot du maire
        """;

    [Test]
    public void Markdown_becomes_the_headings_lists_links_and_emphasis_of_the_template()
    {
        var docx = Load(Heading(1, "Annonce") + P("{{texte}}"))
            .Fill(Data().With("texte", new MarkdownValue(Rich)));

        Assert.Multiple(() =>
        {
            Assert.That(
                Styled(docx),
                Is.EqualTo(
                    new[]
                    {
                        "Heading1 Annonce",
                        "Heading2 Ce qui change",
                        " Le bus passe le jeudi, sauf pendant les congés vacances. Voir la carte ou mailto:a@b.example.",
                        "Heading3 Horaires",
                        "ListBullet matin",
                        "ListNumber Saint-Éloi",
                        "ListNumber Ormeau",
                        "ListBullet soir",
                        "ListNumber venir",
                        "ListNumber s'asseoir",
                        "Quote Mot du maire",
                    }
                )
            );
            Assert.That(Runs<Bold>(docx), Is.EqualTo(new[] { "le jeudi" }));
            Assert.That(Runs<Italic>(docx), Is.EqualTo(new[] { "sauf" }));
            Assert.That(Runs<Strike>(docx), Is.EqualTo(new[] { "congés" }));
            Assert.That(
                Docx.Open(
                    docx,
                    document =>
                        document
                            .MainDocumentPart!.HyperlinkRelationships.Select(link => link.Uri.OriginalString)
                            .ToList()
                ),
                Is.EqualTo(new[] { "https://carte.example/x", "mailto:a@b.example" })
            );
            Assert.That(Docx.Errors(docx), Is.Empty);
        });
    }

    [Test]
    public void Numbered_lists_of_Markdown_each_begin_where_they_say()
    {
        const string Text = "1. un\n2. deux\n\nPuis :\n\n1. un\n\nEt :\n\n5. cinq";
        var docx = Load(P("{{texte}}") + P("{{texte}}")).Fill(Data().With("texte", new MarkdownValue(Text)));

        Assert.That(
            DocxNumbers.Items(docx),
            Is.EqualTo(
                new[] { "1. un", "2. deux", "1. un", "5. cinq", "1. un", "2. deux", "1. un", "5. cinq" }
            )
        );
    }

    [Test]
    public void Bullets_under_a_number_are_bullets()
    {
        var docx = Load(P("{{texte}}"))
            .Fill(Data().With("texte", new MarkdownValue("1. un\n   - a\n   - b\n2. deux")));

        Assert.That(
            DocxNumbers.Items(docx).Select(item => item.Replace('–', '•')),
            Is.EqualTo(new[] { "1. un", "• a", "• b", "2. deux" })
        );
    }

    [Test]
    public void Markdown_in_a_sentence_stays_in_it_and_keeps_the_looks_of_its_tag()
    {
        const string Body =
            "<w:p><w:r><w:t xml:space=\"preserve\">Dit : </w:t></w:r><w:r><w:rPr><w:i/><w:color w:val=\"AA0000\"/></w:rPr><w:t>{{texte}}</w:t></w:r><w:r><w:t>.</w:t></w:r></w:p>";
        var docx = Load(Body).Fill(Data().With("texte", new MarkdownValue("un **fort** mot")));

        Assert.Multiple(() =>
        {
            Assert.That(Docx.Text(docx), Is.EqualTo("Dit : un fort mot."));
            Assert.That(Runs<Bold>(docx), Is.EqualTo(new[] { "fort" }));
            Assert.That(Runs<Color>(docx), Is.EqualTo(new[] { "un ", "fort", " mot" }));
            Assert.That(Docx.Errors(docx), Is.Empty);
        });
    }

    [TestCase("<script>alert(1)</script>")]
    [TestCase("a < b && c > d")]
    [TestCase("[piège](javascript:alert(1))", "piège")]
    [TestCase("2 * 3 * 4 et snake_case_ici")]
    [TestCase("{{nom}} et {{#x}}")]
    [TestCase("![](carte.png) ![Carte](carte.png)", "carte.png Carte")]
    public void No_word_is_lost_and_nothing_runs(string text, string? shown = null)
    {
        var docx = Load(P("{{texte}}")).Fill(Data().With("texte", new MarkdownValue(text)));

        Assert.Multiple(() =>
        {
            Assert.That(Docx.Text(docx).Replace('\u00A0', ' '), Is.EqualTo(shown ?? text));
            Assert.That(
                Docx.Open(docx, document => document.MainDocumentPart!.HyperlinkRelationships.Count()),
                Is.Zero
            );
            Assert.That(Docx.Errors(docx), Is.Empty);
        });
    }

    /// <summary>Letters only: signs may be marks, and an address goes into a link.</summary>
    [Test]
    public void Every_letter_is_kept_in_its_order_whatever_the_signs_around()
    {
        const string Signs = "*_~#->+1.) \n\t|`!=:éà'\"<;@\\";
        var template = Load(P("{{texte}}"));
        for (var seed = 1; seed <= 400; seed++)
        {
            var random = new Random(seed);
            var text = string.Concat(
                Enumerable
                    .Range(0, random.Next(1, 60))
                    .Select(index =>
                        random.Next(3) == 0 ? (char)('a' + (index % 26)) : Signs[random.Next(Signs.Length)]
                    )
            );
            text = text.Replace("```", "", StringComparison.Ordinal)
                .Replace("~~~", "", StringComparison.Ordinal);
            var docx = template.Fill(Data().With("texte", new MarkdownValue(text)));

            Assert.That(
                string.Concat(Docx.Text(docx).Where(char.IsLetter)),
                Is.EqualTo(string.Concat(text.Where(char.IsLetter))),
                $"seed {seed}: {text}"
            );
        }
    }

    [Test]
    public void Empty_Markdown_leaves_a_paragraph_to_write_in_where_it_stood_alone()
    {
        var docx = Load(P("avant") + P("{{texte}}") + P("après"))
            .Fill(Data().With("texte", new MarkdownValue(" ")));

        Assert.That(Docx.Text(docx), Is.EqualTo("avant\n\naprès"));
    }

    [Test]
    public void Markdown_in_a_row_keeps_the_row_s_bookmark()
    {
        var rows = new RowsValue([
            new DocumentRow("a").With("texte", new MarkdownValue("# Titre\n\nun\n\ndeux")),
            new DocumentRow("b").With("texte", new MarkdownValue("trois")),
        ]);
        var docx = Load(P("{{#lignes}}") + P("{{texte}}") + P("{{/lignes}}"))
            .Fill(Data().With("lignes", rows));

        Assert.Multiple(() =>
        {
            Assert.That(Docx.Text(docx), Is.EqualTo("Titre\nun\ndeux\ntrois"));
            Assert.That(
                DocxIds.Of(docx).BookmarkNames,
                Is.EqualTo(new[] { "ligne_lignes_a", "ligne_lignes_b" })
            );
            Assert.That(Docx.Errors(docx), Is.Empty);
        });
    }

    [Test]
    public void A_template_without_styles_gets_plain_ones()
    {
        var bare = Change(
            TestTemplates.Docx(P("{{texte}}")),
            document =>
            {
                var main = document.MainDocumentPart!;
                main.DeletePart(main.StyleDefinitionsPart!);
                main.DeletePart(main.NumberingDefinitionsPart!);
            }
        );
        var docx = DocumentTemplate.Load(bare).Fill(Data().With("texte", new MarkdownValue(Rich)));

        Assert.Multiple(() =>
        {
            Assert.That(Styled(docx)[0], Is.EqualTo("Heading1 Ce qui change"));
            Assert.That(
                DocxNumbers.Of(docx).Select(line => line.Mark).Where(mark => mark.Length > 0),
                Is.EqualTo(new[] { "•", "1.", "2.", "•", "1.", "2." })
            );
            Assert.That(Docx.Errors(docx), Is.Empty);
        });
    }

    private static IReadOnlyList<string> Styled(byte[] docx) =>
        Docx.Open(
            docx,
            document =>
                Docx.Body(document)
                    .Elements<Paragraph>()
                    .Select(paragraph =>
                        $"{paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value} {paragraph.InnerText}"
                    )
                    .ToList()
        );

    private static IReadOnlyList<string> Runs<T>(byte[] docx)
        where T : DocumentFormat.OpenXml.OpenXmlElement =>
        Docx.Open(
            docx,
            document =>
                Docx.Body(document)
                    .Descendants<Run>()
                    .Where(run => run.RunProperties?.GetFirstChild<T>() is not null)
                    .Select(run => run.InnerText)
                    .ToList()
        );
}
