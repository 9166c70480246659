using System.Net;
using Connector.Connector.Tests.Service;

namespace Connector.Tests.Console;

/// <summary>A group is closed and opened again from the console: a look first, and nothing is lost.</summary>
public sealed class ClosingTrials
{
    private const string Groups = "/t/vallon/groupes";
    private ConsolePlace _place = null!;
    private ConsoleBrowser _browser = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        _place = await ConsolePlace.OpenAsync();
        await _place.Service.RunAsync();
        await _place.AddAsync("coordo", "coordination", "reseau");
        _browser = new ConsoleBrowser(_place.Address);
        await _browser.SignInAsync(_place, "coordo");
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        _browser.Dispose();
        await _place.DisposeAsync();
    }

    [Test]
    public async Task A_group_is_closed_after_a_look_and_reopened_as_it_was()
    {
        var before = await Mounts();
        var page = await Send("fermer", "regarder");
        Assert.That(
            page,
            Does.Contain("Ce qui se passerait").And.Contain("Archives/").And.Contain("Fermer ce groupe")
        );
        Assert.That(await Mounts(), Is.EqualTo(before), "a look changes nothing");

        await Send("fermer", "oui");
        Assert.That(await Mounts(), Is.Not.EqualTo(before));
        Assert.That(await _browser.ReadAsync(Groups), Does.Contain("Groupes fermés").And.Contain("rouvrir"));
        Assert.That(await _browser.ReadAsync($"{Groups}/jeunes"), Does.Contain("Ce groupe est fermé depuis"));
        await _place.Service.RunAsync();
        Assert.That(await Mounts(), Has.Some.StartsWith("Archives/"), "a run lets it be");

        Assert.That(await Send("fermer", "regarder"), Does.Contain("est déjà fermé"));
        Assert.That(await Send("rouvrir", "regarder"), Does.Contain("Rouvrir ce groupe"));
        await Send("rouvrir", "oui");
        var after = await Mounts();
        Assert.That(after.Where(mount => mount != "Archives"), Is.EqualTo(before), "the empty folder stays");
        Assert.That(await _browser.ReadAsync(Groups), Does.Not.Contain("Groupes fermés"));
        Assert.That(
            await _browser.ReadAsync("/t/vallon/reglages/journal"),
            Does.Contain("fermeture d'un groupe").And.Contain("réouverture d'un groupe")
        );
    }

    [Test]
    public async Task A_group_that_is_not_there_is_told()
    {
        using var page = await _browser.GetAsync($"{Groups}/rien/fermer");
        Assert.That(page.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }

    /// <returns>The page that tells what came of it.</returns>
    private async Task<string> Send(string deed, string what)
    {
        var token = PageForm.First(
            WebUtility.HtmlDecode(await _browser.SourceAsync($"{Groups}/jeunes/fermer"))
        );
        using var answer = await _browser.PostAsync(
            $"{Groups}/jeunes/{deed}",
            [token.First(field => field.Key == "jeton"), KeyValuePair.Create("faire", what)]
        );
        return answer.StatusCode == HttpStatusCode.Redirect
            ? await _browser.ReadAsync(answer.Headers.Location!.OriginalString)
            : await ConsoleBrowser.WordsAsync(answer);
    }

    private async Task<List<string>> Mounts() =>
        [
            .. (await _place.Place.Client.TeamFolders.List(default))
                .Select(folder => folder.MountPoint)
                .Order(StringComparer.Ordinal),
        ];
}
