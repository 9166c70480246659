using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Connector.Connector.Tests.Cli;
using Connector.TerritoryFiles;
using Connector.Tests.TerritoryFiles;

namespace Connector.Tests.Cartography;

/// <summary><c>connector directory map</c>, as typed, and its page in a browser.</summary>
internal sealed partial class MapVerbTests
{
    private const string Places =
        "id,pivot,nom,commune,code_postal,code_insee,adresse,latitude,longitude,typologie,telephone,courriels,site_web,horaires,services,publics_specifiquement_adresses\n"
        + "lieu-a,21240001700012,Espace numérique d'Éylac,Valombre,24990,24001,1 place,45.05,0.51,EPN,+33553000000,accueil@example.org|ines@example.org,https://example.org/,Mo-Fr 09:00-12:00,Accès internet et matériel informatique,Seniors\n"
        + "lieu-b,21240001700013,\"<img src=x onerror=alert(1)>\"\"'&\",\"</script><b>Ici\",24990,24002,<i>rue</i>,45.06,0.52,BIB,0553,\"a\"\"><b>@x\",javascript:alert(1),,Aide aux démarches administratives,\n"
        + "lieu-c,21240001700014,Sans position,Valombre,24990,24001,3 place,,,CCAS,,,,,Aide aux démarches administratives,\n";

    private Terminal _terminal = null!;

    private string Page => _terminal.At("carte.html");

    [SetUp]
    public void Start()
    {
        _terminal = new Terminal();
        File.WriteAllText(_terminal.At("lieux.csv"), Places);
        File.AppendAllText(_terminal.Territory, "\nannuaire: lieux.csv\n");
    }

    [TearDown]
    public void Stop() => _terminal.Dispose();

    [Test]
    public async Task The_page_holds_every_place_in_words_and_is_the_same_twice()
    {
        var page = await MapAsync();
        foreach (
            var words in new[]
            {
                "Espace numérique d&#39;Éylac",
                "+33553000000",
                "accueil@example.org",
                "lundi au vendredi 9\u00a0h–12\u00a0h",
            }
        )
        {
            Assert.That(page, Does.Contain(words));
        }

        Assert.That(page, Does.Contain("Position inconnue : pas sur la carte."));
        Assert.That(
            page,
            Does.Contain("Médiathèque « Les Échos »"),
            "a member without a position is in the list"
        );
        Assert.That(page, Does.Not.Contain("ines@example.org"), "a person's address");
        Assert.That(page, Does.Not.Contain("Le Goff").And.Not.Contain("Saint-Exupère"), "a person's name");
        Assert.That(await MapAsync(), Is.EqualTo(page));
    }

    [Test]
    public async Task Names_are_never_markup()
    {
        var page = await MapAsync();
        Assert.That(page, Does.Contain("&lt;img src=x onerror=alert(1)&gt;"));
        Assert.That(page, Does.Not.Contain("<img").And.Not.Contain("<i>rue").And.Not.Contain("<b>Ici"));
        Assert.That(page, Does.Not.Contain("href=\"javascript:").And.Not.Contain("href=\"mailto:a&quot;"));
    }

    [Test]
    public async Task The_policy_lets_exactly_its_own_scripts_and_styles_run_and_names_the_tiles()
    {
        var page = await MapAsync();
        var policy = Policy().Match(page).Groups[1].Value;
        foreach (Match part in Parts().Matches(page))
        {
            var hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(part.Groups[2].Value)));
            Assert.That(policy, Does.Contain($"'sha256-{hash}'"), part.Groups[1].Value);
        }

        Assert.That(
            policy,
            Does.Contain("default-src 'none'").And.Contain("img-src data: https://data.geopf.fr;")
        );
        Assert.That(policy, Does.Not.Contain("unsafe"));
        Assert.That(Parts().Matches(page), Has.Count.EqualTo(3));
    }

    [Test]
    public async Task Other_tiles_are_asked_for_or_none()
    {
        await File.AppendAllTextAsync(
            _terminal.Territory,
            "\ncarte: { fond: 'https://{s}.tuiles.example.org/{z}/{x}/{y}.png', attribution: '© <b>Moi</b>' }\n"
        );
        var page = await MapAsync();
        Assert.That(page, Does.Contain("img-src data: https://*.tuiles.example.org;"));
        Assert.That(page, Does.Contain("© &lt;b&gt;Moi&lt;/b&gt;").And.Not.Contain("<b>Moi"));
        await ReplaceAsync("'https://{s}.tuiles.example.org/{z}/{x}/{y}.png'", "aucun");
        page = await MapAsync();
        Assert.That(page, Does.Contain("img-src data:;").And.Contain("\"tiles\":null"));
        await ReplaceAsync("fond: aucun", "fond: 'http://tuiles.example.org/{z}'");
        var said = await RunAsync();
        Assert.That(said.Code, Is.EqualTo(1));
        Assert.That(said.Errors, Does.Contain("ni une adresse de tuiles"));
    }

    [Test]
    public async Task A_page_of_somebody_else_is_not_replaced()
    {
        await File.WriteAllTextAsync(Page, "<p>à moi</p>");
        var said = await RunAsync();
        Assert.That(said.Code, Is.EqualTo(1));
        Assert.That(said.Errors, Does.Contain("n'est pas une page de Connector"));
        Assert.That(await File.ReadAllTextAsync(Page), Is.EqualTo("<p>à moi</p>"));
    }

    [Test]
    public async Task A_directory_without_positions_gives_no_map()
    {
        await File.WriteAllTextAsync(_terminal.At("lieux.csv"), "id,nom,commune\nlieu-a,Espace,Valombre\n");
        var said = await RunAsync();
        Assert.That(said.Code, Is.EqualTo(1));
        Assert.That(said.Errors, Does.Contain("ne dit où elle est").And.Contain("latitude"));
        Assert.That(File.Exists(Page), Is.False);
    }

    [Test]
    public async Task In_a_browser_the_script_runs_within_the_policy_and_names_stay_words()
    {
        await MapAsync();
        var (dom, console) = await Browser.OpenAsync(Page);
        Assert.That(dom, Does.Contain("5 sur 5 structures correspondent, dont 2 sur la carte."));
        Assert.That(dom, Does.Contain("leaflet-container"), "the map is made");
        Assert.That(dom, Does.Not.Contain("<img src=\"x\""));
        Assert.That(console, Does.Not.Contain("Content Security Policy").And.Not.Contain("Uncaught"));
    }

    [Test]
    public async Task The_sample_colours_its_communes()
    {
        using var folder = new TemporaryFolder();
        SampleTerritory.WriteTo(folder.Path);
        var said = await _terminal.RunAsync(
            "directory",
            "map",
            "--output",
            Page,
            "--file",
            folder.At("territoire.yaml")
        );
        Assert.That(said.Code, Is.Zero, said.All);
        Assert.That(said.Out, Does.Contain("14 lieux sur la carte, 40 structures dans la liste"));
        var page = await File.ReadAllTextAsync(Page);
        Assert.That(page, Does.Contain("\"told\":\"Valombre : IFN 92,1\"").And.Contain("class=\"k4\""));
        Assert.That(page, Does.Contain("IFN 2021, Scores inventés"));
    }

    [Test]
    public async Task The_real_places_of_Aix_are_all_on_the_map()
    {
        if (Repository.SharedData("lieux-mediation-numerique-aix.v1.csv") is not { } places)
        {
            Assert.Ignore(
                "The public data set lieux-mediation-numerique-aix.v1.csv is not beside this repository."
            );
            return;
        }

        File.Copy(places, _terminal.At("lieux.csv"), overwrite: true);
        var page = await MapAsync();
        Assert.That(Placed().Matches(page), Has.Count.EqualTo(38));
        Assert.That(page, Does.Contain("Mairie Aix en Provence, 2024-01-31"));
    }

    private async Task<string> MapAsync()
    {
        var said = await RunAsync();
        Assert.That(said.Code, Is.Zero, said.All);
        return await File.ReadAllTextAsync(Page);
    }

    private async Task ReplaceAsync(string before, string after) =>
        await File.WriteAllTextAsync(
            _terminal.Territory,
            (await File.ReadAllTextAsync(_terminal.Territory)).Replace(
                before,
                after,
                StringComparison.Ordinal
            )
        );

    private Task<Said> RunAsync() =>
        _terminal.RunAsync("directory", "map", "--output", Page, "--file", _terminal.Territory);

    [GeneratedRegex("Content-Security-Policy\" content=\"([^\"]+)\"")]
    private static partial Regex Policy();

    [GeneratedRegex("<(script|style)>(.*?)</\\1>", RegexOptions.Singleline)]
    private static partial Regex Parts();

    [GeneratedRegex("<li data-k data-at=")]
    private static partial Regex Placed();
}
