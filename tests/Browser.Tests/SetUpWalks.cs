using Connector.DevServer.Faults;
using Microsoft.Playwright;

namespace Connector.Browser.Tests;

/// <summary>From an empty Nextcloud to a living workspace, in a browser: what is planned, how it goes on, what went wrong.</summary>
public sealed class SetUpWalks
{
    private Chromium _chromium = null!;
    private ConsoleSite _site = null!;

    [SetUp]
    public async Task Open()
    {
        _chromium = await Chromium.StartAsync();
        _site = await ConsoleSite.OpenAsync(isApplied: false);
    }

    [TearDown]
    public async Task Close()
    {
        if (_site is not null)
        {
            await _site.DisposeAsync();
        }

        if (_chromium is not null)
        {
            await _chromium.DisposeAsync();
        }
    }

    [Test]
    public async Task A_plan_is_read_carried_out_step_by_step_and_then_there_is_nothing_to_do()
    {
        var page = await _chromium.OpenAsync(_site.Address);
        await page.SignInAsync("admin", "/t/demo/plan");
        await page.PictureAsync("walk-plan");
        Assert.That(await page.Locator("main").InnerTextAsync(), Does.Contain("créer"));

        await page.PressAsync("Mettre en place");
        await page.WaitForURLAsync("**/travaux/*");
        await page.PictureAsync("walk-progress");
        await Expect(page, "faite");
        await page.PictureAsync("walk-done");

        await page.GotoAsync("/t/demo/plan");
        await Expect(page, "Tout est en place");
        var coordinator = await _chromium.OpenAsync(_site.Address);
        await coordinator.SignInAsync(_site.People[0].Name);
        await Expect(coordinator, "Cette semaine");
    }

    [Test]
    public async Task A_failure_in_the_middle_is_told_and_the_next_run_finishes_what_is_left()
    {
        _site.Server.Faults.Add(
            new FaultRule
            {
                Kind = FaultKind.Status,
                Verb = "MKCOL",
                Path = "/dav/calendars/",
                Status = 507,
                Nth = 3,
                Times = 0,
            }
        );
        var page = await _chromium.OpenAsync(_site.Address);
        await page.SignInAsync("admin", "/t/demo/plan");
        await page.PressAsync("Mettre en place");
        await Expect(page, "faite en partie");
        await page.PictureAsync("walk-partly");

        _site.Server.Faults.Clear();
        await page.GotoAsync("/t/demo/plan?relire=1");
        await page.PressAsync("Mettre en place");
        await Expect(page, "faite");
        await page.GotoAsync("/t/demo/plan");
        await Expect(page, "Tout est en place");
    }

    [Test]
    public async Task One_group_alone_is_set_up_without_script_and_the_others_wait()
    {
        var page = await _chromium.OpenAsync(_site.Address, script: false);
        await page.SignInAsync("admin", "/t/demo/plan");
        foreach (var box in await page.Locator("input[name=groupe]").AllAsync())
        {
            await box.UncheckAsync();
        }

        await page.Locator("fieldset").GetByLabel("GT Jeunes").CheckAsync();
        await page.PressAsync("Mettre en place");
        await page.JobEndsAsync(script: false);
        await Expect(page, "faite");
        await page.GotoAsync("/t/demo/groupes/gt-jeunes");
        await Expect(page, "Ouvrir le dossier");
        await page.GotoAsync("/t/demo/groupes/gt-seniors");
        Assert.That(await page.Locator("main").InnerTextAsync(), Does.Not.Contain("Ouvrir le dossier"));
    }

    private static Task Expect(IPage page, string words) =>
        Assertions.Expect(page.Locator("main")).ToContainTextAsync(words, new() { Timeout = 150_000 });
}
