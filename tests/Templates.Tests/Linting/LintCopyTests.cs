using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using static Connector.Templates.Tests.TestTemplates;

namespace Connector.Templates.Tests;

/// <summary>The copy with comments: where they stand, what is mended, and what must stay as it was.</summary>
internal sealed class LintCopyTests
{
    [Test]
    public void Comment_stands_around_the_tag_and_nothing_else()
    {
        var copy = Mark(P("Avant {{nimporte.quoi}} après"));

        Templates.Tests.Docx.Open(
            copy,
            document =>
            {
                var start = Templates.Tests.Docx.Body(document).Descendants<CommentRangeStart>().Single();
                var within = start.ElementsAfter().TakeWhile(element => element is not CommentRangeEnd);
                Assert.That(
                    string.Concat(within.Select(element => element.InnerText)),
                    Is.EqualTo("{{nimporte.quoi}}")
                );
                Assert.That(
                    Comments(document),
                    Is.EqualTo(
                        new[]
                        {
                            "À corriger|Le champ « nimporte.quoi » est inconnu.|Retirez-le ou corrigez son nom.",
                        }
                    )
                );
                return true;
            }
        );
    }

    [TestCase("{{#decsions}}{{decision}}{{/decsions}}", "{{#decisions}}{{decision}}{{/decisions}}")]
    [TestCase("{{#decisions}}{{decision}}{{/decision}}", "{{#decisions}}{{decision}}{{/decisions}}")]
    [TestCase("{{“reunion.titre”}}", "{{reunion.titre}}")]
    [TestCase("{{ reunion . titre }}", "{{reunion.titre}}")]
    [TestCase("{{reunion.titre}", "{{reunion.titre}}")]
    [TestCase("{reunion.titre}", "{{reunion.titre}}")]
    [TestCase("{{{reunion.titre}}}", "{{reunion.titre}}")]
    [TestCase("{{reunion.tirte}}", "{{reunion.titre}}")]
    [TestCase("{{libre echange}}", "{{libre echanges}}")]
    [TestCase("{{#actions}}{{qoui}}{{/actions}}", "{{#actions}}{{quoi}}{{/actions}}")]
    public void Slip_is_mended_and_the_copy_is_clean(string written, string mended)
    {
        var copy = TemplateLinter.Mark(Docx(P(written)), TemplateKinds.Minutes);

        Assert.Multiple(() =>
        {
            Assert.That(copy.Report.Findings, Is.Not.Empty.And.All.Property("IsRepaired").True);
            Assert.That(Templates.Tests.Docx.Text(copy.Docx.ToArray()), Does.Contain(mended));
            Assert.That(TemplateLinter.Check(copy.Docx, TemplateKinds.Minutes).Findings, Is.Empty);
        });
    }

    [TestCase("{{nimporte.quoi}}")]
    [TestCase("{{#decisions}}{{decision}}")]
    [TestCase("{{#actions}}{{qi}}{{/actions}}")]
    [TestCase("{{reunion titre complet}}")]
    [TestCase("Une {accolade} et {{reunion.titre}} et {{")]
    public void Doubtful_words_stay_as_they_were(string written)
    {
        var copy = Mark(P(written));

        Assert.That(Templates.Tests.Docx.Text(copy), Does.StartWith(written));
    }

    [Test]
    public void Tag_cut_in_runs_is_joined_in_the_look_of_its_start()
    {
        var copy = Mark(
            "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>Titre {{reu</w:t></w:r><w:proofErr w:type=\"spellStart\"/><w:r><w:t>nion.titre}}</w:t></w:r></w:p>"
        );

        Templates.Tests.Docx.Open(
            copy,
            document =>
            {
                var run = Templates
                    .Tests.Docx.Body(document)
                    .Descendants<Run>()
                    .Single(run => run.InnerText == "{{reunion.titre}}");
                Assert.That(run.RunProperties?.Bold, Is.Not.Null);
                return true;
            }
        );
    }

    [Test]
    public void Header_row_is_marked_when_it_names_the_columns_and_only_then()
    {
        var copy = TemplateLinter.Mark(
            Docx(
                Table(["Nom", "Rôle"], ["a", "b"])
                    + P("")
                    + Table(["{{reunion.lieu}}", "Rôle"], ["a", "b"])
                    + P("")
            ),
            TemplateKinds.Minutes
        );

        Assert.That(
            copy.Report.Findings.Select(finding => finding.IsRepaired),
            Is.EqualTo(new[] { true, false })
        );
        Assert.That(
            TemplateLinter
                .Check(copy.Docx, TemplateKinds.Minutes)
                .Findings.Select(finding => finding.Problem.Code),
            Is.EqualTo(new[] { "header-row-missing" })
        );
    }

    [Test]
    public void Findings_in_a_footer_are_told_at_the_head_with_their_place()
    {
        var package = PackageReader.Read(Docx(P("Bonjour")));
        package["word/footer1.xml"] = System.Text.Encoding.UTF8.GetBytes(
            System
                .Text.Encoding.UTF8.GetString(package["word/footer1.xml"].Span)
                .Replace("Essai", "{{inconnu}}", StringComparison.Ordinal)
        );

        var copy = TemplateLinter
            .Mark(PackageWriter.Write(package), TemplateKinds.Minutes, inEnglish: true)
            .Docx;

        Assert.That(Templates.Tests.Docx.Errors(copy.ToArray()), Is.Empty);
        Assert.That(
            Templates.Tests.Docx.Open(copy.ToArray(), document => Comments(document).Single()),
            Does.StartWith("To correct|The field “inconnu” is unknown.").And.EndsWith("Where: page footer")
        );
    }

    [Test]
    public void Comments_of_people_stay_and_those_of_an_earlier_copy_go()
    {
        var first = Mark(P("{{nimporte.quoi}}"));
        var package = PackageReader.Read(first);
        package["word/comments.xml"] = System.Text.Encoding.UTF8.GetBytes(
            System
                .Text.Encoding.UTF8.GetString(package["word/comments.xml"].Span)
                .Replace(
                    "</w:comments>",
                    "<w:comment w:id=\"7\" w:author=\"Anne-Lise\"><w:p><w:r><w:t>Gardez ceci</w:t></w:r></w:p></w:comment></w:comments>",
                    StringComparison.Ordinal
                )
        );

        var second = TemplateLinter.Mark(PackageWriter.Write(package), TemplateKinds.Minutes).Docx.ToArray();

        Assert.That(Templates.Tests.Docx.Errors(second), Is.Empty);
        Assert.That(
            Templates.Tests.Docx.Open(second, Comments),
            Has.Count.EqualTo(2).And.Some.EqualTo("Gardez ceci").And.Some.Contain("nimporte.quoi")
        );
    }

    [Test]
    public void Same_template_gives_the_same_copy_and_stays_as_it_is()
    {
        var docx = Docx(P("{{#decsions}}") + P("{{decision}}") + P("{{/decsions}}"));
        var before = docx.ToArray();

        var copies = Enumerable.Range(0, 2).Select(_ => TemplateLinter.Mark(docx).Docx.ToArray()).ToList();

        Assert.That(copies[1], Is.EqualTo(copies[0]));
        Assert.That(docx, Is.EqualTo(before));
    }

    [Test]
    public void Copy_opens_in_LibreOffice() =>
        Assert.That(
            LibreOffice.Pdf([("Modèle annoté", Mark(Everything))]).Values,
            Has.All.StartsWith("%PDF")
        );

    [Test]
    public void Copy_with_every_kind_of_finding_passes_the_validator() =>
        Assert.That(Templates.Tests.Docx.Errors(Mark(Everything)), Is.Empty);

    private static string Everything =>
        P("{{#decsions}}")
        + P("Décision : {{decision}} et { {reunion.titre} }")
        + P("{{/decsions}}")
        + "<w:p><w:pPr><w:pStyle w:val=\"Heading1\"/></w:pPr><w:r><w:t>Actions</w:t></w:r></w:p>"
        + Table(["Quoi", "Qui"], ["{{quoi}}", "{{qui}}"], ["{{#actions}}{{quoi}}", "{{qui}}"])
        + P("{{/actions}}")
        + "<w:p><w:pPr><w:pStyle w:val=\"Perdu\"/></w:pPr><w:hyperlink w:anchor=\"x\"><w:r><w:t>{{reunion.</w:t></w:r></w:hyperlink><w:r><w:t>lieu}}</w:t></w:r></w:p>"
        + "<w:p><w:r><w:rPr><w:i/></w:rPr><w:t>{{reunion</w:t></w:r><w:r><w:t>.date}} et {{“reunion.lieu”}} puis {{reunion.</w:t></w:r></w:p>";

    private static byte[] Mark(string body) =>
        TemplateLinter.Mark(Docx(body), TemplateKinds.Minutes).Docx.ToArray();

    private static IReadOnlyList<string> Comments(WordprocessingDocument document) =>
        [
            .. document
                .MainDocumentPart!.WordprocessingCommentsPart!.Comments!.Elements<Comment>()
                .Select(comment =>
                    string.Join('|', comment.Elements<Paragraph>().Select(line => line.InnerText))
                ),
        ];
}
