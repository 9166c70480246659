using System.Text.Json;
using System.Text.RegularExpressions;
using Connector.Connector.Tests.Cli;
using Connector.Templates.Spreadsheets;
using Connector.Tests.TerritoryFiles;

namespace Connector.Tests.Needs;

/// <summary><c>connector diagnosis</c>, as typed.</summary>
internal sealed partial class DiagnosisVerbTests
{
    private const string Places =
        "id,pivot,nom,commune,code_postal,code_insee,adresse,latitude,longitude,services,publics_specifiquement_adresses,horaires\n"
        + "lieu-a,21240001700012,Espace A,Valombre,24990,24001,Place,45.0,0.5,Accès internet et matériel informatique,Seniors,\"Mo-Fr 09:00-12:00; Sa 09:00-12:00\"\n"
        + "lieu-b,21240001700013,Espace B,Valombre,24990,24001,Rue,45.0,0.51,Aide aux démarches administratives,,du lundi au vendredi\n";

    private const string Communes =
        "code_insee;nom;epci_nom;epci_siren;latitude;longitude\n"
        + "24001;Valombre;CC du Pays de Valombre;240000001;45,0;0,5\n"
        + "24002;Saint-Aubin;CC du Pays de Valombre;240000001;45,0;0,6\n"
        + "24003;Périssac;CC du Pays de Valombre;240000001;45,0;0,8\n"
        + "24099;Ailleurs;CC d'Ailleurs;240000002;46,0;0,8\n";

    private const string Scores =
        "code_insee;score;millesime;source\n"
        + "24001;101,5;2021;ANCT\n24002;120;2021;ANCT\n24003;140,25;2021;ANCT\n24099;99;2021;ANCT\n"
        + "24001;3;2024;Autre\n";

    private Terminal _terminal = null!;

    [SetUp]
    public void Start()
    {
        _terminal = new Terminal();
        File.WriteAllText(_terminal.At("lieux.csv"), Places);
        File.WriteAllText(_terminal.At("communes.csv"), Communes);
        File.WriteAllText(_terminal.At("ifn.csv"), Scores);
        File.AppendAllText(_terminal.Territory, "\nannuaire: lieux.csv\n");
    }

    [TearDown]
    public void Stop() => _terminal.Dispose();

    [Test]
    public async Task Who_is_fragile_and_far_is_told_with_the_vintage()
    {
        Named();
        var said = await RunAsync();
        Assert.That(said.Code, Is.Zero, said.All);
        Assert.That(said.Out, Does.Contain("IFN 2021, ANCT (le plus récent qui couvre toutes les communes)"));
        Assert.That(said.Out, Does.Contain("Non utilisés").And.Contain("2024, Autre"));
        Assert.That(
            said.Out,
            Does.Contain("Plus fragiles que la médiane, sans lieu à moins de 10 km : Périssac.")
        );
        Assert.That(said.Out, Does.Match(@"✗ Périssac +140,3 +aucun lieu ; Espace B à 22,8 km"));
        Assert.That(
            said.Out,
            Does.Match(@"✗ Acquisition de matériel informatique à prix solidaire +aucun lieu")
        );
        Assert.That(said.Out, Does.Contain("Horaires illisibles, donc laissés de côté : Espace B."));
        Assert.That(said.Out, Does.Not.Contain("Ailleurs"));
        Assert.That((await RunAsync()).Out, Is.EqualTo(said.Out), "the same again");
    }

    [Test]
    public async Task The_distance_and_the_vintage_can_be_asked_for()
    {
        Named();
        var wide = await RunAsync("--distance", "25");
        Assert.That(
            wide.Out,
            Does.Contain("Aucune commune plus fragile que la médiane n'est à plus de 25 km")
        );
        var asked = await RunAsync("--vintage", "2024", "--json");
        using var json = JsonDocument.Parse(asked.Out);
        Assert.That(
            json.RootElement.GetProperty("vintage").GetProperty("reason").GetString(),
            Is.EqualTo("asked")
        );
        Assert.That(
            json.RootElement.GetProperty("communes")
                .EnumerateArray()
                .Count(commune => commune.GetProperty("score").ValueKind == JsonValueKind.Null),
            Is.EqualTo(2)
        );
        var slip = await RunAsync("--vintage", "2020");
        Assert.That(slip.Code, Is.EqualTo(1));
        Assert.That(slip.Errors, Does.Contain("n'a pas le millésime « 2020 »"));
        Assert.That((await RunAsync("--distance", "loin")).Code, Is.EqualTo(1));
    }

    [Test]
    public async Task Files_can_be_given_without_a_key_in_the_territory_file()
    {
        var none = await RunAsync();
        Assert.That(none.Code, Is.EqualTo(1));
        Assert.That(none.Errors, Does.Contain("--ifn"));
        var said = await RunAsync(
            "--ifn",
            _terminal.At("ifn.csv"),
            "--communes",
            _terminal.At("communes.csv"),
            "--epci",
            "240000002"
        );
        Assert.That(said.Code, Is.Zero, said.All);
        Assert.That(said.Out, Does.Contain("Ailleurs").And.Not.Contain("✓ Valombre"));
    }

    [Test]
    public async Task Every_wrong_line_of_the_scores_is_told_at_once()
    {
        await File.WriteAllTextAsync(
            _terminal.At("ifn.csv"),
            "code_insee;score;millesime;source\n24001;douze;2021;ANCT\n2400A;1;2021;ANCT\n24002;1;récent;ANCT\n"
                + "24003;1;2021;ANCT\n24003;2;2021;ANCT\n24004;;2021;ANCT\n1004;1;2021;ANCT\n"
        );
        Named();
        var said = await RunAsync();
        Assert.That(said.Code, Is.EqualTo(1));
        foreach (
            var expected in new[]
            {
                "ifn.csv:2:2 : « douze » n'est pas un score",
                "ifn.csv:3:1 : « 2400A » n'est pas un code INSEE",
                "ifn.csv:4:3 : « récent » n'est pas un millésime",
                "ifn.csv:6:1 : La commune 24003 a déjà un score de 2021, à la ligne 5",
                "ifn.csv:7:2 : «  » n'est pas un score",
            }
        )
        {
            Assert.That(said.Errors, Does.Contain(expected));
        }

        Assert.That(said.Errors, Does.Not.Contain("ifn.csv:8"));
    }

    [TestCase("nom;valeur\na;1\n", "Ces titres de colonnes ne sont pas ceux de scores")]
    [TestCase("", "Le fichier est vide")]
    [TestCase("code_insee;score;millesime;source\n", "Le fichier est vide")]
    public async Task A_file_of_something_else_is_told(string content, string expected)
    {
        await File.WriteAllTextAsync(_terminal.At("ifn.csv"), content);
        Named();
        var said = await RunAsync();
        Assert.That(said.Code, Is.EqualTo(1));
        Assert.That(said.Errors, Does.Contain(expected));
    }

    [TestCase("{", "n'est pas une collection GeoJSON")]
    [TestCase("""{"type":"FeatureCollection","features":[]}""", "n'est pas une collection GeoJSON")]
    [TestCase(
        """{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"code":"24001"},"geometry":{"type":"Point","coordinates":[0.5,45]}}]}""",
        "L'élément 1 n'est pas le contour d'une commune"
    )]
    [TestCase(
        """{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"code":"24001"},"geometry":{"type":"Polygon","coordinates":[[[0,1],[2,3]]]}}]}""",
        "n'est pas une collection GeoJSON"
    )]
    public async Task Outlines_that_are_none_are_told(string content, string expected)
    {
        await File.WriteAllTextAsync(_terminal.At("contours.geojson"), content);
        Named("  contours: contours.geojson\n");
        var said = await RunAsync();
        Assert.That(said.Code, Is.EqualTo(1), said.All);
        Assert.That(said.Errors, Does.Contain(expected));
    }

    [Test]
    public async Task Outlines_say_where_communes_are_and_how_they_are_called()
    {
        await File.WriteAllTextAsync(
            _terminal.At("contours.geojson"),
            """
            {"type":"FeatureCollection","features":[{"type":"Feature","properties":{"code":"24003","nom":"Périssac"},
             "geometry":{"type":"Polygon","coordinates":[[[0.75,44.95],[0.85,44.95],[0.85,45.05],[0.75,45.05],[0.75,44.95]]]}}]}
            """
        );
        var said = await RunAsync(
            "--ifn",
            _terminal.At("ifn.csv"),
            "--contours",
            _terminal.At("contours.geojson")
        );
        Assert.That(said.Code, Is.Zero, said.All);
        Assert.That(said.Out, Does.Match(@"✗ Périssac +140,3 +aucun lieu ; Espace B à 22,\d km"));
        Assert.That(said.Out, Does.Contain("Distance inconnue").And.Contain("24002"));
    }

    [Test]
    public async Task A_workbook_and_a_page_hold_the_same_and_a_second_workbook_is_not_written_over_it()
    {
        Named();
        var (xlsx, html) = (_terminal.At("d.xlsx"), _terminal.At("d.html"));
        var said = await RunAsync("--xlsx", xlsx, "--html", html);
        Assert.That(said.Code, Is.Zero, said.All);
        var sheets = WorkbookReader.Read(await File.ReadAllBytesAsync(xlsx));
        Assert.That(
            sheets.Select(sheet => sheet.Name),
            Is.EqualTo(
                new[] { "Synthèse", "Communes", "Services", "Publics", "Prises en charge", "Horaires" }
            )
        );
        var page = await File.ReadAllTextAsync(html);
        Assert.That(page.Split("<svg").Length - 1, Is.EqualTo(3), "none of support, which nobody gives");
        Assert.That(
            page.Split("<svg viewBox=\"0 0 860 ").Length - 1,
            Is.EqualTo(3),
            "smaller on paper, not cut"
        );
        Assert.That(ClipPaths().Matches(page).Select(match => match.Value), Is.Unique);
        Assert.That(page.Split("<table>").Length - 1, Is.EqualTo(4));
        Assert.That(page, Does.Contain("Périssac – loin de tout lieu").And.Contain("médiane 120"));
        var again = await RunAsync("--xlsx", xlsx, "--html", html);
        Assert.That(again.Code, Is.EqualTo(1));
        Assert.That(again.Errors, Does.Contain("existe déjà"));
        Assert.That(await File.ReadAllTextAsync(html), Is.EqualTo(page), "same data, same bytes");
    }

    [Test]
    public async Task Names_stay_words_in_the_page_and_its_charts()
    {
        await File.WriteAllTextAsync(
            _terminal.At("communes.csv"),
            "code_insee;nom\n24001;<script>alert(1)</script> & Cie\n"
        );
        Named();
        var html = _terminal.At("d.html");
        var said = await RunAsync("--html", html, "--epci", "x", "--communes", _terminal.At("communes.csv"));
        Assert.That(said.Code, Is.EqualTo(1), "no such grouping");
        await File.WriteAllTextAsync(
            _terminal.Territory,
            (await File.ReadAllTextAsync(_terminal.Territory)).Replace(
                "  epci: CC du Pays de Valombre\n",
                "",
                StringComparison.Ordinal
            )
        );
        said = await RunAsync("--html", html);
        Assert.That(said.Code, Is.Zero, said.All);
        var page = await File.ReadAllTextAsync(html);
        Assert.That(page, Does.Contain("&lt;script&gt;alert(1)").And.Not.Contain("<script"));
    }

    [Test]
    public async Task The_real_places_of_Aix_are_measured()
    {
        if (Repository.SharedData("lieux-mediation-numerique-aix.v1.csv") is not { } places)
        {
            Assert.Ignore(
                "The public data set lieux-mediation-numerique-aix.v1.csv is not beside this repository."
            );
            return;
        }

        File.Copy(places, _terminal.At("lieux.csv"), overwrite: true);
        // The scores are made up: only the form of the file is that of the real ones.
        await File.WriteAllTextAsync(
            _terminal.At("ifn.csv"),
            "code_insee;score;millesime;source\n13001;80;2023;essai\n13055;120;2023;essai\n"
        );
        var said = await RunAsync(
            "--ifn",
            _terminal.At("ifn.csv"),
            "--communes",
            Repository.SharedData("communes-13-24.csv")!,
            "--epci",
            "200054807"
        );
        Assert.That(said.Code, Is.Zero, said.All);
        Assert.That(said.Out, Does.Contain("Offre : 38 lieux, dans 1 des 90 communes."));
        Assert.That(said.Out, Does.Match(@"✓ Aix-en-Provence +80 +38 lieux"));
        Assert.That(said.Out, Does.Contain("Services que personne n'offre").Or.Contain("Chaque service"));
    }

    [TestCase("10 km", 10)]
    [TestCase("7,5", 7.5)]
    [TestCase("0.1km", 0.1)]
    [TestCase("0", null)]
    [TestCase("501 km", null)]
    [TestCase("dix", null)]
    public void Distances_are_kilometres(string words, double? expected) =>
        Assert.That(global::Connector.TerritoryFiles.Records.DistanceShape.Read(words), Is.EqualTo(expected));

    [GeneratedRegex("<clipPath id=\"[^\"]+\"")]
    private static partial Regex ClipPaths();

    private void Named(string more = "") =>
        File.AppendAllText(
            _terminal.Territory,
            $"""

            diagnostic:
              ifn: ifn.csv
              communes: communes.csv
              epci: CC du Pays de Valombre
            {more}
            """
        );

    private Task<Said> RunAsync(params string[] args) =>
        _terminal.RunAsync(["diagnosis", .. args, "--file", _terminal.Territory]);
}
