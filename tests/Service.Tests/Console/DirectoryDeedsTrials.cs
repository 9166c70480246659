using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Connector.Connector.Tests.Service;

namespace Connector.Tests.Console;

/// <summary>Writing in the directory from the console: an edit, an import in two steps, a person's rights.</summary>
public sealed class DirectoryDeedsTrials
{
    private const string Header =
        "id,nom,pivot,typologie,adresse,commune,code_postal,telephone,état,remarques\n";

    private const string Directory =
        Header
        + "club-val,Club de l'Âge d'or,,ASSO,Le Bourg,Saint-Aubin,24991,,à rencontrer,\"ne pas appeler, le lundi\"\n"
        + "ml-val,Mission locale,,ML,1 rue Haute,L'Argentière,24990,01 02 03 04 05,membre,\n";

    private ConsolePlace _place = null!;
    private ConsoleBrowser _browser = null!;

    private string Csv => _place.Terminal.At("annuaire.csv");

    [OneTimeSetUp]
    public async Task Start()
    {
        _place = await ConsolePlace.OpenAsync(start: false);
        await File.WriteAllTextAsync(Csv, Directory);
        var file = _place.Terminal.Territory;
        var text = await File.ReadAllTextAsync(file);
        await File.WriteAllTextAsync(
            file,
            text.Replace("organisations:", "annuaire: annuaire.csv # le nôtre\norganisations:")
        );
        await _place.StartAsync();
        await _place.Service.RunAsync();
        await _place.AddAsync("coordo", "coordination", "reseau");
        await _place.AddAsync("simple", "reseau");
        _browser = new ConsoleBrowser(_place.Address);
        await _browser.SignInAsync(_place, "coordo");
    }

    [SetUp]
    public async Task Anew()
    {
        await File.WriteAllTextAsync(Csv, Directory);
        await _browser.ReadAsync("/t/vallon?relire=1");
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        _browser.Dispose();
        await _place.DisposeAsync();
    }

    [Test]
    public async Task An_edit_changes_the_cells_that_were_written_in_and_no_other()
    {
        using var done = await Send(
            "/annuaire/structures/club-val/modifier",
            ("telephone", "05 53 00 00 00"),
            ("etat", "rencontré")
        );
        Assert.That(
            done.StatusCode,
            Is.EqualTo(HttpStatusCode.Redirect),
            await done.Content.ReadAsStringAsync()
        );
        Assert.That(
            await File.ReadAllTextAsync(Csv),
            Is.EqualTo(
                Directory.Replace(
                    "24991,,à rencontrer",
                    "24991,05 53 00 00 00,rencontré",
                    StringComparison.Ordinal
                )
            )
        );
        Assert.That(
            await _browser.ReadAsync("/t/vallon/annuaire/structures/club-val"),
            Does.Contain("La fiche est enregistrée").And.Contain("05 53 00 00 00")
        );
    }

    [Test]
    public async Task What_somebody_else_wrote_meanwhile_is_shown_beside_and_nothing_is_lost()
    {
        var fields = await Fields("/annuaire/structures/club-val/modifier");
        var theirs = Directory.Replace("24991,,à", "24991,06 00 00 00 00,à", StringComparison.Ordinal);
        await File.WriteAllTextAsync(Csv, theirs);
        fields["telephone"] = "05 53 00 00 00";
        using var clash = await Post("/annuaire/structures/club-val/modifier", fields);
        var page = await ConsoleBrowser.WordsAsync(clash);
        Assert.That(clash.StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(page, Does.Contain("« 06 00 00 00 00 »").And.Contain("value=\"05 53 00 00 00\""));
        Assert.That(await File.ReadAllTextAsync(Csv), Is.EqualTo(theirs));
        // Having read that, they insist.
        using var again = await Post("/annuaire/structures/club-val/modifier", FieldsOf(page));
        Assert.That(again.StatusCode, Is.EqualTo(HttpStatusCode.Redirect));
        Assert.That(await File.ReadAllTextAsync(Csv), Does.Contain("24991,05 53 00 00 00,à rencontrer"));
    }

    [TestCase("nom", "", "vide")]
    [TestCase("code-postal", "vingt", "cinq chiffres")]
    [TestCase("etat", "ami", "Choisissez")]
    public async Task What_is_wrong_is_said_beside_the_field_and_what_was_typed_stays(
        string field,
        string words,
        string told
    )
    {
        using var wrong = await Send(
            "/annuaire/structures/club-val/modifier",
            (field, words),
            ("role", "copilote")
        );
        var page = await ConsoleBrowser.WordsAsync(wrong);
        Assert.That(wrong.StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(
            page,
            Does.Contain($"id=\"{field}-erreur\"").And.Contain(told).IgnoreCase.And.Contain("copilote")
        );
        Assert.That(await File.ReadAllTextAsync(Csv), Is.EqualTo(Directory));
    }

    [Test]
    public async Task A_record_of_the_territory_file_is_changed_there_and_its_comments_stay()
    {
        var before = await File.ReadAllTextAsync(_place.Terminal.Territory);
        using var done = await Send(
            "/annuaire/personnes/noe.d-almeida/modifier",
            ("courriel", "noe@example.org")
        );
        Assert.That(
            done.StatusCode,
            Is.EqualTo(HttpStatusCode.Redirect),
            await done.Content.ReadAsStringAsync()
        );
        var after = await File.ReadAllTextAsync(_place.Terminal.Territory);
        Assert.That(
            after.Replace("    courriel: noe@example.org\n", "", StringComparison.Ordinal),
            Is.EqualTo(before)
        );
        Assert.That(after, Does.Contain("# le nôtre"));
    }

    [Test]
    public async Task Who_only_takes_part_changes_nothing()
    {
        using var member = new ConsoleBrowser(_place.Address);
        await member.SignInAsync(_place, "simple");
        var token = Regex
            .Match(await member.SourceAsync("/t/vallon"), "name=\"jeton\" value=\"([^\"]+)\"")
            .Groups[1]
            .Value;
        using var refused = await member.PostAsync(
            "/t/vallon/annuaire/structures/club-val/modifier",
            KeyValuePair.Create("jeton", token),
            KeyValuePair.Create("lu-telephone", ""),
            KeyValuePair.Create("telephone", "1")
        );
        Assert.That(refused.StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
        Assert.That(await File.ReadAllTextAsync(Csv), Is.EqualTo(Directory));
    }

    [Test]
    public async Task An_import_shows_first_keeps_what_is_there_and_takes_what_was_chosen()
    {
        const string Incoming =
            "id,nom,commune,code_postal,telephone,adresse\n"
            + "club-val,Club de l'Âge d'or,Saint-Aubin,24991,05 53 00 00 01,2 rue Basse\n"
            + "ml-val,Mission locale,L'Argentière,24990,01 02 03 04 05,9 rue Neuve\n"
            + "fablab,Fablab du Vallon,L'Argentière,24990,,\n";
        var place = await Upload("lieux.csv", Incoming);
        var page = await _browser.ReadAsync(place);
        Assert.That(
            page,
            Does.Contain("remplacer « Le Bourg » par « 2 rue Basse »")
                .And.Contain("remplacer « 1 rue Haute » par « 9 rue Neuve »")
                .And.Contain("Fablab du Vallon")
        );
        Assert.That(await File.ReadAllTextAsync(Csv), Is.EqualTo(Directory), "nothing is written yet");
        var choice = Regex
            .Match(page, "name=\"prendre\" value=\"(0\\.adresse\\.[0-9a-f]+)\"")
            .Groups[1]
            .Value;
        using var done = await Post(
            place["/t/vallon".Length..],
            new Dictionary<string, string> { ["prendre"] = choice, ["jeton"] = Token(page) }
        );
        Assert.That(done.Headers.Location?.OriginalString, Is.EqualTo("/t/vallon/annuaire"));
        var after = await File.ReadAllTextAsync(Csv);
        Assert.That(
            after,
            Does.Contain("ASSO,2 rue Basse,Saint-Aubin,24991,")
                .And.Contain("à rencontrer,\"ne pas appeler, le lundi\"")
                .And.Contain("ML,1 rue Haute,L'Argentière,24990,01 02 03 04 05,membre")
                .And.Contain("Fablab du Vallon")
        );
        using var gone = await _browser.GetAsync(place);
        Assert.That(gone.StatusCode, Is.EqualTo(HttpStatusCode.NotFound), "used once");
    }

    [Test]
    public async Task A_file_that_was_sent_is_its_senders_alone()
    {
        var place = await Upload("lieux.csv", "id,nom,commune\nfablab,Fablab,Ici\n");
        await _place.AddAsync("autre", "coordination", "reseau");
        using var other = new ConsoleBrowser(_place.Address);
        await other.SignInAsync(_place, "autre");
        using var answer = await other.GetAsync(place);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [TestCase("mal.exe", "MZ")]
    [TestCase("vide.csv", "")]
    public async Task A_file_of_another_kind_is_refused(string name, string words)
    {
        using var answer = await UploadAsync(name, words);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(await answer.Content.ReadAsStringAsync(), Does.Contain("class=\"wrong\""));
    }

    [Test]
    public async Task An_erasure_is_told_first_and_done_when_it_is_confirmed()
    {
        const string Droits = "/annuaire/personnes/zoe.saint-exupere/droits";
        var before = await File.ReadAllTextAsync(_place.Terminal.Territory);
        var token = Token(await _browser.SourceAsync($"/t/vallon{Droits}"));
        using var told = await Post(
            Droits,
            new Dictionary<string, string> { ["quoi"] = "effacer", ["jeton"] = token }
        );
        var page = await ConsoleBrowser.WordsAsync(told);
        Assert.That(told.StatusCode, Is.EqualTo(HttpStatusCode.OK), page);
        Assert.That(page, Does.Contain("Rien n'est encore fait").And.Contain("Serait fait"));
        Assert.That(await File.ReadAllTextAsync(_place.Terminal.Territory), Is.EqualTo(before));
        var fields = FieldsOf(page);
        fields["oui"] = "oui";
        using var done = await Post(Droits, fields);
        Assert.That(
            await ConsoleBrowser.WordsAsync(done),
            Does.Contain("Fait (").And.Not.Contain("Rien n'est encore fait")
        );
        Assert.That(
            await File.ReadAllTextAsync(_place.Terminal.Territory),
            Does.Not.Contain("zoe.saint-exupere")
        );
        await File.WriteAllTextAsync(_place.Terminal.Territory, before);
    }

    [Test]
    public async Task What_is_kept_about_somebody_is_handed_over_as_a_file()
    {
        const string Droits = "/annuaire/personnes/ines.le-goff/droits";
        var token = Token(await _browser.SourceAsync($"/t/vallon{Droits}"));
        using var file = await Post($"{Droits}/export", new Dictionary<string, string> { ["jeton"] = token });
        Assert.That(file.Content.Headers.ContentType?.MediaType, Is.EqualTo("application/json"));
        Assert.That(file.Content.Headers.ContentDisposition?.DispositionType, Is.EqualTo("attachment"));
        Assert.That(await file.Content.ReadAsStringAsync(), Does.Contain("ines@example.org"));
    }

    private async Task<string> Upload(string name, string words)
    {
        using var answer = await UploadAsync(name, words);
        Assert.That(
            answer.StatusCode,
            Is.EqualTo(HttpStatusCode.Redirect),
            await answer.Content.ReadAsStringAsync()
        );
        return answer.Headers.Location!.OriginalString;
    }

    private async Task<HttpResponseMessage> UploadAsync(string name, string words)
    {
        var token = Token(await _browser.SourceAsync("/t/vallon/annuaire/import"));
        using var content = new MultipartFormDataContent
        {
            { new StringContent(token), "jeton" },
            { new ByteArrayContent(Encoding.UTF8.GetBytes(words)), "fichier", name },
        };
        return await _browser.PostAsync("/t/vallon/annuaire/import", content);
    }

    /// <summary>Fills in a form as it stands, and sends it.</summary>
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

    private static string Token(string page) =>
        Regex.Match(page, "name=\"jeton\" value=\"([^\"]+)\"").Groups[1].Value;
}
