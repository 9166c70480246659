using System.Diagnostics;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Connector.Connector.Tests.Service;

namespace Connector.Tests.Console;

/// <summary>Every page of the console over a living workspace: who sees it, how large it is, that it says what is there.</summary>
public sealed partial class PagesTrials
{
    private ConsolePlace _place = null!;
    private ConsoleBrowser _browser = null!;
    private ConsoleBrowser _english = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        _place = await ConsolePlace.OpenAsync();
        await _place.Service.RunAsync();
        await _place.AddAsync("coordo", "coordination", "reseau");
        await _place.AddAsync("simple", "reseau");
        _browser = new ConsoleBrowser(_place.Address);
        await _browser.SignInAsync(_place, "coordo");
        _english = new ConsoleBrowser(_place.Address);
        await _english.SignInAsync(_place, "coordo");
        using var chosen = await _english.PressAsync("/t/vallon", "/langue");
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        _browser.Dispose();
        _english.Dispose();
        await _place.DisposeAsync();
    }

    private static readonly string[] Pages =
    [
        "",
        "/groupes",
        "/groupes/comite",
        "/rencontres",
        "/rencontres?vue=liste&groupe=comite",
        "/rencontres?mois=2026-13",
        "/rencontres/rythme?texte=premier+jeudi+du+mois",
        "/rencontres/abonnement",
        "/comptes-rendus",
        "/comptes-rendus/decisions?mots=bus&du=2026-01-01",
        "/comptes-rendus/rattrapage?groupe=comite",
        "/actions?etat=toutes&mots=bus",
        "/feuilles-de-route",
        "/feuilles-de-route/reseau",
        "/feuilles-de-route/comite",
        "/plan",
        "/travaux",
        "/travaux/1",
        "/sante",
    ];

    [TestCaseSource(nameof(Pages))]
    public async Task A_page_is_whole_small_and_quick(string path)
    {
        await _browser.ReadAsync($"/t/vallon{path}");
        var started = Stopwatch.GetTimestamp();
        using var answer = await _browser.GetAsync($"/t/vallon{path}");
        var page = await answer.Content.ReadAsStringAsync();
        TestContext.Out.WriteLine(
            $"{path}: {Encoding.UTF8.GetByteCount(page)} bytes, {Stopwatch.GetElapsedTime(started).TotalMilliseconds:F0} ms"
        );
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK), page);
        Assert.That(page, Does.StartWith("<!DOCTYPE html>").And.Contain("</html>").And.Contain("<h1>"));
        Assert.That(page, Does.Not.Contain("style=\"").And.Not.Contain("onclick"));
        Assert.That(Encoding.UTF8.GetByteCount(page), Is.LessThan(100_000));
    }

    /// <summary>But for what people typed: it is shown as they typed it.</summary>
    [TestCaseSource(nameof(Pages))]
    public async Task No_line_of_a_page_begins_with_a_mark_or_ends_with_an_open_one(string path)
    {
        var page = WebUtility.HtmlDecode(await _browser.SourceAsync($"/t/vallon{path}"));
        var ours = page.Replace("« Les Échos »", "", StringComparison.Ordinal)
            .Replace("numérique : l'été", "", StringComparison.Ordinal);
        Assert.That(
            Marks().Matches(ours).Select(mark => ours[Math.Max(0, mark.Index - 40)..mark.Index] + mark.Value),
            Is.Empty
        );
    }

    [GeneratedRegex("« | »| [:;?!](?=[\\s<])")]
    private static partial Regex Marks();

    [TestCaseSource(nameof(Pages))]
    public async Task A_page_is_in_the_language_that_the_browser_asks_for(string path)
    {
        var page = await _english.ReadAsync($"/t/vallon{path}");
        Assert.That(page, Does.Contain("<html lang=\"en\">").And.Contain("Sign out"));
    }

    [Test]
    public async Task Somebody_who_takes_part_does_not_see_what_is_the_coordinators()
    {
        using var member = new ConsoleBrowser(_place.Address);
        await member.SignInAsync(_place, "simple");
        Assert.That(await member.ReadAsync("/t/vallon"), Does.Not.Contain("/plan\""));
        using var plan = await member.GetAsync("/t/vallon/plan");
        Assert.That(plan.StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
        using var elsewhere = await member.GetAsync("/t/ailleurs");
        Assert.That(elsewhere.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task Nobody_sees_a_page_without_signing_in()
    {
        using var stranger = new ConsoleBrowser(_place.Address);
        using var answer = await stranger.GetAsync("/t/vallon/plan");
        Assert.That(answer.Headers.Location?.OriginalString, Does.Contain("/connexion?retour="));
    }
}
