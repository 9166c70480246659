using System.Text.RegularExpressions;
using System.Web;
using Connector.Testing;

namespace Connector.Contract.Tests.Ocs;

/// <summary>The app OAuth2: what a program that people sign in to meets.</summary>
[TestFixtureSource(typeof(Target), nameof(Target.All))]
public sealed class OAuthContracts(Target target) : Contracts(target)
{
    private const string Users = "ocs/v2.php/cloud/users";
    private const string Me = "ocs/v2.php/cloud/user";
    private const string Token = "index.php/apps/oauth2/api/v1/token";
    private static readonly Uri Redirect = new("http://127.0.0.1:9/connexion/essai/retour");
    private (string Id, string Password) _user;
    private RegisteredClient _client = null!;

    [SetUp]
    public async Task MakeUserAndClient()
    {
        _user = (Server.Unique("u"), "Un-mot-de-passe-27");
        await Server.Form("POST", Users, ("userid", _user.Id), ("password", _user.Password));
        _client = await OAuthBrowser.RegisterAsync(
            Server.Url,
            Server.Admin,
            Server.IsReal ? TestServer.Real()!.RealPassword ?? Server.Password : Server.Password,
            "Essai",
            Redirect
        );
    }

    [TearDown]
    public Task RemoveUser() => Server.Send("DELETE", $"{Users}/{_user.Id}");

    [Test]
    public async Task A_grant_redirects_to_the_clients_own_address_with_state_and_code()
    {
        var back = await Grant("état & signes", "&redirect_uri=http%3A%2F%2Fevil.example%2F");
        Assert.That(back.GetLeftPart(UriPartial.Path), Is.EqualTo(Redirect.AbsoluteUri));
        var query = HttpUtility.ParseQueryString(back.Query);
        Assert.That(query["state"], Is.EqualTo("état & signes"));
        Assert.That(query["code"], Does.Match("^[A-Za-z0-9]{128}$"));
    }

    [Test]
    public async Task Another_response_type_is_an_error_in_the_redirection()
    {
        using var browser = new OAuthBrowser(Server.Url);
        await browser.SignInAsync(_user.Id, _user.Password);
        var back = await browser.GrantAsync(
            new Uri(
                Server.Url,
                $"index.php/apps/oauth2/authorize?client_id={_client.ClientId}&state=s&response_type=token"
            )
        );
        Assert.That(back.Query, Is.EqualTo("?error=unsupported_response_type&state=s"));
    }

    [Test]
    public async Task A_code_is_good_once_and_gives_a_bearer_token_of_its_person()
    {
        var code = await Code();
        var first = await Exchange("authorization_code", "code", code);
        Assert.That(first.Status, Is.EqualTo(200));
        Assert.That(first.Json.GetProperty("token_type").GetString(), Is.EqualTo("Bearer"));
        Assert.That(first.Json.GetProperty("expires_in").GetInt32(), Is.EqualTo(3600));
        Assert.That(first.Json.GetProperty("user_id").GetString(), Is.EqualTo(_user.Id));
        var me = await AsBearer(first.Json.GetProperty("access_token").GetString()!);
        Assert.That(me.OcsData.GetProperty("id").GetString(), Is.EqualTo(_user.Id));
        var again = await Exchange("authorization_code", "code", code);
        Assert.That((again.Status, again.Body), Is.EqualTo((400, """{"error":"invalid_request"}""")));
    }

    [Test]
    public async Task A_refresh_token_is_good_once()
    {
        var first = await Exchange("authorization_code", "code", await Code());
        var refresh = first.Json.GetProperty("refresh_token").GetString()!;
        var second = await Exchange("refresh_token", "refresh_token", refresh);
        Assert.That(second.Status, Is.EqualTo(200));
        Assert.That(second.Json.GetProperty("refresh_token").GetString(), Is.Not.EqualTo(refresh));
        Assert.That(
            (await AsBearer(second.Json.GetProperty("access_token").GetString()!)).Status,
            Is.EqualTo(200)
        );
        Assert.That((await Exchange("refresh_token", "refresh_token", refresh)).Status, Is.EqualTo(400));
    }

    [Test]
    public async Task A_wrong_secret_and_an_unknown_kind_are_refused()
    {
        var code = await Code();
        var wrong = await Exchange("authorization_code", "code", code, "faux");
        Assert.That((wrong.Status, wrong.Body), Is.EqualTo((400, """{"error":"invalid_client"}""")));
        var kind = await Exchange("password", "code", code);
        Assert.That((kind.Status, kind.Body), Is.EqualTo((400, """{"error":"invalid_grant"}""")));
    }

    [Test]
    public async Task A_token_that_is_taken_back_ends_both()
    {
        var first = await Exchange("authorization_code", "code", await Code());
        var access = first.Json.GetProperty("access_token").GetString()!;
        var revoked = await Server.SendAs(
            null,
            "DELETE",
            "ocs/v2.php/core/apppassword",
            null,
            ("Authorization", $"Bearer {access}")
        );
        Assert.That(revoked.Status, Is.EqualTo(200));
        Assert.That((await AsBearer(access)).Status, Is.EqualTo(401));
        var refresh = first.Json.GetProperty("refresh_token").GetString()!;
        Assert.That((await Exchange("refresh_token", "refresh_token", refresh)).Status, Is.EqualTo(400));
    }

    [Test]
    public async Task A_disabled_account_has_no_token_that_works()
    {
        var first = await Exchange("authorization_code", "code", await Code());
        await Server.Send("PUT", $"{Users}/{_user.Id}/disable");
        Assert.That(
            (await AsBearer(first.Json.GetProperty("access_token").GetString()!)).Status,
            Is.EqualTo(401)
        );
    }

    private async Task<Uri> Grant(string state, string more = "")
    {
        using var browser = new OAuthBrowser(Server.Url);
        await browser.SignInAsync(_user.Id, _user.Password);
        return await browser.GrantAsync(
            new Uri(
                Server.Url,
                $"index.php/apps/oauth2/authorize?client_id={_client.ClientId}&state={Uri.EscapeDataString(state)}&response_type=code{more}"
            )
        );
    }

    private async Task<string> Code() =>
        Regex.Match((await Grant("s")).Query, "code=([A-Za-z0-9]+)").Groups[1].Value;

    private Task<Answer> Exchange(string kind, string name, string value, string? secret = null) =>
        Server.SendAs(
            null,
            "POST",
            Token,
            $"grant_type={kind}&{name}={value}&client_id={_client.ClientId}&client_secret={secret ?? _client.ClientSecret}",
            ("Content-Type", "application/x-www-form-urlencoded")
        );

    private Task<Answer> AsBearer(string token) =>
        Server.SendAs(null, "GET", Me, null, ("Authorization", $"Bearer {token}"));
}
