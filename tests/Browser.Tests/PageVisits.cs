using System.Text.RegularExpressions;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Connector.Browser.Tests;

/// <summary>What a person does on any page.</summary>
internal static class PageVisits
{
    /// <summary>One click on the demo's page of signing in.</summary>
    public static async Task SignInAsync(this IPage page, string name, string back = "/t/demo")
    {
        await page.GotoAsync($"/connexion?retour={Uri.EscapeDataString(back)}");
        await page.GetByRole(AriaRole.Link, new() { Name = $"Entrer – {name}" }).ClickAsync();
        await page.WaitForURLAsync(new Regex(Regex.Escape(back) + "$"));
    }

    public static Task PressAsync(this IPage page, string name) =>
        page.GetByRole(AriaRole.Button, new() { Name = name }).First.ClickAsync();

    /// <summary>Stays with a job until its page tells how it ended: with script the page comes back by itself, without it the person reloads.</summary>
    public static async Task JobEndsAsync(this IPage page, bool script)
    {
        await page.WaitForURLAsync(new Regex("/travaux/[0-9]+$"));
        // Of a job under way the page shows how far it is, of one that ended how long it took.
        var ended = page.Locator("main dt", new() { HasText = "Durée" });
        var patience = DateTime.UtcNow.AddSeconds(150);
        while (!script && await ended.CountAsync() == 0 && DateTime.UtcNow < patience)
        {
            await page.WaitForTimeoutAsync(500);
            await page.ReloadAsync();
        }

        await Assertions.Expect(ended).ToBeVisibleAsync(new() { Timeout = 150_000 });
    }

    /// <summary>Keeps a picture where somebody wants to look at it (<c>CONNECTOR_SCREENSHOTS</c>, a folder).</summary>
    public static async Task PictureAsync(this IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("CONNECTOR_SCREENSHOTS") is { Length: > 0 } folder)
        {
            Directory.CreateDirectory(folder);
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}.png"), FullPage = true });
        }
    }

    /// <summary>
    /// What axe finds against a page, with all of its rules, one line a place. Called without Deque's own bridge: that opens
    /// another browser window for each page, to put together what it found in frames, and there are none here.
    /// </summary>
    public static async Task<IReadOnlyList<string>> BarriersAsync(this IPage page)
    {
        await page.EvaluateAsync(Axe.Value);
        return await page.EvaluateAsync<string[]>(
            """
            async () => (await axe.run(document, { resultTypes: ['violations'] })).violations
              .flatMap(rule => rule.nodes.map(node => `${rule.id} – ${rule.help} – ${node.html}`))
            """
        );
    }

    private static readonly Lazy<string> Axe = new(() => new BundledAxeScriptProvider().GetScript());

    /// <summary>Pixels that a page is wider than its window: a person would have to scroll sideways.</summary>
    public static Task<int> OverflowAsync(this IPage page) =>
        page.EvaluateAsync<int>("document.documentElement.scrollWidth - window.innerWidth");

    /// <summary>What can be pressed or filled in on the page, and that a person who presses Tab again and again never comes to.</summary>
    public static async Task<IReadOnlyList<string>> OutOfReachAsync(this IPage page)
    {
        var count = await page.EvaluateAsync<int>(
            """
            () => {
              const radios = new Set();
              window.reached = new Set();
              window.expected = [...document.querySelectorAll(
                'a[href], button, input:not([type=hidden]), select, textarea, summary, audio[controls], [role=button], [onclick]')]
                .filter(e => !e.disabled && e.checkVisibility({ visibilityProperty: true }))
                // Of radio buttons of one name, the arrow keys reach the others.
                .filter(e => e.type !== 'radio' || (!radios.has(e.name) && radios.add(e.name)));
              document.addEventListener('focusin', event => window.reached.add(
                event.target.type === 'radio' ? window.expected.find(e => e.name === event.target.name) : event.target));
              document.activeElement?.blur();
              // Parts of a date have each a stop of their own.
              return window.expected.length + document.querySelectorAll('[tabindex="0"]').length
                + 6 * document.querySelectorAll('[type=date], [type=time], [type=month]').length;
            }
            """
        );
        for (var press = 0; press < count + 3; press++)
        {
            await page.Keyboard.PressAsync("Tab");
        }

        return await page.EvaluateAsync<string[]>(
            "() => window.expected.filter(e => !window.reached.has(e)).map(e => e.outerHTML.slice(0, 160))"
        );
    }
}
