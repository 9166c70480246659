using static Connector.Templates.Tests.TestTemplates;

namespace Connector.Templates.Tests;

/// <summary>Values in the typography of their language.</summary>
internal sealed class FillWordsTests
{
    [TestCase("Qui vient ?", "Qui vient\u202F?")]
    [TestCase("Non ; oui ! Non ?!", "Non\u202F; oui\u202F! Non\u202F?!")]
    [TestCase("Carte : lieux", "Carte\u00A0: lieux")]
    [TestCase("dit « bonjour » à tous", "dit «\u00A0bonjour\u00A0» à tous")]
    [TestCase("(vraiment ?)", "(vraiment\u202F?)")]
    [TestCase("20 % de 300 €", "20\u00A0% de 300\u00A0€")]
    [TestCase("05 00 00 00 00, 12 500 €", "05\u00A000\u00A000\u00A000\u00A000, 12\u00A0500\u00A0€")]
    [TestCase("à bientôt :)", "à bientôt :)")]
    [TestCase("https://a.example/x?y=1:2", "https://a.example/x?y=1:2")]
    [TestCase("un \"mot\", l'autre", "un \"mot\", l'autre")]
    [TestCase("  ? ", "  ? ")]
    public void French_words_get_the_spaces_of_French(string written, string shown)
    {
        Assert.That(FrenchTypography.Apply(written), Is.EqualTo(shown));
        Assert.That(Fill(P("[{{mot}}]"), Data().With("mot", written)), Is.EqualTo($"[{shown}]"));
    }

    [Test]
    public void English_words_stay_as_they_were_written() =>
        Assert.That(
            Fill(P("{{mot}}"), English().With("mot", "Who comes ? « me »")),
            Is.EqualTo("Who comes ? « me »")
        );

    private static readonly TestCaseData<NumberValue, string, string>[] Numbers =
    [
        new(new NumberValue(1234567.5m), "1\u202F234\u202F567,5", "1,234,567.5"),
        new(new NumberValue(18000, 2, "€"), "18\u202F000,00\u00A0€", "18,000.00\u00A0€"),
        new(new NumberValue(12.5m, 0, "%"), "13\u00A0%", "13%"),
        new(new NumberValue(-3), "\u22123", "\u22123"),
        new(new NumberValue(0), "0", "0"),
        new(new NumberValue(999), "999", "999"),
    ];

    [TestCaseSource(nameof(Numbers))]
    public void Numbers_are_written_as_the_language_does(NumberValue number, string french, string english)
    {
        Assert.That(Fill(P("{{n}}"), Data().With("n", number)), Is.EqualTo(french));
        Assert.That(Fill(P("{{n}}"), English().With("n", number)), Is.EqualTo(english));
    }

    [TestCase(DateStyle.Digits, "01/12/2026", "01/12/2026")]
    [TestCase(DateStyle.Words, "1er\u00A0décembre 2026", "1 December 2026")]
    [TestCase(DateStyle.Weekday, "mardi 1er\u00A0décembre 2026", "Tuesday 1 December 2026")]
    public void Dates_are_written_as_the_language_does(DateStyle style, string french, string english)
    {
        var date = new DateValue(new DateOnly(2026, 12, 1), style);

        Assert.That(Fill(P("{{d}}"), Data().With("d", date)), Is.EqualTo(french));
        Assert.That(Fill(P("{{d}}"), English().With("d", date)), Is.EqualTo(english));
    }

    [Test]
    public void What_is_not_known_yet_is_asked_for_in_the_language()
    {
        var template = P("{{d}} {{c}} {{n}}");
        static DocumentData Unknown(DocumentData data) =>
            data.With("d", new DateValue(null))
                .With("c", new ChoiceValue(null, ["a"]))
                .With("n", new NumberValue(null));

        Assert.That(Fill(template, Unknown(Data())), Is.EqualTo("jj/mm/aaaa à choisir …"));
        Assert.That(Fill(template, Unknown(English())), Is.EqualTo("dd/mm/yyyy to choose …"));
    }

    [Test]
    public void Language_is_told_to_screen_readers_and_calendars()
    {
        var docx = Load(P("{{d}}")).Fill(English().With("d", new DateValue(null)));

        Assert.That(Docx.Open(docx, document => document.PackageProperties.Language), Is.EqualTo("en-GB"));
        Assert.That(
            Docx.Open(docx, document => Docx.Body(document).OuterXml),
            Does.Contain("<w:lid w:val=\"en-GB\"")
        );
    }

    private static DocumentData English() => new(Some.Stamp, "Try") { Language = "en-GB" };
}
