using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using static Connector.Templates.Tests.TestTemplates;

namespace Connector.Templates.Tests;

internal sealed class FillFieldTests
{
    [TestCase("Saint-Éloi d'Œuf & «\u00A0Cie\u00A0» <b>")]
    [TestCase("{{nom}} {{#x}} }} {{")]
    [TestCase("l’apostrophe, l'autre, “guillemets”, \"droits\"")]
    [TestCase("]]> <!-- --> &amp; &#0;")]
    [TestCase("日本語 العربية 😀")]
    public void Words_come_out_as_they_went_in(string words)
    {
        var docx = Load(P("{{nom}}")).Fill(Data().With("nom", words));

        Assert.Multiple(() =>
        {
            Assert.That(Docx.Text(docx), Is.EqualTo(words));
            Assert.That(Docx.Errors(docx), Is.Empty);
        });
    }

    /// <summary>Not test cases: a test's name cannot hold these characters either.</summary>
    [Test]
    public void Characters_that_XML_or_a_page_cannot_bear_are_neutralised()
    {
        (string Words, string Expected)[] cases =
        [
            ("a\u0000b\u0001c\u001Fd", "abcd"),
            ("facture\u202Efdp.exe", "facturefdp.exe"),
            ("\u2066isolé\u2069\uFFFE", "isolé"),
        ];
        var template = Load(P("{{nom}}") + P("{{lien}}"));
        foreach (var (words, expected) in cases)
        {
            var docx = template.Fill(
                Data().With("nom", words).With("lien", new LinkValue(words, "https://a.example/" + words))
            );

            Assert.That(Docx.Text(docx), Is.EqualTo(expected + "\n" + expected));
            Assert.That(Docx.Errors(docx), Is.Empty);
        }
    }

    [Test]
    public void Half_a_character_is_replaced()
    {
        var docx = Load(P("{{nom}}")).Fill(Data().With("nom", "demi" + (char)0xD800 + "-mot"));

        Assert.That(Docx.Text(docx), Is.EqualTo("demi\uFFFD-mot"));
    }

    [Test]
    public void Very_long_words_and_keys_keep_within_the_lengths_of_word_processors()
    {
        var key = new string('é', 500);
        var words = new string('x', 200_000);
        var rows = new RowsValue([
            new DocumentRow(key).With("nom", words),
            new DocumentRow(key + "2").With("nom", "court"),
        ]);
        var docx = Load(P("{{#gens}}") + P("{{nom}}") + P("{{/gens}}")).Fill(Data().With("gens", rows));

        var ids = DocxIds.Of(docx);
        Assert.Multiple(() =>
        {
            Assert.That(Docx.Text(docx), Is.EqualTo(words + "\ncourt"));
            Assert.That(ids.BookmarkNames, Is.Unique.And.All.Length.LessThanOrEqualTo(40));
            Assert.That(ids.ControlTags, Is.Unique.And.All.Length.LessThanOrEqualTo(64));
            Assert.That(Docx.Errors(docx), Is.Empty);
        });
    }

    [Test]
    public void Lines_and_tabs_become_breaks_and_tabs()
    {
        var docx = Load(P("{{nom}}")).Fill(Data().With("nom", "un\r\ndeux\ttrois\vquatre"));

        Docx.Open(
            docx,
            document =>
            {
                Assert.That(Docx.Body(document).Descendants<Break>().Count(), Is.EqualTo(2));
                Assert.That(Docx.Body(document).Descendants<TabChar>().Count(), Is.EqualTo(1));
                return true;
            }
        );
    }

    [Test]
    public void Control_has_a_title_a_key_and_the_kind_of_its_value()
    {
        var row = new DocumentRow("bus")
            .With("quoi", "Rouler")
            .With("date", new DateValue(new DateOnly(2027, 1, 1), DateStyle.Words))
            .With("statut", new ChoiceValue("Ailleurs", ["À faire", "Fait"]))
            .With("la", new CheckValue(true));
        var data = new DocumentData(Some.Stamp, "Essai")
        {
            Catalogue = [new("actions/quoi", "Quoi faire", "Ce qu'il y a à faire.", "…")],
        };
        var docx = Load(P("{{#actions}}") + P("{{quoi}} {{date}} {{statut}} {{la}}") + P("{{/actions}}"))
            .Fill(data.With("actions", new RowsValue([row])).With("actions.rien", ""));

        var ids = DocxIds.Of(docx);
        var xml = Docx.Open(docx, document => Docx.Body(document).OuterXml);
        Assert.Multiple(() =>
        {
            Assert.That(Docx.Errors(docx), Is.Empty);
            Assert.That(Docx.Text(docx), Is.EqualTo("Rouler 1er\u00A0janvier 2027 Ailleurs ☒"));
            Assert.That(
                ids.ControlTags,
                Is.EqualTo(
                    new[] { "actions.bus.quoi", "actions.bus.date", "actions.bus.statut", "actions.bus.la" }
                )
            );
            Assert.That(ids.ControlTitles, Is.EqualTo(new[] { "Quoi faire", "Date", "Statut", "La" }));
            Assert.That(ids.BookmarkNames, Is.EqualTo(new[] { "ligne_actions_bus" }));
            Assert.That(
                xml,
                Does.Contain("w:fullDate=\"2027-01-01T00:00:00Z\"").And.Contain("w:displayText=\"Ailleurs\"")
            );
            Assert.That(xml, Does.Contain("<w14:checked w14:val=\"1\""));
        });
    }

    [Test]
    public void First_run_gives_its_properties_to_the_value()
    {
        const string Body =
            "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>{{n</w:t></w:r><w:r><w:rPr><w:i/></w:rPr><w:t>om}} suite</w:t></w:r></w:p>";
        var docx = Load(Body).Fill(Data().With("nom", "Zoé"));

        var runs = Docx.Open(
            docx,
            document =>
                Docx.Body(document)
                    .Descendants<Run>()
                    .Select(run => (run.InnerText, run.RunProperties?.FirstChild?.LocalName))
                    .ToList()
        );
        Assert.That(runs, Is.EqualTo(new[] { ("Zoé", "b"), (" suite", "i") }));
    }

    [Test]
    public void Link_is_clickable_only_when_its_address_is_harmless()
    {
        var docx = Load(P("{{bon}} {{mauvais}}"))
            .Fill(
                Data()
                    .With("bon", new LinkValue("agenda", "webcal://a.example/x?export"))
                    .With("mauvais", new LinkValue("piège", "javascript:alert(1)"))
            );

        Docx.Open(
            docx,
            document =>
            {
                var links = document.MainDocumentPart!.HyperlinkRelationships.Select(link =>
                    link.Uri.OriginalString
                );
                Assert.That(links, Is.EqualTo(new[] { "webcal://a.example/x?export" }));
                Assert.That(Docx.Body(document).InnerText, Is.EqualTo("agenda piège"));
                return true;
            }
        );
        Assert.That(Docx.Errors(docx), Is.Empty);
    }

    [Test]
    public void Picture_says_what_it_shows_and_must_be_one()
    {
        var template = Load(P("{{qr}}"));
        var docx = template.Fill(
            Data().With("qr", new ImageValue(Pictures.Chequered, "QR code de l'agenda", 4))
        );

        Assert.Multiple(() =>
        {
            Assert.That(Docx.Errors(docx), Is.Empty);
            Assert.That(
                Docx.Open(docx, document => Docx.Body(document).OuterXml),
                Does.Contain("descr=\"QR code de l'agenda\"").And.Contain("cx=\"1440000\" cy=\"1440000\"")
            );
            Assert.That(
                Problems(() => template.Fill(Data().With("qr", new ImageValue(new byte[100], "x", 4))))
                    .Single()
                    .Code,
                Is.EqualTo("bad-image")
            );
        });
    }

    [Test]
    public void Free_zone_shows_its_advice_until_there_is_text()
    {
        const string Body = "<w:p><w:r><w:t>{{libre diagnostic}} Décrire le territoire.</w:t></w:r></w:p>";
        var empty = Load(Body).Fill(Data().WithFreeText("diagnostic", null));
        var written = Load(Body).Fill(Data().WithFreeText("diagnostic", "Un constat.\nUn autre."));

        Assert.Multiple(() =>
        {
            Assert.That(Docx.Text(empty), Is.EqualTo("Décrire le territoire.\n"));
            Assert.That(Docx.Text(written), Is.EqualTo("Un constat.\nUn autre."));
            Assert.That(DocxIds.Of(empty).BookmarkNames, Is.EqualTo(new[] { "libre_diagnostic" }));
            Assert.That(DocxIds.Of(written).BookmarkNames, Is.EqualTo(new[] { "libre_diagnostic" }));
        });
    }

    [Test]
    public void Identity_title_language_and_date_stand_in_the_metadata()
    {
        var docx = BuiltInTemplates.Roadmap.Fill(Some.Roadmap().ToData());

        Docx.Open(
            docx,
            document =>
            {
                var properties = document.CustomFilePropertiesPart!.Properties!.InnerText;
                Assert.That(properties, Is.EqualTo("feuille-de-route/reseau3"));
                Assert.That(document.PackageProperties.Title, Does.StartWith("Feuille de route – Réseau"));
                Assert.That(document.PackageProperties.Language, Is.EqualTo("fr-FR"));
                Assert.That(
                    document.PackageProperties.Modified!.Value.ToUniversalTime(),
                    Is.EqualTo(Some.Stamp.Modified.UtcDateTime)
                );
                return true;
            }
        );
    }
}
