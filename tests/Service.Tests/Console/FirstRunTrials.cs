using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Connector.Connector.Tests.Service;
using Connector.Domain.Territories;
using Connector.Jobs;
using Connector.Reports;
using Connector.TerritoryFiles;
using Microsoft.Extensions.DependencyInjection;

namespace Connector.Tests.Console;

/// <summary>From a service without a territory to a living workspace, in a browser without script.</summary>
public sealed class FirstRunTrials
{
    private FirstRunPlace _place = null!;

    [SetUp]
    public async Task Start() => _place = await FirstRunPlace.OpenAsync();

    [TearDown]
    public async Task Stop() => await _place.DisposeAsync();

    [Test]
    public async Task Five_steps_lead_from_nothing_to_a_workspace_where_nothing_is_left_to_do()
    {
        Assert.That(await _place.Browser.ReadAsync("/"), Does.Contain("Commencer la mise en route"));
        await GoesTo("/mise-en-route/verification", _place.SignInAsync());
        Assert.That(
            await _place.Browser.ReadAsync("/mise-en-route/verification"),
            Does.Contain("Connector peut travailler avec ce serveur")
        );
        await GoesTo("/mise-en-route/groupes", Say());
        await GoesTo(
            "/mise-en-route/creation",
            Groups(("GT Jeunes", "premier jeudi du mois de 14 h à 16 h"), ("Comité de suivi", ""))
        );
        Assert.That(
            await _place.Browser.ReadAsync("/mise-en-route/creation"),
            Does.Contain("nom: \"Vallée de l'Été : nord\"")
        );
        await GoesTo("/t/vallee-de-l-ete-nord/plan", _place.SendAsync("/mise-en-route/creation"));

        using var asked = await _place.Browser.PressAsync(
            "/t/vallee-de-l-ete-nord/plan",
            "/t/vallee-de-l-ete-nord/plan"
        );
        var job = long.Parse(
            asked.Headers.Location!.OriginalString.Split('/')[^1],
            CultureInfo.InvariantCulture
        );
        Assert.That((await _place.Service.EndOf(job)).Outcome, Is.EqualTo(nameof(RunOutcome.Done)));
        Assert.That(
            await _place.Browser.ReadAsync("/t/vallee-de-l-ete-nord/plan?relire=1"),
            Does.Contain("Tout est en place")
        );
        Assert.That(
            await _place.Browser.ReadAsync("/t/vallee-de-l-ete-nord/groupes/gt-jeunes"),
            Does.Contain("Ouvrir le dossier")
        );
        // What was typed on the way is forgotten, and the account's password lies nowhere as it is.
        Assert.That(await _place.Browser.ReadAsync("/mise-en-route"), Does.Contain("Commencer"));
        Assert.That(
            await _place.Browser.ReadAsync("/"),
            Does.Contain($"{_place.Address}connexion/vallee-de-l-ete-nord/retour")
        );
    }

    [Test]
    public async Task The_files_say_what_was_said_and_hold_no_password()
    {
        await Walk();
        var file = _place.Terminal.At("vallee-de-l-ete-nord/territoire.yaml");
        var territory = TerritoryFile.Load(file).Territory!;
        Assert.That(territory.Name, Is.EqualTo("Vallée de l'Été : nord"));
        Assert.That(territory.Scope, Is.EqualTo(TerritoryScope.Departmental));
        Assert.That(territory.TimeZone, Is.EqualTo("Indian/Reunion"));
        Assert.That(territory.Organisations.Single().Name, Is.EqualTo("CCAS \"Les Lilas\" #1"));
        Assert.That(territory.Coordinators, Is.EqualTo(new[] { "ines.le-goff" }));
        Assert.That(territory.Groups.Single().Meetings.Single().Duration, Is.EqualTo(TimeSpan.FromHours(2)));

        var configuration = await File.ReadAllTextAsync(_place.Terminal.At("connector.yaml"));
        Assert.That(
            configuration,
            Does.StartWith("# Notre service, à garder\n")
                .And.Contain(" # sur cette machine\n")
                .And.Contain("territoires:\n  - { id: vallee-de-l-ete-nord, ")
        );
        foreach (
            var path in Directory.EnumerateFiles(_place.Terminal.At(""), "*", SearchOption.AllDirectories)
        )
        {
            if (path.Contains("secrets", StringComparison.Ordinal) && !OperatingSystem.IsWindows())
            {
                Assert.That(
                    File.GetUnixFileMode(path),
                    Is.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite),
                    path
                );
            }

            await using var stream = new FileStream(
                path,
                FileMode.Open,
                FileAccess.Read,
                FileShare.ReadWrite
            );
            using var reader = new StreamReader(stream);
            Assert.That(await reader.ReadToEndAsync(), Does.Not.Contain(Workplace.Password), path);
        }

        Assert.That(_place.Browser.Received, Has.None.Contains(Workplace.Password));
    }

    [Test]
    public async Task Consent_in_a_browser_is_asked_for_and_taken_once_it_is_there()
    {
        await GoesTo(
            "/mise-en-route/nextcloud",
            _place.SendAsync(
                "/mise-en-route/nextcloud",
                ("adresse", _place.Nextcloud.Server.BaseAddress.AbsoluteUri),
                ("faire", "navigateur")
            )
        );
        var page = await _place.Browser.ReadAsync("/mise-en-route/nextcloud");
        var link = Regex.Match(page, "href=\"([^\"]+/login/v2/flow/[^\"]+)\"").Groups[1].Value;
        using var early = await _place.SendAsync("/mise-en-route/nextcloud", ("faire", "demander"));
        Assert.That(early.StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity));

        using var nextcloud = new HttpClient();
        var consent = await nextcloud.GetStringAsync(new Uri(link));
        using var form = new FormUrlEncodedContent(
            new Dictionary<string, string>
            {
                ["stateToken"] = Regex
                    .Match(consent, "name=\"stateToken\" value=\"([^\"]+)\"")
                    .Groups[1]
                    .Value,
                ["user"] = "admin",
                ["password"] = Workplace.Password,
            }
        );
        using var granted = await nextcloud.PostAsync(
            new Uri(_place.Nextcloud.Server.BaseAddress, "login/v2/grant"),
            form
        );
        Assert.That(granted.IsSuccessStatusCode, await granted.Content.ReadAsStringAsync());
        await GoesTo(
            "/mise-en-route/verification",
            _place.SendAsync("/mise-en-route/nextcloud", ("faire", "demander"))
        );
    }

    [Test]
    public async Task Somebody_who_left_goes_on_where_they_were_and_can_start_over()
    {
        await GoesTo("/mise-en-route/verification", _place.SignInAsync());
        using var wrong = await Say(("raison", ""));
        using var later = new ConsoleBrowser(_place.Address);
        await _place.EnterAsync(later);
        Assert.That(
            await later.ReadAsync("/mise-en-route"),
            Does.Contain("Reprendre où j'en étais").And.Contain("href=\"/mise-en-route/territoire\"")
        );
        Assert.That(
            await later.ReadAsync("/mise-en-route/territoire"),
            Does.Contain("value=\"Vallée de l'Été : nord\"")
        );
        using var forgot = await later.PressAsync("/mise-en-route", "/mise-en-route/recommencer");
        Assert.That(await later.ReadAsync("/mise-en-route/nextcloud"), Does.Not.Contain("Connecté à"));
    }

    [TestCase("adresse", "nuage", "compte", "admin", "adresse")]
    [TestCase("adresse", "ftp://nuage.exemple.fr", "compte", "admin", "adresse")]
    [TestCase("adresse", "https://admin:secret@nuage.exemple.fr", "compte", "admin", "adresse")]
    [TestCase("adresse", "http://nuage.exemple.fr", "compte", "admin", "adresse")]
    [TestCase("adresse", "https://10.255.255.1", "compte", "admin", "adresse")]
    [TestCase("adresse", "https://[fd00::1]/", "compte", "admin", "adresse")]
    [TestCase("adresse", "https://169.254.169.254/latest", "compte", "admin", "adresse")]
    [TestCase("adresse", "", "compte", "", "compte")]
    [TestCase("adresse", "", "compte", "admin", "motdepasse")]
    public async Task A_server_that_cannot_be_is_told_beside_its_field(
        string name,
        string address,
        string second,
        string user,
        string field
    )
    {
        using var wrong = await _place.SendAsync(
            "/mise-en-route/nextcloud",
            (name, address.Length > 0 ? address : _place.Nextcloud.Server.BaseAddress.AbsoluteUri),
            (second, user),
            ("motdepasse", field == "motdepasse" ? "faux" : "un-mot-de-passe"),
            ("faire", "mot-de-passe")
        );
        var page = await ConsoleBrowser.WordsAsync(wrong);
        Assert.That(wrong.StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity), page);
        Assert.That(page, Does.Contain($"id=\"{field}-erreur\"").And.Not.Contain("un-mot-de-passe"));
        Assert.That(page, Does.Contain(address));
    }

    [TestCase("nom", "", "nom")]
    [TestCase("nom", "!!!", "nom")]
    [TestCase("raison", "", "raison")]
    [TestCase("structure", "", "structure")]
    [TestCase("personne-nom", "", "personne-nom-0")]
    [TestCase("personne-courriel", "ines", "personne-courriel-0")]
    [TestCase("personne-compte", "in/es", "personne-compte-0")]
    [TestCase("fuseau", "Mars/Olympus", "fuseau")]
    public async Task A_territory_that_cannot_be_is_told_beside_its_field_and_nothing_is_lost(
        string field,
        string words,
        string told
    )
    {
        using var wrong = await Say((field, words));
        var page = await ConsoleBrowser.WordsAsync(wrong);
        Assert.That(wrong.StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity), page);
        Assert.That(page, Does.Contain($"id=\"{told}-erreur\"").And.Contain("value=\"Inès\""));
    }

    [TestCase("GT Jeunes", "quand il fait beau", "regle-0")]
    [TestCase("GT Jeunes", "premier jeudi du mois", "regle-0")]
    [TestCase("GT Jeunes", "premier jeudi du mois de 14 h à 16 h, hors vacances scolaires", "regle-0")]
    [TestCase("", "premier jeudi du mois de 14 h à 16 h", "nom-0")]
    [TestCase("Comité de suivi", "", "nom-1")]
    public async Task A_group_that_cannot_be_is_told_beside_its_field(string name, string rule, string told)
    {
        using var wrong = await Groups((name, rule), ("Comité de suivi", ""));
        var page = await ConsoleBrowser.WordsAsync(wrong);
        Assert.That(wrong.StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity), page);
        Assert.That(page, Does.Contain($"id=\"{told}-erreur\""));
        Assert.That(page, Does.Contain($"value=\"{rule}\""));
    }

    [Test]
    public async Task Rows_come_and_go_by_buttons_and_dates_are_shown()
    {
        var usual = await _place.Browser.ReadAsync("/mise-en-route/groupes");
        Assert.That(usual, Does.Contain("Comité technique").And.Contain("Prochaines dates"));
        using var added = await Groups("ajouter", ("GT Jeunes", ""));
        Assert.That(Regex.Count(await added.Content.ReadAsStringAsync(), "name=\"nom\""), Is.EqualTo(2));
        using var gone = await Groups("retirer-0", ("GT Jeunes", ""), ("GT Seniors", ""));
        var left = await gone.Content.ReadAsStringAsync();
        Assert.That(left, Does.Contain("value=\"GT Seniors\"").And.Not.Contain("value=\"GT Jeunes\" max"));
        Assert.That(
            await _place.Browser.ReadAsync("/mise-en-route/dates?texte=premier+jeudi+du+mois+de+14+h+à+16+h"),
            Does.Match("Prochaines dates : (jeudi [^;]+14 h ; ){4}jeudi")
        );
    }

    [Test]
    public async Task A_territory_that_is_there_already_is_not_written_over()
    {
        await Walk();
        var file = _place.Terminal.At("vallee-de-l-ete-nord/territoire.yaml");
        await File.AppendAllTextAsync(file, "# à nous\n");
        var before = await File.ReadAllTextAsync(file);
        using var signed = await _place.SignInAsync();
        using var said = await Say();
        using var groups = await Groups(("GT Jeunes", ""));
        using var again = await _place.SendAsync("/mise-en-route/creation");
        Assert.That(again.StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(await ConsoleBrowser.WordsAsync(again), Does.Contain("Il y a déjà un territoire"));
        Assert.That(await File.ReadAllTextAsync(file), Is.EqualTo(before));
    }

    [Test]
    public async Task Nothing_is_done_by_schedule_before_somebody_asked()
    {
        await Walk();
        var state = _place.Service.Services.GetRequiredService<ServiceState>();
        var territory = state.Configuration.Find("vallee-de-l-ete-nord")!;
        Assert.That(await FirstConsent.IsAwaitedAsync(territory, _place.Service.Jobs, default), Is.True);
        using var asked = await _place.Browser.PressAsync(
            "/t/vallee-de-l-ete-nord/plan",
            "/t/vallee-de-l-ete-nord/plan"
        );
        Assert.That(await FirstConsent.IsAwaitedAsync(territory, _place.Service.Jobs, default), Is.False);
        Assert.That(File.Exists(FirstConsent.Mark(territory.File)), Is.False);
    }

    [Test]
    public async Task There_is_nothing_here_for_anybody_else()
    {
        using var stranger = new ConsoleBrowser(_place.Address);
        foreach (
            var path in new[] { "", "/nextcloud", "/verification", "/territoire", "/groupes", "/creation" }
        )
        {
            using var answer = await stranger.GetAsync($"/mise-en-route{path}");
            Assert.That(answer.Headers.Location?.OriginalString, Does.Contain("/connexion?retour="), path);
        }

        // Nor for a form that did not come from our own page.
        using var forged = await _place.Browser.PostAsync(
            "/mise-en-route/nextcloud",
            KeyValuePair.Create("adresse", "https://ailleurs.exemple.fr")
        );
        Assert.That(forged.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
    }

    private async Task Walk()
    {
        await GoesTo("/mise-en-route/verification", _place.SignInAsync());
        await GoesTo("/mise-en-route/groupes", Say());
        await GoesTo(
            "/mise-en-route/creation",
            Groups(("GT Jeunes", "premier jeudi du mois de 14 h à 16 h"))
        );
        await GoesTo("/t/vallee-de-l-ete-nord/plan", _place.SendAsync("/mise-en-route/creation"));
    }

    private Task<HttpResponseMessage> Say(params (string, string)[] otherwise) =>
        _place.SendAsync("/mise-en-route/territoire", FirstRunPlace.Territory(otherwise));

    private Task<HttpResponseMessage> Groups(params (string Name, string Rule)[] groups) =>
        Groups("continuer", groups);

    private Task<HttpResponseMessage> Groups(string press, params (string Name, string Rule)[] groups) =>
        _place.SendAsync(
            "/mise-en-route/groupes",
            [
                .. groups.SelectMany(group =>
                    new[]
                    {
                        ("nom", group.Name),
                        (
                            "genre",
                            group.Name.StartsWith("Comité", StringComparison.Ordinal) ? "comite" : "groupe"
                        ),
                        ("raison", ""),
                        ("regle", group.Rule),
                        ("lieu", ""),
                    }
                ),
                ("faire", press),
            ]
        );

    private static async Task GoesTo(string path, Task<HttpResponseMessage> sent)
    {
        using var answer = await sent;
        Assert.That(
            answer.Headers.Location?.OriginalString,
            Is.EqualTo(path),
            await ConsoleBrowser.WordsAsync(answer)
        );
    }
}
