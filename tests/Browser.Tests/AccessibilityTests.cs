using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Connector.Browser.Tests;

/// <summary>
/// WCAG 2.1 AA as axe finds it on every page, light and dark, on a phone and on a wide screen; and no page wider than its window
/// from 320 to 1,920 pixels.
/// </summary>
public sealed class AccessibilityTests
{
    private static readonly int[] Widths = [320, 768, 1920];

    /// <summary>Found by following every link from the first page, so that a page that is added is looked at too.</summary>
    private static readonly string[] Roots = ["/", "/t/demo"];

    private ConsoleSite _site = null!;
    private Chromium _chromium = null!;
    private IReadOnlyList<string> _paths = [];

    [OneTimeSetUp]
    public async Task Open()
    {
        _chromium = await Chromium.StartAsync();
        _site = await ConsoleSite.OpenAsync();
        var page = await _chromium.OpenAsync(_site.Address);
        await page.SignInAsync(_site.People[0].Name);
        _paths = await PagesFrom(page);
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

    [TestCase(false)]
    [TestCase(true)]
    public async Task Axe_finds_nothing_on_any_page(bool dark)
    {
        var page = await _chromium.OpenAsync(_site.Address, dark: dark);
        await page.SignInAsync(_site.People[0].Name);
        Assert.That(_paths, Has.Count.GreaterThan(7));
        var found = new List<string>();
        foreach (var path in _paths)
        {
            await page.GotoAsync(path);
            var result = await page.RunAxe();
            found.AddRange(
                result.Violations.SelectMany(rule =>
                    rule.Nodes.Select(node => $"{path}: {rule.Id} – {rule.Help} – {node.Html}")
                )
            );
        }

        TestContext.Out.WriteLine($"{_paths.Count} pages: {string.Join(' ', _paths)}");
        Assert.That(found, Is.Empty);
    }

    [TestCaseSource(nameof(Widths))]
    public async Task No_page_is_wider_than_its_window(int width)
    {
        var page = await _chromium.OpenAsync(_site.Address, width);
        await page.SignInAsync(_site.People[0].Name);
        var wide = new List<string>();
        foreach (var path in _paths)
        {
            await page.GotoAsync(path);
            if (await page.OverflowAsync() is > 0 and var over)
            {
                wide.Add($"{path}: {over} px");
            }

            await page.PictureAsync($"{path.Replace('/', '_')}-{width}");
        }

        Assert.That(wide, Is.Empty);
    }

    [Test]
    public async Task What_a_member_sees_is_accessible_and_has_no_link_that_is_refused()
    {
        var page = await _chromium.OpenAsync(_site.Address, 320);
        await page.SignInAsync(_site.People[2].Name);
        foreach (var path in await PagesFrom(page))
        {
            var answer = await page.GotoAsync(path);
            Assert.That(answer!.Status, Is.EqualTo(200), path);
            Assert.That((await page.RunAxe()).Violations.Select(rule => $"{path}: {rule.Id}"), Is.Empty);
        }
    }

    [Test]
    public async Task Pages_are_read_and_left_with_the_keyboard_alone()
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

    /// <summary>Of many pages of one form, one: pages of groups, meetings, people look alike.</summary>
    private static async Task<IReadOnlyList<string>> PagesFrom(IPage page)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var forms = new HashSet<string>(StringComparer.Ordinal);
        var left = new Queue<string>(Roots);
        while (left.TryDequeue(out var path))
        {
            if (!forms.Add(Form(path)))
            {
                continue;
            }

            var answer = await page.GotoAsync(path);
            if (
                answer!.Headers["content-type"] is not { } type
                || !type.StartsWith("text/html", StringComparison.Ordinal)
            )
            {
                continue;
            }

            seen.Add(path);
            var links = await page.EvaluateAsync<string[]>(
                "[...document.querySelectorAll('a[href]')].map(a => new URL(a.href)).filter(u => u.origin === location.origin).map(u => u.pathname)"
            );
            foreach (var link in links.Distinct(StringComparer.Ordinal))
            {
                left.Enqueue(link);
            }
        }

        return [.. seen];
    }

    private static string Form(string path)
    {
        var parts = path.Split('/');
        return parts.Length > 4 ? string.Join('/', parts[..4]) + $"/{parts.Length}" : path;
    }
}
