using Microsoft.Playwright;

namespace Connector.Browser.Tests;

/// <summary>First run to living workspace, with and without script; axe and widths on each page of the assistant.</summary>
public sealed class FirstRunWalks
{
    private Chromium _chromium = null!;
    private FirstRunSite _site = null!;

    [SetUp]
    public async Task Open()
    {
        _chromium = await Chromium.StartAsync();
        _site = await FirstRunSite.OpenAsync();
    }

    [TearDown]
    public async Task Close()
    {
        if (_site is not null)
        {
            await _site.DisposeAsync();
            await _chromium.DisposeAsync();
        }
    }

    [TestCase(true, false, 1280)]
    [TestCase(true, true, 320)]
    [TestCase(false, false, 768)]
    public async Task Five_steps_lead_from_an_empty_server_to_a_living_workspace(
        bool script,
        bool dark,
        int width
    )
    {
        // axe needs script; what it looks at is the same page.
        var page = await _chromium.OpenAsync(_site.Address, width, dark, script);
        await _site.EnterAsync(page);
        await page.GetByRole(AriaRole.Link, new() { Name = "Commencer la mise en route" }).ClickAsync();
        await LookAsync(page, "0-accueil", script, width);
        await page.GetByRole(AriaRole.Link, new() { Name = "Commencer" }).ClickAsync();

        await page.GetByLabel("Adresse du Nextcloud").FillAsync("https://10.0.0.1");
        await page.GetByLabel("Compte de service").FillAsync("admin");
        await page.GetByLabel("Mot de passe d'application").FillAsync(FirstRunSite.Password);
        await page.PressAsync("Se connecter");
        await Expect(page, "réseau privé");
        await LookAsync(page, "1-serveur-refuse", script, width);
        await page.GetByLabel("Adresse du Nextcloud").FillAsync(_site.Server.BaseAddress.AbsoluteUri);
        await page.GetByLabel("Mot de passe d'application").FillAsync(FirstRunSite.Password);
        await page.PressAsync("Se connecter");

        await Expect(page, "Connector peut travailler avec ce serveur");
        await LookAsync(page, "2-verification", script, width);
        await page.GetByRole(AriaRole.Link, new() { Name = "Continuer", Exact = true }).ClickAsync();

        await page.GetByLabel("Nom du territoire").FillAsync("Pays de Valombre");
        await page.GetByLabel("Raison d'être du réseau")
            .FillAsync("Que personne ne reste seul devant un écran.");
        await page.GetByLabel("Structure qui coordonne").FillAsync("Communauté de communes");
        await page.GetByLabel("Prénom").FillAsync("Inès");
        await page.GetByLabel("Nom", new() { Exact = true }).FillAsync("Le Goff");
        await page.GetByLabel("Courriel", new() { Exact = true }).FillAsync("ines@exemple.fr");
        await LookAsync(page, "3-territoire", script, width);
        await page.GetByRole(AriaRole.Button, new() { Name = "Continuer" }).Last.ClickAsync();

        await Expect(page, "Prochaines dates");
        await page.GetByLabel("Rencontres").First.FillAsync("quand il fait beau");
        await page.GetByRole(AriaRole.Button, new() { Name = "Continuer" }).ClickAsync();
        Assert.That(await page.Locator("#regle-0-erreur").CountAsync(), Is.EqualTo(1));
        await LookAsync(page, "4-groupes-faute", script, width);
        await page.GetByLabel("Rencontres").First.FillAsync("premier jeudi du mois de 14 h à 16 h");
        await page.PressAsync("Retirer « GT Accès aux droits »");
        await page.GetByLabel("Un groupe habituel").SelectOptionAsync("GT Matériel et réemploi");
        await page.PressAsync("Ajouter ce groupe");
        await LookAsync(page, "4-groupes", script, width);
        await page.GetByRole(AriaRole.Button, new() { Name = "Continuer" }).ClickAsync();

        await Expect(page, "Créer le territoire");
        await LookAsync(page, "5-creation", script, width);
        await page.PressAsync("Créer le territoire");
        await Expect(page, "Le territoire est créé");
        await LookAsync(page, "6-plan", script, width);
        await page.PressAsync("Mettre en place");
        await page.JobEndsAsync(script);
        await Expect(page, "faite");
        await page.GotoAsync("/t/pays-de-valombre/plan?relire=1");
        await Expect(page, "Tout est en place");
        foreach (
            var path in new[] { "", "/groupes/gt-jeunes", "/plan/ecarts", "/plan/relier", "/plan/modeles" }
        )
        {
            await page.GotoAsync($"/t/pays-de-valombre{path}");
            await LookAsync(page, $"7{path.Replace('/', '-')}", script, width);
        }

        await page.GotoAsync("/t/pays-de-valombre/plan/relier");
        await page.PressAsync("Chercher ce qui existe déjà");
        await LookAsync(page, "8-relier", script, width);
        await page.GotoAsync("/t/pays-de-valombre/groupes/gt-jeunes");
        await Expect(page, "Ouvrir le dossier");
    }

    private static async Task LookAsync(IPage page, string name, bool script, int width)
    {
        await page.PictureAsync($"first-run-{name}-{width}");
        if (script)
        {
            Assert.That(await page.BarriersAsync(), Is.Empty, page.Url);
            Assert.That(await page.OverflowAsync(), Is.LessThanOrEqualTo(0), page.Url);
        }
    }

    private static Task Expect(IPage page, string words) =>
        Assertions.Expect(page.Locator("main")).ToContainTextAsync(words, new() { Timeout = 60_000 });
}
