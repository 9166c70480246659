using System.Net;
using Connector.Connector.Tests.Service;

namespace Connector.Tests.Console;

/// <summary>How the network speaks, and what it shows to everybody, set by forms: the territory file stays the truth.</summary>
public sealed class VoiceSettingsTrials
{
    private const string Voice = "/t/vallon/reglages/annonces";
    private const string Public = "/t/vallon/reglages/page-publique";
    private ConsolePlace _place = null!;
    private ConsoleBrowser _browser = null!;
    private string _before = "";

    private string Yaml => _place.Terminal.Territory;

    [OneTimeSetUp]
    public async Task Start()
    {
        _place = await ConsolePlace.OpenAsync();
        _before = await File.ReadAllTextAsync(Yaml);
        await _place.Service.RunAsync();
        await _place.AddAsync("coordo", "coordination", "reseau");
        _browser = new ConsoleBrowser(_place.Address);
        await _browser.SignInAsync(_place, "coordo");
    }

    [SetUp]
    public async Task Anew()
    {
        await File.WriteAllTextAsync(Yaml, _before);
        await _browser.ReadAsync("/t/vallon?relire=1");
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        _browser.Dispose();
        await _place.DisposeAsync();
    }

    [Test]
    public async Task Channels_come_with_their_secret_in_a_file_of_its_own_and_go()
    {
        const string secret = "https://hooks.exemple.fr/s3cr3t";
        Assert.That(await _browser.ReadAsync(Voice), Does.Contain("Aucun canal pour l'instant"));
        await Done(Voice, "canaux", ("type", "talk"), ("id", "reseau"), ("conversation", "Réseau : tous"));
        await Done(
            Voice,
            "canaux",
            ("type", "slack"),
            ("id", "pros"),
            ("groupe", "jeunes"),
            ("secret", secret)
        );
        var yaml = await File.ReadAllTextAsync(Yaml);
        Assert.That(
            yaml,
            Does.Contain("canaux:\n  - { id: reseau, type: talk, conversation: \"Réseau : tous\" }\n")
                .And.Contain("canaux: [{ id: pros, type: slack, secret: secrets/annonces-pros }]")
                .And.Not.Contain("s3cr3t")
        );
        var file = _place.Terminal.At("secrets/annonces-pros");
        Assert.That(await File.ReadAllTextAsync(file), Is.EqualTo(secret + "\n"));
        if (!OperatingSystem.IsWindows())
        {
            Assert.That(
                File.GetUnixFileMode(file),
                Is.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite)
            );
        }

        var page = await _browser.ReadAsync(Voice);
        Assert.That(page, Does.Contain("rencontre à venir : pros").And.Not.Contain("s3cr3t"));

        await Done(
            Voice,
            "",
            ("2-secret", "https://hooks.exemple.fr/autre"),
            ("heures-calmes", "19 h – 7 h")
        );
        Assert.That(await File.ReadAllTextAsync(file), Is.EqualTo("https://hooks.exemple.fr/autre\n"));
        Assert.That(
            await File.ReadAllTextAsync(Yaml),
            Does.Contain("annonces:\n  heures-calmes: 19 h – 7 h\n")
        );

        await Done(Voice, "canaux/retirer", ("rang", "1"));
        Assert.That(
            await File.ReadAllTextAsync(Yaml),
            Does.Contain("canaux: []").And.Contain("id: pros").And.Not.Contain("Réseau : tous")
        );
        Assert.That(await _browser.ReadAsync("/t/vallon/reglages/journal"), Does.Not.Contain("s3cr3t"));
    }

    [Test]
    public async Task Who_is_told_what_is_ticked()
    {
        await Done(Voice, "canaux", ("type", "talk"), ("id", "reseau"));
        await Done(Voice, "canaux", ("type", "notifications"), ("id", "avis"));
        var fields = await Fields(Voice);
        fields.RemoveAll(field => field is { Key: "canaux-annonce-rencontre", Value: "reseau" });
        await Redirected(_browser.PostAsync(Voice, [.. fields]));
        Assert.That(
            await File.ReadAllTextAsync(Yaml),
            Does.Contain("annonces:\n  rencontre: [notifications]\n").And.Not.Contain("compte-rendu: [")
        );

        fields = await Fields(Voice);
        Assert.That(fields, Does.Contain(KeyValuePair.Create("mode-annonce-rencontre", "coches")));
        fields.RemoveAll(field => field.Key == "mode-annonce-rencontre");
        fields.Add(KeyValuePair.Create("mode-annonce-rencontre", "usage"));
        await Redirected(_browser.PostAsync(Voice, [.. fields]));
        Assert.That(await File.ReadAllTextAsync(Yaml), Does.Contain("  rencontre: [défaut]\n"));
        Assert.That(
            await Fields(Voice),
            Does.Contain(KeyValuePair.Create("mode-annonce-rencontre", "usage"))
        );
    }

    [Test]
    public async Task What_cannot_be_a_channel_is_told_and_nothing_is_left_behind()
    {
        await Wrong("Minuscules, chiffres et tirets", ("type", "slack"), ("id", "../x"), ("secret", "abc"));
        await Wrong("expéditeur", ("type", "courriel"), ("id", "lettres"), ("secret", "abc"));
        await Wrong("secret", ("type", "mattermost"), ("id", "sans-secret"));
        await Wrong(
            "ailleurs",
            ("type", "courriel"),
            ("id", "clair"),
            ("serveur", "smtp.exemple.fr"),
            ("expediteur", "a@exemple.fr"),
            ("securite", "aucune")
        );
        Assert.That(await File.ReadAllTextAsync(Yaml), Is.EqualTo(_before));
        Assert.That(File.Exists(_place.Terminal.At("secrets/annonces-lettres")), Is.False);
    }

    [Test]
    public async Task Documents_are_given_to_everybody_to_read_and_taken_back()
    {
        await Done(Public, "", ("page-publique", "oui"));
        await Done(
            Public,
            "documents",
            ("titre", "Feuille de route 2027"),
            ("lien", "https://nuage.exemple.fr/s/AbC")
        );
        using var anybody = new ConsoleBrowser(_place.Address);
        Assert.That(
            await anybody.SourceAsync("/reseau/vallon"),
            Does.Contain(
                "<a href=\"https://nuage.exemple.fr/s/AbC\" rel=\"noopener\">Feuille de route 2027</a>"
            )
        );
        Assert.That(
            await anybody.SourceAsync("/reseau/vallon/actualites.xml"),
            Does.Contain("<link>https://nuage.exemple.fr/s/AbC</link>")
        );
        using var wrong = await Send(
            Public,
            "documents",
            ("titre", "Piège"),
            ("lien", "javascript:alert(1)")
        );
        Assert.That(wrong.StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        await Done(Public, "documents/retirer", ("rang", "1"));
        Assert.That(await anybody.SourceAsync("/reseau/vallon"), Does.Not.Contain("AbC"));
    }

    private async Task Wrong(string told, params (string Name, string Words)[] typed)
    {
        using var answer = await Send(Voice, "canaux", typed);
        var page = await ConsoleBrowser.WordsAsync(answer);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity), page);
        Assert.That(page, Does.Contain(told).And.Not.Contain("value=\"abc\""));
    }

    private Task Done(string page, string form, params (string Name, string Words)[] typed) =>
        Redirected(Send(page, form, typed));

    private static async Task Redirected(Task<HttpResponseMessage> sent)
    {
        using var answer = await sent;
        Assert.That(
            answer.StatusCode,
            Is.EqualTo(HttpStatusCode.Redirect),
            await ConsoleBrowser.WordsAsync(answer)
        );
    }

    /// <param name="page">Where the form is.</param>
    /// <param name="form">The rest of its address; empty for the page's first one, which is sent with all of its fields.</param>
    /// <param name="typed">What is filled in.</param>
    private async Task<HttpResponseMessage> Send(
        string page,
        string form,
        params (string Name, string Words)[] typed
    )
    {
        var fields = await Fields(page);
        if (form.Length > 0)
        {
            fields = fields.FindAll(field => field.Key is "jeton" or "version");
        }

        fields.RemoveAll(field => typed.Any(one => one.Name == field.Key));
        fields.AddRange(typed.Select(one => KeyValuePair.Create(one.Name, one.Words)));
        return await _browser.PostAsync(form.Length == 0 ? page : $"{page}/{form}", [.. fields]);
    }

    private async Task<List<KeyValuePair<string, string>>> Fields(string page) =>
        PageForm.First(WebUtility.HtmlDecode(await _browser.SourceAsync(page)));
}
