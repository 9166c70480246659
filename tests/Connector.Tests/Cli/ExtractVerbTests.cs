using Connector.Tests.Provisioning;

namespace Connector.Connector.Tests.Cli;

/// <summary><c>blueprint extract</c>: a blueprint out of a live folder, which makes the same folder elsewhere.</summary>
public sealed class ExtractVerbTests
{
    private const string Name = "Jeunes & numérique ： l'été";

    private const string Lively = """
        nom: vivant
        version: 1
        étend: standard
        jetons: { thème: numérique }
        groupe:
          quota: 2 Go
          couleur: "#0b6e75"
          retirer: [Readme.md]
          description: |-
            # {groupe}

            Ici, {groupe} parle de {thème} à {territoire}.
          dossiers:
            - nom: 06 Animation seulement
              droits: { tous: aucun, coordination: gestion, animation: écriture }
              description: Pour celles et ceux qui animent.
            - nom: 07 Pour tout le monde
              droits: { membre: lecture, observateur: lecture, animation: lecture }
            - nom: 08 Fermé par défaut
              droits: { tous: aucun, coordination: gestion }
              dossiers: [Contrats]
            - nom: "09 Bilan {groupe} {thème}"
              dossiers: ["Bilan {année}"]
        """;

    private Workplace _place = null!;
    private Terminal _terminal = null!;

    [SetUp]
    public async Task Start()
    {
        _place = await Workplace.OpenAsync();
        _terminal = Terminal.At(_place);
    }

    [TearDown]
    public async Task Stop()
    {
        _terminal.Dispose();
        await _place.DisposeAsync();
    }

    [Test]
    public async Task What_is_extracted_makes_the_same_on_an_empty_server([Values] bool isTeamFolder)
    {
        await Apply(_terminal, Lively, _place, isTeamFolder);
        var first = await Extract(_terminal, "jeunes", "--name", "repris");
        await using var elsewhere = await Workplace.OpenAsync();
        using var terminal = Terminal.At(elsewhere);
        await Apply(terminal, first, elsewhere, isTeamFolder);

        Assert.That(await Extract(terminal, "jeunes", "--name", "repris"), Is.EqualTo(first));
        Assert.That(first, Does.Contain("couleur: \"#0b6e75\"").And.Contain("thème: numérique"));
        Assert.That(first, Does.Contain("Ici, {groupe} parle de {thème} à {territoire}."));
        Assert.That(
            first,
            Does.Contain("{ nom: \"Compte-rendu {date}.docx\", genre: compte-rendu }")
                .And.Contain("- \"Bilan {année}\"")
        );
        Assert.That(
            first,
            Does.Contain("quota: 2 Go"),
            "of shared folders, which have none, what the blueprint in force says"
        );
        Assert.That(
            first,
            Does.Contain(
                "- nom: 08 Fermé par défaut\n      droits: { animation: aucun, membre: aucun, observateur: aucun }"
            )
        );
    }

    [Test]
    public async Task A_folder_that_people_made_by_hand_gives_a_blueprint_for_others()
    {
        await HandMade();
        var first = await Extract(_terminal, "Culture", "--role", "culture=membre");

        Assert.That(first, Does.Contain("nom: culture\n").And.Contain("nom: \"{groupe}\""));
        Assert.That(first, Does.Contain("droits: { membre: écriture }"));
        Assert.That(first, Does.Contain("description: \"Le coin de {groupe}.\""));
        Assert.That(first, Does.Contain("- \"Bilan {année}\""));
        Assert.That(first, Does.Contain("- \"{date} {titre}\""));

        await Apply(_terminal, first, _place, isTeamFolder: true);
        var second = await Extract(_terminal, "jeunes", "--name", "culture");
        Assert.That(Layout(second), Is.SupersetOf(Layout(first).Where(line => !line.Contains("droits"))));
    }

    [Test]
    public async Task What_members_added_is_taken_and_nothing_on_the_server_changes()
    {
        await Apply(_terminal, Lively, _place, isTeamFolder: true);
        using var hands = _place.Administrator();
        await hands.MakeFolder($"{Name}/10 Photos");
        await hands.Write($"{Name}/10 Photos/a.jpg", "a");
        await hands.Move($"{Name}/04 Communication", $"{Name}/04 Presse");
        var before = _place.Server.RequestsByVerb;
        var said = await _terminal.RunAsync(
            "blueprint",
            "extract",
            "Jeunes & numérique : l'été",
            "--file",
            _terminal.Territory
        );

        Assert.That(said.Out, Does.Contain("- 10 Photos").And.Contain("- nom: 04 Presse"));
        Assert.That(said.Out, Does.Not.Contain("04 Communication"));
        Assert.That(said.Errors, Does.Contain("1 fichier(s)"));
        foreach (var verb in new[] { "PUT", "MKCOL", "MOVE", "PROPPATCH", "DELETE", "MKCALENDAR" })
        {
            Assert.That(
                _place.Server.RequestsByVerb.GetValueOrDefault(verb),
                Is.EqualTo(before.GetValueOrDefault(verb)),
                verb
            );
        }
    }

    [Test]
    public async Task A_file_that_exists_is_never_written_over()
    {
        var path = _terminal.At("mien.yaml");
        await File.WriteAllTextAsync(path, "à moi");
        var said = await _terminal.RunAsync("blueprint", "extract", "jeunes", "--out", path);

        Assert.That(said.Code, Is.EqualTo(1));
        Assert.That(said.Errors, Does.Contain(path));
        Assert.That(await File.ReadAllTextAsync(path), Is.EqualTo("à moi"));
    }

    [Test]
    public async Task A_wrong_name_or_role_is_told_with_what_to_write()
    {
        await HandMade();
        var folder = await _terminal.RunAsync("blueprint", "extract", "Cultur");
        var role = await _terminal.RunAsync("blueprint", "extract", "Culture", "--role", "culture=chef");
        var unknown = await _terminal.RunAsync("blueprint", "extract", "Culture", "--lang", "en");

        Assert.That((folder.Code, role.Code), Is.EqualTo((1, 1)));
        Assert.That(folder.Errors, Does.Contain("« Culture »"));
        Assert.That(role.Errors, Does.Contain("culture=chef").And.Contain("animation, membre"));
        Assert.That(unknown.Code, Is.Zero, "a blueprint without rights for anybody is still a layout");
        Assert.That(unknown.Errors, Does.Contain("--role \"culture=membre\""));
    }

    /// <summary>A team folder with two years of meetings, as a network has one before Connector comes.</summary>
    private async Task HandMade()
    {
        using var hands = _place.Administrator();
        await _place.Client.TeamFolders.Create("Culture", default);
        var id = (await _place.Client.TeamFolders.List(default)).Single().Id;
        var folder = $"index.php/apps/groupfolders/folders/{id}/groups";
        await hands.Administer("POST", "ocs/v2.php/cloud/groups", ("groupid", "culture"));
        foreach (var (group, bits) in new[] { ("admin", "31"), ("culture", "15") })
        {
            await hands.Administer("POST", folder, ("group", group));
            await hands.Administer("POST", $"{folder}/{group}", ("permissions", bits));
        }

        foreach (
            var name in new[]
            {
                "Réunions",
                "Réunions/2025-03-12 Bureau",
                "Réunions/2026-01-20 Bureau",
                "Bilan 2024",
                "Bilan 2025",
                "Projets Culture",
            }
        )
        {
            await hands.MakeFolder($"Culture/{name}");
        }

        await hands.Write("Culture/Readme.md", "Le coin de Culture.\n");
    }

    private static async Task Apply(Terminal terminal, string blueprint, Workplace place, bool isTeamFolder)
    {
        if (!isTeamFolder)
        {
            place.WithoutTeamFolders();
        }

        var name = blueprint.Split('\n').First(line => line.StartsWith("nom: ", StringComparison.Ordinal));
        await File.WriteAllTextAsync(terminal.At("modele.yaml"), blueprint);
        var territory = await File.ReadAllTextAsync(terminal.Territory);
        await File.WriteAllTextAsync(
            terminal.Territory,
            territory
                .Replace("raison d'être: Que", "modèles: modele.yaml\nraison d'être: Que")
                .Replace("  - id: jeunes\n", $"  - id: jeunes\n    modèle: {name[5..]}\n")
        );
        var said = await terminal.RunAsync("apply", terminal.Territory);
        Assert.That(said.Code, Is.Zero, said.All);
    }

    private static async Task<string> Extract(Terminal terminal, string folder, params string[] rest)
    {
        string[] file = rest.Contains("--role") ? [] : ["--file", terminal.Territory];
        var said = await terminal.RunAsync(["blueprint", "extract", folder, .. file, .. rest]);
        Assert.That(said.Code, Is.Zero, said.All);
        return said.Out;
    }

    private static IEnumerable<string> Layout(string yaml) =>
        yaml.Split('\n').Where(line => line.Length > 0 && line[0] is not '#');
}
