using System.Net;
using System.Text.RegularExpressions;
using Connector.Connector.Tests.Service;
using Connector.Templates;

namespace Connector.Tests.Console;

/// <summary>Settings as forms: the territory file stays the truth, and its owner's.</summary>
public sealed class SettingsTrials
{
    private ConsolePlace _place = null!;
    private ConsoleBrowser _browser = null!;
    private string _before = "";

    private string Yaml => _place.Terminal.Territory;

    [OneTimeSetUp]
    public async Task Start()
    {
        _place = await ConsolePlace.OpenAsync(start: false);
        var text = await File.ReadAllTextAsync(Yaml);
        _before =
            $"# Notre réseau, à garder\n{text.Replace("comptes-rendus: 40 jours", "comptes-rendus: 40 jours # avant", StringComparison.Ordinal)}";
        await File.WriteAllTextAsync(Yaml, _before);
        await _place.StartAsync();
        await _place.Service.RunAsync();
        await _place.AddAsync("coordo", "coordination", "reseau");
        _browser = new ConsoleBrowser(_place.Address);
        await _browser.SignInAsync(_place, "coordo");
    }

    [SetUp]
    public Task Anew() => File.WriteAllTextAsync(Yaml, _before);

    [OneTimeTearDown]
    public async Task Stop()
    {
        _browser.Dispose();
        await _place.DisposeAsync();
    }

    [TestCase("/reglages")]
    [TestCase("/reglages/groupes/comite")]
    [TestCase("/reglages/modeles")]
    [TestCase("/reglages/journal")]
    public async Task A_page_is_whole(string path)
    {
        using var answer = await _browser.GetAsync($"/t/vallon{path}");
        var page = await answer.Content.ReadAsStringAsync();
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK), page);
        Assert.That(page, Does.Contain("</html>").And.Contain("<h1>"));
    }

    [Test]
    public async Task A_value_is_written_into_the_file_and_nothing_else_changes()
    {
        using var done = await Send("/reglages", ("comptes-rendus", "21 jours"), ("conservation", "18 mois"));
        Assert.That(
            done.StatusCode,
            Is.EqualTo(HttpStatusCode.Redirect),
            await done.Content.ReadAsStringAsync()
        );
        Assert.That(
            await File.ReadAllTextAsync(Yaml),
            Is.EqualTo(
                _before
                    .Replace("40 jours # avant", "21 jours # avant", StringComparison.Ordinal)
                    .Replace(
                        "nom: Vallon d'Argentière\n",
                        "nom: Vallon d'Argentière\nconservation: 18 mois\n",
                        StringComparison.Ordinal
                    )
            )
        );
        Assert.That(await File.ReadAllTextAsync($"{Yaml}.bak"), Is.EqualTo(_before));
        Assert.That(
            await _browser.ReadAsync("/t/vallon/reglages"),
            Does.Contain("C'est enregistré").And.Contain("value=\"21 jours\"")
        );
    }

    [Test]
    public async Task A_meeting_is_changed_in_french_words()
    {
        using var done = await Send(
            "/reglages/groupes/comite",
            ("1-regle", "deuxième mardi du mois"),
            ("raison", "Choisir le cap.")
        );
        Assert.That(
            done.StatusCode,
            Is.EqualTo(HttpStatusCode.Redirect),
            await done.Content.ReadAsStringAsync()
        );
        Assert.That(
            await File.ReadAllTextAsync(Yaml),
            Is.EqualTo(
                _before
                    .Replace("premier jeudi du mois", "deuxième mardi du mois", StringComparison.Ordinal)
                    .Replace("Fixer le cap.", "Choisir le cap.", StringComparison.Ordinal)
            )
        );
    }

    [Test]
    public async Task Who_takes_part_agendas_and_days_without_a_meeting_are_lists_of_lines()
    {
        Assert.That(
            await _browser.ReadAsync("/t/vallon/reglages/groupes/comite"),
            Does.Contain("noe.d-almeida – Noé D'Almeida")
        );
        using var done = await Send(
            "/reglages/groupes/comite",
            ("membres", "noe.d-almeida – Noé D'Almeida\r\nZoé Saint-Exupère"),
            ("observateurs", ""),
            ("1-ordre-du-jour", "Tour de table\r\n\r\nDécisions : budget"),
            ("1-exceptions", "2026-12-03")
        );
        Assert.That(
            done.StatusCode,
            Is.EqualTo(HttpStatusCode.Redirect),
            await done.Content.ReadAsStringAsync()
        );
        var after = await File.ReadAllTextAsync(Yaml);
        Assert.That(
            after,
            Does.Contain("    membres: [noe.d-almeida, zoe.saint-exupere]\n    observateurs: []\n")
                .And.Contain("ordre-du-jour: [Tour de table, \"Décisions : budget\"]\n")
                .And.Contain("exceptions: [2026-12-03]\n")
        );
        Assert.That(after.Split('\n'), Has.Length.EqualTo(_before.Split('\n').Length + 2));
    }

    [TestCase("/reglages/groupes/comite", "membres", "Quelqu'un d'Autre")]
    [TestCase("/reglages/groupes/comite", "1-exceptions", "à Noël")]
    [TestCase("/reglages", "comptes-rendus", "souvent")]
    [TestCase("/reglages", "raison", "")]
    [TestCase("/reglages/groupes/comite", "1-regle", "quand il fait beau")]
    public async Task What_the_file_could_not_say_is_told_beside_the_field(
        string path,
        string field,
        string words
    )
    {
        using var wrong = await Send(path, (field, words));
        var page = await ConsoleBrowser.WordsAsync(wrong);
        Assert.That(wrong.StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity), page);
        Assert.That(page, Does.Contain($"id=\"{field}-erreur\"").And.Contain(words));
        Assert.That(await File.ReadAllTextAsync(Yaml), Is.EqualTo(_before));
        Assert.That(Directory.EnumerateFiles(Path.GetDirectoryName(Yaml)!, ".territoire-*"), Is.Empty);
    }

    [Test]
    public async Task A_file_that_changed_meanwhile_is_not_written_over_unseen()
    {
        var fields = await Fields("/reglages");
        var theirs = _before.Replace("40 jours", "30 jours", StringComparison.Ordinal);
        await File.WriteAllTextAsync(Yaml, theirs);
        fields["comptes-rendus"] = "21 jours";
        using var told = await Post("/reglages", fields);
        var page = await ConsoleBrowser.WordsAsync(told);
        Assert.That(told.StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(page, Does.Contain("« 30 jours »").And.Contain("value=\"21 jours\""));
        Assert.That(await File.ReadAllTextAsync(Yaml), Is.EqualTo(theirs));
        using var again = await Post("/reglages", FieldsOf(page));
        Assert.That(again.StatusCode, Is.EqualTo(HttpStatusCode.Redirect));
        Assert.That(await File.ReadAllTextAsync(Yaml), Does.Contain("21 jours # avant"));
    }

    [Test]
    public async Task A_template_is_judged_and_put_into_service()
    {
        var docx = BuiltInTemplates.Find("compte-rendu")!.Docx.ToArray();
        var place = await Upload("Mon modèle.docx", docx);
        var page = await _browser.ReadAsync(place);
        Assert.That(page, Does.Contain("peut être mis en service"));
        using var done = await Post(place[9..place.IndexOf('?', StringComparison.Ordinal)], FieldsOf(page));
        Assert.That(done.Headers.Location?.OriginalString, Is.EqualTo("/t/vallon/reglages/modeles"));
        Assert.That(
            await _browser.ReadAsync("/t/vallon/reglages/modeles"),
            Does.Contain("Modèles/Compte-rendu.docx")
        );
        // A second one only by a word that it may take the first one's place.
        var second = await Upload("Autre.docx", docx);
        page = await _browser.ReadAsync(second);
        var fields = FieldsOf(page);
        fields.Remove("remplacer");
        using var refused = await Post(second[9..second.IndexOf('?', StringComparison.Ordinal)], fields);
        Assert.That(refused.Headers.Location?.OriginalString, Is.EqualTo(second));
        Assert.That(await _browser.ReadAsync(second), Does.Contain("Il y a déjà un modèle"));
    }

    [Test]
    public async Task What_is_no_document_is_not_put_into_service()
    {
        var place = await Upload("faux.docx", "PK mais pas un zip"u8.ToArray());
        var page = await _browser.ReadAsync(place);
        Assert.That(page, Does.Contain("a des erreurs").And.Not.Contain("Mettre en service"));
    }

    [Test]
    public async Task What_was_done_stands_in_the_audit_trail()
    {
        using var done = await Send("/reglages", ("comptes-rendus", "22 jours"));
        Assert.That(
            await _browser.ReadAsync("/t/vallon/reglages/journal"),
            Does.Contain("réglages modifiés").And.Contain("vallon/coordo")
        );
    }

    [Test]
    public async Task A_token_is_shown_once_and_ended_by_its_name()
    {
        var token = (await Fields("/reglages/jetons"))["jeton"];
        using var made = await Post(
            "/reglages/jetons",
            new Dictionary<string, string>
            {
                ["jeton"] = token,
                ["nom"] = "site-web",
                ["droit"] = "read",
                ["jours"] = "30",
            }
        );
        var shown = Regex.Match(
            await made.Content.ReadAsStringAsync(),
            "<code>(connector_[0-9a-f]{64})</code>"
        );
        Assert.That(shown.Success);
        var page = await _browser.ReadAsync("/t/vallon/reglages/jetons");
        Assert.That(page, Does.Contain("site-web").And.Not.Contain(shown.Groups[1].Value));
        using var ended = await Post(
            "/reglages/jetons/revoquer",
            new Dictionary<string, string> { ["jeton"] = token, ["nom"] = "site-web" }
        );
        Assert.That(
            await _browser.ReadAsync("/t/vallon/reglages/jetons"),
            Does.Contain("ne vaut plus rien").And.Contain("Aucun jeton")
        );
    }

    [Test]
    public async Task A_token_without_a_right_or_a_name_is_not_made()
    {
        var token = (await Fields("/reglages/jetons"))["jeton"];
        using var wrong = await Post(
            "/reglages/jetons",
            new Dictionary<string, string>
            {
                ["jeton"] = token,
                ["nom"] = "Site web",
                ["jours"] = "999",
            }
        );
        Assert.That(wrong.StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(
            await wrong.Content.ReadAsStringAsync(),
            Does.Contain("nom-erreur").And.Contain("jours-erreur").And.Contain("value=\"Site web\"")
        );
    }

    private async Task<string> Upload(string name, byte[] bytes)
    {
        var token = FieldsOf(await _browser.SourceAsync("/t/vallon/reglages/modeles"))["jeton"];
        using var content = new MultipartFormDataContent
        {
            { new StringContent(token), "jeton" },
            { new StringContent("compte-rendu"), "genre" },
            { new ByteArrayContent(bytes), "fichier", name },
        };
        using var answer = await _browser.PostAsync("/t/vallon/reglages/modeles", content);
        Assert.That(
            answer.StatusCode,
            Is.EqualTo(HttpStatusCode.Redirect),
            await answer.Content.ReadAsStringAsync()
        );
        return answer.Headers.Location!.OriginalString;
    }

    private async Task<HttpResponseMessage> Send(string path, params (string Name, string Words)[] typed)
    {
        var fields = await Fields(path);
        foreach (var (name, words) in typed)
        {
            fields[name] = words;
        }

        return await Post(path, fields);
    }

    private Task<HttpResponseMessage> Post(string path, Dictionary<string, string> fields) =>
        _browser.PostAsync($"/t/vallon{path}", [.. fields]);

    private async Task<Dictionary<string, string>> Fields(string path) =>
        FieldsOf(WebUtility.HtmlDecode(await _browser.SourceAsync($"/t/vallon{path}")));

    private static Dictionary<string, string> FieldsOf(string page) => PageForm.Fields(page);
}
