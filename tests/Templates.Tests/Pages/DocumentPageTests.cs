using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Connector.Tests.Reports;

namespace Connector.Templates.Tests.Pages;

/// <summary>Roadmap and minutes as web pages, compared with the pages beside this file.</summary>
public sealed class DocumentPageTests
{
    private static readonly MinutesContent EnglishMinutes = Some.Minutes(isConvivial: false) with
    {
        Language = "en-GB",
        Next = null,
        Decisions = [],
        Actions = [],
        Agenda = [],
    };

    public static IEnumerable<TestCaseData> All =>
        [
            new TestCaseData("feuille-de-route.html", Some.Roadmap().ToHtml()).SetArgDisplayNames("roadmap"),
            new TestCaseData("compte-rendu.html", Some.Minutes().ToHtml()).SetArgDisplayNames("minutes"),
            new TestCaseData("minutes.html", EnglishMinutes.ToHtml()).SetArgDisplayNames("empty, in English"),
        ];

    /// <summary>After a wanted change: CONNECTOR_GOLDEN=write, look at the pages, and read what git says.</summary>
    [TestCaseSource(nameof(All))]
    public void A_page_is_the_one_that_was_looked_at(string name, string page)
    {
        if (Environment.GetEnvironmentVariable("CONNECTOR_GOLDEN") == "write")
        {
            File.WriteAllText(Path.Combine(Folder(), name), page);
        }

        Assert.That(page, Is.EqualTo(File.ReadAllText(Path.Combine(Folder(), name))));
    }

    [TestCaseSource(nameof(All))]
    public void It_can_be_read_by_everybody(string name, string page)
    {
        var html = Parse(page);
        var body = html.Element("body")!;

        Assert.That((string?)html.Attribute("lang"), Is.EqualTo(name == "minutes.html" ? "en-GB" : "fr-FR"));
        Assert.That(html.Element("head")!.Element("title")!.Value, Is.Not.Empty);
        Assert.That(
            body.Elements().Select(element => element.Name.LocalName),
            Is.EqualTo(new[] { "header", "nav", "main", "footer" })
        );
        AssertHeadings(body);
        foreach (var table in body.Descendants("table"))
        {
            Assert.That(table.Element("caption")!.Value, Is.Not.Empty);
            var columns = table.Element("thead")!.Descendants("th").ToList();
            Assert.That(columns.Select(header => (string?)header.Attribute("scope")), Is.All.EqualTo("col"));
            foreach (var row in table.Element("tbody")!.Elements("tr"))
            {
                Assert.That(row.Elements().Count(), Is.EqualTo(columns.Count));
                Assert.That((string?)row.Elements().First().Attribute("scope"), Is.EqualTo("row"));
                Assert.That(row.Elements().First().Value, Is.Not.EqualTo("–"), "a row has a name");
            }
        }
    }

    [TestCaseSource(nameof(All))]
    public void It_holds_all_and_runs_nothing(string name, string page)
    {
        var html = Parse(page);
        var ids = html.Descendants().Attributes("id").Select(id => id.Value).ToList();

        Assert.That(ids, Is.Unique);
        Assert.That(html.Descendants("script"), Is.Empty);
        Assert.That(html.Descendants().Attributes("src"), Is.Empty);
        Assert.That(
            html.Descendants()
                .Attributes()
                .Where(at => at.Name.LocalName.StartsWith("on", StringComparison.Ordinal)),
            Is.Empty
        );
        Assert.That(
            html.Descendants().Attributes("href").Select(link => link.Value),
            Is.EquivalentTo(
                ids.Where(id => html.Descendants("h2").Any(title => (string?)title.Attribute("id") == id))
                    .Select(id => "#" + id)
            ),
            name
        );
        Assert.That(
            page,
            Does.Contain("default-src 'none'").And.Not.Contain("url(").And.Not.Contain("@import")
        );
    }

    [Test]
    public void It_can_be_read_in_the_light_in_the_dark_and_on_paper()
    {
        var blocks = Regex.Matches(Some.Roadmap().ToHtml(), @":root \{[^}]*\}").ToList();
        Assert.That(blocks, Has.Count.EqualTo(3));
        foreach (var colours in blocks.Select(block => Contrast.Colours(block.Value)))
        {
            foreach (var words in new[] { "text", "soft", "accent" })
            {
                foreach (var behind in new[] { "page", "card" })
                {
                    Assert.That(
                        Contrast.Ratio(colours[words], colours[behind]),
                        Is.GreaterThanOrEqualTo(4.5),
                        $"{words} on {behind}"
                    );
                }
            }
        }
    }

    [Test]
    public void It_says_the_same_as_the_document()
    {
        var content = Some.Roadmap();
        var document = Docx.Text(BuiltInTemplates.Roadmap.Fill(content.ToData()));
        var page = Parse(content.ToHtml());
        foreach (
            var cell in page.Descendants()
                .Where(element =>
                    element.Name.LocalName is "td" or "li" && element.Parent!.Name != "ul"
                    || element.Name == "dd"
                )
                .SelectMany(element => element.Nodes().OfType<XText>())
                .Select(text => text.Value)
                .Where(words => words != "–")
        )
        {
            Assert.That(document, Does.Contain(cell));
        }
    }

    [Test]
    public void What_people_wrote_is_words_and_nothing_else()
    {
        var page = (
            Some.Roadmap() with
            {
                Owner = "<script>alert(1)</script> & \"amis\" \u202Eà l'envers",
                Purpose = "</main><img src=x onerror=alert(1)>",
            }
        ).ToHtml();

        var html = Parse(page);
        Assert.That(html.Descendants("script").Concat(html.Descendants("img")), Is.Empty);
        Assert.That(
            html.Descendants("h1").Single().Value,
            Is.EqualTo("<script>alert(1)</script> & \"amis\" à l'envers")
        );
    }

    private static void AssertHeadings(XElement body)
    {
        var levels = body.Descendants()
            .Where(element => Regex.IsMatch(element.Name.LocalName, "^h[1-6]$"))
            .Select(element => element.Name.LocalName[1] - '0')
            .ToList();
        Assert.That(levels.Count(level => level == 1), Is.EqualTo(1));
        Assert.That(levels[0], Is.EqualTo(1));
        Assert.That(levels.Zip(levels.Skip(1), (one, next) => next - one), Is.All.LessThanOrEqualTo(1));
    }

    /// <summary>The page is XML too, but for its first line.</summary>
    private static XElement Parse(string page) => XElement.Parse(page[page.IndexOf('\n')..]);

    private static string Folder([CallerFilePath] string here = "") => Path.GetDirectoryName(here)!;
}
