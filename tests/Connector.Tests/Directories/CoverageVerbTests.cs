using System.Text.Json;
using Connector.Connector.Tests.Cli;
using Connector.Tests.TerritoryFiles;

namespace Connector.Tests.Directories;

/// <summary><c>connector coverage</c>, as typed.</summary>
internal sealed class CoverageVerbTests
{
    private Terminal _terminal = null!;

    [SetUp]
    public void Start() => _terminal = new Terminal();

    [TearDown]
    public void Stop() => _terminal.Dispose();

    [Test]
    public async Task The_network_is_told_family_by_family()
    {
        var said = await RunAsync();
        Assert.That(said.Code, Is.Zero, said.All);
        Assert.That(said.Errors, Is.Empty);
        Assert.That(said.Out, Does.Contain("Vallon d'Argentière : 2 structures regardées"));
        Assert.That(said.Out, Does.Match("! action sociale +fragile, un seul acteur : CCAS de l'Argentière"));
        Assert.That(said.Out, Does.Match("✗ justice +manquant : personne parmi PAD, SPIP"));
        Assert.That(said.Out, Does.Match("✓ Seniors +couvert par 2"));
        Assert.That(said.Out, Does.Contain("Acteurs historiques : aucun"));
        Assert.That((await RunAsync()).Out, Is.EqualTo(said.Out), "the same again");
    }

    [Test]
    public async Task A_group_is_asked_for_by_its_name_and_a_slip_is_told()
    {
        var said = await RunAsync("Comité stratégique");
        Assert.That(said.Code, Is.Zero, said.All);
        var slip = await RunAsync("comit");
        Assert.That(slip.Code, Is.EqualTo(1));
        Assert.That(slip.Errors, Does.Contain("« comit » n'existe pas ici (groupe)").And.Contain("comite"));
    }

    [Test]
    public async Task Rules_are_extended_and_silenced_in_the_territory_file()
    {
        await AppendAsync(
            """

            couverture:
              familles:
                - { id: sante, nom: Santé, types: [CMP, CSAPA] }
                - { id: justice, types: [PJJ] }
              publics:
                - { id: aidants, nom: Aidants, types: [CCAS] }
              écartés:
                - { famille: handicap, motif: la MDPH suit de loin }
            """
        );
        var said = await RunAsync("--json");
        Assert.That(said.Code, Is.Zero, said.All);
        using var json = JsonDocument.Parse(said.Out);
        var families = json.RootElement.GetProperty("families").EnumerateArray().ToDictionary(Id);
        Assert.That(families["sante"].GetProperty("level").GetString(), Is.EqualTo("missing"));
        Assert.That(families["handicap"].GetProperty("level").GetString(), Is.EqualTo("waived"));
        Assert.That(
            families["handicap"].GetProperty("reason").GetString(),
            Is.EqualTo("la MDPH suit de loin")
        );
        Assert.That(
            families["justice"].GetProperty("types").EnumerateArray().Select(type => type.GetString()),
            Is.EqualTo(new[] { "PAD", "SPIP", "PJJ" })
        );
        var audiences = json.RootElement.GetProperty("audiences").EnumerateArray().ToDictionary(Id);
        Assert.That(audiences["aidants"].GetProperty("level").GetString(), Is.EqualTo("thin"));
    }

    [Test]
    public async Task A_gap_that_nobody_knows_is_refused_with_where_it_stands()
    {
        await AppendAsync(
            """

            couverture:
              écartés:
                - { famille: justise, motif: non }
            """
        );
        var said = await RunAsync();
        Assert.That(said.Code, Is.EqualTo(1));
        Assert.That(
            said.Errors,
            Does.Contain("« justise »").And.Contain("justice").And.Match(@"territoire\.yaml:\d+:\d+")
        );
    }

    [Test]
    public async Task Communes_and_groupings_are_asked_for_by_name()
    {
        await File.WriteAllTextAsync(
            _terminal.At("communes.csv"),
            "code_insee;nom;epci_siren;epci_nom\n05006;L'Argentière-la-Bessée;240500439;CC du Pays des Écrins\n"
        );
        Assert.That((await RunAsync("--commune", "l’argentiere")).Code, Is.Zero);
        var epci = await RunAsync(
            "--epci",
            "cc du pays des ecrins",
            "--communes",
            _terminal.At("communes.csv")
        );
        Assert.That(epci.Code, Is.Zero, epci.All);
        Assert.That(epci.Out, Does.Contain("0 structure regardée"));
        var none = await RunAsync("--epci", "CC du Pays des Écrins");
        Assert.That(none.Code, Is.EqualTo(1));
        Assert.That(none.Errors, Does.Contain("--communes"));
        Assert.That(
            (await RunAsync("--commune", "Paris")).Errors,
            Does.Contain("« Paris » n'existe pas ici")
        );
    }

    [Test]
    public async Task The_real_places_of_Aix_are_told_by_family()
    {
        if (Repository.SharedData("lieux-mediation-numerique-aix.v1.csv") is not { } places)
        {
            Assert.Ignore(
                "The public data set lieux-mediation-numerique-aix.v1.csv is not beside this repository."
            );
            return;
        }

        File.Copy(places, _terminal.At("aix.csv"));
        await AppendAsync("\nannuaire: aix.csv\n");
        var said = await RunAsync(
            "--commune",
            "13001",
            "--communes",
            Repository.SharedData("communes-13-24.csv")!
        );
        Assert.That(said.Code, Is.Zero, said.All);
        Assert.That(said.Out, Does.Contain("38 structures regardées"));
        Assert.That(said.Out, Does.Match("✓ proximité +couvert par"));
        Assert.That(said.Out, Does.Match("! justice +fragile, un seul acteur"));
        Assert.That(said.Out, Does.Match("✗ État +manquant"));
    }

    private Task<Said> RunAsync(params string[] args) =>
        _terminal.RunAsync(["coverage", .. args, "--file", _terminal.Territory]);

    private Task AppendAsync(string yaml) => File.AppendAllTextAsync(_terminal.Territory, yaml);

    private static string Id(JsonElement line) => line.GetProperty("id").GetString()!;
}
