using System.Net;
using System.Text.RegularExpressions;
using Connector.Connector.Tests.Service;
using Microsoft.Data.Sqlite;

namespace Connector.Tests.Console;

/// <summary>What people changed, what exists already, and the blueprints, as pages.</summary>
public sealed class SetUpPagesTrials
{
    private ConsolePlace _place = null!;
    private ConsoleBrowser _browser = null!;

    [SetUp]
    public async Task Start()
    {
        _place = await ConsolePlace.OpenAsync(start: false);
        _browser = new ConsoleBrowser(_place.Address);
    }

    [TearDown]
    public async Task Stop()
    {
        _browser.Dispose();
        await _place.DisposeAsync();
    }

    [Test]
    public async Task What_somebody_renamed_deleted_or_wrote_is_told_by_group_with_a_link()
    {
        await OpenAsync();
        Assert.That(await _browser.ReadAsync("/t/vallon/plan/ecarts"), Does.Contain("aucun passage d'apply"));
        await _place.Service.RunAsync();
        Assert.That(
            await _browser.ReadAsync("/t/vallon/plan/ecarts?relire=1"),
            Does.Contain("depuis le dernier passage").And.Not.Contain("Nos photos")
        );

        var folder = await FolderAsync("Comité stratégique");
        using var hands = new Hands(_place.Place.Server.BaseAddress, "coordo", ConsolePlace.Password);
        await hands.MakeFolder($"{folder}/Nos photos");
        var page = await _browser.ReadAsync("/t/vallon/plan/ecarts?relire=1");
        Assert.That(page, Does.Contain("<h2>Comité stratégique</h2>").And.Contain("Nos photos"));
        Assert.That(page, Does.Contain("ajouté"));
        Assert.That(page, Does.Contain("Ouvrir le dossier"));
        Assert.That(
            page,
            Does.Match(
                "index\\.php/f/[0-9]+\">Voir dans Nextcloud<span class=\"hidden\"> : le dossier « .*Nos photos »"
            )
        );
    }

    [Test]
    public async Task Blueprints_show_folders_rights_documents_versions_and_what_they_extend()
    {
        await File.WriteAllTextAsync(
            _place.Terminal.At("jeunes.yaml"),
            """
            nom: jeunes
            version: "2.1"
            étend: standard
            groupe:
              quota: 5 Go
              dossiers:
                - nom: Photos
                  description: Nos <b>souvenirs</b>
                  droits: { observateur: aucun }
            """
        );
        var yaml = await File.ReadAllTextAsync(_place.Terminal.Territory);
        await File.WriteAllTextAsync(
            _place.Terminal.Territory,
            $"modèles: jeunes.yaml\n{yaml}".Replace(
                "    nom: Comité stratégique\n",
                "    nom: Comité stratégique\n    modèle: jeunes\n",
                StringComparison.Ordinal
            )
        );
        await OpenAsync();
        var source = await _browser.SourceAsync("/t/vallon/plan/modeles");
        var page = ConsoleBrowser.Words(source);
        Assert.That(
            page,
            Does.Contain("Version 2.1, à partir du modèle « standard »")
                .And.Contain("Suivi par : Comité stratégique")
                .And.Contain("5 Go au plus")
                .And.Contain("<strong>Photos</strong>")
                .And.Contain("Nos <b>souvenirs</b>")
                .And.Contain("Feuille de route.docx")
        );
        Assert.That(source, Does.Not.Contain("<b>souvenirs"));
    }

    [Test]
    public async Task What_exists_is_proposed_linked_without_being_moved_and_then_known()
    {
        await OpenAsync();
        await _place.Service.RunAsync();
        await ForgetAsync();
        Assert.That(
            await _browser.ReadAsync("/t/vallon/plan/relier"),
            Does.Contain("Chercher ce qui existe déjà")
        );

        var found = await SendAsync(("faire", "chercher"));
        Assert.That(found, Does.Contain("Comité stratégique").And.Contain("même nom"));
        var things = Regex
            .Matches(found, "name=\"chose\" value=\"([^\"]+)\"")
            .Select(m => m.Groups[1].Value)
            .ToList();
        Assert.That(things, Has.Count.GreaterThan(3));
        var choices = Regex
            .Matches(
                found,
                "<select id=\"(choix-\\d+)\".*?<option value=\"([^\"]+)\" selected",
                RegexOptions.Singleline
            )
            .Select(match => (match.Groups[1].Value, match.Groups[2].Value))
            .ToList();
        var folder = await FolderAsync("Comité stratégique");

        var linked = await SendAsync([
            ("faire", "relier"),
            .. things.Select(thing => ("chose", thing)),
            .. choices,
        ]);
        Assert.That(linked, Does.Match("\\d+ choses reliées ; rien n'a été déplacé"));
        Assert.That(await FolderAsync("Comité stratégique"), Is.EqualTo(folder));
        Assert.That(await SendAsync(("faire", "chercher")), Does.Contain("Il n'y a rien à relier"));
    }

    [Test]
    public async Task A_path_that_is_not_there_is_told_beside_its_field_and_links_nothing()
    {
        await OpenAsync();
        await _place.Service.RunAsync();
        await ForgetAsync();
        var found = await SendAsync(("faire", "chercher"));
        var things = Regex
            .Matches(found, "name=\"chose\" value=\"([^\"]+)\"")
            .Select(m => m.Groups[1].Value)
            .ToList();
        var at = things.FindIndex(thing =>
            thing.StartsWith("folder:", StringComparison.Ordinal)
            || !thing.StartsWith("group:", StringComparison.Ordinal)
        );
        var page = await SendAsync([
            ("faire", "relier"),
            .. things.Select(thing => ("chose", thing)),
            ($"chemin-{at}", "Nulle part/ailleurs"),
        ]);
        Assert.That(
            page,
            Does.Contain($"id=\"choix-{at}-erreur\"").And.Contain("value=\"Nulle part/ailleurs\"")
        );
        Assert.That(page, Does.Not.Contain("reliées"));
    }

    private async Task OpenAsync()
    {
        await _place.StartAsync();
        await _place.AddAsync("coordo", "coordination", "reseau");
        await _browser.SignInAsync(_place, "coordo");
    }

    /// <summary>An empty ledger over a workspace that is there: as after years of work by hand.</summary>
    private async Task ForgetAsync()
    {
        await _place.Service.DisposeAsync();
        SqliteConnection.ClearAllPools();
        foreach (var file in Directory.EnumerateFiles(_place.Terminal.At(".connector"), "ledger.db*"))
        {
            File.Delete(file);
        }

        await _place.StartAsync();
        await _browser.SignInAsync(_place, "coordo");
    }

    private async Task<string> SendAsync(params (string Name, string Words)[] fields)
    {
        var form = await _browser.SourceAsync("/t/vallon/plan/relier");
        var token = Regex.Match(form, "name=\"jeton\"[^>]*value=\"([^\"]+)\"").Groups[1].Value;
        using var answer = await _browser.PostAsync(
            "/t/vallon/plan/relier",
            [
                KeyValuePair.Create("jeton", WebUtility.HtmlDecode(token)),
                .. fields.Select(field => KeyValuePair.Create(field.Name, field.Words)),
            ]
        );
        return await ConsoleBrowser.WordsAsync(answer);
    }

    /// <summary>Where the service account sees a group's folder.</summary>
    private async Task<string> FolderAsync(string name)
    {
        var all = await _place.Place.Client.TeamFolders.List(default);
        return all.Single(folder => folder.MountPoint.Contains(name, StringComparison.Ordinal)).MountPoint;
    }
}
