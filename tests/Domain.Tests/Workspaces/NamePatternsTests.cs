using Connector.Domain.Workspaces.Extraction;

namespace Connector.Domain.Tests.Workspaces;

public class NamePatternsTests
{
    private static readonly NamePatterns Kept = new()
    {
        Words = new Dictionary<string, string>
        {
            ["GT Jeunes"] = "groupe",
            ["Pays de Valombre"] = "territoire",
            ["Valombre"] = "lieu",
            ["a"] = "court",
        },
        Titles = new HashSet<string> { "Rencontre : mensuelle" },
        Meets = day => day == new DateOnly(2026, 2, 5),
    };

    private static readonly NamePatterns Unkept = new()
    {
        Words = new Dictionary<string, string> { ["Culture"] = "groupe" },
    };

    [TestCase("01 Feuille de route", "01 Feuille de route")]
    [TestCase("Bilan GT Jeunes", "Bilan {groupe}")]
    [TestCase("Bilan GT Jeunesse", "Bilan GT Jeunesse")]
    [TestCase("Carte du Pays de Valombre", "Carte du {territoire}")]
    [TestCase("Carte de Valombre", "Carte de {lieu}")]
    [TestCase("2026", "{année}")]
    [TestCase("Bilan 2026", "Bilan 2026")]
    [TestCase("2026-02-05 Rencontre ： mensuelle", "{date} {titre}")]
    [TestCase("2026-02-05 Notes", "{date} Notes")]
    [TestCase("Notes du 05.02.2026", "Notes du {date}")]
    [TestCase("20260205 Notes", "{date} Notes")]
    [TestCase("2026-03-12 Visite du fablab", null)]
    [TestCase("2026-02-31 Notes", "2026-02-31 Notes")]
    [TestCase("dossier 120260205", "dossier 120260205")]
    public void A_name_becomes_what_a_blueprint_would_say(string name, string? pattern) =>
        Assert.That(Kept.Of([name])[name], Is.EqualTo(pattern));

    [TestCase("2026-03-12 Réunion", "{date} {titre}")]
    [TestCase("Culture", "{groupe}")]
    [TestCase("CR 2026-03-12", "CR {date}")]
    public void Where_no_meeting_is_known_a_date_is_one_of_a_meeting(string name, string pattern) =>
        Assert.That(Unkept.Of([name])[name], Is.EqualTo(pattern));

    [Test]
    public void Names_of_which_several_differ_by_the_date_alone_are_one_pattern()
    {
        var patterns = Kept.Of([
            "Bilan 2024",
            "Bilan 2025",
            "2026-03-12 Café",
            "2026-04-12 Café",
            "2026-05-12 Fête",
        ]);

        Assert.That(
            patterns.Values,
            Is.EqualTo(new[] { "Bilan {année}", "Bilan {année}", "{date} Café", "{date} Café", null })
        );
    }
}
