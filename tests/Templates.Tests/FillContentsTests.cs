using DocumentFormat.OpenXml.Wordprocessing;
using static Connector.Templates.Tests.BuiltInTemplatesBuilder.Blocks;
using static Connector.Templates.Tests.TestTemplates;

namespace Connector.Templates.Tests;

internal sealed class FillContentsTests
{
    [Test]
    public void Entries_are_the_headings_of_the_finished_document_and_lead_to_them()
    {
        var docx = Load(Contents(" TOC \\o \"1-2\" \\h \\z \\u ") + Text)
            .Fill(
                Data()
                    .With("gens", Names("Zoé & Cie", "Loïc"))
                    .With("texte", new MarkdownValue("### Détail\n\nmot"))
                    .With("annexe", new DocumentValue(TestTemplates.Docx(Heading(1, "Annexe"))))
            );

        Docx.Open(
            docx,
            document =>
            {
                var body = Docx.Body(document);
                var links = body.Descendants<Hyperlink>().ToList();
                Assert.That(
                    links.Select(link => link.InnerText),
                    Is.EqualTo(new[] { "Équipe", "Zoé & Cie", "Loïc", "Suite", "Détail", "Annexe" })
                );
                var points = body.Descendants<BookmarkStart>()
                    .Where(start => start.Name!.Value!.StartsWith("_Toc", StringComparison.Ordinal))
                    .ToDictionary(
                        start => start.Name!.Value!,
                        start => start.Ancestors<Paragraph>().First().InnerText
                    );
                Assert.That(
                    links.Select(link => points[link.Anchor!.Value!]),
                    Is.EqualTo(links.Select(link => link.InnerText))
                );
                Assert.That(body.InnerText, Does.Not.Contain("périmé"));
                Assert.That(
                    links.Select(link =>
                        link.Ancestors<Paragraph>().First().ParagraphProperties!.ParagraphStyleId!.Val!.Value
                    ),
                    Is.EqualTo(new[] { "Toc1", "Toc2", "Toc2", "Toc1", "Toc2", "Toc1" })
                );
                return true;
            }
        );
        Assert.Multiple(() =>
        {
            Assert.That(Docx.Errors(docx), Is.Empty);
            Assert.That(XmlOf(docx), Does.Not.Contain("w:dirty").And.Not.Contain("PAGEREF"));
        });
    }

    [Test]
    public void Numbers_of_numbered_headings_stand_in_the_entries()
    {
        var template = new BuiltInTemplatesBuilder.TemplatePackage
        {
            Title = "Essai",
            FooterText = "Essai",
            HasNumberedHeadings = true,
            Body =
                Contents(" TOC \\o \"1-3\" \\h ") + P("{{#gens}}") + Heading(1, "{{nom}}") + P("{{/gens}}"),
        }.ToBytes();
        var docx = DocumentTemplate.Load(template).Fill(Data().With("gens", Names("Zoé", "Loïc")));

        Assert.That(Entries(docx), Is.EqualTo(new[] { "1. Zoé", "2. Loïc" }));
    }

    [Test]
    public async Task Page_numbers_are_those_that_the_layout_found()
    {
        byte[]? draft = null;
        var docx = await Load(Contents(" TOC \\o \"1-2\" \\h \\z \\u ") + Text)
            .FillAsync(
                Filling,
                (laidOut, _) =>
                {
                    draft = laidOut;
                    return Task.FromResult<byte[]?>(Pdf((1, 1), (2, 2), (3, 12), (4, 13)));
                },
                CancellationToken.None
            );

        Assert.Multiple(() =>
        {
            Assert.That(Entries(draft!), Is.EqualTo(new[] { "Équipe888", "Zoé888", "Suite888" }));
            Assert.That(Entries(docx), Is.EqualTo(new[] { "Équipe1", "Zoé2", "Suite12" }));
            Assert.That(
                XmlOf(docx),
                Does.Contain("PAGEREF _Toc000000001 \\h").And.Contain("w:leader=\"dot\"")
            );
            Assert.That(Docx.Errors(docx), Is.Empty);
        });
    }

    [Test]
    public async Task Without_a_layout_no_page_is_made_up()
    {
        var template = Load(Contents(" TOC \\o \"1-2\" \\h \\z \\u ") + Text);
        var docx = await template.FillAsync(
            Filling,
            (_, _) => Task.FromResult<byte[]?>(null),
            CancellationToken.None
        );

        Assert.That(docx, Is.EqualTo(template.Fill(Filling)));
    }

    [Test]
    public async Task A_template_without_contents_is_laid_out_by_nobody()
    {
        var template = Load(Heading(1, "{{nom}}"));
        var docx = await template.FillAsync(
            Data().With("nom", "Zoé"),
            (_, _) => throw new InvalidOperationException("asked"),
            CancellationToken.None
        );

        Assert.That(Docx.Text(docx), Is.EqualTo("Zoé"));
    }

    [TestCase(0, false, "Équipe0")]
    [TestCase(-1, true, "Équipe")]
    [TestCase(-1, false, "Équipe1")]
    public async Task Pages_are_numbered_as_they_are_printed(int start, bool isRoman, string first)
    {
        var template = Change(
            TestTemplates.Docx(Contents(" TOC \\o \"1-2\" ") + Text),
            document =>
            {
                var section = Docx.Body(document).GetFirstChild<SectionProperties>()!;
                section
                    .GetFirstChild<PageMargin>()!
                    .InsertAfterSelf(
                        new PageNumberType
                        {
                            Start = start < 0 ? null : start,
                            Format = isRoman ? NumberFormatValues.LowerRoman : null,
                        }
                    );
            }
        );
        var docx = await DocumentTemplate
            .Load(template)
            .FillAsync(Filling, (_, _) => Task.FromResult<byte[]?>(Pdf((1, 1))), CancellationToken.None);

        Assert.That(Entries(docx)[0], Is.EqualTo(first));
    }

    [TestCase(" TOC \\o \"1-1\" ", "Équipe|Suite|Annexe")]
    [TestCase(" TOC \\t \"Texte de tableau;2\" ", "encadré")]
    [TestCase(" TOC \\o \"1-1\" \\t \"Texte de tableau,2\" ", "Équipe|encadré|Suite|Annexe")]
    [TestCase(" TOC \\c \"Figure\" ", "périmé")]
    public void Contents_show_what_their_author_asked_for(string instruction, string entries)
    {
        var docx = Load(
                Contents(instruction)
                    + Heading(1, "Équipe")
                    + Paragraph("TexteDeTableau", "encadré")
                    + Heading(1, "Suite")
                    + Heading(2, "Détail")
                    + Heading(1, "Annexe")
            )
            .Fill(Data());

        Assert.That(string.Join('|', Entries(docx)), Is.EqualTo(entries));
    }

    [Test]
    public void What_shares_the_last_paragraph_of_the_contents_stays()
    {
        var section = BuiltInTemplatesBuilder.TemplatePackage.Section(isLandscape: true);
        var contents = Contents(" TOC \\o \"1-2\" ")
            .Replace(
                "<w:p><w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>",
                $"<w:p><w:pPr>{section}</w:pPr><w:r><w:fldChar w:fldCharType=\"end\"/></w:r><w:r><w:t>après</w:t></w:r></w:p>"
            );
        var docx = Load(contents + Heading(1, "Équipe")).Fill(Data());

        Docx.Open(
            docx,
            document =>
            {
                var body = Docx.Body(document);
                Assert.That(body.Descendants<SectionProperties>().Count(), Is.EqualTo(2));
                Assert.That(body.InnerText, Does.Contain("après"));
                return true;
            }
        );
        Assert.That(Docx.Errors(docx), Is.Empty);
    }

    [Test]
    public void Contents_that_a_word_processor_keeps_in_a_control_are_written_anew_in_it()
    {
        var control =
            "<w:sdt><w:sdtPr><w:id w:val=\"5\"/><w:docPartObj><w:docPartGallery w:val=\"Table of Contents\"/><w:docPartUnique/></w:docPartObj></w:sdtPr><w:sdtContent>"
            + P("Sommaire")
            + Contents(" TOC \\o \"1-3\" \\h ")
            + "</w:sdtContent></w:sdt>";
        var docx = Load(control + Heading(1, "Équipe")).Fill(Data());

        Assert.Multiple(() =>
        {
            Assert.That(Entries(docx), Is.EqualTo(new[] { "Équipe" }));
            Assert.That(
                Docx.Open(docx, document => Docx.Body(document).Descendants<SdtBlock>().Single().InnerText),
                Does.StartWith("Sommaire").And.Contain("Équipe")
            );
            Assert.That(Docx.Errors(docx), Is.Empty);
        });
    }

    [Test]
    public async Task Pages_are_those_of_the_finished_document_in_LibreOffice()
    {
        var docx = await DocumentTemplate
            .Load(EverythingTemplate.Docx)
            .FillAsync(
                EverythingTemplate.Data,
                (draft, _) => Task.FromResult<byte[]?>(LibreOffice.Destinations(draft)),
                CancellationToken.None
            );

        var pages = PageNumbers.Read(LibreOffice.Destinations(docx))!;
        var links = Docx.Open(
            docx,
            document =>
                Docx.Body(document)
                    .Descendants<Hyperlink>()
                    .Where(link => link.Anchor is not null)
                    .Select(link =>
                        (Page: link.Descendants<Text>().Last().Text, At: pages.Of(link.Anchor!.Value!))
                    )
                    .ToList()
        );
        Assert.Multiple(() =>
        {
            Assert.That(links.Select(link => link.Page), Is.EqualTo(links.Select(link => link.At)));
            Assert.That(links.Select(link => link.Page).Distinct().Count(), Is.GreaterThan(3));
        });
    }

    private static string Text =>
        Heading(1, "Équipe")
        + P("{{#gens}}")
        + Heading(2, "{{nom}}")
        + P("mot")
        + P("{{/gens}}")
        + Heading(1, "Suite")
        + P("{{texte}}")
        + P("{{annexe}}");

    private static DocumentData Filling =>
        Data().With("gens", Names("Zoé")).With("texte", "mot").With("annexe", "mot");

    /// <summary>As a word processor writes it: the field starts in the first entry and ends in a paragraph of its own.</summary>
    internal static string Contents(string instruction) =>
        "<w:p><w:r><w:fldChar w:fldCharType=\"begin\" w:dirty=\"true\"/></w:r>"
        + $"<w:r><w:instrText xml:space=\"preserve\">{instruction}</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>"
        + "<w:hyperlink w:anchor=\"_Toc1\"><w:r><w:t>périmé</w:t></w:r></w:hyperlink></w:p>"
        + "<w:p><w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>";

    private static List<string> Entries(byte[] docx) =>
        Docx.Open(
            docx,
            document =>
                Docx.Body(document)
                    .Descendants<Hyperlink>()
                    .Select(link => string.Concat(link.Descendants<Text>().Select(text => text.Text)))
                    .ToList()
        );

    private static string XmlOf(byte[] docx) => Docx.Open(docx, document => Docx.Body(document).OuterXml);

    /// <summary>The lines of a PDF that tell where headings are, with thirteen pages.</summary>
    private static byte[] Pdf(params (int Heading, int Page)[] places) =>
        System.Text.Encoding.Latin1.GetBytes(
            "%PDF-1.6\n<<"
                + string.Concat(
                    places.Select(place =>
                        $"/5FToc{place.Heading:000000000}[{place.Page * 3} 0 R/XYZ 56.7 692.4 0]\n"
                    )
                )
                + $">>\n/Kids[ {string.Concat(Enumerable.Range(1, 13).Select(page => $"{page * 3} 0 R "))}]\n/Count 13>>"
        );
}
