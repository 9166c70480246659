using System.Text.Json;
using Connector.Connector.Tests.Cli;
using Connector.Nextcloud.Dav;

namespace Connector.Tests.Provisioning;

/// <summary>A newer version of a blueprint over two groups that work with the older one.</summary>
public sealed class MigrationTrials
{
    private const string Committee = "Comité stratégique";
    private const string Young = "Jeunes & numérique ： l'été";
    private const string Theirs = "Ce que nous avons écrit.";

    private const string Older = """
        nom: mien
        version: 1
        étend: standard
        groupe:
          dossiers: [06 Budget, 07 Ancien]

        """;

    private const string Newer = """
        nom: mien
        version: 1.2
        étend: standard
        groupe:
          dossiers:
            - { nom: 06 Finances, anciennement: [06 Budget] }
            - 09 Presse

        """;

    private Workplace _place = null!;
    private Terminal _terminal = null!;
    private Hands _administrator = null!;

    [SetUp]
    public async Task Start()
    {
        _place = await Workplace.OpenAsync();
        _administrator = _place.Administrator();
        _terminal = Terminal.At(_place);
        var territory = await File.ReadAllTextAsync(_terminal.Territory);
        await File.WriteAllTextAsync(
            _terminal.Territory,
            territory
                .Replace(
                    "raison d'être: Que",
                    "modèles: modele.yaml\nraison d'être: Que",
                    StringComparison.Ordinal
                )
                .Replace(
                    "  - id: comite\n    nom",
                    "  - id: comite\n    modèle: mien\n    nom",
                    StringComparison.Ordinal
                )
                .Replace(
                    "  - id: jeunes\n    nom",
                    "  - id: jeunes\n    modèle: mien\n    nom",
                    StringComparison.Ordinal
                )
        );
        await Blueprint(Older);
        await Apply();
        foreach (var group in new[] { Committee, Young })
        {
            await _administrator.Write($"{group}/06 Budget/Comptes.txt", Theirs);
            await _administrator.Write($"{group}/07 Ancien/Souvenirs.txt", Theirs);
        }

        await _administrator.Move($"{Young}/06 Budget", $"{Young}/Nos sous");
    }

    [TearDown]
    public async Task Stop()
    {
        _administrator.Dispose();
        _terminal.Dispose();
        await _place.DisposeAsync();
    }

    [Test]
    public async Task The_plan_shows_the_migration_in_sentences_and_changes_nothing()
    {
        var before = await Tree();
        await Blueprint(Newer);

        var plan = await _terminal.RunAsync("plan", _terminal.Territory);

        Assert.That(plan.Code, Is.EqualTo(3), plan.All);
        foreach (var group in new[] { Committee, Young })
        {
            Assert.That(
                plan.Out,
                Does.Contain($"créer le dossier « {group}/09 Presse », car le modèle mien 1.2 l'ajoute")
            );
            Assert.That(
                plan.Out,
                Does.Contain(
                    $"à savoir : le dossier « {group}/07 Ancien » — n'est plus dans le modèle mien 1.2 : gardé, avec tout son contenu"
                )
            );
        }

        Assert.That(
            plan.Out,
            Does.Contain(
                $"renommer « {Committee}/06 Budget » en « 06 Finances », car le modèle mien 1.2 l'appelle ainsi, et personne ne l'avait renommé"
            )
        );
        Assert.That(plan.Out, Does.Contain($"suivi à « {Young}/Nos sous »"));
        Assert.That(await Tree(), Is.EqualTo(before));
        Assert.That(
            await Pending(),
            Is.EqualTo(5),
            $"two folders, one name, two welcomes that list them:\n{plan.Out}"
        );
    }

    [Test]
    public async Task Applied_it_adds_everywhere_renames_where_nobody_did_and_deletes_nothing()
    {
        var before = await Tree();
        await Blueprint(Newer);

        await Apply();

        var after = await Tree();
        Assert.That(
            after.Keys.Except(before.Keys),
            Is.EquivalentTo(
                new[]
                {
                    $"{Committee}/06 Finances",
                    $"{Committee}/06 Finances/Comptes.txt",
                    $"{Committee}/09 Presse",
                    $"{Young}/09 Presse",
                }
            )
        );
        Assert.That(
            before.Keys.Except(after.Keys),
            Is.EquivalentTo(new[] { $"{Committee}/06 Budget", $"{Committee}/06 Budget/Comptes.txt" })
        );
        Assert.That(after[$"{Committee}/06 Finances"], Is.EqualTo(before[$"{Committee}/06 Budget"]));
        Assert.That(await _administrator.Read($"{Committee}/06 Finances/Comptes.txt"), Is.EqualTo(Theirs));
        Assert.That(await _administrator.Read($"{Young}/Nos sous/Comptes.txt"), Is.EqualTo(Theirs));
        Assert.That(await _administrator.Read($"{Young}/07 Ancien/Souvenirs.txt"), Is.EqualTo(Theirs));

        var again = await _terminal.RunAsync("apply", _terminal.Territory);
        Assert.That(again.Out, Does.Contain("Rien à faire").And.Contain("07 Ancien"));
        Assert.That(await Tree(), Is.EqualTo(after));
    }

    [Test]
    public async Task A_folder_renamed_by_hand_after_the_migration_keeps_the_name_that_people_gave()
    {
        await Blueprint(Newer);
        await Apply();
        await _administrator.Move($"{Committee}/06 Finances", $"{Committee}/06 Budget");
        await Apply();
        Assert.That((await Tree()).Keys, Has.One.EqualTo($"{Committee}/06 Budget"));
    }

    [Test]
    public async Task A_version_that_is_skipped_is_caught_up_with()
    {
        await Blueprint(
            Newer
                .Replace("1.2", "1.3", StringComparison.Ordinal)
                .Replace(
                    "{ nom: 06 Finances, anciennement: [06 Budget] }",
                    "{ nom: 06 Comptes, anciennement: [06 Finances, 06 Budget] }",
                    StringComparison.Ordinal
                )
        );
        await Apply();
        Assert.That((await Tree()).Keys, Has.One.EqualTo($"{Committee}/06 Comptes/Comptes.txt"));
        Assert.That((await _terminal.RunAsync("plan", _terminal.Territory)).Code, Is.Zero);
    }

    private Task Blueprint(string yaml) => File.WriteAllTextAsync(_terminal.At("modele.yaml"), yaml);

    private async Task Apply()
    {
        var said = await _terminal.RunAsync("apply", _terminal.Territory);
        Assert.That(said.Code, Is.Zero, said.All);
        Assert.That(await Pending(), Is.Zero);
    }

    private async Task<int> Pending()
    {
        var said = await _terminal.RunAsync("plan", _terminal.Territory, "--json");
        using var json = JsonDocument.Parse(said.Out);
        return json
            .RootElement.GetProperty("counts")
            .EnumerateObject()
            .Where(count => count.Name is "create" or "adopt" or "update" or "remove")
            .Sum(count => count.Value.GetInt32());
    }

    private async Task<IReadOnlyDictionary<string, long>> Tree()
    {
        var listing = await _place.Client.Files.Propfind("", DavDepth.Infinity, default);
        return listing
            .Resources.Where(node => node.Path.Length > 0)
            .ToDictionary(node => node.Path, node => node.FileId, StringComparer.Ordinal);
    }
}
