using System.Net;
using System.Text;
using Connector.Connector.Tests.Service;

namespace Connector.Tests.Console;

/// <summary>The directory in the console: found, read, shown on a map, and only to coordinators.</summary>
public sealed class DirectoryPagesTrials
{
    private const string Directory = """
        id,nom,pivot,typologie,commune,code_postal,adresse,latitude,longitude,état,historique,remarques
        club-val,Club de l'Âge d'or,,ASSO,Saint-Aubin,24991,Le Bourg,44.8,0.6,à rencontrer,,ne pas appeler le lundi
        ml-val,Mission locale,,ML,L'Argentière,24990,1 rue Haute,44.9,0.7,membre,oui,
        """;

    private ConsolePlace _place = null!;
    private ConsoleBrowser _browser = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        _place = await ConsolePlace.OpenAsync(start: false);
        await File.WriteAllTextAsync(_place.Terminal.At("annuaire.csv"), Directory);
        var file = _place.Terminal.Territory;
        var text = await File.ReadAllTextAsync(file);
        await File.WriteAllTextAsync(
            file,
            text.Replace("organisations:", "annuaire: annuaire.csv\norganisations:")
        );
        await _place.StartAsync();
        await _place.Service.RunAsync();
        await _place.AddAsync("coordo", "coordination", "reseau");
        await _place.AddAsync("simple", "reseau");
        _browser = new ConsoleBrowser(_place.Address);
        await _browser.SignInAsync(_place, "coordo");
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        _browser.Dispose();
        await _place.DisposeAsync();
    }

    private static readonly string[] Pages =
    [
        "/annuaire",
        "/annuaire?quoi=personnes",
        "/annuaire/structures/club-val",
        "/annuaire/personnes/noe.d-almeida",
        "/annuaire/a-verifier",
        "/annuaire/visites",
        "/annuaire/carte",
        "/couverture",
        "/couverture?groupe=jeunes&lieu=Saint-Aubin",
    ];

    [TestCaseSource(nameof(Pages))]
    public async Task A_page_is_whole_and_small(string path)
    {
        using var answer = await _browser.GetAsync($"/t/vallon{path}");
        var page = await answer.Content.ReadAsStringAsync();
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK), page);
        Assert.That(page, Does.Contain("</html>").And.Contain("<h1>"));
        Assert.That(page, Does.Not.Contain("style=\"").And.Not.Contain("onclick"));
        Assert.That(Encoding.UTF8.GetByteCount(page), Is.LessThan(100_000));
    }

    [TestCaseSource(nameof(Pages))]
    public async Task A_page_is_the_coordinators_alone(string path)
    {
        using var member = new ConsoleBrowser(_place.Address);
        await member.SignInAsync(_place, "simple");
        using var answer = await member.GetAsync($"/t/vallon{path}");
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
    }

    [TestCase("mots=age+d'or", "Club de l'Âge d'or", "Mission locale")]
    [TestCase("type=ML", "Mission locale", "Club de l'Âge d'or")]
    [TestCase("commune=Saint-Aubin", "Club de l'Âge d'or", "Mission locale")]
    [TestCase("etat=a-rencontrer", "Club de l'Âge d'or", "Mission locale")]
    public async Task The_directory_is_searched_by_words_type_commune_and_state(
        string query,
        string found,
        string other
    )
    {
        var page = await _browser.ReadAsync($"/t/vallon/annuaire?{query}");
        Assert.That(page, Does.Contain($">{found}</a>").And.Not.Contain($">{other}</a>"));
    }

    [Test]
    public async Task What_a_coordinator_notes_beside_is_not_shown()
    {
        var page = await _browser.ReadAsync("/t/vallon/annuaire/structures/club-val");
        Assert.That(page, Does.Contain("Saint-Aubin").And.Not.Contain("lundi"));
    }

    [TestCase("/annuaire/structures/personne-ne-sait")]
    [TestCase("/annuaire/personnes/inconnue")]
    public async Task Who_is_not_there_is_not_found(string path)
    {
        using var answer = await _browser.GetAsync($"/t/vallon{path}");
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task A_commune_that_nobody_knows_is_said_beside_the_field()
    {
        var page = await _browser.ReadAsync("/t/vallon/couverture?lieu=Atlantide");
        Assert.That(page, Does.Contain("class=\"wrong\"").And.Contain("value=\"Atlantide\""));
    }

    [Test]
    public async Task The_map_brings_a_policy_that_lets_it_show_and_nothing_else()
    {
        using var answer = await _browser.GetAsync("/t/vallon/annuaire/carte/pleine");
        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        Assert.That(
            policy,
            Does.Contain("script-src 'sha256-")
                .And.Contain("img-src data: https://data.geopf.fr;")
                .And.Contain("frame-ancestors 'none'")
                .And.Not.Contain("unsafe")
        );
        Assert.That(
            await answer.Content.ReadAsStringAsync(),
            Does.Contain("href=\"/t/vallon/annuaire/carte\"").And.Contain("Mission locale")
        );
        using var other = await _browser.GetAsync("/t/vallon/annuaire");
        Assert.That(
            other.Headers.GetValues("Content-Security-Policy").Single(),
            Does.Contain("script-src 'self'")
        );
    }
}
