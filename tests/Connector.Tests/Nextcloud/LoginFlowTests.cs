using Connector.Nextcloud;
using Connector.Nextcloud.Login;

namespace Connector.Tests.Nextcloud;

internal sealed class LoginFlowTests
{
    private const string Begun = """
        {"poll":{"token":"t0ken","endpoint":"http:\/\/localhost\/login\/v2\/poll"},"login":"http:\/\/localhost\/login\/v2\/flow\/abc"}
        """;

    private Stubbed _stub = null!;
    private LoginFlow _flow = null!;

    [SetUp]
    public void SetUp()
    {
        _stub = new Stubbed();
        _flow = new LoginFlow(_stub.Factory, _stub.Time);
    }

    [TearDown]
    public void TearDown() => _stub.Dispose();

    [Test]
    public async Task Both_addresses_are_moved_to_the_configured_server()
    {
        _stub.Network.Answer(200, Begun);

        var attempt = await _flow.Begin(Stubbed.Server, default);

        Assert.That(
            attempt.LoginUrl.AbsoluteUri,
            Is.EqualTo("https://nuage.exemple.fr/nc/login/v2/flow/abc")
        );
        Assert.That(attempt.ServerKnowsItsAddress, Is.False);
        Assert.That(attempt.ToString(), Does.Not.Contain("t0ken"));
        Assert.That(_stub.Network.Last.Headers.Keys, Has.None.EqualTo("Authorization"));
    }

    [Test]
    public async Task The_wait_goes_on_until_consent_through_a_short_loss_of_the_network()
    {
        _stub
            .Network.Answer(200, Begun)
            .Answer(404)
            .Reset()
            .Answer(404)
            .Answer(200, """{"server":"http://localhost","loginName":"zoe@exemple.fr","appPassword":"APP"}""")
            .Answer(200, Stubbed.Ocs(200, """{"id":"zoé","display-name":"Zoé","groups":["admin"]}"""));
        var attempt = await _flow.Begin(Stubbed.Server, default);

        var wait = _flow.Wait(attempt, default);
        await _stub.Run(wait);

        var account = (await wait)!;
        Assert.That(
            (account.BaseUrl, account.UserName, account.UserId, account.AppPassword),
            Is.EqualTo((Stubbed.Server, "zoe@exemple.fr", "zoé", "APP"))
        );
        Assert.That(
            _stub.Network.Seen[1].Address.AbsoluteUri,
            Is.EqualTo("https://nuage.exemple.fr/nc/login/v2/poll")
        );
        Assert.That(_stub.Network.Seen[1].Body, Is.EqualTo("token=t0ken"));
    }

    [Test]
    public async Task Without_consent_the_wait_ends_after_twenty_minutes()
    {
        _stub.Network.Answer(200, Begun).Answer(404);
        var attempt = await _flow.Begin(Stubbed.Server, default);

        var wait = _flow.Wait(attempt, default);
        var took = await _stub.Run(wait, stepSeconds: 10);

        Assert.That(await wait, Is.Null);
        Assert.That(took.TotalMinutes, Is.InRange(20, 21));
    }

    [Test]
    public async Task A_server_that_is_no_Nextcloud_is_told()
    {
        _stub.Network.Answer(200, "<html>");

        Assert.That(
            (await _stub.Surprise(_flow.Begin(Stubbed.Server, default))).Fault,
            Is.EqualTo(NextcloudFault.MalformedAnswer)
        );
    }

    [TestCase("aB3dE-aB3dE-aB3dE-aB3dE-aB3dE", true)]
    [TestCase("correct horse battery staple", false)]
    [TestCase("Admin-Passw0rd-27", false)]
    public void An_app_password_is_recognised_by_its_shape(string secret, bool expected) =>
        Assert.That(AppPasswords.LooksLikeOne(secret), Is.EqualTo(expected));
}
