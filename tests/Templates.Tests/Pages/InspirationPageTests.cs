using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Connector.Templates.Tests.Pages;

/// <summary>The page of a folder's inspirations: readable by everybody, and nothing but words and links.</summary>
public sealed class InspirationPageTests
{
    private static readonly InspirationPage Page = new()
    {
        Network = "Val d'Ormeau",
        Folder = "Réseau/Ressources et inspirations",
        Articles =
        [
            new("fiche-1", "Le bus numérique")
            {
                Facts = [("Où", "Hauts Plateaux"), ("Qui la porte", "")],
                Parts = [("Ce qui a été fait", "Le mardi,\npuis le jeudi."), ("Ce qui a marché", "")],
                Sheet = new Uri("https://nuage.example/index.php/f/1"),
                More = new Uri("https://exemple.fr/bus"),
            },
            new("fiche-2", "<script>alert(1)</script> & \"amis\"")
            {
                Parts = [("Ce qui a été fait", "</main><img src=x onerror=alert(1)>")],
                More = new Uri("javascript:alert(1)"),
            },
        ],
        NotTalked = ["Association Le Pas de côté (Le bus numérique)"],
        Sources = [new("Les Bases", new Uri("https://lesbases.anct.gouv.fr/"), "ce que d'autres partagent")],
    };

    [Test]
    public void It_has_one_title_headings_without_gaps_landmarks_and_a_name_for_each_section()
    {
        var html = Parse(Page);
        Assert.That((string?)html.Attribute("lang"), Is.EqualTo("fr-FR"));
        Assert.That(
            html.Element("body")!.Elements().Select(element => element.Name.LocalName),
            Is.EqualTo(new[] { "header", "nav", "main", "footer" })
        );
        var levels = html.Descendants()
            .Where(element => Regex.IsMatch(element.Name.LocalName, "^h[1-6]$"))
            .Select(element => element.Name.LocalName[1] - '0')
            .ToList();
        Assert.That(levels.Count(level => level == 1), Is.EqualTo(1));
        Assert.That(levels.Zip(levels.Skip(1), (one, next) => next - one), Is.All.LessThanOrEqualTo(1));
        var ids = html.Descendants().Attributes("id").Select(id => id.Value).ToList();
        Assert.That(ids, Is.Unique);
        Assert.That(
            html.Descendants("section").Select(section => (string?)section.Attribute("aria-labelledby")),
            Is.SubsetOf(ids)
        );
        Assert.That(
            html.Descendants("nav").Descendants("a").Select(link => (string?)link.Attribute("href")),
            Is.EquivalentTo(ids.Select(id => $"#{id}"))
        );
    }

    [Test]
    public void What_people_wrote_is_words_and_only_web_addresses_are_links()
    {
        var html = Parse(Page);
        Assert.That(html.Descendants("script").Concat(html.Descendants("img")), Is.Empty);
        Assert.That(
            html.Descendants("main").Descendants("a").Select(link => (string?)link.Attribute("href")),
            Is.EqualTo(
                new[]
                {
                    "https://nuage.example/index.php/f/1",
                    "https://exemple.fr/bus",
                    "https://lesbases.anct.gouv.fr/",
                }
            )
        );
        Assert.That(html.Descendants("h2").ElementAt(1).Value, Does.StartWith("<script>alert(1)</script>"));
        Assert.That(Page.ToHtml(), Does.Contain("default-src 'none'").And.Not.Contain("url("));
    }

    [Test]
    public void What_is_empty_is_left_out_and_nobody_to_call_is_said()
    {
        var words = Page.ToHtml();
        Assert.That(words, Does.Not.Contain("Qui la porte").And.Not.Contain("Ce qui a marché"));
        Assert.That(words, Does.Contain("Le mardi,<br />puis le jeudi."));
        Assert.That(
            (Page with { Articles = [], NotTalked = [] }).ToHtml(),
            Does.Contain("Aucune fiche n&apos;est encore remplie.").And.Contain("Chacun a été appelé")
        );
        Assert.That(Page.ToHtml(), Is.EqualTo(words), "the same data, the same page");
    }

    /// <summary>The page is XML too, but for its first line.</summary>
    private static XElement Parse(InspirationPage page)
    {
        var html = page.ToHtml();
        return XElement.Parse(html[html.IndexOf('\n')..]);
    }
}
