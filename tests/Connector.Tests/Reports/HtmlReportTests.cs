using System.Xml.Linq;
using Connector.Domain;
using Connector.Domain.Workspaces;
using Connector.Nextcloud;
using Connector.Provisioning;
using Connector.Reports;

namespace Connector.Tests.Reports;

/// <summary>The page of a plan: all that a person has to know is in it, whatever the names are.</summary>
public sealed class HtmlReportTests
{
    private static readonly DateTimeOffset At = new(2026, 11, 25, 9, 30, 0, TimeSpan.FromHours(1));

    private static readonly string[] Hostile =
    [
        "<script>alert(1)</script>",
        "</main></body><img src=x onerror=alert(1)>",
        "« Dupont & Fils » \"l'été\" `x`",
        "facture\u202Efdp.exe",
        "a\u2066b\u2069c\u200Bd",
        "ligne\r\nSet-Cookie: a=b\0\u0007",
        "]]><!-- --><![CDATA[",
        "javascript:alert(1)",
        "&lt;b&gt; &amp;#x3C;",
        "{{7*7}} ${x} %s",
        "👩‍👩‍👧 fête 🎉 e\u0301te\u0301",
        "\uD800 seul",
        "مرحبا שלום",
        new string('n', 300),
    ];

    [TestCaseSource(nameof(Hostile))]
    public void A_name_is_shown_as_it_is_and_never_acts(string name)
    {
        var page = Page(Report(name));

        var words = page.Root!.Value;
        Assert.That(
            page.Descendants().Select(element => element.Name.LocalName),
            Has.None.AnyOf("script", "img", "iframe", "object", "form", "link", "base")
        );
        Assert.That(
            page.Descendants().Attributes().Select(attribute => attribute.Name.LocalName),
            Has.None.StartsWith("on")
        );
        Assert.That(
            words.Where(letter => letter is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069')),
            Is.Empty,
            "nothing turns the reading direction"
        );
        foreach (var place in new[] { "title", "h1", "h2", "li", "th", "a", "p" })
        {
            Assert.That(
                page.Descendants(place).Select(element => element.Value),
                Has.Some.Contains(Shown(name)),
                place
            );
        }
    }

    [TestCase(Language.French, "fr")]
    [TestCase(Language.English, "en")]
    public void It_is_one_page_that_asks_for_nothing_from_elsewhere(Language language, string lang)
    {
        var page = Page(Report("Réunions"), language);

        Assert.That(page.Root!.Attribute("lang")!.Value, Is.EqualTo(lang));
        Assert.That(page.Descendants("title").Single().Value, Is.Not.Empty);
        Assert.That(
            page.Descendants().Attributes().Select(attribute => attribute.Name.LocalName),
            Has.None.AnyOf("src", "srcset", "action", "style")
        );
        Assert.That(
            page.Descendants().Attributes("href").Select(link => link.Value),
            Is.Not.Empty.And.All.StartsWith("#")
        );
        Assert.That(
            page.Descendants("style").Single().Value,
            Does.Not.Contain("url(").And.Not.Contain("@import")
        );
        Assert.That(
            page.Descendants("meta").Attributes("content").Select(content => content.Value),
            Has.One.StartsWith("default-src 'none'")
        );
    }

    [Test]
    public void Headings_tell_the_page_and_each_jump_leads_to_one()
    {
        var page = Page(Report("Réunions"));

        var levels = page.Descendants()
            .Select(element => element.Name.LocalName)
            .Where(name => name is ['h', >= '1' and <= '6'])
            .Select(name => name[1] - '0')
            .ToList();
        Assert.That(levels[0], Is.EqualTo(1));
        Assert.That(levels.Count(level => level == 1), Is.EqualTo(1));
        Assert.That(
            levels.Zip(levels.Skip(1)).Select(pair => pair.Second - pair.First),
            Is.All.LessThanOrEqualTo(1),
            "no level is left out"
        );
        var ids = page.Descendants().Attributes("id").Select(id => $"#{id.Value}").ToList();
        Assert.That(ids, Is.Unique);
        Assert.That(page.Descendants("a").Select(link => link.Attribute("href")!.Value), Is.SubsetOf(ids));
    }

    [Test]
    public void Tasks_for_an_administrator_are_a_table_with_headings_for_rows_and_columns()
    {
        var page = Page(Report("Réunions"));

        var table = page.Descendants("table").Single();
        Assert.That(
            table.Descendants("th").Select(head => head.Attribute("scope")?.Value),
            Is.EqualTo(new[] { "col", "col", "rowgroup", "row", "row", "rowgroup", "row" })
        );
        Assert.That(
            table
                .Elements("tbody")
                .Elements("tr")
                .Select(row => string.Join(" | ", row.Elements().Select(cell => cell.Value.Trim()))),
            Is.EqualTo(
                new[]
                {
                    "Comptes",
                    "Créer le compte « Réunions » | reste à faire",
                    "Créer le compte « Noé » | fait",
                    "Groupes, puis « Réunions »",
                    "Créer le groupe « Réunions » | à vérifier par vous",
                }
            ),
            "where is told once, and what is left comes first"
        );
        Assert.That(page.Descendants("nav").Single().Value, Does.Contain("2 à faire"));
    }

    [Test]
    public void A_step_reads_as_its_sentence_and_what_is_in_place_is_folded()
    {
        var page = Page(Report("Réunions"));

        Assert.That(
            page.Descendants("li").Select(line => line.Value),
            Has.Some.EqualTo("créer le dossier « Réunions », car le modèle standard 1.2 l'ajoute")
        );
        Assert.That(
            page.Descendants("details").Single().Value,
            Does.Contain("1 déjà en place").And.Contain("en place")
        );
        Assert.That(
            page.Descendants("p").Select(line => line.Value),
            Has.One.Contains("1 à créer").And.Contains("1 inchangé")
        );
    }

    [TestCase(false)]
    [TestCase(true)]
    public void Every_colour_of_words_stands_out_from_what_is_behind_it(bool isDark)
    {
        var style = Page(Report("x")).Descendants("style").Single().Value;
        var blocks = style.Split("@media");
        var block = blocks.Single(part =>
            part.Contains("(prefers-color-scheme: dark)", StringComparison.Ordinal) == isDark
            && !part.Contains("print", StringComparison.Ordinal)
            && part.Contains("--text", StringComparison.Ordinal)
        );
        var colours = Contrast.Colours(block);
        Assert.That(colours, Has.Count.EqualTo(12));
        foreach (var name in colours.Keys.Except(["page", "card", "line"]))
        {
            foreach (var behind in new[] { "page", "card" })
            {
                Assert.That(
                    Contrast.Ratio(colours[name], colours[behind]),
                    Is.GreaterThanOrEqualTo(4.5),
                    $"--{name} on --{behind} (WCAG 2.2, 1.4.3)"
                );
            }
        }
    }

    /// <summary>As a reader sees it: what cannot be seen is named.</summary>
    private static string Shown(string name) =>
        string.Concat(
            name.EnumerateRunes()
                .Select(rune =>
                    rune.Value is < 0x20 or 0x200B or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069)
                        ? $"[U+{rune.Value:X4}]"
                        : rune.ToString()
                )
        );

    private static XDocument Page(RunReport report, Language language = Language.French)
    {
        var page = new HtmlReport(language).Page(report, At);
        Assert.That(page, Does.StartWith("<!DOCTYPE html>"));
        // Metas are the only elements without an end; all else reads as XML, so that each name is shown to stay text.
        var xml = System.Text.RegularExpressions.Regex.Replace(
            page["<!DOCTYPE html>".Length..],
            "<(meta [^>]*)>",
            "<$1/>"
        );
        return XDocument.Parse(xml);
    }

    private static RunReport Report(string name) =>
        new()
        {
            Territory = name,
            Server = new Uri("https://nuage.exemple.fr"),
            Outcome = RunOutcome.ChangesPending,
            Problems =
            [
                new Problem
                {
                    Code = "x",
                    Message = Domain.Text.Same(name),
                    Remedy = Domain.Text.Same("Relancez."),
                },
            ],
            Calendars = [(name, new Uri("https://nuage.exemple.fr/public"))],
            Plan = new WorkspacePlan([
                Step(name, Change.Create, new CreateFolder(name)),
                Step(name, Change.Keep, null) with
                {
                    Reason = new Text("en place", "in place"),
                },
                Step(name, Change.Notice, null) with
                {
                    Group = null,
                },
            ])
            {
                Groups = [new PlanGroup("gt", name)],
                Tasks =
                [
                    Task("Créer le compte « Noé »", "Comptes", TaskState.Done),
                    Task($"Créer le compte « {name} »", "Comptes", TaskState.ToDo),
                    Task($"Créer le groupe « {name} »", $"Groupes, puis « {name} »", TaskState.Unseen),
                ],
            },
        };

    private static ManualTask Task(string what, string where, TaskState state) =>
        new(what, Domain.Text.Same(what), Domain.Text.Same(where), state);

    private static PlanStep Step(string name, Change change, WorkspaceAction? action) =>
        new()
        {
            Key = $"area:gt/{name}",
            Stage = PlanStage.Folders,
            Group = "gt",
            Change = change,
            Subject = Say("le dossier « {0} »", name),
            Reason = Domain.Text.Same("le modèle standard 1.2 l'ajoute"),
            Action = action,
        };

    private static Text Say(string sentence, string name) =>
        Domain.Text.Same(sentence.Replace("{0}", name, StringComparison.Ordinal));
}
