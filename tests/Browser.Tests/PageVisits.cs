using System.Text.RegularExpressions;
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

    /// <summary>Keeps a picture where somebody wants to look at it (<c>CONNECTOR_SCREENSHOTS</c>, a folder).</summary>
    public static async Task PictureAsync(this IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("CONNECTOR_SCREENSHOTS") is { Length: > 0 } folder)
        {
            Directory.CreateDirectory(folder);
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}.png"), FullPage = true });
        }
    }

    /// <summary>Pixels that a page is wider than its window: a person would have to scroll sideways.</summary>
    public static Task<int> OverflowAsync(this IPage page) =>
        page.EvaluateAsync<int>("document.documentElement.scrollWidth - window.innerWidth");
}
