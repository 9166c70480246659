using System.Net;
using System.Text.RegularExpressions;
using Connector.Connector.Tests.Service;

namespace Connector.Tests.Console;

/// <summary>Adding organisations and people from the console, wherever the directory lies.</summary>
public sealed class NewRecordTrials
{
    private const string Organisation = "/t/vallon/annuaire/ajouter/structure";
    private const string Person = "/t/vallon/annuaire/ajouter/personne";
    private const string Csv =
        "id;nom;pivot;typologie;commune;code_postal;remarques\r\n"
        + "club-val;\"Club; l'Âge d'or\";;ASSO;Saint-Aubin;24991;ne pas appeler\r\n"
        + "ml-val;Mission locale;;ML;L'Argentière;24990;";

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
    public async Task In_the_territory_file_somebody_new_is_an_entry_more_and_gets_access()
    {
        await OpenAsync();
        var before = await File.ReadAllTextAsync(_place.Terminal.Territory);
        await Written(
            Person,
            ("prenom", "Zoé"),
            ("nom", "d'Été"),
            ("courriel", "zoe@exemple.fr"),
            ("groupe", "jeunes"),
            ("role-groupe", "animation")
        );
        var after = await File.ReadAllTextAsync(_place.Terminal.Territory);
        var added = after.Split('\n').Except(before.Split('\n')).ToList();
        Assert.That(added, Has.Count.EqualTo(1));
        Assert.That(added[0], Does.Contain("id: zoe.d-ete").And.Contain("groupes: { jeunes: animation }"));
        Assert.That(before.Split('\n').Except(after.Split('\n')), Is.Empty);
        var page = await _browser.ReadAsync("/t/vallon/annuaire/personnes/zoe.d-ete");
        Assert.That(page, Does.Contain("Zoé d'Été").And.Contain("Jeunes & numérique"));
        Assert.That((await _place.Service.RunAsync()).Outcome, Is.EqualTo("Done"));
        Assert.That(await _place.Place.Client.Users.Find("zoe.d-ete", default), Is.Not.Null);
        Assert.That((await _place.Service.RunAsync()).Changes, Is.Zero);
    }

    [Test]
    public async Task In_a_csv_every_line_keeps_its_bytes_and_one_follows()
    {
        await WithDirectory("annuaire.csv", System.Text.Encoding.UTF8.GetBytes(Csv));
        await OpenAsync();
        await Written(
            Organisation,
            ("nom", "Tiers-lieu ; la Forge"),
            ("etat", "à rencontrer"),
            ("commune", "Saint-Aubin"),
            ("code-postal", "24991")
        );
        Assert.That(
            await File.ReadAllTextAsync(_place.Terminal.At("annuaire.csv")),
            Is.EqualTo(
                Csv.Replace("remarques\r\n", "remarques;état\r\n", StringComparison.Ordinal)
                    + "\r\ntiers-lieu-la-forge;\"Tiers-lieu ; la Forge\";;;Saint-Aubin;24991;;à rencontrer\r\n"
            )
        );
        Assert.That(
            await _browser.ReadAsync("/t/vallon/annuaire/structures/tiers-lieu-la-forge"),
            Does.Contain("Tiers-lieu ; la Forge").And.Contain("La structure est ajoutée")
        );
    }

    [Test]
    public async Task In_a_workbook_a_person_is_a_row_of_people_and_one_of_participation()
    {
        await WithDirectory("Annuaire.xlsx", global::Connector.Directories.DirectoryWorkbook.Empty());
        await OpenAsync();
        await Written(
            Organisation,
            ("nom", "Mission locale"),
            ("commune", "L'Argentière"),
            ("etat", "membre")
        );
        await Written(
            Person,
            ("prenom", "Ali"),
            ("nom", "Ben"),
            ("compte", "ali"),
            ("structure", "mission LOCALE"),
            ("groupe", "comite"),
            ("role-groupe", "membre")
        );
        var page = await _browser.ReadAsync("/t/vallon/annuaire/personnes/ali");
        Assert.That(page, Does.Contain("Mission locale").And.Contain("Comité stratégique"));
        Assert.That((await _place.Service.RunAsync()).Outcome, Is.EqualTo("Done"));
        await Joined("ali", "jeunes", "observateur");
        page = await _browser.ReadAsync("/t/vallon/annuaire/personnes/ali");
        Assert.That(page, Does.Contain("Jeunes & numérique : l'été</a> (observateur"));
        // The same once more is nobody new.
        var again = await Refused(Person, ("nom", "Ben"), ("compte", "ali"));
        Assert.That(again, Does.Contain("id=\"compte-erreur\"").And.Contain("déjà dans l'annuaire"));
        var twice = await Refused(Organisation, ("nom", "MISSION locale"), ("commune", "l'argentière"));
        Assert.That(twice, Does.Contain("id=\"nom-erreur\"").And.Contain("déjà dans l'annuaire"));
    }

    [TestCase("groupes: { jeunes: membre }", "groupes: { jeunes: membre, comite: animation }", "animation")]
    [TestCase("groupes: [jeunes]", "groupes: [jeunes, comite]", "membre")]
    [TestCase("courriel: lea@exemple.fr", "courriel: lea@exemple.fr, groupes: { comite: membre }", "membre")]
    public async Task In_the_territory_file_another_group_stands_beside_what_stood_there(
        string before,
        string after,
        string role
    )
    {
        var file = _place.Terminal.Territory;
        var text = await File.ReadAllTextAsync(file);
        var with = text.Replace(
            "personnes:\n",
            $"personnes:\n  - {{ id: lea, nom: Léa, {before} }} # garde\n",
            StringComparison.Ordinal
        );
        await File.WriteAllTextAsync(file, with);
        await OpenAsync();
        await Joined("lea", "comite", role);
        var now = await File.ReadAllTextAsync(file);
        Assert.That(now.Split('\n').Except(with.Split('\n')).Single(), Does.EndWith(" } # garde"));
        Assert.That(now, Does.Contain("comite"));
        Assert.That(
            await _browser.ReadAsync("/t/vallon/annuaire/personnes/lea"),
            Does.Contain($"Comité stratégique</a> ({role}")
        );
    }

    [TestCase("nom", "", "vide")]
    [TestCase("courriel", "zoe@", "courriel")]
    [TestCase("structure", "Maison qui n'existe pas", "n'est pas dans l'annuaire")]
    [TestCase("groupe", "nulle-part", "Choisissez")]
    [TestCase("compte", "a/b", "compte")]
    public async Task What_is_wrong_is_said_beside_its_field_and_nothing_is_written(
        string field,
        string words,
        string told
    )
    {
        await OpenAsync();
        var before = await File.ReadAllTextAsync(_place.Terminal.Territory);
        var page = await Refused(
            Person,
            ("prenom", "Zoé"),
            ("nom", "Été"),
            ("role-groupe", "membre"),
            (field, words)
        );
        Assert.That(
            page,
            Does.Contain($"id=\"{field}-erreur\"").And.Contain(told).IgnoreCase.And.Contain("value=\"Zoé\"")
        );
        Assert.That(await File.ReadAllTextAsync(_place.Terminal.Territory), Is.EqualTo(before));
    }

    [Test]
    public async Task What_was_not_written_because_the_record_is_gone_is_not_told_as_written()
    {
        var file = _place.Terminal.Territory;
        var text = await File.ReadAllTextAsync(file);
        var with = text.Replace(
            "personnes:\n",
            "personnes:\n  - { id: lea, nom: Léa }\n",
            StringComparison.Ordinal
        );
        await File.WriteAllTextAsync(file, with);
        await OpenAsync();
        var path = "/t/vallon/annuaire/personnes/lea";
        var token = Token(await _browser.SourceAsync(path));
        // Somebody takes the record out between the page and the click; the console still shows what it read before.
        await File.WriteAllTextAsync(file, text);
        using var answer = await _browser.PostAsync(
            $"{path}/groupes",
            [new("jeton", token), new("groupe", "comite"), new("role-groupe", "membre")]
        );
        var told = await ConsoleBrowser.WordsAsync(answer);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That(told, Does.Contain("Personne introuvable").And.Not.Contain("C'est écrit"));
        Assert.That(await File.ReadAllTextAsync(file), Is.EqualTo(text));
    }

    private async Task Joined(string person, string group, string role)
    {
        var path = $"/t/vallon/annuaire/personnes/{person}";
        using var done = await Send(path, [("groupe", group), ("role-groupe", role)], $"{path}/groupes");
        Assert.That(
            done.StatusCode,
            Is.EqualTo(HttpStatusCode.Redirect),
            await ConsoleBrowser.WordsAsync(done)
        );
    }

    private async Task WithDirectory(string name, byte[] bytes)
    {
        await File.WriteAllBytesAsync(_place.Terminal.At(name), bytes);
        var file = _place.Terminal.Territory;
        var text = await File.ReadAllTextAsync(file);
        await File.WriteAllTextAsync(
            file,
            text.Replace("organisations:", $"annuaire: {name}\norganisations:", StringComparison.Ordinal)
        );
    }

    private async Task OpenAsync()
    {
        await _place.StartAsync();
        await _place.Service.RunAsync();
        await _place.AddAsync("coordo", "coordination", "reseau");
        await _browser.SignInAsync(_place, "coordo");
    }

    private async Task Written(string page, params (string Name, string Words)[] fields)
    {
        using var done = await Send(page, fields);
        Assert.That(
            done.StatusCode,
            Is.EqualTo(HttpStatusCode.Redirect),
            await ConsoleBrowser.WordsAsync(done)
        );
    }

    private async Task<string> Refused(string page, params (string Name, string Words)[] fields)
    {
        using var wrong = await Send(page, fields);
        Assert.That(wrong.StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        return await ConsoleBrowser.WordsAsync(wrong);
    }

    private static string Token(string page) =>
        WebUtility.HtmlDecode(Regex.Match(page, "name=\"jeton\"[^>]*value=\"([^\"]+)\"").Groups[1].Value);

    private async Task<HttpResponseMessage> Send(
        string page,
        (string Name, string Words)[] fields,
        string? to = null
    )
    {
        var token = Token(await _browser.SourceAsync(page));
        var last = fields.GroupBy(field => field.Name).Select(same => same.Last());
        return await _browser.PostAsync(
            to ?? page,
            [
                KeyValuePair.Create("jeton", token),
                .. last.Select(field => KeyValuePair.Create(field.Name, field.Words)),
            ]
        );
    }
}
