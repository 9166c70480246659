using System.Text.Json;
using Connector.Templates;

namespace Connector.Connector.Tests.Cli;

/// <summary><c>blueprint lint</c> and <c>blueprint show</c>: what a person is told of a blueprint without any server.</summary>
public sealed class BlueprintVerbTests
{
    private Terminal _terminal = null!;

    [SetUp]
    public void Start() => _terminal = new Terminal();

    [TearDown]
    public void Stop() => _terminal.Dispose();

    [Test]
    public async Task A_blueprint_that_can_be_applied_is_told_by_name_and_version()
    {
        var said = await _terminal.RunAsync(
            "blueprint",
            "lint",
            Write("nom: b\nversion: 3\nétend: standard\n")
        );

        Assert.That(said.Code, Is.Zero, said.All);
        Assert.That(said.Out, Does.Contain("« b », version 3"));
        Assert.That(said.Errors, Is.Empty);
    }

    [Test]
    public async Task Every_error_is_told_with_its_line_and_none_stops_the_others()
    {
        var path = Write("nom: b\nversion: 3\ngroupe:\n  nom: \"{grope}\"\n  quota: 5 litres\n");
        var said = await _terminal.RunAsync("blueprint", "lint", path);

        Assert.That(said.Code, Is.EqualTo(1));
        Assert.That(said.Errors, Does.Contain($"{path}:4:8").And.Contain($"{path}:5:10"));
        Assert.That(said.Out, Is.Empty);
    }

    [Test]
    public async Task What_works_and_was_hardly_meant_is_a_warning_and_no_error()
    {
        var path = Write(
            "nom: b\nversion: 3\nétend: standard\njetons: { rien: x }\ngroupe:\n  dossiers:\n    - { nom: A, droits: { tous: aucun } }\n"
        );
        var said = await _terminal.RunAsync("blueprint", "lint", path);

        Assert.That(said.Code, Is.Zero);
        Assert.That(said.Errors, Does.Contain("{rien}").And.Contain("« {groupe}/A »"));

        var json = Json(await _terminal.RunAsync("blueprint", "lint", path, "--json", "--lang", "en"));
        Assert.That(json.GetProperty("valid").GetBoolean());
        Assert.That(
            json.GetProperty("warnings").EnumerateArray().Select(one => one.GetProperty("code").GetString()),
            Is.EquivalentTo(new[] { "nobody-reads", "unused-token" })
        );
    }

    [Test]
    public async Task A_file_that_is_not_there_is_told_by_its_name()
    {
        var said = await _terminal.RunAsync("blueprint", "lint", _terminal.At("absent.yaml"));

        Assert.That(said.Code, Is.EqualTo(1));
        Assert.That(said.Errors, Does.Contain("absent.yaml").And.Contain("→"));
    }

    [Test]
    public async Task A_blueprint_is_shown_with_all_that_it_extends_role_by_role()
    {
        var said = await _terminal.RunAsync(
            "blueprint",
            "show",
            Write(
                "nom: b\nversion: 3\nétend: standard\ngroupe: { quota: 5 Go, dossiers: [\"06 [Budget]\"] }\n"
            )
        );

        Assert.That(said.Code, Is.Zero, said.All);
        Assert.That(said.Out, Does.Contain("b, version 3").And.Contain("5 Go").And.Contain("06 [Budget]/"));
        Assert.That(said.Out, Does.Match("00 Pilotage/ +gestion +écriture +lecture +aucun"));
        Assert.That(said.Out, Does.Contain("Compte-rendu {date}.docx  (compte-rendu)"));
    }

    [Test]
    public async Task The_template_that_a_document_is_filled_from_is_shown_beside_it()
    {
        await File.WriteAllBytesAsync(
            _terminal.At("notre.docx"),
            BuiltInTemplates.Find("feuille-de-route")!.Docx.ToArray()
        );
        var path = Write(
            "nom: b\nversion: 1\nétend: standard\ngroupe: { dossiers: [{ nom: 01 Feuille de route, documents: [{ nom: Feuille de route.docx, genre: feuille-de-route, gabarit: notre.docx }] }] }\n"
        );

        var said = await _terminal.RunAsync("blueprint", "show", path);
        var json = await _terminal.RunAsync("blueprint", "show", path, "--json");

        Assert.That(
            said.Out,
            Does.Contain("Feuille de route.docx  (feuille-de-route, gabarit notre.docx)"),
            said.All
        );
        Assert.That(json.Out, Does.Contain("\"template\": \"notre.docx\""), json.All);
    }

    [Test]
    public async Task Without_a_name_those_of_the_territory_are_shown_and_a_wrong_name_is_told_with_the_nearest()
    {
        var all = Json(
            await _terminal.RunAsync("blueprint", "show", "--file", _terminal.Territory, "--json")
        );
        var wrong = await _terminal.RunAsync("blueprint", "show", "standrad", "--file", _terminal.Territory);

        Assert.That(
            all.GetProperty("blueprints").EnumerateArray().Select(one => one.GetProperty("name").GetString()),
            Is.EqualTo(new[] { "standard" })
        );
        Assert.That(wrong.Code, Is.EqualTo(1));
        Assert.That(wrong.Errors, Does.Contain("standrad").And.Contain("« standard »"));
    }

    [Test]
    public async Task The_built_in_blueprint_is_shown_where_there_is_no_territory()
    {
        var json = Json(await _terminal.RunAsync("blueprint", "show", "standard", "--json"));
        var inside = json.GetProperty("blueprints")[0].GetProperty("areas")[0].GetProperty("inside");

        Assert.That(inside.GetProperty("rights").GetProperty("membre").GetString(), Is.EqualTo("lecture"));
        Assert.That(
            inside.GetProperty("folders")[0].GetProperty("rights").GetProperty("observateur").GetString(),
            Is.EqualTo("aucun")
        );
    }

    [Test]
    public async Task Each_of_the_three_has_a_page_and_a_slip_is_told_where_to_look(
        [Values("lint", "show", "extract")] string verb
    )
    {
        var page = await _terminal.RunAsync("blueprint", verb, "--help");
        var english = await _terminal.RunAsync("blueprint", verb, "--help", "--lang", "en");
        var slip = await _terminal.RunAsync("blueprint", verb, "--jsno");

        Assert.That(page.Out, Does.Contain($"connector blueprint {verb}").And.Contain("Codes de sortie"));
        Assert.That(english.Out, Does.Contain("Exit codes").And.Not.Contain("fichier"));
        Assert.That(slip.Code, Is.EqualTo(1));
        Assert.That(slip.Errors, Does.Contain($"connector blueprint {verb} --help"));
    }

    private string Write(string yaml)
    {
        File.WriteAllText(_terminal.At("b.yaml"), yaml);
        return _terminal.At("b.yaml");
    }

    private static JsonElement Json(Said said) => JsonDocument.Parse(said.Out).RootElement;
}
