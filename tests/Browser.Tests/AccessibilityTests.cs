using Connector.Templates;
using Microsoft.Playwright;

namespace Connector.Browser.Tests;

/// <summary>
/// Every page: WCAG 2.1 AA as axe finds it, light on a telephone and dark on a desk; no page wider than its window from 320 to
/// 1,920 pixels and at a zoom of 200 %; everything that can be pressed is reached with the keyboard.
/// </summary>
public sealed class AccessibilityTests
{
    /// <summary>640 is a window of 1,280 at a zoom of 200 %.</summary>
    private static readonly int[] Widths = [320, 640, 768, 1280, 1920];

    private static readonly string[] Roots = ["/", "/t/demo", "/t/demo/rien", "/connexion"];

    private ConsoleSite _site = null!;
    private Chromium _chromium = null!;
    private PageFinder _finder = null!;
    private IPage _page = null!;
    private IReadOnlyList<string> _paths = [];

    [OneTimeSetUp]
    public async Task Open()
    {
        _chromium = await Chromium.StartAsync();
        _site = await ConsoleSite.OpenAsync();
        _finder = new PageFinder(_site);
        _page = await _chromium.OpenAsync(_site.Address);
        await _page.SignInAsync(_site.People[0].Name);
        var deep = await LivenAsync();
        _paths = await _finder.FromAsync(_page, [.. Roots, .. deep]);
    }

    [OneTimeTearDown]
    public async Task Close()
    {
        if (_site is not null)
        {
            await _site.DisposeAsync();
            await _chromium.DisposeAsync();
        }
    }

    [Test]
    public async Task Every_page_is_looked_at()
    {
        Assert.That(_finder.Pages.Except(_paths.Select(_finder.RouteOf)), Is.Empty);
        foreach (var path in _paths.Where(path => path.Split('/').Length > 4))
        {
            // What is not there is a page of its own kind: these are to be there.
            Assert.That((await _page.GotoAsync(path))!.Status, Is.EqualTo(200), path);
        }
    }

    [Test]
    public async Task What_is_wrong_is_found()
    {
        await _page.SetContentAsync("<html><title>Essai</title><main><img src='rien.png'></main></html>");
        var found = await _page.BarriersAsync();
        Assert.That(found, Has.Some.StartsWith("image-alt – ").And.Some.StartsWith("html-has-lang – "));
    }

    [TestCase(320, false)]
    [TestCase(1280, true)]
    public async Task Axe_finds_nothing_on_any_page(int width, bool dark)
    {
        var page = await _chromium.OpenAsync(_site.Address, width, dark);
        await page.SignInAsync(_site.People[0].Name);
        var found = new List<string>();
        foreach (var path in _paths)
        {
            await page.GotoAsync(path);
            found.AddRange((await page.BarriersAsync()).Select(barrier => $"{path}: {barrier}"));
        }

        TestContext.Out.WriteLine($"{_paths.Count} pages: {string.Join(' ', _paths)}");
        Assert.That(found, Is.Empty);
    }

    [Test]
    public async Task No_page_is_wider_than_its_window_and_the_keyboard_reaches_everything()
    {
        var wrong = new List<string>();
        foreach (var path in _paths)
        {
            await _page.GotoAsync(path);
            foreach (var width in Widths)
            {
                await _page.SetViewportSizeAsync(width, 900);
                if (await _page.OverflowAsync() is > 0 and var over)
                {
                    wrong.Add($"{path} at {width}: {over} px too wide");
                }

                await _page.PictureAsync($"{path.Replace('/', '_')}-{width}");
            }

            await _page.SetViewportSizeAsync(1280, 900);
            wrong.AddRange(
                (await _page.OutOfReachAsync()).Select(element => $"{path}: no key reaches {element}")
            );
        }

        Assert.That(wrong, Is.Empty);
    }

    [Test]
    public async Task What_a_member_sees_is_accessible_and_has_no_link_that_is_refused()
    {
        var page = await _chromium.OpenAsync(_site.Address, 320);
        await page.SignInAsync(_site.People[2].Name);
        foreach (var path in await _finder.FromAsync(page, "/", "/t/demo"))
        {
            var answer = await page.GotoAsync(path);
            Assert.That(answer!.Status, Is.EqualTo(200), path);
            Assert.That(await page.BarriersAsync(), Is.Empty, path);
        }
    }

    [Test]
    public async Task The_first_key_leads_past_the_menu()
    {
        var page = await _chromium.OpenAsync(_site.Address);
        await page.SignInAsync(_site.People[0].Name);
        await page.Keyboard.PressAsync("Tab");
        Assert.That(
            await page.EvaluateAsync<string>("document.activeElement.textContent"),
            Is.EqualTo("Aller au contenu")
        );
        await page.Keyboard.PressAsync("Enter");
        Assert.That(await page.EvaluateAsync<string>("document.activeElement.id"), Is.EqualTo("contenu"));
    }

    /// <summary>Does what pages are made for that no link leads to.</summary>
    /// <returns>Their addresses.</returns>
    private async Task<IReadOnlyList<string>> LivenAsync()
    {
        const string roadmap = "/t/demo/feuilles-de-route/comite-technique";
        await _page.GotoAsync(roadmap);
        await _page.PressAsync("Publier cette feuille de route");
        await _page.GotoAsync($"{roadmap}/signer");
        await _page.GetByLabel("En qualité de").FillAsync("vice-présidente");
        await _page.GetByLabel("J'ai lu la version").CheckAsync();
        await _page.PressAsync("Signer");
        await _page.WaitForURLAsync("**/recu/*");
        var receipt = Path();

        await _page.GotoAsync("/t/demo/annuaire/import");
        await _page.GetByLabel("Fichier").SetInputFilesAsync(Sent("lieux.csv", "text/csv", Places));
        await _page.GetByLabel("Dans quel annuaire").SelectOptionAsync("lieux.csv");
        await _page.PressAsync("Voir ce que cela changerait");
        await Assertions.Expect(_page.Locator("main")).ToContainTextAsync("En conflit");
        var import = Path();

        await _page.GotoAsync("/t/demo/reglages/modeles");
        await _page
            .Locator("input[type=file]")
            .SetInputFilesAsync(
                Sent("modèle.docx", "application/octet-stream", BuiltInTemplates.All[0].Docx.ToArray())
            );
        await _page.Locator("form[enctype] button").ClickAsync();
        await _page.WaitForURLAsync("**/modeles/*");
        var template = Path();

        await _page.GotoAsync("/t/demo/travaux");
        await _page.Locator("main form button").Last.ClickAsync();
        await _page.WaitForURLAsync("**/travaux/*");
        return [receipt, import, template, Path(), $"{roadmap}/signer"];
    }

    private string Path() => new Uri(_page.Url).PathAndQuery;

    private static FilePayload Sent(string name, string type, byte[] bytes) =>
        new()
        {
            Name = name,
            MimeType = type,
            Buffer = bytes,
        };

    private static byte[] Places =>
        System.Text.Encoding.UTF8.GetBytes(
            "id,nom,commune,code_postal,adresse,telephone\n"
                + "mediatheque,Médiathèque L'Écritoire,Valombre,24990,1 rue Neuve,+33199000099\n"
                + "mediatheque-2,Médiathèque L’Écritoire de Valombre,Valombre,24990,18 quai des Lavandières,\n"
                + "atelier-roc,Atelier numérique du Roc,Le Roc-Saint-Géraud,24993,Le Bourg,\n"
        );
}
