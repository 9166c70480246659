using System.Net;
using Connector.DevServer.Faults;
using Connector.Web;
using Connector.Web.Sessions;
using Microsoft.AspNetCore.Authentication;

namespace Connector.Connector.Tests.Service;

/// <summary>People sign in with their Nextcloud, see their roles, and are out when they are out.</summary>
public sealed class SignInTrials
{
    private ConsolePlace _place = null!;
    private ConsoleBrowser _browser = null!;

    [SetUp]
    public async Task Start()
    {
        _place = await ConsolePlace.OpenAsync();
        await _place.AddAsync("zoe", "reseau", "jeunes");
        await _place.AddAsync("ines", "reseau", "coordination", "comite-animation");
        _browser = new ConsoleBrowser(_place.Address);
    }

    [TearDown]
    public async Task Stop()
    {
        _browser.Dispose();
        await _place.DisposeAsync();
    }

    [Test]
    public async Task Roles_are_those_of_the_groups_of_each_person()
    {
        Assert.That(await _browser.SignInAsync(_place, "ines"), Is.EqualTo("/"));
        Assert.That(
            await _browser.ReadAsync("/"),
            Does.Contain("coordination, animation de « Comité stratégique », membre du réseau")
        );
        using var other = new ConsoleBrowser(_place.Address);
        await other.SignInAsync(_place, "zoe");
        Assert.That(await other.ReadAsync("/"), Does.Not.Contain("coordination,").And.Contain("membre du r"));
    }

    [Test]
    public async Task Whoever_copied_the_cookie_is_out_once_its_owner_has_signed_out()
    {
        await _browser.SignInAsync(_place, "zoe");
        using var thief = new ConsoleBrowser(_place.Address);
        thief.Plant(_browser.Session!);
        Assert.That(
            (await thief.GetAsync("/")).StatusCode,
            Is.EqualTo(HttpStatusCode.OK),
            "as good as the owner's"
        );
        Assert.That(
            (await _browser.PressAsync("/", "/deconnexion")).StatusCode,
            Is.EqualTo(HttpStatusCode.Redirect)
        );
        thief.Plant(thief.Session!);
        Assert.That((await thief.GetAsync("/")).Headers.Location?.AbsolutePath, Is.EqualTo("/connexion"));
    }

    [Test]
    public async Task Signing_out_everywhere_ends_the_sessions_of_this_person_alone()
    {
        using var phone = new ConsoleBrowser(_place.Address);
        using var other = new ConsoleBrowser(_place.Address);
        await _browser.SignInAsync(_place, "zoe");
        await phone.SignInAsync(_place, "zoe");
        await other.SignInAsync(_place, "ines");
        await _browser.PressAsync("/", "/deconnexion/partout");
        Assert.That((await phone.GetAsync("/")).StatusCode, Is.EqualTo(HttpStatusCode.Redirect));
        Assert.That((await _browser.GetAsync("/")).StatusCode, Is.EqualTo(HttpStatusCode.Redirect));
        Assert.That((await other.GetAsync("/")).StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task A_role_that_is_taken_away_is_gone_at_the_next_check_and_a_disabled_account_is_out()
    {
        await _browser.SignInAsync(_place, "ines");
        await _place.Ocs("DELETE", "users/ines/groups", ("groupid", "coordination"));
        Assert.That(await _browser.ReadAsync("/"), Does.Contain("coordination,"), "for two minutes");
        await _place.AgeAsync();
        Assert.That(
            await _browser.ReadAsync("/"),
            Does.Not.Contain("coordination,").And.Contain("membre du r")
        );
        await _place.Ocs("PUT", "users/ines/disable");
        await _place.AgeAsync();
        Assert.That((await _browser.GetAsync("/")).StatusCode, Is.EqualTo(HttpStatusCode.Redirect));
    }

    [Test]
    public async Task Tokens_are_renewed_once_however_many_requests_come_at_the_moment()
    {
        await _browser.SignInAsync(_place, "zoe");
        await ExpireAsync();
        var before = _place.Place.Server.RequestsByVerb["POST"];
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => _browser.GetAsync("/")));
        Assert.That(answers.Select(answer => answer.StatusCode), Is.All.EqualTo(HttpStatusCode.OK));
        Assert.That(_place.Place.Server.RequestsByVerb["POST"] - before, Is.EqualTo(1));
        await ExpireAsync();
        Assert.That(
            await _browser.ReadAsync("/"),
            Does.Contain("membre du r"),
            "with the token of the first renewal"
        );
    }

    [Test]
    public async Task While_Nextcloud_is_away_nobody_has_rights_and_nobody_is_thrown_out()
    {
        await _browser.SignInAsync(_place, "ines");
        await _place.AgeAsync();
        _place.Place.Server.Faults.Add(
            new FaultRule
            {
                Kind = FaultKind.Status,
                Path = "/cloud/user",
                Status = 503,
            }
        );
        Assert.That(
            await _browser.ReadAsync("/"),
            Does.Not.Contain("coordination,").And.Contain("ne répond pas")
        );
        Assert.That(await _browser.ReadAsync("/"), Does.Contain("coordination,"));
    }

    [Test]
    public async Task A_refusal_ends_the_session_whatever_page_comes_with_it()
    {
        await _browser.SignInAsync(_place, "ines");
        await _place.AgeAsync();
        _place.Place.Server.Faults.Add(
            new FaultRule
            {
                Kind = FaultKind.Status,
                Path = "/cloud/user",
                Status = 401,
                Body = "<!DOCTYPE html><p>User disabled</p>",
                Times = 2,
            }
        );
        Assert.That((await _browser.GetAsync("/")).StatusCode, Is.EqualTo(HttpStatusCode.Redirect));
        Assert.That((await _browser.GetAsync("/")).StatusCode, Is.EqualTo(HttpStatusCode.Redirect));
    }

    [Test]
    public async Task Sessions_end_when_they_are_not_used_and_when_they_are_old()
    {
        await _browser.SignInAsync(_place, "zoe");
        await _place.AgeAsync(seen: true);
        Assert.That((await _browser.GetAsync("/")).StatusCode, Is.EqualTo(HttpStatusCode.Redirect));
        await _browser.SignInAsync(_place, "zoe");
        await _place.AgeAsync(ended: true);
        Assert.That((await _browser.GetAsync("/")).StatusCode, Is.EqualTo(HttpStatusCode.Redirect));
    }

    [Test]
    public async Task A_session_that_was_planted_before_does_not_become_the_persons()
    {
        using var attacker = new ConsoleBrowser(_place.Address);
        await attacker.SignInAsync(_place, "zoe");
        _browser.Plant(attacker.Session!);
        await _browser.SignInAsync(_place, "ines");
        Assert.That(_browser.Session, Is.Not.EqualTo(attacker.Session));
        Assert.That(await _browser.ReadAsync("/"), Does.Contain("coordination,"));
        Assert.That((await attacker.GetAsync("/")).StatusCode, Is.EqualTo(HttpStatusCode.Redirect));
    }

    [TestCase("https://evil.example/", "/")]
    [TestCase("//evil.example/", "/")]
    [TestCase("/\\evil.example", "/")]
    [TestCase("/\t/evil.example", "/")]
    [TestCase("javascript:alert(1)", "/")]
    [TestCase("/?x=1", "/?x=1")]
    public async Task Signing_in_leads_to_a_place_of_this_service(string asked, string led) =>
        Assert.That(await _browser.SignInAsync(_place, "zoe", asked), Is.EqualTo(led));

    [Test]
    public async Task A_code_without_the_state_and_cookie_of_this_browser_lets_nobody_in()
    {
        using var away = await _browser.GetAsync("/connexion/vallon");
        var state = System.Web.HttpUtility.ParseQueryString(away.Headers.Location!.Query)["state"]!;
        using var other = new ConsoleBrowser(_place.Address);
        foreach (var query in new[] { "", "?code=x", $"?code=x&state={Uri.EscapeDataString(state)}" })
        {
            using var answer = await other.GetAsync($"/connexion/vallon/retour{query}");
            Assert.That(answer.Headers.Location?.OriginalString, Is.EqualTo("/connexion?erreur=1"), query);
            Assert.That(other.Session, Is.Null.Or.Empty);
        }
    }

    [Test]
    public async Task One_account_may_ask_so_often_and_others_go_on()
    {
        await _browser.SignInAsync(_place, "zoe");
        using var other = new ConsoleBrowser(_place.Address);
        await other.SignInAsync(_place, "ines");
        var refused = 0;
        for (var request = 0; request < WebSecurity.AccountRequestsPerMinute * 2 && refused == 0; request++)
        {
            using var answer = await _browser.GetAsync("/");
            refused += answer.StatusCode == HttpStatusCode.TooManyRequests ? 1 : 0;
        }

        Assert.That(refused, Is.EqualTo(1));
        Assert.That((await other.GetAsync("/")).StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task A_form_of_another_site_changes_nothing()
    {
        await _browser.SignInAsync(_place, "zoe");
        Assert.That(
            (await _browser.PostAsync("/deconnexion")).StatusCode,
            Is.EqualTo(HttpStatusCode.BadRequest)
        );
        Assert.That((await _browser.GetAsync("/")).StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    private async Task ExpireAsync()
    {
        var key = await IdAsync();
        var ticket = (await _place.Sessions.FindAsync(key, default))!;
        ticket.Properties.UpdateTokenValue("expires_at", "2026-01-01T00:00:00Z");
        await _place.Sessions.KeepAsync(key, ticket, false, default);
        await _place.AgeAsync();
    }

    private async Task<string> IdAsync()
    {
        await using var db = new SessionContext(
            SessionContext.At(new() { Folder = _place.Terminal.At(".connector") })
        );
        return db.Sessions.Single().Id;
    }
}
