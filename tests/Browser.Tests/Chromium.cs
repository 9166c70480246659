using Microsoft.Playwright;

namespace Connector.Browser.Tests;

/// <summary>This machine's Chromium, driven by Playwright; nothing is downloaded.</summary>
internal sealed class Chromium : IAsyncDisposable
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome"];
    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;

    private Chromium(IPlaywright playwright, IBrowser browser) =>
        (_playwright, _browser) = (playwright, browser);

    private static string? Path =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(System.IO.Path.PathSeparator)
            .SelectMany(folder => Names.Select(name => System.IO.Path.Combine(folder, name)))
            .FirstOrDefault(File.Exists);

    public static async Task<Chromium> StartAsync()
    {
        if (Path is not { } path)
        {
            Assert.Ignore("Chromium is not installed on this machine: pages are not opened in a browser.");
            throw new InvalidOperationException("ignored");
        }

        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(
            new BrowserTypeLaunchOptions
            {
                ExecutablePath = path,
                // In a container Chromium runs as root, and then without a sandbox of its own.
                Args = ["--no-sandbox", "--disable-dev-shm-usage"],
            }
        );
        return new Chromium(playwright, browser);
    }

    /// <summary>A new window of a new person.</summary>
    public async Task<IPage> OpenAsync(Uri console, int width = 1280, bool dark = false, bool script = true)
    {
        var context = await _browser.NewContextAsync(
            new BrowserNewContextOptions
            {
                BaseURL = console.AbsoluteUri,
                Locale = "fr-FR",
                TimezoneId = "Europe/Paris",
                ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
                JavaScriptEnabled = script,
                ViewportSize = new ViewportSize { Width = width, Height = 900 },
            }
        );
        context.SetDefaultTimeout(15_000);
        return await context.NewPageAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }
}
