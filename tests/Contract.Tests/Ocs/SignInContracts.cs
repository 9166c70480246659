using System.Text.RegularExpressions;

namespace Connector.Contract.Tests.Ocs;

/// <summary>App passwords, and Login Flow v2.</summary>
[TestFixtureSource(typeof(Target), nameof(Target.All))]
public sealed class SignInContracts(Target target) : Contracts(target)
{
    private const string Users = "ocs/v2.php/cloud/users";
    private const string User = "ocs/v2.php/cloud/user";
    private const string GetAppPassword = "ocs/v2.php/core/getapppassword";
    private const string AppPassword = "ocs/v2.php/core/apppassword";
    private (string Id, string Password) _user;

    [SetUp]
    public async Task MakeUser()
    {
        _user = (Server.Unique("u"), "Un-mot-de-passe-27");
        await Server.Form("POST", Users, ("userid", _user.Id), ("password", _user.Password));
    }

    [TearDown]
    public Task RemoveUser() => Server.Send("DELETE", $"{Users}/{_user.Id}");

    [Test]
    public async Task An_app_password_signs_in_until_it_is_revoked()
    {
        var app = (_user.Id, await NewAppPassword());
        Assert.That(
            (await Server.SendAs(app, "GET", User)).OcsData.GetProperty("id").GetString(),
            Is.EqualTo(_user.Id)
        );
        Assert.That(
            (
                await Server.SendAs(
                    app,
                    "PROPFIND",
                    $"remote.php/dav/files/{_user.Id}/",
                    null,
                    ("Depth", "0")
                )
            ).Status,
            Is.EqualTo(207)
        );
        Assert.That((await Server.SendAs(app, "DELETE", AppPassword)).Status, Is.EqualTo(200));
        Assert.That((await Server.SendAs(app, "GET", User)).Status, Is.EqualTo(401));
    }

    [Test]
    public async Task An_app_password_does_not_make_another_403()
    {
        var app = (_user.Id, await NewAppPassword());
        Assert.That((await Server.SendAs(app, "GET", GetAppPassword)).Status, Is.EqualTo(403));
    }

    [Test]
    public async Task A_real_password_cannot_be_revoked_as_an_app_password_403() =>
        Assert.That((await Server.SendAs(_user, "DELETE", AppPassword)).Status, Is.EqualTo(403));

    [Test]
    public async Task The_flow_starts_with_a_token_and_two_addresses()
    {
        var answer = await Server.SendAs(null, "POST", "index.php/login/v2");
        Assert.That(answer.Status, Is.EqualTo(200));
        Assert.That(
            answer.Json.GetProperty("poll").GetProperty("token").GetString(),
            Has.Length.EqualTo(128)
        );
        Assert.That(
            answer.Json.GetProperty("poll").GetProperty("endpoint").GetString(),
            Does.EndWith("/login/v2/poll")
        );
        Assert.That(
            answer.Json.GetProperty("login").GetString(),
            Does.Match("/login/v2/flow/[A-Za-z0-9]{128}$")
        );
    }

    [Test]
    public async Task Polling_before_the_grant_is_404()
    {
        var start = await Server.SendAs(null, "POST", "index.php/login/v2");
        Assert.That((await Poll(start)).Status, Is.EqualTo(404));
    }

    [Test]
    public async Task A_grant_gives_the_app_password_exactly_once()
    {
        if (Server.IsReal)
            Assert.Ignore(
                "granting on a real Nextcloud needs a browser; the embedded server has a one-click page"
            );
        var start = await Server.SendAs(null, "POST", "index.php/login/v2");
        await Grant(new Uri(start.Json.GetProperty("login").GetString()!));
        var granted = await Poll(start);
        Assert.That(granted.Status, Is.EqualTo(200));
        Assert.That(granted.Json.GetProperty("loginName").GetString(), Is.EqualTo(_user.Id));
        Assert.That(granted.Json.GetProperty("server").GetString(), Does.StartWith("http"));
        var app = (_user.Id, granted.Json.GetProperty("appPassword").GetString()!);
        Assert.That((await Server.SendAs(app, "GET", User)).Status, Is.EqualTo(200));
        Assert.That((await Poll(start)).Status, Is.EqualTo(404));
    }

    private async Task<string> NewAppPassword() =>
        (await Server.SendAs(_user, "GET", GetAppPassword)).OcsData.GetProperty("apppassword").GetString()!;

    private Task<Answer> Poll(Answer start) =>
        Server.SendAs(
            null,
            "POST",
            "index.php/login/v2/poll",
            "token=" + start.Json.GetProperty("poll").GetProperty("token").GetString(),
            ("Content-Type", "application/x-www-form-urlencoded")
        );

    /// <summary>Does what a person does in a browser: opens the page, types, presses the button.</summary>
    private async Task Grant(Uri login)
    {
        using var browser = new HttpClient();
        var page = await browser.GetStringAsync(login);
        var token = Regex.Match(page, "name=\"stateToken\" value=\"([^\"]+)\"").Groups[1].Value;
        using var form = new FormUrlEncodedContent(
            new Dictionary<string, string>
            {
                ["stateToken"] = token,
                ["user"] = _user.Id,
                ["password"] = _user.Password,
            }
        );
        using var done = await browser.PostAsync(new Uri(Server.Url, "login/v2/grant"), form);
        Assert.That((int)done.StatusCode, Is.EqualTo(200));
    }
}
