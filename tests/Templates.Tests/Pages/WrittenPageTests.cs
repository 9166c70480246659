using System.Xml;
using System.Xml.Linq;

namespace Connector.Templates.Tests.Pages;

/// <summary>A document as people left it, as a web page.</summary>
public sealed class WrittenPageTests
{
    [TestCaseSource(typeof(FilledSampleTests), nameof(FilledSampleTests.All))]
    public void Every_word_is_there_once_in_order_and_the_page_is_whole(FilledSampleTests.Sample sample)
    {
        var docx = sample.Fill();
        var page = Parsed(WrittenPage.Of(docx, "Version 2"));
        var shown = MeaningReader.Normalised(string.Join(' ', Texts(page)));

        var notes = MeaningReader.Normalised(
            string.Join(
                ' ',
                page.Descendants("li")
                    .Where(item => ((string?)item.Attribute("id"))?[0] == 'n')
                    .Select(item => item.Value)
            )
        );
        var at = 0;
        foreach (var cell in DocumentMeaning.Read(docx).Lines.SelectMany(line => line.Split('\u001F')))
        {
            if (!IsPlaceholder(cell) && !notes.Contains(cell, StringComparison.Ordinal))
            {
                at = shown.IndexOf(cell, at, StringComparison.Ordinal);
                Assert.That(at, Is.GreaterThanOrEqualTo(0), $"{cell}\n{shown}");
            }
        }

        var html = page.Root!;
        Assert.That((string?)html.Attribute("lang"), Is.Not.Empty);
        Assert.That(html.Descendants("h1").Count(), Is.EqualTo(1));
        Assert.That(html.Descendants("main").Count(), Is.EqualTo(1));
        Assert.That(html.Descendants("th").All(cell => cell.Attribute("scope") is not null));
        Assert.That(
            html.Descendants("a")
                .Select(link => (string?)link.Attribute("href"))
                .Where(href => href![0] == '#'),
            Is.SubsetOf(html.Descendants().Attributes("id").Select(id => $"#{id.Value}"))
        );
    }

    [Test]
    public void Headings_have_no_gaps()
    {
        var page = Parsed(WrittenPage.Of(BuiltInTemplates.Roadmap.Fill(Some.Roadmap().ToData()), ""));
        var levels = page.Descendants()
            .Where(element => element.Name.LocalName is ['h', >= '1' and <= '6'])
            .Select(heading => heading.Name.LocalName[1] - '0')
            .ToList();

        Assert.That(levels[0], Is.EqualTo(1));
        Assert.That(
            levels.Zip(levels.Skip(1)).All(pair => pair.Second <= pair.First + 1),
            string.Join(' ', levels)
        );
    }

    [Test]
    public void What_people_type_is_text_and_only_safe_addresses_are_links()
    {
        var content = Some.Roadmap() with { Purpose = "<script>alert(1)</script> & « ensemble »" };
        var html = WrittenPage.Of(BuiltInTemplates.Roadmap.Fill(content.ToData()), "<b>");

        Assert.That(html, Does.Not.Contain("<script").And.Not.Contain("<b>"));
        Assert.That(html, Does.Contain("&lt;script&gt;alert(1)&lt;/script&gt; &amp; «"));
        Assert.That(html, Does.Contain("default-src 'none'"));
    }

    [Test]
    public void The_same_document_gives_the_same_page()
    {
        var docx = BuiltInTemplates.Minutes.Fill(Some.Minutes().ToData());

        var first = WrittenPage.Of(docx, "x");
        Assert.That(WrittenPage.Of(docx, "x"), Is.EqualTo(first));
        Assert.That(() => WrittenPage.Of("%PDF-1.7"u8.ToArray(), ""), Throws.TypeOf<TemplateException>());
    }

    /// <summary>Places still to fill in are empty for a reader.</summary>
    private static bool IsPlaceholder(string cell) =>
        new[]
        {
            Placeholders.Text,
            Placeholders.Date,
            Placeholders.Choice,
            Placeholders.EnglishDate,
            Placeholders.EnglishChoice,
        }
            .Aggregate(cell, (rest, words) => rest.Replace(words, "", StringComparison.Ordinal))
            .Trim()
            .Length == 0;

    /// <summary>Words of elements apart, so that those of two cells do not flow into one another.</summary>
    private static IEnumerable<string> Texts(XDocument page) =>
        page.Root!.Element("body")!
            .Descendants()
            .Where(element =>
                element.Name.LocalName
                    is "h1"
                        or "h2"
                        or "h3"
                        or "h4"
                        or "h5"
                        or "h6"
                        or "p"
                        or "li"
                        or "td"
                        or "th"
            )
            .Where(element => !element.Ancestors("nav").Any())
            .Select(element =>
                string.Concat(
                    element
                        .DescendantNodes()
                        .Select(node =>
                            node is XText text ? text.Value
                            : node is XElement { Name.LocalName: "br" } ? " "
                            : ""
                        )
                )
            );

    private static XDocument Parsed(string html)
    {
        using var reader = XmlReader.Create(
            new StringReader(html.Replace("<!DOCTYPE html>", "", StringComparison.Ordinal)),
            new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit }
        );
        return XDocument.Load(reader);
    }
}
